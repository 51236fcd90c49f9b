"""The form's validation: takes an answer in, and always says which question comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from assistant.actions.command import Speaker, intent_of, judgement_of, turn_log
from assistant.actions.keeping import keep
from assistant.actions.listening import listen
from assistant.actions.move import open_answer
from assistant.actions.naming import decide_anew, decide_person, look_for_people
from assistant.actions.own_name import look_for_own_name
from assistant.actions.reading import reads_here
from assistant.actions.rescue import can_be_held, settle_as_answer
from assistant.actions.review import leave_as_it_is
from assistant.actions.route import choose_or_answer, offer_again
from assistant.actions.sentence import accept, offer, pick
from assistant.actions.share import choose_items, tell_what_stays
from assistant.actions.time_alone import is_remark
from assistant.actions.turn_log import TurnLog
from assistant.catalogue import Question
from assistant.coaching.choices import SENTENCES
from assistant.coaching.denying import denies
from assistant.coaching.picking import NOTHING, chosen, place_in
from assistant.coaching.plain_words import without_lead_in, without_no
from assistant.coaching.review import to_review
from assistant.coaching.route import FULL, holds_answer, route_of
from assistant.coaching.sentence_words import accepts
from assistant.coaching.state import DISTRESS
from assistant.coaching.wording import named_to_do, values
from assistant.nlu.when import read_when
from assistant.records.steps import How, StepKind

REQUESTED_SLOT = "requested_slot"

# Commands that, said to "is that your answer?", say that it was not.
_SETTLING = frozenset({"skip_question", "go_back", "change_answer", "enough", "start_again"})


class ValidatePreparationForm(Action):  # type: ignore[misc]  # rasa_sdk has no types
    """Answer, skip, back, change and mixed messages all go through here.

    Rasa runs it when a message comes (before any rule) and again when a command has been
    carried out; the second run only says which question is next.
    """

    def name(self) -> str:
        """The name by which Rasa finds a form's validation."""
        return "validate_preparation_form"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Take the message in, once, and return the next question with what it is worded with."""
        with turn_log(tracker) as log:
            say = Speaker(dispatcher, log)
            intent = intent_of(tracker)
            # The first run on a command ends in a rejection, so that its rule runs.
            asks_now = intent == "answer" or log.taken
            if not log.taken:
                log.taken = True
                asks_now = _take_in(log, say, intent, judgement_of(tracker)) or asks_now
            if log.deleted:
                return [SlotSet(REQUESTED_SLOT, None), ActiveLoop(None)]
            if not asks_now:  # no other slot: the form would ask before the rule had run
                return [SlotSet(REQUESTED_SLOT, log.next)]
            listen(log, say)
            _begin_part(log, say)
            return _asking(log)


def _take_in(log: TurnLog, say: Speaker, intent: str, judgement: dict[str, Any]) -> bool:
    """Keep the answer that the message is or holds.

    Tells whether nothing else is to be done, whatever the message was judged to be.
    """
    log.would_be = judgement.get("command")
    log.judged = intent
    if intent not in _SERIOUS and reads_here(log, say):
        return True
    is_text = intent not in _AS_THEY_ARE and _is_a_text(judgement, log)
    if intent in _ORDERS and _goes_on_after(judgement, log, is_text=is_text):
        log.append(StepKind.HELD, command=intent)
        return True
    if is_text:
        _answer(log, say, log.message.said.strip())
        return True
    if intent == "answer":
        _ANSWERING.get(log.next, _answer)(log, say, log.message.said.strip())
    elif judgement.get("outcome") == "both" and _takes_both(intent, log):
        _answer(log, say, _part(str(judgement["answer"]), log.message.said))
        log.answered = True
    elif log.state.held and _settles(intent, log.state.held.command, log.message.said):
        log.append(StepKind.SETTLED, log.state.held.question, command=intent)
    return False


def _part(answer: str, said: str) -> str:
    """The part of a message that is the answer; all of it, where these are not its very words."""
    return (answer if answer in said else said).strip()


def _is_a_text(judgement: dict[str, Any], log: TurnLog) -> bool:
    """Whether a line of a longer text is all that sounds like a command: then the whole is kept.

    Nobody says on after "skip" to the question that is skipped.
    """
    if log.state.held or not holds_answer(log.next, log.catalogue):
        return False
    said, part = log.message.words, str(judgement.get("answer") or "")
    if len(said.split()) < _WORDS_OF_A_TEXT:
        return False
    rest = said[said.index(part) + len(part) :] if part in said else said
    return _lines(rest) > 1 if part else _lines(said) >= _A_TEXT


def _goes_on_after(judgement: dict[str, Any], log: TurnLog, *, is_text: bool) -> bool:
    """Whether a command opens the message and other lines follow it, perhaps its reasons."""
    said, part = log.message.words, str(judgement.get("answer") or "").strip()
    if log.state.held or not holds_answer(log.next, log.catalogue) or not part:
        return is_text and not part
    return not said.startswith(part) and _lines(said) > 1


def _lines(text: str) -> int:
    return len([line for line in text.splitlines() if line.strip()])


def _settles(intent: str, would_be: str, said: str) -> bool:
    """Whether this, said to "is that your answer?", says that it was not: "no, ten minutes"."""
    if intent in _SETTLING:
        return True
    not_that = intent == would_be or (intent not in _SERIOUS and without_no(said) != said)
    return not_that and intent not in _SAYS_IT_WAS


def _takes_both(intent: str, log: TurnLog) -> bool:
    """Whether the form keeps the answer in a mixed message.

    One command keeps it itself; in danger nothing becomes an answer.
    """
    names_none = intent == "go_back" and log.next == "step_day"  # "go back, Monday is wrong"
    return not (names_none or intent in _KEPT_OTHERWISE) and holds_answer(log.next, log.catalogue)


def _answer(log: TurnLog, say: Speaker, text: str) -> None:
    """An answer to a question of the preparation."""
    picked = _picked_from_list(log, text)
    if picked:
        open_answer(log, say, picked)
    else:
        keep(log, say, text)


def _picked_from_list(log: TurnLog, text: str) -> str | None:
    """Key of the answer that a number means, while the list of answers is the last thing shown."""
    keys = to_review(log.state, log.catalogue)
    is_number = log.catalogue.question(log.next).kind == "number"
    place = place_in(text) if log.state.listed and not is_number else None
    return keys[place - 1] if place and place <= len(keys) else None


def _own_sentence(log: TurnLog, say: Speaker, text: str) -> None:
    """The member's own wording of the sentence: offered back, until it is accepted."""
    if log.message.how is How.CHOSEN:
        pick(log, say, SENTENCES.index(text) + 2)
        return
    if accepts(text):
        accept(log, say)
        return
    log.append(StepKind.REVISED, "summary", text=without_lead_in(text), command=log.would_be)
    say("utter_sentence_changed")


