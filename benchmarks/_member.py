"""A member in a benchmark: types the answers of a session, and accepts and releases a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from assistant.engine.turn import Reply

HELD = "settle_held"
SENTENCE = "summary"

_YES, _NO, _SKIP = "yes", "no", "skip"
_MINE = "yes, that is my answer"
_WAS_MINE = "that was my answer"

# What to type when it is asked for the first time, the second time, and from then on.
_REMARKS: Mapping[str, tuple[str, ...]] = {
    SENTENCE: (_YES, "keep it like that", _SKIP),
    "more_stopping": (_NO,),
    "more_can_do": (_NO,),
    "stay": ("go on",),
    "review": (_YES, "go on"),
    "release": ("1", "the sentence", "nothing"),
    "person": ("keep the name",),
    "confirm_release": (_YES,),
    "confirm_start_again": (_NO,),
    "confirm_delete": (_NO,),
}


class Member:
    """Types what the member of a session would, whatever is asked.

    Attributes:
        given: what was typed as an answer, by the question that it was typed to.
        rescued: how often "that was my answer" had to be typed.
    """

    def __init__(
        self, answers: Mapping[str, str], own_sentence: str, first: str | None = None
    ) -> None:
        """``own_sentence`` is for where no sentence is offered; ``first`` is typed first of all."""
        self._first = first
        self.given: dict[str, str] = {}
        self.rescued = 0
        self._answers = answers
        self._own_sentence = own_sentence
        self._asked: Counter[str] = Counter()
        self._answered = False

    def types(self, reply: Reply) -> str:
        """The next message."""
        key = reply.question
        if self._first is not None:
            first, self._first = self._first, None
            return first
        if key == HELD:
            return _MINE if self._answered else _NO
        self._answered = key not in self.given and self._has_answer(reply)
        if self._answered:
            self.given[key] = self._own_sentence if key == SENTENCE else self._answers[key]
            return self.given[key]
        return self._remark(key)

    def _has_answer(self, reply: Reply) -> bool:
        if reply.question == SENTENCE:  # nothing to say yes to
            return all(choice.key != "affirm" for choice in reply.choices)
        return reply.question in self._answers

    def _remark(self, key: str) -> str:
        remarks = _REMARKS.get(key) or ((_WAS_MINE, _SKIP) if key in self.given else (_SKIP,))
        remark = remarks[min(self._asked[key], len(remarks) - 1)]
        self._asked[key] += 1
        self.rescued += remark == _WAS_MINE
        return remark
