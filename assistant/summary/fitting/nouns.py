"""What a sentence must mention, and what it is about, learned from the marked worksheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assistant.summary.fitting.marked import Session, bare
from assistant.summary.fitting.regressions import Learner
from assistant.summary.judge import Vectors, meanings_of
from assistant.summary.language import lemmas
from assistant.summary.noun_phrases import Phrase, phrases
from assistant.summary.pieces import TOPICS
from assistant.summary.reading import Sentence
from assistant.summary.salience import chances, occurrences, of_word
from assistant.summary.topics import Topic, counted, led, nearness, of_phrase

_ALIKE = 0.5  # what a wording is worth of which the noun alone was marked, as a share of its mark
_PLAIN = 1.5  # a mark that counts as much as a phrase that nobody marked


def learn_words(
    every: Sequence[Session], said: Sequence[Sequence[Sentence]]
) -> tuple[dict[str, Any], list[Mapping[str, float]]]:
    """Return the regression for words, and what one learned without a session says of its words."""
    told = [occurrences(sentences) for sentences in said]
    seen = [list(of_word(word, where)) for some in told for word, where in some.items()]
    wanted = [
        word in named
        for session, some in zip(every, told, strict=True)
        for named in [_to_mention(session)]
        for word in some
    ]
    groups = np.repeat(np.arange(len(told)), [len(some) for some in told])
    learner = Learner(seen, None)
    odds = learner.learn_apart(groups, np.array(wanted))
    each = iter(chances(odds))
    return learner.held("words"), [{word: next(each) for word in some} for some in told]


def _to_mention(session: Session) -> frozenset[str]:
    others = session.get("must_mention_alternatives", {}).values()
    terms = (*session["must_mention"], *(term for terms in others for term in terms))
    words = (word for term in terms for word in term.lower().split())
    return frozenset(form for word in words for form in lemmas(word))


@dataclass(frozen=True)
class MarkedTopic:
    """A topic, its worth by a regression that had not seen its session, with its mark: 0 to 3."""

    topic: Topic
    value: float


def learn_topics(
    every: Sequence[Session], said: Sequence[Sequence[Sentence]]
) -> tuple[dict[str, Any], list[Sequence[MarkedTopic]]]:
    """Return the regression for topics, and the topics of each session, the best first."""
    seen: list[list[str]] = []
    known, meanings = [phrases(sentences) for sentences in said], []
    for sentences, some in zip(said, known, strict=True):
        counts = counted(sentences)
        meanings.append(meanings_of([phrase.text for phrase in some]))
        near = nearness(sentences, meanings[-1])
        seen += [[*of_phrase(p, counts), *n] for p, n in zip(some, near, strict=True)]
    values = [_values(*both) for both in zip(every, known, strict=True)]
    marks = np.concatenate([exact for exact, _ in values])
    groups = np.repeat(np.arange(len(known)), [len(some) for some in known])
    learner = Learner(seen, np.concatenate(meanings))
    odds = learner.learn_apart(groups, marks > 0, np.where(marks > 0, marks / _PLAIN, 1.0))
    apart = np.split(odds, np.cumsum([len(some) for some in known])[:-1])
    return learner.held("topics"), [
        _ranked(*parts)
        for parts in zip(known, meanings, [soft for _, soft in values], apart, strict=True)
    ]


def _values(session: Session, known: Sequence[Phrase]) -> tuple[Vectors, Vectors]:
    """Return the mark of each phrase, and its worth where its noun stands in a marked one too."""
    marks: dict[str, int] = {}
    for mark in session.get("topics", ()):
        for text in (mark["np"], mark.get("say", mark["np"])):
            marks[bare(text)] = max(marks.get(bare(text), 0), mark["value"])
    exact = np.array(
        [max(marks.get(bare(p.text), 0), marks.get(bare(p.span.text), 0)) for p in known], float
    )
    heads: dict[str, float] = {}
    for phrase, value in zip(known, exact, strict=True):
        lemma = phrase.head.lemma_.lower()
        heads[lemma] = max(heads.get(lemma, 0.0), value)
    alike = [_ALIKE * heads[phrase.head.lemma_.lower()] for phrase in known]
    return exact, np.maximum(exact, alike)


def _ranked(
    known: Sequence[Phrase],
    meanings: Vectors,
    values: Vectors,
    odds: Vectors,
) -> Sequence[MarkedTopic]:
    best = np.argsort(-odds, kind="stable")[:TOPICS]
    return [
        MarkedTopic(
            Topic(known[row], led(known[row]), float(odds[row]), meanings[row]),
            float(values[row]),
        )
        for row in best
    ]
