"""What only the open question gives its meaning: a bare "ten", "yes", "that's all".

It is read before anything else is made of the message, whatever it was judged to be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from assistant.actions.command import Speaker
from assistant.actions.keeping import keep, keep_as, several_options
from assistant.actions.move import named_to_be_asked, open_answer, reopen, tell_earlier
from assistant.actions.naming import take_nothing
from assistant.actions.own_name import OWN_NAME, read_own_name
from assistant.actions.reading_close import deletes_all, next_meeting, takes_leave
from assistant.actions.reading_sentence import opens_the_sentence, said_of_the_sentence
from assistant.actions.route import choose
from assistant.actions.share import choose_items, take_back
from assistant.actions.time_alone import names_time_alone, order_at_first
from assistant.actions.turn_log import TurnLog
from assistant.coaching.adding import ADDING, STAY
from assistant.coaching.denying import denies
from assistant.coaching.items import BID, NEXT_STEP, day_of, listed
from assistant.coaching.naming_routes import route_alone, route_at_first
from assistant.coaching.next_question import previous_question
from assistant.coaching.picking import chosen, named_alone
from assistant.coaching.plain_words import (
    goes_back,
    goes_on,
    says_all_of_it,
    says_done,
    says_more,
    says_no,
    says_same,
    says_yes,
    takes_back,
)
from assistant.coaching.repeats import PAIRS, earlier_answer, said_before
from assistant.coaching.review import to_review
from assistant.coaching.route import FULL, is_at_start
from assistant.coaching.state import DISTRESS
from assistant.coaching.staying import stays
from assistant.coaching.wording import named_to_do
from assistant.days import weekday_and_day
from assistant.nlu.likelihood import read_likelihood
from assistant.records.steps import How, StepKind


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
    reading = (_goes_on, *here, _the_same)
    if any(read(log, say) for read in reading):
        return True
    asks = log.next == "route" or is_at_start(log.state) or log.state.route_asked
    return asks and _names_route(log, say)


def _names_route(log: TurnLog, say: Speaker) -> bool:
    """The route alone; or on the first line, and the answer on those after it."""
    said = log.message.said
    both = route_at_first(said) if is_at_start(log.state) else None
    route, answer = both or (route_alone(said), "")
    if route is None:
        return False
    key = log.beneath
    choose(log, say, route)
    if answer:
        keep_as(log, key, answer)
    return True


def _said(log: TurnLog) -> str:
    """The words; of a key for yes or no, its word."""
    keys = {"affirm": "yes", "deny": "no"}
    return keys.get(log.message.said, "") if log.message.how is How.CHOSEN else log.message.said


def _goes_on(log: TurnLog, say: Speaker) -> bool:
    """ "Go on" after a pause or in the words offered with the contacts, whatever is open."""
    last = log.state.last
    offered = last is not None and not last.answered and last.command in DISTRESS
    if not (offered or log.state.paused) or not goes_on(_said(log)):
        return False
    log.append(StepKind.ASKED, command="resume")
    say("utter_resume")
    return True


def _the_same(log: TurnLog, say: Speaker) -> bool:
    """ "The same" where earlier words were quoted and that was offered."""
    quoted = log.next not in log.state.answers and said_before(log.next, log.state)
    earlier = earlier_answer(log.next, log.state)
    if not quoted or earlier is None or not says_same(_said(log)):
        return False
    keep_as(log, log.next, earlier)
    say("utter_say_same")
    return True


def _first_option(log: TurnLog, say: Speaker) -> bool:
    """Yes to "is that your first option?" takes what the member said that they can do."""
    mine = said_before("options", log.state) and says_yes(_said(log))
    if not mine or "options" in log.state.answers:
        return False
    keep_as(log, "options", log.state.answers[PAIRS["options"].earlier])
    return True


def _list_of_options(log: TurnLog, say: Speaker) -> bool:
    """A list is a list of options, whatever its lines may sound like."""
    is_list = log.message.how is not How.CHOSEN and len(several_options(_said(log))) >= _A_LIST
    if is_list:
        keep(log, say, _said(log).strip())
    return is_list


def _that_is_all(log: TurnLog, say: Speaker) -> bool:
    if not says_done(_said(log)):
        return False
    log.append(StepKind.SKIPPED, command="deny")
    return True


def _number(log: TurnLog, say: Speaker) -> bool:
    """A number alone says how likely it is; on this question it names no route and no answer."""
    said = _said(log)
    *before, last = said.lower().replace(",", " ").split() or [""]
    alone = set(before) <= _BEFORE_A_NUMBER and read_likelihood(last) is not None
    if alone:
        keep(log, say, said.strip())
    return alone


def _more(log: TurnLog, say: Speaker) -> bool:
    """No to "anything else?" passes on at once; a bare yes is asked what it is."""
    said = _said(log)
    if says_more(said):
        log.append(StepKind.ASKED, command="reworded")
        return True
    none = says_done(said) or says_no(said) or goes_on(said)
    if none:
        log.append(StepKind.ASKED, command="nothing_more")
    return none


def _stay(log: TurnLog, say: Speaker) -> bool:
    """To stay leaves room, to go on passes on at once; whatever else is said is more of it."""
    chosen_to_stay = stays(_said(log))
    if chosen_to_stay is None:
        return False
    log.append(StepKind.ASKED, command="reworded" if chosen_to_stay else "nothing_more")
    return True


def _day(log: TurnLog, say: Speaker) -> bool:
    """A day and little beside it, however far ahead: the words stay, and the day is said back."""
    said = _said(log)
    if len(said.split()) > _A_DAY or not names_time_alone(said, log.message.at.date()):
        return False
    keep(log, say, said.strip())
    day = day_of(log.state, NEXT_STEP)
    if day is not None:
        say("utter_day_kept", day=weekday_and_day(day))
    return True


def _order_at_first(log: TurnLog, say: Speaker) -> bool:
    """An order at the head of what is said about a time is asked about, whatever follows it."""
    order = order_at_first(_said(log)) if log.judged in _KEEPS_A_TIME else None
    if order is None or not named_to_do(order, log.catalogue):
        return False
    log.append(StepKind.HELD, command=order)
    return True


def _this_step(log: TurnLog, say: Speaker) -> bool:
    """It stays the step, however unlikely it is."""
    stays = says_yes(_said(log)) or says_no(_said(log))
    if stays:
        log.append(StepKind.ANSWERED, "smaller_step", text=_said(log).strip())
    return stays


def _wish(log: TurnLog, say: Speaker) -> bool:
    """Whether the set's suggestions are wished for."""
    if says_yes(_said(log)):
        log.append(StepKind.ASKED, command="noted_wish")
        say("utter_wish_noted")
        return True
    if says_no(_said(log)):
        log.append(StepKind.ASKED, command="lapsed")
        return True
    return False


