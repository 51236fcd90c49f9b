"""Yes and no, and what they confirm: starting again, deleting everything, passing on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assistant.actions.command import Command, Speaker
from assistant.actions.keeping import keep_as
from assistant.actions.naming import keep_name, take_nothing, want_role
from assistant.actions.rescue import settle_as_answer, settle_as_command
from assistant.actions.review import REVIEW, leave_as_it_is, not_right
from assistant.actions.sentence import accept
from assistant.actions.share import choose_nothing, choose_the_only_one, pass_on
from assistant.actions.turn_log import TurnLog
from assistant.coaching.adding import ADDED
from assistant.coaching.plain_words import consents
from assistant.coaching.repeats import earlier_answer, said_before
from assistant.coaching.route import holds_answer
from assistant.records.steps import StepKind


class StartAgain(Command):
    """Asks whether to start again."""

    command = "start_again"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Open the confirmation."""
        self.asked(log)


class DeleteData(Command):
    """Asks whether to delete everything."""

    command = "delete_data"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Open the confirmation."""
        self.asked(log)


class Affirm(Command):
    """Yes."""

    command = "affirm"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Do what the open question asked about."""
        if log.state.held:
            settle_as_answer(log)
            return
        if log.next in _SURE_ONLY and log.message.words and not consents(log.message.words):
            log.append(StepKind.ASKED, command="unclear_yes")
            say("utter_unclear_yes")
            return
        _YES.get(log.next, _keep)(log, say)


class Deny(Command):
    """No."""

    command = "deny"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Leave what the open question asked about."""
        if log.state.held:
            settle_as_command(log, say, judgement)
            return
        _NO.get(log.next, _keep)(log, say)


class SaySame(Command):
    """The same as before."""

    command = "say_same"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Keep the answer that is being revisited; elsewhere the words are the answer."""
        new = not (log.answered or log.state.revisiting)
        if new and log.message.words and holds_answer(log.next, log.catalogue):
            keep_as(log, log.next, _meant(log))
            say("utter_say_same")
        else:
            _keep(log, say)


def _meant(log: TurnLog) -> str:
    """What "the same" means: the earlier words that were quoted, or else what was said.

    Of a step it can only be the one of before, quoted or not.
    """
    quoted = log.next == "first_steps" or said_before(log.next, log.state) is not None
    return (quoted and earlier_answer(log.next, log.state)) or log.message.words


def _keep(log: TurnLog, say: Speaker) -> None:
    """Leave the answer that is being revisited as it is; elsewhere just go on."""
    if log.next == REVIEW:
        leave_as_it_is(log, say)
        return
    revisiting = log.state.revisiting
    log.append(StepKind.ASKED, command="kept_as_it_was")
    if revisiting:
        say("utter_kept_as_it_was")


def _start_again(log: TurnLog, say: Speaker) -> None:
    log.append(StepKind.ASKED, command="started_again")
    say("utter_started_again")


def _delete(log: TurnLog, say: Speaker) -> None:
    deleted = log.delete_everything()
    say(
        "utter_deleted",
        withdrawn=_counted("utter_deleted_withdrawn", deleted.releases_withdrawn, log),
        backups=_counted("utter_deleted_backups", deleted.backups_locked, log),
    )


def _counted(response: str, count: int, log: TurnLog) -> str:
    """A sentence about so many, in the singular or the plural; nothing where there are none."""
    if not count:
        return ""
    number = "one" if count == 1 else "many"
    return log.catalogue.text(f"{response}_{number}", count=str(count))


def _lapse(log: TurnLog, say: Speaker) -> None:
    log.append(StepKind.ASKED, command="lapsed")
    say("utter_nothing_changed")


def _in_other_words(log: TurnLog, say: Speaker) -> None:
    log.append(StepKind.ASKED, command="reworded")


def _nothing_more(log: TurnLog, say: Speaker) -> None:
    log.append(StepKind.ASKED, command="nothing_more")


_SURE_ONLY = frozenset({"confirm_start_again", "confirm_delete", "confirm_release"})
"""What only a clear yes does: "keep" at "Shall I pass it on?" may well mean "keep it private"."""
_Answering = Callable[[TurnLog, Speaker], None]

_YES: Mapping[str, _Answering] = {
    "confirm_start_again": _start_again,
    "confirm_delete": _delete,
    "person": lambda log, say: keep_name(log),
    "confirm_release": pass_on,
    "summary": accept,
    "review": leave_as_it_is,
    "release": choose_the_only_one,
    **dict.fromkeys(ADDED, _in_other_words),
}

_NO: Mapping[str, _Answering] = {
    "confirm_start_again": _lapse,
    "confirm_delete": _lapse,
    "person": lambda log, say: want_role(log),
    "confirm_release": take_nothing,
    "which_answer": _lapse,
    "summary": _in_other_words,
    "review": not_right,
    "release": choose_nothing,
    **dict.fromkeys(ADDED, _nothing_more),
}
