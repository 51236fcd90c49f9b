"""Passing on and withdrawing."""

from __future__ import annotations

from typing import Any

from assistant.actions.command import Command, Speaker
from assistant.actions.naming import look_for_people
from assistant.actions.review import leave_as_it_is
from assistant.actions.turn_log import TurnLog
from assistant.coaching.items import by_name, day_of, listed, offered
from assistant.coaching.picking import MORE, NOTHING, chosen
from assistant.coaching.release import changed_since, to_be_seen, words_chosen
from assistant.records.steps import StepKind

RELEASE = "release"


class Share(Command):
    """Pass something on, or something more."""

    command = "share"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Open the release; what the message names is chosen at once."""
        if not offered(log.state):
            self.asked(log)
            say("utter_nothing_to_share")
            return
        if log.next != RELEASE:
            log.append(StepKind.WENT_BACK, command=self.command, about=RELEASE)
        picked = _picked(log, log.message.words)
        if isinstance(picked, tuple) and "more" not in log.message.words.lower().split():
            log.append(StepKind.ANSWERED, RELEASE, text=" ".join(picked))
        elif picked == MORE or log.state.released:
            log.append(StepKind.ASKED, RELEASE, command="share_more")


class Withdraw(Command):
    """Take back what the set sees."""

    command = "withdraw"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Withdraw what is named, or all of it where nothing is named."""
        if any(step.kind is StepKind.WITHDRAWN for step in log.steps):
            return  # the open question told what was meant (assistant/actions/reading.py)
        if not log.state.released:
            self.asked(log)
            say("utter_nothing_to_withdraw")
            return
        take_back(log, say)


def take_back(log: TurnLog, say: Speaker) -> None:
    """Withdraw what the message names, or all that the set sees where it names nothing."""
    released = tuple(log.state.released)
    named = chosen(log.message.words, released, log.catalogue)
    if named == NOTHING:
        leave_as_it_is(log, say)
        return
    taken = named if isinstance(named, tuple) else released
    for item in taken:
        log.withdraw(item)
    say("utter_withdrawn", items=_named(taken, log))


def choose_items(log: TurnLog, say: Speaker, text: str) -> None:
    """What is to be passed on: noted, and shown in its exact words before anything is."""
    picked = _picked(log, text)
    if picked == MORE:
        log.append(StepKind.ASKED, RELEASE, command="share_more")
    elif picked == NOTHING:
        log.append(StepKind.SKIPPED, RELEASE)
    elif isinstance(picked, tuple):
        log.append(StepKind.ANSWERED, RELEASE, text=" ".join(picked), command=log.would_be)
    else:
        log.append(StepKind.ASKED, RELEASE, command="item_unclear")
        say("utter_item_unclear")


def choose_the_only_one(log: TurnLog, say: Speaker) -> None:
    """Yes to the only thing on offer; it is still confirmed in its exact words."""
    said = [item for item, words in listed(log.state, log.catalogue).items() if words]
    if len(said) == 1:
        log.append(StepKind.ANSWERED, RELEASE, text=said[0])
    else:
        log.append(StepKind.ASKED, RELEASE, command="item_unclear")
        say("utter_item_unclear")


def choose_nothing(log: TurnLog, say: Speaker) -> None:
    """Everything stays private."""
    log.append(StepKind.SKIPPED, RELEASE, command="deny")


def pass_on(log: TurnLog, say: Speaker) -> None:
    """Pass on what was shown, word for word; never before somebody has looked for names in it."""
    if log.state.people is None:
        look_for_people(log, say)
        log.append(StepKind.ASKED, RELEASE, command="affirm")
        return
    if log.state.own_name and log.record.is_nameless():
        log.record.rename(log.state.own_name)
    before = log.state  # each step of the release changes what is chosen
    words = words_chosen(before)
    for item, wording in to_be_seen(before).items():
        log.release(item, wording, words[item], day_of(before, item))


def tell_what_stays(log: TurnLog, say: Speaker) -> None:
    """Where an answer was changed that the set has: it keeps the earlier words until told anew."""
    changed = changed_since(log.before, log.state)
    if changed and not log.told_what_stays:
        log.told_what_stays = True
        say("utter_release_stays", items=_named(changed, log))


def _picked(log: TurnLog, text: str) -> tuple[str, ...] | str | None:
    shown = listed(log.state, log.catalogue)
    return chosen(
        text,
        tuple(shown),
        log.catalogue,
        every=[item for item, words in offered(log.state).items() if words],
        unlisted=by_name(log.state, log.catalogue),
    )


def _named(items: tuple[str, ...], log: TurnLog) -> str:
    return ", ".join(log.catalogue.named(item).short for item in items)