def _still_right(log: TurnLog, say: Speaker) -> bool:
    """Yes and no to the last sentence, in plain words."""
    plain = says_yes(_said(log)) or says_no(_said(log))
    if plain:
        keep_as(log, "still_right", _said(log).strip())
    return plain


def _bid(log: TurnLog, say: Speaker) -> bool:
    """So much time, in the words in which somebody might ask for a moment to think."""
    said = _said(log).lower().replace("\u2019", "'")
    beside = _A_MOMENT.search(said) or denies(said)
    is_bid = bool(_SO_MUCH_TIME.search(said)) and not beside
    if is_bid:
        keep(log, say, _said(log).strip())
    return is_bid


def _kept_private(log: TurnLog, say: Speaker) -> bool:
    """ "Keep private" at the confirmation, in the word of the screen before."""
    said = _said(log).lower().split()
    private = "private" in {word.strip(".,!") for word in said} and len(said) <= _KEEPING
    if private:
        take_nothing(log, say)
    return private


def _named_in_list(log: TurnLog, say: Speaker) -> bool:
    """The name of an answer, or of a question without one, where one is to be named."""
    said = _said(log)
    key = named_alone(said, to_review(log.state, log.catalogue), log.catalogue)
    if key is None and _ASKS_FOR_ONE.match(said):
        key = named_to_be_asked(log)
    if key is None or log.message.how is How.CHOSEN:
        return False
    open_answer(log, say, key)
    return True


