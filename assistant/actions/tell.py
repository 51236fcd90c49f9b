"""Commands that are answered with a text and change nothing."""

from __future__ import annotations

from typing import Any

from assistant.actions.command import Command, Speaker, Telling
from assistant.actions.review import REVIEW, leave_as_it_is
from assistant.actions.sentence import sentence_so_far
from assistant.actions.turn_log import TurnLog
from assistant.catalogue import Catalogue
from assistant.coaching.adding import ADDED
from assistant.coaching.route import minutes_left, questions_dealt_with
from assistant.meeting.own_way import own_stages
from assistant.meeting.way_words import way_in_words
from assistant.records.steps import StepKind
from assistant.records.turn_record import TurnRecord
from assistant.texts.texts import texts


class Help(Telling):
    """What one can say here."""

    command = "help"


class Thinking(Telling):
    """No hurry; and no question after it."""

    command = "thinking"


class Pause(Telling):
    """Stop for now, with the sentence so far; and no question after it."""

    command = "pause"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Say that the place is kept; whoever leaves has the sentence as far as it can be made."""
        super().carry_out(log, say, judgement)
        sentence = sentence_so_far(log)
        if sentence is not None:
            say("utter_sentence_so_far", sentence=sentence)


class Resume(Telling):
    """Go on: from what is being looked over, and from whether there is more to say."""

    command = "resume"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Go on."""
        if log.next == REVIEW:
            leave_as_it_is(log, say)
        elif log.next in ADDED and not log.state.paused:
            log.append(StepKind.ASKED, command="nothing_more")
        else:
            super().carry_out(log, say, judgement)


class Enough(Telling):
    """No more questions today: on to the sentence."""

    command = "enough"


class LouderSlower(Telling):
    """Louder, slower: for a voice."""

    command = "louder_slower"


class AskExport(Telling):
    """How to get one's own copy."""

    command = "ask_export"


class AskAdvice(Telling):
    """It gives no advice; it offers to note that the set's suggestions are wished for."""

    command = "ask_advice"


class OffTopic(Telling):
    """A remark that has nothing to do with it."""

    command = "off_topic"


class FaqActionLearning(Telling):
    """What action learning is."""

    command = "faq_action_learning"


class FaqGroundRules(Command):
    """What the set agreed, or that it has not yet; never a list of somebody else's."""

    command = "faq_ground_rules"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Say the set's own rules, each on a line."""
        self.asked(log)
        rules = log.ground_rules
        if rules:
            say("utter_ground_rules_agreed", rules="\n".join(f"- {rule}" for rule in rules))
        else:
            say("utter_faq_ground_rules")


class FaqSetMeeting(Telling):
    """How a meeting goes."""

    command = "faq_set_meeting"


class FaqConfidentiality(Command):
    """Who sees this, and how long it is kept."""

    command = "faq_confidentiality"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Say so, with what the set decided about keeping."""
        self.asked(log)
        say("utter_faq_confidentiality", kept=_kept(log.keep_months, log.catalogue))


def _kept(months: int | None, catalogue: Catalogue) -> str:
    if months is None:
        return catalogue.text("utter_kept_for_ever")
    if months == 1:
        return catalogue.text("utter_kept_a_month")
    return catalogue.text("utter_kept_for_months", months=str(months))


class AskProgress(Command):
    """How far one is."""

    command = "ask_progress"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Say how many questions are dealt with, of how many, and about how long the rest takes."""
        self.asked(log)
        done, of = questions_dealt_with(log.state, log.catalogue)
        if done == of or log.state.enough:
            say("utter_progress_done")
            return
        minutes = minutes_left(log.state, log.catalogue)
        say("utter_ask_progress", done=str(done), of=str(of), minutes=str(minutes))


class HowSentenceChanged(Command):
    """How the sentence changed from meeting to meeting, for the member alone."""

    command = "how_sentence_changed"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Say the sentence of each meeting, the step, and what came of it."""
        self.asked(log)
        log.of_meetings = _meetings(log.record)
        if log.of_meetings:
            say("utter_how_sentence_changed", meetings=log.of_meetings)
        else:
            say("utter_no_sentence_to_compare")


def how_sentence_changed(record: TurnRecord, catalogue: Catalogue) -> str:
    """How the sentence changed, told once more: as the logs that are still there have it."""
    meetings = _meetings(record)
    if not meetings:
        return catalogue.text("utter_no_sentence_to_compare")
    return catalogue.text("utter_how_sentence_changed", meetings=meetings)


def _meetings(record: TurnRecord) -> str:
    stages = own_stages(record.logs())
    told = any(stage.sentence for stage in stages)
    return way_in_words(stages, texts("meeting")) if told else ""


class AskWhy(Command):
    """Why the open question is asked."""

    command = "ask_why"

    def carry_out(self, log: TurnLog, say: Speaker, judgement: dict[str, Any]) -> None:
        """Say why."""
        self.asked(log)
        say(f"utter_why_{log.concerned}")
