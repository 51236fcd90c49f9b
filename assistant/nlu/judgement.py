"""Answer, command, both, or in doubt: what a message is while a question is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp
from typing import Literal

from assistant.nlu.about import (
    asks_to_change,
    change_requested,
    edits,
    names_a_question,
    names_another,
    speaks_of_before,
)
from assistant.nlu.asked import ABOUT_A_STEP, Asked
from assistant.nlu.changing import CHANGE, SURE_OF_ANOTHER
from assistant.nlu.choosing import LISTS, chooses_by_name, keeps, picks, says_who
from assistant.nlu.decision import (
    MAYBE_CHANGE,
    NOTHING_OPEN,
    SURE_ANSWER,
    SURE_CHANGE,
    SURE_COMMAND,
    SURE_WHICH,
    among,
    at_length,
)
from assistant.nlu.evidence import commands, likeliest
from assistant.nlu.likelihood import read_likelihood
from assistant.nlu.mixed import Model, find_mixed
from assistant.nlu.reading import ANSWER, YES_OR_NO, Reading
from assistant.nlu.referring import says_again
from assistant.nlu.serious import notice
from assistant.nlu.settling import (
    SURE_BEGINNING,
    SURE_END,
    THINKING,
    first_part,
    last_parts,
    turns_round,
)
from assistant.nlu.sharing import asks_to_share
from assistant.nlu.telling import tells
from assistant.nlu.wishes import read_wish
from assistant.nlu.wording import words

Outcome = Literal["answer", "command", "both", "in_doubt"]

IN_DOUBT = "in_doubt"

YES_OR_NO_FROM = 0.35
"""Probability from which "yes" or "no" is believed when that was asked, if the other is not half as
likely."""
CLOSING = "closing"
OFF_TOPIC = "off_topic"
REVIEW = "review"
WHICH = frozenset({"which_answer", REVIEW})
"""Questions that an answer is named to."""
LIKELY = 0.25
"""Probability that a command has at least; where nothing likelier is told it is an answer."""
ONE_REQUEST = 3.0
"""Score (see decision.py) from which a request to change is not taken apart into two."""
_IMPOSSIBLE = {("answer", "was_answer"): "was_command", ("command", "was_command"): "was_answer"}
"""What the message before was taken for, and what cannot be said of it then -> what is meant."""
_TURNED = frozenset(name for _, name in _IMPOSSIBLE)
"""What turns a misjudgement round; which of the two it is, is told by what was done."""
AT_ALL = 0.05
"""Probability from which the other of the two can be meant."""
AFFIRMED_AS = {"paused": "resume"}
"""What "yes" means where no yes-or-no question was asked."""


@dataclass(frozen=True)
class Judgement:
    """What a message was judged to be.

    Attributes:
        outcome: answer, command, both or in_doubt.
        command: the command; for an answer or in doubt, what it would be as a command.
        answer: the span of the text that is the answer.
        about: the question whose answer is to be changed.
        content: the new content that a request to change contains; the topic, or the place,
            that a wish about the sentence names.
        confidence: how sure the judgement is, 0 to 1.
    """

    outcome: Outcome
    command: str | None = None
    answer: str | None = None
    about: str | None = None
    content: str | None = None
    confidence: float = 1.0

    @property
    def intent(self) -> str:
        """The name under which the conversation's rules know it."""
        if self.outcome in (ANSWER, IN_DOUBT) or self.command is None:
            return self.outcome
        return self.command


def judge(text: str, asked: Asked, model: Model, reading: Reading | None = None) -> Judgement:
    """Judge a message by what it says, while this was asked.

    `reading` is what the model makes of the whole text, where that is known already.
    """
    stripped = text.strip()
    if not stripped:
        return Judgement("in_doubt", confidence=0.0)
    if stripped.startswith("/"):
        return Judgement("answer", answer=stripped)
    if reading is None:
        (reading,) = model.read([stripped])
    return _as_possible(_judged(stripped, asked, model, reading), reading, asked)


def _judged(stripped: str, asked: Asked, model: Model, reading: Reading) -> Judgement:
    return (
        _serious(stripped, reading, model)
        or _wish(stripped, asked)
        or _share(stripped, asked)
        or _pick(stripped, asked)
        or _keep(stripped, asked)
        or _role(stripped, reading, asked)
        or _review(stripped, reading, asked)
        or _yes_or_no(stripped, reading, asked)
        or _which_answer(stripped, reading, asked)
        or _telling(stripped, reading, asked)
        or _mixed(stripped, reading, asked, model)
        or _plain(stripped, reading, asked, model)
    )