def _back_to_the_last(log: TurnLog, say: Speaker) -> bool:
    """Back from the list of all answers: to the one before it, and not to one that it names."""
    before = previous_question(log.state, log.catalogue)
    if before is None or log.would_be == "go_back" or not goes_back(_said(log)):
        return False
    reopen(log, before, "go_back")
    tell_earlier(log, say, before)
    return True


def _the_others_too(log: TurnLog, say: Speaker) -> bool:
    """ "All of it" where what was said is looked over: the questions that were not asked."""
    wanted = says_all_of_it(_said(log))
    if wanted:
        choose(log, say, FULL)
    return wanted


def _taken_back(log: TurnLog, say: Speaker) -> bool:
    """What the set sees is taken back in the words that were offered, whatever it is called."""
    if not log.state.released or not takes_back(_said(log)):
        return False
    named = chosen(log.message.words, tuple(log.state.released), log.catalogue)
    if not isinstance(named, tuple) or not named:
        return False  # nothing that was passed on is named: "let's take a break and come back"
    take_back(log, say)
    return True


def _minutes(log: TurnLog, say: Speaker) -> bool:
    """Minutes among what is to be passed on are the bid, and no route."""
    said = _said(log)
    picked = chosen(said, tuple(listed(log.state, log.catalogue)), log.catalogue)
    so_many = _SO_MUCH_TIME.search(said.lower()) and not denies(said)
    if not so_many or not isinstance(picked, tuple) or BID not in picked:
        return False
    choose_items(log, say, said.strip())
    return True


_BEFORE_A_NUMBER = frozenset({"a", "an", "about", "er", "erm", "maybe", "probably", "say", "um"})
_ASKS_FOR_ONE = re.compile(r"\s*(?:(?:please|now|then|yes)[, ]+)*ask me\b", re.IGNORECASE)
_A_DAY = 9  # words at most: "no, I meant Thursday the 3rd of December 2026"
_SO_MUCH_TIME = re.compile(
    r"\b(?:\d+|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|twenty[- ]five|thirty|"
    r"forty|forty[- ]five|sixty|half an|quarter of an|an|my full|my whole)[- ]"
    r"(?:more )?(?:minutes?|mins?|hours?|share|slot)\b|\bquarter of an hour\b"
)
_A_MOMENT = re.compile(
    r"\?|\b(?:think(?:ing)?|moment|second|sec|back in|pause|break|skip|go back)\b"
)
_ANOTHER_WISH = frozenset(
    {"delete_data", "withdraw", "start_again", "go_back", "pause", "skip_question"}
)
_KEEPS_A_TIME = frozenset({"answer", "in_doubt", "choose_route"})
"""As which what is said about a time would be kept, or taken for the length of the session."""
_SEARCHING = frozenset({_bid, _minutes, next_meeting})
"""Readers that look for something in the message, whatever stands beside it."""
_KEEPING = 6  # words at most: "no, please keep it private"
_A_LIST = 3  # lines or numbers; two may be an answer and something else
_READING: Mapping[str, tuple[Callable[[TurnLog, Speaker], bool], ...]] = {
    "options": (_first_option, _list_of_options),
    **dict.fromkeys(ADDING.values(), (_more,)),
    STAY: (_stay,),
    "option_2": (_that_is_all, _list_of_options),
    "option_3": (_that_is_all, _list_of_options),
    "likelihood": (_number,),
    "step_day": (_order_at_first, _day),
    "smaller_step": (_this_step,),
    "note_wish": (_wish,),
    "still_right": (_still_right,),
    "summary": (said_of_the_sentence,),
    "review": (_back_to_the_last, _named_in_list, _the_others_too, opens_the_sentence),
    "which_answer": (_named_in_list, opens_the_sentence),
    "bid": (_order_at_first, _bid),
    OWN_NAME: (read_own_name,),
    "confirm_release": (_kept_private,),
    "release": (deletes_all, _taken_back, _minutes, opens_the_sentence),
    "closing": (deletes_all, _taken_back, opens_the_sentence, next_meeting, takes_leave),
}
