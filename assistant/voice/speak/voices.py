"""The voices that a setting can name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.settings import Settings
from assistant.voice.speak.hibari_voice import HibariVoice
from assistant.voice.speak.manner import Manner
from assistant.voice.speak.pyttsx3_voice import Pyttsx3Voice
from assistant.voice.speak.voice import Voice

_VOICES: Mapping[str, Callable[[], Voice]] = {"pyttsx3": Pyttsx3Voice, "hibari": HibariVoice}


def voice(settings: Settings) -> Voice:
    """The voice of the settings; nothing of it is loaded yet."""
    return _VOICES[settings.voice]()


def manner(settings: Settings) -> Manner:
    """How it is to speak, by the settings."""
    return Manner(settings.voice_name, settings.voice_rate, settings.voice_volume)