def _as_possible(judged: Judgement, reading: Reading, asked: Asked) -> Judgement:
    """Of "that was my answer" and "that was no answer" take the one that can be meant.

    They share nearly all their words; but what was kept as an answer needs no keeping.
    """
    other = _IMPOSSIBLE.get((asked.taken_as, judged.command or ""))
    share, its = (reading.shares.get(label or "", 0.0) for label in (other, judged.command))
    takes_away = other == "was_command" and share < its / 2
    if other is None or share < AT_ALL or takes_away:
        return judged
    return replace(judged, command=other)


def _serious(text: str, reading: Reading, model: Model) -> Judgement | None:
    """A serious sign comes before everything else; words of another's risk remain an answer."""
    sign = notice(text, reading, model)
    if sign is None:
        return None
    answer = text if sign.tier == "others_at_risk" else sign.before
    outcome: Outcome = "both" if answer else "command"
    return Judgement(outcome, sign.tier, answer or None, confidence=sign.confidence)


def _wish(text: str, asked: Asked) -> Judgement | None:
    """While the sentence is offered: shorter, more about something, another, that one."""
    wish = read_wish(text) if asked.key == "summary" else None
    return Judgement("command", wish.command, content=wish.content) if wish else None


def _share(text: str, asked: Asked) -> Judgement | None:
    """Outside the release: a wish to pass something on to the set."""
    apart = asked.key in LISTS or (asked.takes_yes_or_no and asked.kind != "closed")
    if apart or not asks_to_share(text, nothing_open=asked.key == CLOSING):
        return None
    return Judgement("command", "share")


def _pick(text: str, asked: Asked) -> Judgement | None:
    """Where a numbered list is shown: a number, a name, all, nothing."""
    if (asked.key in LISTS or asked.listed) and picks(text):
        return Judgement("answer", answer=text)
    if asked.key == "release" and chooses_by_name(text) and names_a_question(text):
        return Judgement("answer", answer=text)
    return None


def _keep(text: str, asked: Asked) -> Judgement | None:
    """Where an earlier answer is shown to be changed: it stays as it is."""
    if asked.key in asked.answers and keeps(text):
        return Judgement("command", "say_same")
    return None


def _role(text: str, reading: Reading, asked: Asked) -> Judgement | None:
    """Where somebody is named: "use a role: my manager", "keep it"."""
    at_confirmation = asked.key == "confirm_release" and "role" in text.lower()
    if not (asked.key == "person" or at_confirmation) or not says_who(text):
        return None
    surest = max(commands(reading).values(), default=0.0)
    is_command = surest >= SURE_OF_ANOTHER or text.endswith("?")
    return None if is_command else Judgement("answer", answer=text)


def _review(text: str, reading: Reading, asked: Asked) -> Judgement | None:
    """Where what was said is looked over: "no, the bit about ... is too harsh" names an answer."""
    if asked.key != REVIEW or not (edits(text) or speaks_of_before(text)):
        return None
    return _which_answer(text, reading, asked)


def _yes_or_no(text: str, reading: Reading, asked: Asked) -> Judgement | None:
    """At an aside, "yes" and "no" in any wording come before what else they could be.

    "Keep" is no clear yes where something is to be passed on (the words, or to oneself?), and what
    is not clear is asked again there.
    """
    if not asked.takes_yes_or_no:
        return None
    if asked.key == "confirm_release" and words(text) == ["keep"]:
        return Judgement("command", "affirm", confidence=0.0)
    shares = {name: reading.shares.get(name, 0.0) for name in sorted(YES_OR_NO)}
    name = max(shares, key=lambda label: shares[label])
    if shares[name] < YES_OR_NO_FROM or min(shares.values()) > shares[name] / 2:
        return None
    command = AFFIRMED_AS.get(str(asked.key), name) if name == "affirm" else name
    return Judgement("command", command, confidence=shares[name])


def _which_answer(text: str, reading: Reading, asked: Asked) -> Judgement | None:
    """To "Which answer would you like to change?" a description of one is the request."""
    if asked.key not in WHICH:
        return None
    change = change_requested(text, asked.answers)
    if change.about is None:
        return None
    sure = reading.shares.get(ANSWER, 0.0) + reading.shares.get(CHANGE, 0.0)
    return Judgement("command", CHANGE, about=change.about, content=change.content, confidence=sure)


def _telling(text: str, reading: Reading, asked: Asked) -> Judgement | None:
    """To an open question, what is an answer to it by its form."""
    if asked.takes_yes_or_no or not tells(text, asked):
        return None
    return Judgement("answer", likeliest(commands(reading)), text)


