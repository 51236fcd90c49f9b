"""Finds the answer and the command in a message that is both, in either order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.nlu.asked import Asked
from assistant.nlu.clauses import Span, cuts, span, without_lead
from assistant.nlu.decision import Choice, at_length
from assistant.nlu.evidence import commands, likeliest
from assistant.nlu.reading import ANSWER, Reading
from assistant.nlu.referring import asked_words, stems
from assistant.nlu.wording import FILLERS, MOST_CHARACTERS, plain, words


class Model(Protocol):
    """What the judgement asks the trained model for."""

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Read some texts at once."""

    def glance(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """Give label -> probability for some texts by their wording alone."""

    def answer_score(self, reading: Reading, asked: Asked) -> float:
        """Give the logarithm of the odds that a text is an answer to what was asked."""

    def goes_back(self, reading: Reading, asked: Asked) -> Choice:
        """Give which of the answers so far a text goes back to, and whether to any."""


MOST_CUTS = 20
MOST_TRIED = 3
WORTH_READING = 0.25
SURE_COMMAND = -3.0
"""Score (see decision.py) up to which a message's end is a command, behind a sentence's end."""
SURE_AT_FIRST = -3.5
"""The same of its beginning: many an answer begins by saying the question again."""
SURE_BESIDE_A_MARK = -4.8
"""The same where a comma, or another mark within a sentence, parts the two."""
SURE_UNMARKED = -6.0
"""The same where no mark does."""
SURE_ANSWER = 0.0
"""Score from which the other part is an answer."""
SURE_ANSWER_BESIDE = 2.5
"""The same where it sounds a little like that very command: "I have to stop now", and pause."""
SHORTEST_COMMAND = 2
"""Words that a command at one end of an answer has at least."""
SHORTEST_UNMARKED = 2
"""Words that an answer behind a command has at least where no mark parts the two."""
_SENTENCE_ENDS = ".;!?)"
_SUBORDINATE = re.compile(
    r"^\W*(?:when|if|while|as|before|after|once|although|where)\b(?!.*[.!?]\s*$)",
    re.IGNORECASE | re.DOTALL,
)
"""How a text begins that is a condition for what follows, unless it ends as a sentence does."""
_UNFINISHED = re.compile(
    r"\b(?:the|a|an|my|our|to|that|said|says?|saying|like|just|of|in|on|at|for|with|"
    r"are|is|was|who|which|tell|told|if|and|or|than|not|to|don't|dont|please|"
    r"(?:can|could|would|will|may|shall|should|do|does|did) (?:you|u|we|i|it)|"
    r"how|what|why|where|i|we|you|he|she|they|i've|we've|i'll|i'd|i'm|we'll|we're|you're|it's|that's|"
    r"i (?:want|need|have|would like) to|"
    r"i'd like to|can|could|would|let)"
    r"[\s,:]*$",
    re.IGNORECASE,
)
"""How a text ends that the next words belong to."""
NEVER_MIXED = frozenset({"say_same", "was_answer", "was_command"})
"""Commands that are not looked for beside an answer: there they are a manner of speaking."""
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
_NOTHING_BUT_JOINED = re.compile(
    r"\b(?:and|but|so|or|oh|also|anyway|anyhow|well|actually|ok|okay|right|now|then|sorry|um|er|hmm|"
    r"please|look|listen)\b",
    re.IGNORECASE,
)
"""Words that are no answer by themselves."""
_JOINING = FILLERS | {"and", "but", "so", "or", "oh", "also", "anyway"}
"""Words at the end of an answer that lead over to what follows."""
_JOINING_BEHIND_A_COMMA = frozenset({"now", "then", "right", "ok", "plus"})
"""The same where a comma stands before them."""
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

    def best(self, text: str, worth: Sequence[float]) -> list[int]:
        """Return the places of most worth, the best first, an end of a sentence counting more."""
        pairs = list(zip(self.places, worth, strict=True))
        good = [(place, value) for place, value in pairs if value >= WORTH_READING]

        def rank(pair: tuple[int, float]) -> float:
            ends = text[: pair[0]].rstrip()[-1:] in _SENTENCE_ENDS
            return pair[1] / (1.0 if ends else 1 / ALIKE)

        return [place for place, _ in sorted(good, key=rank, reverse=True)[:MOST_TRIED]]


def _command_first(text: str, asked: Asked, model: Model, glances: _Glances) -> Mixed | None:
    """Return the parts if the text begins with words to the program and then answers."""
    pairs = zip(glances.tails, glances.heads, strict=True)
    for best in glances.best(text, [_worth(answer, command) for answer, command in pairs]):
        if found := _command_at(best, text, asked, model):
            return found
    return None


def _command_at(best: int, text: str, asked: Asked, model: Model) -> Mixed | None:
    if _TAKEN_BACK.search(plain(text[best:])):
        return None
    head, tail = span(text, 0, best), span(text, best, len(text))
    bare = _ANSWER_LEAD.sub("", tail.text) or tail.text
    if head.text[-1].isalnum() and len(words(bare)) < SHORTEST_UNMARKED:
        return None
    ends = SURE_AT_FIRST if bare != tail.text else _bar_at(head.text, SURE_AT_FIRST)
    bar = at_length(ends, len(words(text)))
    command = _command(without_lead(head.text), asked, model, bar)
    if command is None or command[0] in NEVER_FIRST or not _answers(bare, command, asked, model):
        return None
    start = tail.end - len(bare)
    return Mixed(Span(bare, start, tail.end), command[0], head.text, command[1])


def _answer_first(text: str, asked: Asked, model: Model, glances: _Glances) -> Mixed | None:
    """Return the parts if the text begins with an answer and ends with words to the program."""
    pairs = zip(glances.heads, glances.tails, strict=True)
    for best in glances.best(text, [_worth(answer, command) for answer, command in pairs]):
        if found := _answer_at(best, text, asked, model):
            return found
    return None


def _answer_at(best: int, text: str, asked: Asked, model: Model) -> Mixed | None:
    head, tail = span(text, 0, best), span(text, best, len(text))
    bar = at_length(_bar_at(head.text, SURE_COMMAND), len(words(text)))
    command = _command(without_lead(tail.text), asked, model, bar)
    if command is None or not _answers(head.text, command, asked, model):
        return None
    return Mixed(_trimmed(head), command[0], tail.text, command[1])


def _bar_at(head: str, at_an_end: float) -> float:
    """Return the score up to which a part is a command, by the mark that parts it."""
    if head[-1] in _SENTENCE_ENDS:
        return at_an_end
    return SURE_UNMARKED if head[-1].isalnum() else SURE_BESIDE_A_MARK


def _command(part: str, asked: Asked, model: Model, bar: float) -> tuple[str, float] | None:
    """Return the command that a part is, with its probability, if it surely is one."""
    if len(words(part)) < SHORTEST_COMMAND:
        return None
    (reading,) = model.read([part])
    shares = commands(reading)
    label = likeliest(shares)
    if label is None or label in NEVER_MIXED or model.answer_score(reading, asked) > bar:
        return None
    return label, shares[label]


def _answers(part: str, command: tuple[str, float], asked: Asked, model: Model) -> bool:
    """Tell whether the other part is an answer: no more of the command, nor just the question."""
    telling = stems(part)
    if not _NOTHING_BUT_JOINED.sub("", part).strip(" ,.;:!?-"):
        return False
    if telling and telling <= asked_words(asked.key):
        return False
    (reading,) = model.read([part])
    same = likeliest(commands(reading)) == command[0]
    return model.answer_score(reading, asked) >= (SURE_ANSWER_BESIDE if same else SURE_ANSWER)


def _is_whole(head: str) -> bool:
    """Tell whether a head can stand alone: it ends where a sentence may, and is no condition."""
    return bool(words(head)) and not _UNFINISHED.search(head) and not _SUBORDINATE.search(head)


def _worth(answer: Mapping[str, float], command: Mapping[str, float]) -> float:
    return answer.get(ANSWER, 0.0) * sum(commands(Reading("", command)).values())


def _trimmed(head: Span) -> Span:
    """Return the answer without fillers before it and joining words after it."""
    kept = _without_joining_end(head.text)
    answer = _FILLING_START.sub("", kept)
    start = head.start + len(kept) - len(answer)
    return Span(answer, start, start + len(answer))


def _without_joining_end(text: str) -> str:
    """Return a text without the marks and joining words at its end."""
    while True:
        text = text.rstrip(" \t\n,;:-")
        *before, last = text.rsplit(None, 1) or [""]
        behind_a_comma = bool(before) and before[0].endswith(",")
        joins = last.lower() in _JOINING or (
            behind_a_comma and last.lower() in _JOINING_BEHIND_A_COMMA
        )
        if not (before and joins):
            return text
        text = before[0]
