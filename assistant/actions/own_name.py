"""Asking, once, for the name under which the set sees what is passed on."""

from __future__ import annotations

from assistant.actions.command import Speaker
from assistant.actions.turn_log import TurnLog
from assistant.coaching.own_name import leaves_name, name_said
from assistant.records.steps import StepKind

OWN_NAME = "own_name"
_OTHER_WISHES = frozenset(
    (
        *("skip_question", "go_back", "repeat", "rephrase", "ask_why", "help", "thinking", "pause"),
        *("enough", "delete_data", "start_again", "withdraw", "change_answer", "summary_so_far"),
        *("ask_progress", "faq_confidentiality", "was_answer", "was_command"),
    )
)
"""Commands that are no name; a name may sound like any other, "Bill" or "Mark"."""


def look_for_own_name(log: TurnLog) -> None:
    """Note whether the member has no name of their own in the records yet."""
    nameless = "nameless" if log.record.is_nameless() else ""
    log.note(StepKind.ASKED, OWN_NAME, command="own_name_looked_for", about=nameless)


def read_own_name(log: TurnLog, say: Speaker) -> bool:
    """Take a name, or a wish to have none, whatever else it might sound like."""
    said = log.message.words
    if not said or log.judged in _OTHER_WISHES:
        return False
    if leaves_name(said):
        log.append(StepKind.SKIPPED, OWN_NAME)
    elif name_said(said) is None or log.judged == "affirm":
        log.append(StepKind.ASKED, OWN_NAME, command="own_name_unclear")
        say("utter_own_name_unclear")
    else:
        log.append(StepKind.ANSWERED, OWN_NAME, text=said)
    return True