def _mixed(text: str, reading: Reading, asked: Asked, model: Model) -> Judgement | None:
    """An answer and then a command."""
    if asked.takes_yes_or_no:
        return None
    mixed = find_mixed(text, asked, model)
    if mixed is None:
        return None
    if model.goes_back(reading, asked).score >= ONE_REQUEST:
        (part,) = model.read([mixed.answer.text])
        if mixed.command != CHANGE or model.goes_back(part, asked).score >= 0:
            return None  # the whole is one request: what to change, and to change it
    judged = Judgement("both", mixed.command, mixed.answer.text, confidence=mixed.confidence)
    return _with_change(judged, mixed.content, asked)


def _plain(text: str, reading: Reading, asked: Asked, model: Model) -> Judgement:
    """An answer, a command, or in doubt."""
    change = _change(text, reading, asked, model)
    if change is not None:
        return change
    command = likeliest(commands(reading))
    score = model.answer_score(reading, asked)
    sure, said = 1 / (1 + exp(-abs(score))), len(words(text))
    if (
        command is None
        or commands(reading)[command] < LIKELY
        or score >= at_length(SURE_ANSWER, said)
        or _nothing_to_do(text, command, asked, model)
    ):
        return Judgement("answer", command, text, confidence=sure)
    if score >= at_length(SURE_COMMAND, said):
        return Judgement("in_doubt", command, text, confidence=sure)
    return _with_change(Judgement("command", command, confidence=sure), text, asked)


def _change(text: str, reading: Reading, asked: Asked, model: Model) -> Judgement | None:
    """A request to change an earlier answer, or what may be one; nothing else is surer."""
    back, plainly = model.goes_back(reading, asked), asks_to_change(text, asked)
    if not plainly and _cannot_go_back(text, reading, asked):
        return None
    score = back.score + (NOTHING_OPEN if asked.key == CLOSING else 0.0)
    given = len(asked.answers)
    if not plainly and score < among(SURE_CHANGE, given):
        held = score >= among(MAYBE_CHANGE, given)
        return Judgement("in_doubt", CHANGE, text) if held else None
    judged = _with_change(Judgement("command", CHANGE), text, asked)
    return replace(judged, about=back.option) if back.share >= SURE_WHICH else judged


def _cannot_go_back(text: str, reading: Reading, asked: Asked) -> bool:
    """Tell whether likeness to an earlier answer says nothing: it is shown, or said once more."""
    others = {name: share for name, share in commands(reading).items() if name != CHANGE}
    turned = sum(others.get(name, 0.0) for name in _TURNED)
    another = max(*others.values(), turned, 0.0) >= SURE_OF_ANOTHER
    return _shows_an_answer(asked) or another or says_again(text, asked.answers)


def _shows_an_answer(asked: Asked) -> bool:
    """Tell whether earlier words are asked about: what is said then is like them in any case."""
    if asked.key in ABOUT_A_STEP:
        return True
    return asked.key in asked.answers or (asked.takes_yes_or_no and asked.key != CLOSING)


def _nothing_to_do(text: str, command: str, asked: Asked, model: Model) -> bool:
    """Tell whether the command is none: it is taken back, or bids no change and yet is one."""
    if command == CHANGE and not (edits(text) or speaks_of_before(text)):
        return True
    if command == CHANGE and _gives_the_number(text, asked):
        return True
    return _after_all(text, command, asked, model) or _chats(text, command, asked, model)


def _gives_the_number(text: str, asked: Asked) -> bool:
    """Tell whether a number is asked for and given: "put me down as a seven" changes nothing."""
    number = asked.kind == "number" and read_likelihood(text) is not None
    return number and not names_another(text, asked)


def _after_all(text: str, command: str, asked: Asked, model: Model) -> bool:
    """Tell whether a message that begins as a command ends as an answer."""
    if asked.takes_yes_or_no or not (command in THINKING or turns_round(text)):
        return False
    ends = model.read(last_parts(text))
    return any(model.answer_score(reading, asked) >= SURE_END for reading in ends)


def _chats(text: str, command: str, asked: Asked, model: Model) -> bool:
    """Tell whether what sounds off the topic is an answer that ends in a question back."""
    first = first_part(text)
    if first is None or command != OFF_TOPIC:
        return False
    (reading,) = model.read([first])
    return model.answer_score(reading, asked) >= SURE_BEGINNING


def _with_change(judged: Judgement, request: str, asked: Asked) -> Judgement:
    """Add to a request to change which answer it means."""
    if judged.command != CHANGE:
        return judged
    change = change_requested(request, asked.answers)
    return replace(judged, about=change.about, content=change.content)
