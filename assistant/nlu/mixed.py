"""Finds the answer and the command in a message that is both, in either order."""

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
    r"^\W*(?:when|if|while|as|before|after|once|although|where)\b(?!.*[.!?]\s*$)",
    re.IGNORECASE | re.DOTALL,
)
"""How a text begins that is a condition for what follows, unless it ends as a sentence does."""
_JOINT = re.compile(r"^(?:and|but|so|oh|now|anyway|also|no)\b", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\b(?:the|a|an|my|our|to|that|said|says?|saying|like|just|of|in|on|at|for|with|"
    r"are|is|was|who|which|tell|told|if|and|or|than|not|to|don't|dont|please|"
    r"(?:can|could|would|will|may|shall|should|do|does|did) (?:you|u|we|i|it)|"
    r"how|what|why|where|i (?:want|need|have|would like) to|i'd like to|can|could|would|let)"
    r"[\s,:]*$",
    re.IGNORECASE,
)
"""How a text ends that the next words belong to."""
LIKE = 0.6
"""Likeness to a command of the training data that words before an answer need."""
NEVER_FIRST = frozenset({"change_answer", "ask_advice", "off_topic"})
"""Commands that are not looked for before an answer: they take what follows with them."""
ALIKE = 0.85
"""Share of the greatest worth from which an earlier place is as good."""
_TAKEN_BACK = re.compile(
    r"\b(?:no|nope|actually|never ?mind|it's (?:fine|ok)|forget (?:that|it)|scrap that|as you were|"
    r"there is one|i(?:'ve)? (?:got|do have) one)\b"
)
"""Words that take a command back; what follows them is the answer, and nothing is to be done."""
_ANSWER_LEAD = re.compile(
    r"^(?:\W*\b(?:and|but|so|oh|anyway|anyhow|well|ok|okay|right|um|er|for (?:this|that) (?:one|"
    r"question)|i'll just say|i'd say|i would say|i suppose|put|first)\b)+\W*",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:i'll|ill|i will|i need to|i have to|i've got to|i want to|i'd like to|"
    r"let me|need to|got to)\b"
)

_JOINING_END = re.compile(r"(?:[\s,;:-]+(?:and|but|so|or|oh|also|anyway|um|er)?)+$", re.IGNORECASE)
_FILLING_START = re.compile(rf"^(?:(?:{'|'.join(sorted(FILLERS))})\b[\s,.]*)+", re.IGNORECASE)


@dataclass(frozen=True)
class Mixed:
    """A message in two parts: an answer and a command; `content` is the command as it was said."""

    answer: Span
    command: str
    content: str
    confidence: float


def find_mixed(text: str, asked: Asked, model: Model) -> Mixed | None:
    """Return the parts if the text holds an answer and a command, else None."""
    if len(text) > MOST_CHARACTERS:
        return None
    glances = _Glances.of(text, model)
    return _answer_first(text, asked, model, glances) or _command_first(text, asked, model, glances)


@dataclass(frozen=True)
class _Glances:
    """What the wording alone tells of what stands before and behind each cut."""

    places: Sequence[int]
    heads: Sequence[Mapping[str, float]]
    tails: Sequence[Mapping[str, float]]

    @classmethod
    def of(cls, text: str, model: Model) -> _Glances:
        """Look at the last `MOST_CUTS` places where a head can stand alone."""
        places = [place for place in cuts(text) if _is_whole(text[:place])][-MOST_CUTS:]
        heads = model.glance([text[:place] for place in places])
        tails = model.glance([without_lead(text[place:]) for place in places])
        return cls(places, heads, tails)

    def best(self, text: str, worth: Sequence[float]) -> int | None:
        """Return the place of most worth; of those about as good the first end of a sentence."""
        most = max(worth, default=0.0)
        if most < WORTH_READING:
            return None
        pairs = zip(self.places, worth, strict=True)
        good = [place for place, is_worth in pairs if is_worth >= most * ALIKE]
        whole = (place for place in good if text[:place].rstrip()[-1:] in _SENTENCE_ENDS)
        return next(whole, good[0])


def _command_first(text: str, asked: Asked, model: Model, glances: _Glances) -> Mixed | None:
    """Return the parts if the text begins with words to the program and then answers."""
    pairs = zip(glances.tails, glances.heads, strict=True)
    best = glances.best(text, [_worth(answer, command) for answer, command in pairs])
    if best is None or _TAKEN_BACK.search(plain(text[best:])):
        return None
    head, tail = span(text, 0, best), span(text, best, len(text))
    bare = _ANSWER_LEAD.sub("", tail.text) or tail.text
    if head.text[-1] not in _SENTENCE_ENDS and bare == tail.text:
        return None
    (head_reading,) = model.read([without_lead(head.text)])
    command, share = _strongest(commands(head_reading))
    if share < SURE_UNMARKED_TAIL or command in NEVER_FIRST:
        return None
    if head_reading.near_command[0] < max(LIKE, head_reading.near_answer[0]):
        return None
    (tail_reading,) = model.read([bare])
    if answer_score(tail_reading, asked) < SURE_HEAD:
        return None
    start = tail.end - len(bare)
    return Mixed(Span(bare, start, tail.end), command, head.text, share)


def _answer_first(text: str, asked: Asked, model: Model, glances: _Glances) -> Mixed | None:
    """Return the parts if the text begins with an answer and ends with words to the program."""
    best = glances.best(
        text, [_worth(h, t) for h, t in zip(glances.heads, glances.tails, strict=True)]
    )
    if best is None:
        return None
    head, tail = span(text, 0, best), span(text, best, len(text))
    (tail_reading,) = model.read([without_lead(tail.text)])
    shares = commands(tail_reading)
    command, share = _strongest(shares)
    enough = SURE_TAIL if head.text[-1] in _SENTENCE_ENDS else SURE_UNMARKED_TAIL
    if share < enough or sum(shares.values()) < SURE_COMMAND:
        return None
    if not _speaks_to_the_program(
        tail_reading, anew=head.text[-1] in _SENTENCE_ENDS or _joins(tail)
    ):
        return None
    (head_reading,) = model.read([head.text])  # last, for it is the longer part
    if answer_score(head_reading, asked) < SURE_HEAD:
        return None
    return Mixed(_trimmed(head), command, tail.text, share)


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
