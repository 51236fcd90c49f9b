"""What only the open question gives its meaning: a bare "ten", "yes", "that's all".

It is read before anything else is made of the message, whatever it was judged to be. What may be
said to a question, and what it does then, stands in one table.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.actions.command import Speaker
from assistant.actions.keeping import keep, keep_as, several_options
from assistant.actions.own_name import OWN_NAME, name_put_right, read_own_name
from assistant.actions.reader import Reader, note, said, when
from assistant.actions.reading_list import (
    back_to_the_last,
    kept_private,
    named_in_list,
    taken_back,
    tell_of_next_meeting,
)
from assistant.actions.reading_sentence import ABOUT_THE_SENTENCE, opens_the_sentence
from assistant.actions.reading_time import bid, day, minutes, number, order_first
from assistant.actions.route import choose
from assistant.actions.turn_log import TurnLog
from assistant.coaching.adding import ADDING, STAY
from assistant.coaching.closing_words import (
    asks_for_next_meeting,
    asks_to_delete_all,
    says_goodbye,
)
from assistant.coaching.naming_routes import route_alone, route_at_first
from assistant.coaching.plain_words import (
    goes_on,
    says_all_of_it,
    says_done,
    says_hello,
    says_it_can,
    says_more,
    says_no,
    says_same,
    says_yes,
)
from assistant.coaching.repeats import PAIRS, earlier_answer, said_before
from assistant.coaching.route import FULL, is_at_start
from assistant.coaching.state import DISTRESS
from assistant.coaching.staying import stays
from assistant.records.steps import How, StepKind

_A_LIST = 3  # lines or numbers; two may be an answer and something else


def reads_here(log: TurnLog, say: Speaker) -> bool:
    """Take the message in if the open question alone tells what it means.

    What was judged to be plainly another wish is not searched for a day or a time.
    """
    if log.state.held:
        return False
    here = _READING.get(log.next, ())
    meant = log.would_be if log.judged == "in_doubt" else log.judged
    if meant in _ANOTHER_WISH:
        here = tuple(read for read in here if read not in _SEARCHING)
    if any(read(log, say) for read in (_goes_on, _HELLO, *here, _the_same)):
        return True
    asks = log.next == "route" or is_at_start(log.state) or log.state.route_asked
    return asks and _names_route(log, say)


def _names_route(log: TurnLog, say: Speaker) -> bool:
    """The route alone; or on the first line, and the answer on those after it."""
    words = log.message.said
    both = route_at_first(words) if is_at_start(log.state) else None
    route, answer = both or (route_alone(words), "")
    if route is None:
        return False
    key = log.beneath
    choose(log, say, route)
    if answer:
        keep_as(log, key, answer)
    return True


def _goes_on(log: TurnLog, say: Speaker) -> bool:
    """ "Go on" after a pause or in the words offered with the contacts, whatever is open."""
    last = log.state.last
    offered = last is not None and not last.answered and last.command in DISTRESS
    going_on = when(goes_on, note("resume", "utter_resume"))
    return (offered or log.state.paused) and going_on(log, say)


def _the_same(log: TurnLog, say: Speaker) -> bool:
    """ "The same" where earlier words were quoted and that was offered."""
    quoted = log.next not in log.state.answers and said_before(log.next, log.state)
    earlier = earlier_answer(log.next, log.state)
    if not quoted or earlier is None or not says_same(said(log)):
        return False
    keep_as(log, log.next, earlier)
    say("utter_say_same")
    return True


def _first_option(log: TurnLog, say: Speaker) -> bool:
    """Yes to "is that your first option?" takes what the member said that they can do."""
    if not _asks_for_the_first(log) or not says_yes(said(log)):
        return False
    keep_as(log, "options", log.state.answers[PAIRS["options"].earlier])
    return True


def _list_of_options(log: TurnLog, say: Speaker) -> bool:
    """A list is a list of options, whatever its lines may sound like."""
    is_list = log.message.how is not How.CHOSEN and len(several_options(said(log))) >= _A_LIST
    if is_list:
        keep(log, say, said(log).strip())
    return is_list


def _no_more(text: str) -> bool:
    return says_done(text) or says_no(text) or goes_on(text)


def _yes_or_no(text: str) -> bool:
    return says_yes(text) or says_no(text)


def _kept(log: TurnLog, say: Speaker) -> None:
    """The words are the answer, and nothing more follows from them."""
    keep_as(log, log.next, said(log).strip())


def _passed_over(log: TurnLog, say: Speaker) -> None:
    log.append(StepKind.SKIPPED, command="deny")


def _another_first(log: TurnLog, say: Speaker) -> bool:
    """No to "is that your first option?" asks for another; said to anything else, there is none."""
    another = note("reworded") if _asks_for_the_first(log) else _passed_over
    return "options" not in log.state.answers and when(_none, another)(log, say)


def _asks_for_the_first(log: TurnLog) -> bool:
    """Whether what the member can do was quoted, and not denied since."""
    quoted = said_before("options", log.state) and "options" not in log.state.answers
    return bool(quoted) and log.state.variation != "reworded"


def _none(text: str) -> bool:
    return says_no(text) or says_done(text)


_HELLO = when(says_hello, note("greeted", "utter_hello"))
_TELL_ME = when(says_it_can, note("reworded"))
_DELETES = when(asks_to_delete_all, note("delete_data"))
_MORE = (when(says_more, note("reworded")), when(_no_more, note("nothing_more")))
_NEXT_MEETING = when(asks_for_next_meeting, tell_of_next_meeting)

_ANOTHER_WISH = frozenset(
    {"delete_data", "withdraw", "start_again", "go_back", "pause", "skip_question"}
)
_SEARCHING = frozenset({bid, minutes, _NEXT_MEETING})
"""Readers that look for something in the message, whatever stands beside it."""
_READING: Mapping[str, tuple[Reader, ...]] = {
    "story": (_TELL_ME, when(says_no, _passed_over)),
    "options": (_first_option, _TELL_ME, _another_first, _list_of_options),
    **dict.fromkeys(ADDING.values(), _MORE),
    STAY: (
        when(lambda text: stays(text) is True, note("reworded")),
        when(lambda text: stays(text) is False, note("nothing_more")),
    ),
    **dict.fromkeys(
        ("option_2", "option_3"), (when(says_done, _passed_over), _TELL_ME, _list_of_options)
    ),
    "likelihood": (number,),
    "step_day": (order_first, day),
    "smaller_step": (when(_yes_or_no, _kept),),
    "note_wish": (
        when(says_yes, note("noted_wish", "utter_wish_noted")),
        when(says_no, note("lapsed")),
    ),
    "still_right": (when(_yes_or_no, _kept),),
    "summary": ABOUT_THE_SENTENCE,
    "review": (
        *(back_to_the_last, named_in_list),
        when(says_all_of_it, lambda log, say: choose(log, say, FULL)),
        opens_the_sentence,
    ),
    "which_answer": (named_in_list, opens_the_sentence),
    "bid": (order_first, bid),
    OWN_NAME: (read_own_name,),
    "confirm_release": (kept_private, name_put_right),
    "release": (_DELETES, taken_back, minutes, opens_the_sentence),
    "closing": (
        *(_DELETES, taken_back, opens_the_sentence, _NEXT_MEETING),
        when(says_goodbye, note("pause")),
    ),
}
"""The open question -> what may be said to it, the first that fits taken."""