def _choose_answer(log: TurnLog, say: Speaker, text: str) -> None:
    picked = chosen(text, to_review(log.state, log.catalogue), log.catalogue)
    if isinstance(picked, tuple) and len(picked) == 1:
        open_answer(log, say, picked[0])
    elif picked == NOTHING:
        leave_as_it_is(log, say)
    else:
        log.append(StepKind.ASKED, command="answer_unclear")
        say("utter_answer_unclear")


def _hold_instead(log: TurnLog, say: Speaker, text: str) -> None:
    """Neither yes nor no: the confirmation lapses, and the words are held, not lost."""
    if can_be_held(log):
        log.append(StepKind.HELD, log.beneath, command=log.would_be)
    else:
        log.append(StepKind.ASKED, command="lapsed")
    say("utter_nothing_changed")


def _at_the_confirmation(log: TurnLog, say: Speaker, text: str) -> None:
    """Neither yes nor no to passing it on: a role for somebody after all, or it lapses."""
    if not decide_anew(log, say, text):
        _hold_instead(log, say, text)


def _day_of_the_step(log: TurnLog, say: Speaker, text: str) -> None:
    """A day; what asks something too is held, and a day that it is not to be is asked again."""
    asks = log.would_be if is_remark(text) and "?" in text else None
    if asks and named_to_do(asks, log.catalogue):
        log.append(StepKind.HELD, command=asks)
    elif is_remark(text) and denies(text) and read_when(text, log.message.at.date()):
        log.append(StepKind.ASKED, command="reworded")
    else:
        _answer(log, say, text)


def _nothing_open(log: TurnLog, say: Speaker, text: str) -> None:
    log.append(StepKind.ASKED, "closing", command="nothing_open")
    say("utter_nothing_to_answer")


_SAYS_IT_WAS = frozenset({"affirm", "was_answer"})
_KEPT_OTHERWISE = frozenset({"others_at_risk", "danger"})
_SERIOUS = DISTRESS | {"others_at_risk"}
_AS_THEY_ARE = _SERIOUS | {"answer", "in_doubt"}
_ORDERS = frozenset({"delete_data", "start_again", "withdraw", "skip_question"})
"""Commands that are asked about, and not kept, where others may follow them with reasons."""
_A_TEXT = 4  # lines; a command is said on one
_WORDS_OF_A_TEXT = 12
_OF_ALL = frozenset({"good_questions", "going_deeper"})  # parts that only the long route asks whole

_ANSWERING: Mapping[str, Callable[[TurnLog, Speaker, str], None]] = {
    "summary": _own_sentence,
    "release": choose_items,
    "step_day": _day_of_the_step,
    "person": decide_person,
    "which_answer": _choose_answer,
    "review": _choose_answer,
    "confirm_start_again": _hold_instead,
    "confirm_delete": _hold_instead,
    "confirm_release": _at_the_confirmation,
    "settle_held": lambda log, say, text: settle_as_answer(log, more=text),
    "closing": _nothing_open,
    "route": choose_or_answer,
    "note_wish": choose_or_answer,
}


def _begin_part(log: TurnLog, say: Speaker) -> None:
    """One line between the parts, the first time that one begins; the sentence is drafted."""
    tell_what_stays(log, say)
    if log.next == "summary":
        offer(log, say)
    if log.next == "confirm_release" and log.state.people is None:
        look_for_people(log, say)
    if log.next == "confirm_release" and log.state.nameless is None:
        look_for_own_name(log)
    question = log.catalogue.question(log.next)
    before = log.catalogue.question(log.open).part
    begun = any(key in log.state.shown for key in log.catalogue.parts(question.part))
    if question.part != before and not begun and _is_whole(log, question):
        response = f"utter_begin_{question.part}"
        if log.catalogue.has(response):
            say(response)
    offer_again(log, say)


def _is_whole(log: TurnLog, question: Question) -> bool:
    """Whether the line that begins this part is true, on the route and after "that will do"."""
    if question.part == "sentence" and log.state.enough:
        return False
    return question.part not in _OF_ALL or route_of(log.state) == FULL


def _asking(log: TurnLog) -> list[EventType]:
    events = [SlotSet(name, value) for name, value in values(log.state, log.catalogue).items()]
    return [*events, SlotSet(REQUESTED_SLOT, log.next)]
