"""``assistant talk``: the spoken conversation, from the first words to the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.engine.engine import Engine
from assistant.settings import Settings
from assistant.terminal.at_home import Home
from assistant.terminal.conversation import has_screen, held_conversation
from assistant.terminal.session import Session
from assistant.voice.devices.listed import need_devices
from assistant.voice.screen import TalkingFace, TalkPlain, TalkScreen
from assistant.voice.session import SpokenSession
from assistant.voice.talk import Talk
from assistant.voice.turns.patience import Patience

if TYPE_CHECKING:
    from assistant.voice.listen.ears import Ears
    from assistant.voice.speak.mouth import Mouth


def talk(*, plain: bool = False, name: str = "", set_name: str = "", member: str = "") -> int:
    """Start the spoken conversation or go on with it; answer the exit code.

    Raises what ``converse`` does.
    """
    face: TalkingFace = TalkPlain() if plain or not has_screen() else TalkScreen()

    def session(home: Home, engine: Engine) -> Session:
        made = talking(face, home.settings)
        made.likely = lambda: engine.likely_next(home.preparation.id)
        return SpokenSession(engine, home.store, made, home.preparation.id, _names_of(home))

    return held_conversation(face, session, (name, set_name, member))


def _names_of(home: Home) -> list[str]:
    """The member's and the set's, where they have been given theirs."""
    own = (
        home.store.person(home.preparation.person_id).name,
        home.store.set_of(home.preparation.id).name,
    )
    unnamed = {Settings.__fields__[field].default for field in ("member_name", "set_name")}
    return [name for name in own if name not in unnamed]


def talking(face: TalkingFace, settings: Settings) -> Talk:
    """The face with a voice and with ears, as the settings have them; nothing is loaded yet."""
    made = Talk(face, lambda: _parts(settings), headphones=settings.headphones)
    made.patience = Patience(settings.answer_silence_s)
    made.need_devices = need_devices
    return made


def _parts(settings: Settings) -> tuple[Mouth, Ears]:
    from assistant.voice.devices.microphone import Microphone
    from assistant.voice.devices.speaker import Speaker
    from assistant.voice.listen.ears import Ears
    from assistant.voice.listen.whisper import Whisper
    from assistant.voice.speak.mouth import Mouth
    from assistant.voice.speak.voices import manner, voice

    return (
        Mouth(voice(settings), Speaker(settings.speaker), manner(settings)),
        Ears(Microphone(settings.microphone), Whisper(settings.recogniser)),
    )
