"""Finds the answer and the command in a message that is both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.nlu.asked import Asked
from assistant.nlu.clauses import Span, cuts, span, without_lead
from assistant.nlu.decision import answer_score, commands
from assistant.nlu.form import form_by_name
from assistant.nlu.model import ANSWER, Reading
from assistant.nlu.wording import FILLERS, MOST_CHARACTERS, plain, words


class Model(Protocol):
    """What the judgement asks the trained model for."""

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Read some texts at once."""

    def glance(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """Give label -> probability for some texts by their wording alone."""


MOST_CUTS = 10
WORTH_READING = 0.25
SURE_TAIL = 0.4
SURE_UNMARKED_TAIL = 0.7
"""Probability of the most probable command, after the end of a sentence and elsewhere."""
SURE_COMMAND = 0.7
"""Probability that the tail is a command at all."""
SURE_HEAD = 0.0
"""Score (see decision.py) from which the head is an answer."""
SHORTEST_TAIL = 2
JUST_LIKE = 0.85
"""Likeness to a command of the training data from which nothing else is asked of the tail."""
TO_THE_PROGRAM = ("asks_first", "says_you", "names_the_program", "polite", "question_mark")
_SENTENCE_ENDS = ".;!?)"
_SUBORDINATE = re.compile(
    r"^\W*(?:when|if|because|since|while|as|before|after|once|although|where)\b", re.IGNORECASE
)
_JOINT = re.compile(r"^(?:and|but|so|oh|now|anyway|also|no)\b", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\b(?:the|a|an|my|our|to|that|said|says?|saying|like|just|of|in|on|at|for|with|"
    r"are|is|was|who|which|tell|told|if|and|or|than)[\s,:]*$",
    re.IGNORECASE,
)
"""How a text ends that the next words belong to."""
_OFF = re.compile(
    r"\b(?:i'll|ill|i will|i need to|i have to|i've got to|i want to|i'd like to|"
    r"let me|need to|got to)\b"
)

_JOINING_END = re.compile(r"(?:[\s,;:-]+(?:and|but|so|or|oh|also|anyway|um|er)?)+$", re.IGNORECASE)
_FILLING_START = re.compile(rf"^(?:(?:{'|'.join(sorted(FILLERS))})\b[\s,.]*)+", re.IGNORECASE)


@dataclass(frozen=True)
class Mixed:
    """A message in two parts: an answer, and then a command."""

    answer: Span
    command: str
    content: str
    confidence: float


def find_mixed(text: str, asked: Asked, model: Model) -> Mixed | None:
    """Return the parts if the text begins with an answer and ends with a command, else None."""
    best = _best_cut(text, model) if len(text) <= MOST_CHARACTERS else None
    if best is None:
        return None
    head, tail = span(text, 0, best), span(text, best, len(text))
    head_reading, tail_reading = model.read([head.text, without_lead(tail.text)])
    shares = commands(tail_reading)
    command, share = _strongest(shares)
    enough = SURE_TAIL if head.text[-1] in _SENTENCE_ENDS else SURE_UNMARKED_TAIL
    if (
        share < enough
        or sum(shares.values()) < SURE_COMMAND
        or answer_score(head_reading, asked) < SURE_HEAD
    ):
        return None
    if not _speaks_to_the_program(
        tail_reading, anew=head.text[-1] in _SENTENCE_ENDS or _joins(tail)
    ):
        return None
    return Mixed(_trimmed(head), command, tail.text, share)


def _best_cut(text: str, model: Model) -> int | None:
    """Return the place where what follows sounds most like a command, and what precedes least."""
    places = [place for place in cuts(text) if _is_whole(text[:place])]
    places = places[-MOST_CUTS:]
    heads = model.glance([text[:place] for place in places])
    tails = model.glance([without_lead(text[place:]) for place in places])
    worth = [_worth(head, tail) for head, tail in zip(heads, tails, strict=True)]
    best = max(range(len(places)), key=lambda index: worth[index], default=None)
    return places[best] if best is not None and worth[best] >= WORTH_READING else None


def _is_whole(head: str) -> bool:
    """Tell whether a head can stand alone: it ends where a sentence may, and is no condition."""
    return bool(words(head)) and not _UNFINISHED.search(head) and not _SUBORDINATE.search(head)


def _joins(tail: Span) -> bool:
    return bool(_JOINT.search(tail.text))


def _speaks_to_the_program(tail: Reading, *, anew: bool) -> bool:
    """Tell whether a tail is more than a few words that happen to sound like a command.

    `anew`: it begins a sentence, or is joined on by "and" or "but"; behind a comma alone, "I want
    to skip to the end" only goes on with the answer.
    """
    if len(words(tail.text)) < SHORTEST_TAIL:
        return False
    if tail.near_command[0] >= max(JUST_LIKE, tail.near_answer[0]):
        return True
    measures = form_by_name(tail.text)
    own = anew and bool(_OFF.search(plain(tail.text)))
    return any(measures[name] for name in TO_THE_PROGRAM) or own


def _worth(head: Mapping[str, float], tail: Mapping[str, float]) -> float:
    return head.get(ANSWER, 0.0) * _strongest(commands(Reading("", tail)))[1]


def _strongest(shares: Mapping[str, float]) -> tuple[str, float]:
    label = max(shares, key=lambda name: shares[name], default="")
    return label, shares.get(label, 0.0)


def _trimmed(head: Span) -> Span:
    """Return the answer without fillers before it and joining words after it."""
    kept = _JOINING_END.sub("", head.text)
    answer = _FILLING_START.sub("", kept)
    start = head.start + len(kept) - len(answer)
    return Span(answer, start, start + len(answer))
