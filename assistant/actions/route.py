"""The route: chosen at the start, offered once more, changed at any time."""

from __future__ import annotations

from typing import Any

from assistant.actions.command import Command, Speaker
from assistant.actions.keeping import keep_as
from assistant.actions.turn_log import TurnLog
from assistant.coaching.adding import ADDED
from assistant.coaching.naming_routes import route_meant
from assistant.coaching.route import holds_answer, minutes_left, questions_dealt_with, route_of
from assistant.records.steps import How, StepKind

_A_FEW = 4  # questions after which the routes are offered once more
_WORTH_IT = 3  # questions that have to be left for it
_AN_ANSWER = 4  # words from which what is said to the choice is an answer instead


class ChooseRoute(Command):
    """Shorter or longer: five minutes, ten, or all of it."""

    command = "choose_route"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Take the route that is named, or ask which."""
        route = route_meant(log.message.said)
        if route is None or log.message.how is How.CHOSEN:
            self.asked(log)
        else:
            choose(log, say, route)


def choose(log: TurnLog, say: Speaker, route: str) -> None:
    """Take this route from here on; what was answered stays."""
    same = log.state.route == route and not log.state.enough
    log.append(StepKind.ASKED, command=ChooseRoute.command, about=route)
    say("utter_route_same" if same else f"utter_route_{route}")


def choose_or_answer(log: TurnLog, say: Speaker, text: str) -> None:
    """What is said to "five minutes, ten, or about thirty-five?", and to whether to note a wish.

    What is plainly no choice is not lost: it is the answer to the question that waits.
    """
    route = route_meant(text) if log.next == "route" else None
    if len(text.split()) >= _AN_ANSWER and holds_answer(log.beneath, log.catalogue):
        keep_as(log, log.beneath, text)
    elif route is not None:
        choose(log, say, route)
    else:
        log.append(StepKind.ASKED, command="lapsed")
        say("utter_nothing_changed")


def offer_again(log: TurnLog, say: Speaker) -> None:
    """One line, once, after a few questions: how long the rest takes, and that it can change.

    Not to somebody who has chosen how long it is to take, or who has come back for ten minutes.
    """
    state = log.state
    done, of = questions_dealt_with(state, log.catalogue)
    if state.route or state.previous or state.route_offered or state.enough:
        return
    if done < _A_FEW or of - done < _WORTH_IT:
        return
    if not holds_answer(log.next, log.catalogue) or log.next in ADDED or state.revisiting:
        return
    log.note(StepKind.ASKED, log.next, command="route_offered", about=route_of(state))
    say("utter_route_again", done=str(done), minutes=str(minutes_left(state, log.catalogue)))
