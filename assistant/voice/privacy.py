"""Whether the member is somewhere private: asked once, before anything else is said aloud."""

from __future__ import annotations

from enum import Enum

from assistant.records.steps import How
from assistant.terminal.face import Said
from assistant.texts.texts import texts
from assistant.voice.yes_or_no import yes_or_no


class Reading(Enum):
    """What a message is while the question about the place is open."""

    PRIVATE = 0
    NOT_PRIVATE = 1
    UNCLEAR = 2  # spoken, and neither yes nor no: the question is asked again
    TYPED_ON = 3  # who types does not want to talk; the message is one for the session
    CHOSEN = 4  # a key of the session; the question stays open


class Privacy:
    """The question about the place, and whether it is settled."""

    def __init__(self) -> None:
        """Nothing has been asked."""
        self.is_settled = self.is_open = False

    def ask(self) -> str:
        """Open the question; its words, which are others the second time."""
        name = "private_again" if self.is_open else "private"
        self.is_open = True
        return texts("voice")(name)

    def settle(self) -> None:
        """Take the place to be private from now on."""
        self.is_settled, self.is_open = True, False

    def close(self) -> None:
        """Leave the question: whoever types needs no private place."""
        self.is_open = False

    @staticmethod
    def read(said: Said) -> Reading:
        """What a message is to the open question."""
        if said.choice is not None:
            return Reading.CHOSEN
        answer = yes_or_no(said.text)
        if answer is not None:
            return Reading.PRIVATE if answer else Reading.NOT_PRIVATE
        return Reading.UNCLEAR if said.how is How.SPOKEN else Reading.TYPED_ON
