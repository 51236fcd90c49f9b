"""A number, a day or minutes where one of them is asked for."""

from __future__ import annotations

import re

from assistant.actions.command import Speaker
from assistant.actions.keeping import keep
from assistant.actions.reader import said
from assistant.actions.share import choose_items
from assistant.actions.time_alone import is_remark, names_time_alone, order_at_first
from assistant.actions.turn_log import TurnLog
from assistant.coaching.denying import denies
from assistant.coaching.heard import plain
from assistant.coaching.items import BID, NEXT_STEP, day_of, listed
from assistant.coaching.picking import chosen
from assistant.coaching.wording import named_to_do
from assistant.days import weekday_and_day
from assistant.nlu.likelihood import read_likelihood
from assistant.records.steps import StepKind

_BEFORE_A_NUMBER = frozenset({"a", "an", "about", "er", "erm", "maybe", "probably", "say", "um"})
_SO_MUCH_TIME = re.compile(
    r"\b(?:\d+|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|twenty[- ]five|thirty|"
    r"forty|forty[- ]five|sixty|half an|quarter of an|an|my full|my whole)[- ]"
    r"(?:more )?(?:minutes?|mins?|hours?|share|slot)\b|\bquarter of an hour\b"
)
_A_MOMENT = re.compile(
    r"\?|\b(?:think(?:ing)?|moment|second|sec|back in|pause|break|skip|go back)\b"
)
_KEEPS_A_TIME = frozenset({"answer", "in_doubt", "choose_route"})
"""As which what is said about a time would be kept, or taken for the length of the session."""


def number(log: TurnLog, say: Speaker) -> bool:
    """A number alone says how likely it is; on this question it names no route and no answer."""
    words = said(log)
    *before, last = words.lower().replace(",", " ").split() or [""]
    alone = set(before) <= _BEFORE_A_NUMBER and read_likelihood(last) is not None
    if alone:
        keep(log, say, words.strip())
    return alone


def day(log: TurnLog, say: Speaker) -> bool:
    """A day and little beside it, however far ahead: the words stay, and the day is said back."""
    words = said(log)
    if not is_remark(words) or not names_time_alone(words, log.message.at.date()):
        return False
    keep(log, say, words.strip())
    kept = day_of(log.state, NEXT_STEP)
    if kept is not None:
        say("utter_day_kept", day=weekday_and_day(kept))
    return True


def order_first(log: TurnLog, say: Speaker) -> bool:
    """An order at the head of what is said about a time is asked about, whatever follows it."""
    order = order_at_first(said(log)) if log.judged in _KEEPS_A_TIME else None
    if order is None or not named_to_do(order, log.catalogue):
        return False
    log.append(StepKind.HELD, command=order)
    return True


def bid(log: TurnLog, say: Speaker) -> bool:
    """So much time, in the words in which somebody might ask for a moment to think."""
    words = said(log)
    is_bid = _so_much(words) and not _A_MOMENT.search(plain(words))
    if is_bid:
        keep(log, say, words.strip())
    return is_bid


def minutes(log: TurnLog, say: Speaker) -> bool:
    """Minutes among what is to be passed on are the bid, and no route."""
    words = said(log)
    picked = chosen(words, tuple(listed(log.state, log.catalogue)), log.catalogue)
    if not _so_much(words) or not isinstance(picked, tuple) or BID not in picked:
        return False
    choose_items(log, say, words.strip())
    return True


def _so_much(words: str) -> bool:
    """Whether so much time is named, and not denied."""
    return bool(_SO_MUCH_TIME.search(plain(words))) and not denies(words)
