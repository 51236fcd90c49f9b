"""Asking, once, for the name under which the set sees what is passed on."""

from __future__ import annotations

from assistant.actions.command import Speaker
from assistant.actions.move import reopen, tell_earlier
from assistant.actions.turn_log import TurnLog
from assistant.coaching.own_name import leaves_name, name_said, puts_name_right, speaks_of_name
from assistant.records.steps import StepKind

OWN_NAME = "own_name"
_OTHER_WISHES = frozenset(
    (
        *("skip_question", "go_back", "repeat", "rephrase", "ask_why", "help", "thinking", "pause"),
        *("enough", "delete_data", "start_again", "withdraw", "change_answer", "summary_so_far"),
        *("ask_progress", "faq_confidentiality", "faq_storage", "was_answer", "was_command"),
        *("louder_slower", "ask_export", "ask_advice", "choose_route", "resume"),
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
    in_doubt = log.judged == "in_doubt" and said.islower()  # names are mostly typed as such
    if not said or (log.would_be if in_doubt else log.judged) in _OTHER_WISHES:
        return False
    if leaves_name(said) or (log.judged == "deny" and name_said(said) is None):
        log.append(StepKind.SKIPPED, OWN_NAME)
    elif name_said(said) is None or log.judged == "affirm":
        log.append(StepKind.ASKED, OWN_NAME, command="own_name_unclear")
        say("utter_own_name_unclear")
    else:
        log.append(StepKind.ANSWERED, OWN_NAME, text=said)
    return True


def name_put_right(log: TurnLog, say: Speaker) -> bool:
    """Another name, said where the one that was taken is shown; it is asked for where none is."""
    words = log.message.words
    if log.state.own_name is None:
        return False
    if puts_name_right(words):
        log.append(StepKind.ANSWERED, OWN_NAME, text=words)
        return True
    if not speaks_of_name(words):
        return False
    reopen(log, OWN_NAME, "change_answer")
    tell_earlier(log, say, OWN_NAME)
    return True
