"""A member's own copy as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from assistant.catalogue import Catalogue
from assistant.days import day, weekday_and_day
from assistant.meeting.markdown import document, emphasised, heading, quoted, strong
from assistant.meeting.own_copy import OwnCopy, PassedOn, PreparationCopy
from assistant.meeting.own_way import OwnWay
from assistant.meeting.rounds import AnswerCopy, Round
from assistant.meeting.titles import title_of
from assistant.meeting.way_markdown import ways_blocks
from assistant.texts.texts import Texts


def copy_markdown(copy: OwnCopy, catalogue: Catalogue, texts: Texts) -> str:
    """The copy as a document, newest preparation first."""
    writing = _Writing(catalogue, texts)
    return document(
        heading(1, texts("copy_title", name=copy.member)),
        texts("copy_about", day=day(copy.written_on)),
        *writing.ways(copy.ways),
        *(block for made in reversed(copy.preparations) for block in writing.preparation(made)),
    )


class _Writing:
    """Writes the parts of a copy, each as blocks of Markdown."""

    def __init__(self, catalogue: Catalogue, texts: Texts) -> None:
        self._catalogue = catalogue
        self._texts = texts

    def ways(self, ways: tuple[OwnWay, ...]) -> Iterator[str]:
        """How the sentence changed and what came of each step, once a second meeting tells it."""
        told = [one for one in ways if len(one.stages) > 1 or one.stages[0].came_of_it]
        if told:
            yield heading(2, self._texts("way_title"))
        yield from ways_blocks(told, self._texts, level=3)

    def preparation(self, made: PreparationCopy) -> Iterator[str]:
        title = self._texts("copy_preparation", day=day(made.held_on), set=made.set_name)
        yield heading(2, title)
        if not made.rounds:
            yield self._texts("copy_nothing")
        *earlier, present = made.rounds or (None,)
        if present:
            yield from self._round(present)
        if made.passed_on:
            yield heading(3, self._texts("copy_released"))
        for item in made.passed_on:
            yield from self._passed_on(item, self._catalogue.with_word(made.word))
        for number, before in enumerate(earlier, 1):
            if before:
                yield heading(3, self._texts("copy_earlier_round", number=number))
                yield from self._round(before)

    def _round(self, one: Round) -> Iterator[str]:
        headings = groupby(one.answers, key=lambda answer: self._texts(f"copy_part_{answer.part}"))
        for part, answers in headings:
            yield heading(3, part)
            for answer in answers:
                yield from self._answer(answer)
        sentence = one.sentence or one.offered
        if sentence:
            key = "copy_sentence" if one.sentence else "copy_sentence_offered"
            yield heading(3, self._texts(key))
            yield quoted(sentence)
            yield from self._earlier(one.earlier_sentences)
        if one.held:
            yield heading(3, self._texts("copy_held"))
            yield quoted(one.held.said)

    def _answer(self, answer: AnswerCopy) -> Iterator[str]:
        yield strong(answer.asked)
        if answer.answer is not None:
            yield quoted(answer.answer)
        else:
            key = "copy_skipped" if answer.skipped else "copy_unanswered"
            yield emphasised(self._texts(key))
        yield from self._earlier(answer.earlier)

    def _earlier(self, wordings: tuple[str, ...]) -> Iterator[str]:
        for wording in wordings:
            yield emphasised(self._texts("copy_earlier"))
            yield quoted(wording)

    def _passed_on(self, item: PassedOn, catalogue: Catalogue) -> Iterator[str]:
        key = "copy_withdrawn_at" if item.withdrawn_at else "copy_released_at"
        yield strong(
            self._texts(
                key,
                title=title_of(item.item, catalogue, self._texts),
                day=day(item.released_at),
                withdrawn=day(item.withdrawn_at) if item.withdrawn_at else "",
            )
        )
        yield quoted(item.text)
        if item.day:
            yield emphasised(self._texts("record_step_day", day=weekday_and_day(item.day)))
