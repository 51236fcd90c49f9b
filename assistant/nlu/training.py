"""Trains the sentence model; the only place that uses scikit-learn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import numpy as np

from assistant.catalogue import catalogue
from assistant.embedding import Vectors, embedder
from assistant.nlu.asked import Asked, kind_of
from assistant.nlu.changing import CHANGE, change_evidence
from assistant.nlu.decision import Decision
from assistant.nlu.evidence import evidence, kind_of_question
from assistant.nlu.fit_choice import fit_choice
from assistant.nlu.form import form
from assistant.nlu.grams import GRAMS, Vocabulary
from assistant.nlu.model import Meaning, SentenceModel, Wording
from assistant.nlu.reading import ANSWER, SERIOUS, YES_OR_NO, Reading
from assistant.nlu.wording import gist

MEANING_C = 0.02
WORDING_C = 5.0
DECISION_C = 0.3
PLACING_C = 0.003
"""How far each regression may follow its examples (scikit-learn's C), by cross-validation."""
CHANGE_L2 = 0.3
"""How much the one that chooses is held back from following them."""
STILL = 1e-6
"""Keeps an embedding's column that never changes from dividing by zero."""
HELD_OUT = 3
"""One row in so many is held out, to learn the decision from what the model makes of it."""
QUESTIONS_TRIED = 5
"""At how many questions each example is weighed."""
_UNDECIDED = Decision({}, 0.0)

_KINDS = frozenset({"text", "list", "number", "date"})


@dataclass(frozen=True)
class Example:
    """A row of the training data.

    Attributes:
        text: what is said.
        label: its intent.
        asked: keys of the questions that it is said to; none where it may be any.
        answers: the answers given so far, question key -> text, where it was said with these.
        about: of a request to change, the question whose answer is meant, where that is known.
        is_given: whether it is itself one of the answers that rows name as given so far.
    """

    text: str
    label: str
    asked: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    about: str = ""
    is_given: bool = False


def train(examples: Sequence[Example]) -> SentenceModel:
    """Return the model trained on these examples."""
    told = in_order(examples)
    return fit(told, embedder()([gist(example.text) for example in told]))


def in_order(examples: Sequence[Example]) -> list[Example]:
    """Return the examples, and what they name as said before, in an order that never changes.

    What is held out goes by the order, and files are not read in the same one everywhere.
    """
    ordered = sorted(examples, key=lambda example: (example.label, example.text))
    return [*ordered, *told_in_order(ordered)]


def told_in_order(examples: Sequence[Example]) -> list[Example]:
    """Return the answers that rows name as given before, each as the answer that it was.

    They are what ordinary answers look like after others, so that these are not taken for requests.
    """
    sessions = {tuple(example.answers.items()) for example in examples}
    return [
        Example(text, ANSWER, (key,), dict(session[:place]), is_given=True)
        for session in sorted(sessions)
        for place, (key, text) in enumerate(session)
        if place
    ]


def fit(examples: Sequence[Example], vectors: Vectors) -> SentenceModel:
    """Return the model trained on examples that are embedded already.

    Those that are said after answers given before teach only what goes back to an earlier answer:
    without these their words say nothing. The answers given before teach as any others do.
    """
    alone = [
        (replace(example, answers={}), vector)
        for example, vector in zip(examples, vectors, strict=True)
        if not example.answers or example.is_given
    ]
    rows = _Rows.of(alone)
    in_context = _Rows.of([row for row in zip(examples, vectors, strict=True) if row[0].answers])
    vocabularies = tuple(Vocabulary.learned(kind, rows.gists) for kind in GRAMS)
    grams = matrix(rows.gists, vocabularies)
    kept, left = _held_out(rows)
    given = in_context.some([n for n, e in enumerate(in_context.examples) if e.is_given])
    unseen = rows.some(left)
    first = replace(
        _fit(rows.some(kept), vocabularies, grams[kept]), **fit_placing(rows.some(kept), given)
    )
    decision = fit_decision(unseen.examples, read := _read(first, unseen))
    in_sessions = put_in_sessions(unseen.examples, given.examples)
    change = fit_change(
        [*in_context.examples, *(example for example, _ in in_sessions)],
        [*_read(first, in_context), *(read[row] for _, row in in_sessions)],
    )
    whole = _fit(rows, vocabularies, grams, decision, change)
    return replace(whole, **fit_placing(rows, given))


def fit_placing(*parts: _Rows) -> dict[str, Any]:
    """Return `places` and `placing` of a model, learned from answers said to one question alone.

    Rows that `change` is learned from are no part of it: their places would be trusted too much.
    """
    said = [
        (example.asked[0], vector)
        for rows in parts
        for example, vector in zip(rows.examples, rows.vectors, strict=True)
        if example.label == ANSWER and len(example.asked) == 1
    ]
    keys = [key for key, _ in said]
    if len(set(keys)) < 3:  # two would be told apart by one column
        return {}
    placing = fit_meaning(np.stack([vector for _, vector in said]), keys, PLACING_C)
    return {"places": tuple(sorted(set(keys))), "placing": placing}


def put_in_sessions(
    examples: Sequence[Example], given: Sequence[Example]
) -> list[tuple[Example, int]]:
    """Return requests to change, and answers, each in a session that is drawn; and their places.

    Whatever names a question or bids an edit is a request in any session, and an ordinary answer is
    an answer in any, if it is said to one of its questions.
    """
    random = Random(1)
    found = []
    for row, example in enumerate(examples):
        if not given or example.label not in (ANSWER, CHANGE):
            continue
        drawn = random.choice(given)
        answers = {**drawn.answers, drawn.asked[0]: drawn.text}
        ahead = [key for key in _questions() if key not in answers]
        asked = random.choice([key for key in example.asked if key in ahead] or ahead)
        if example.label == CHANGE or not example.asked or asked in example.asked:
            found.append((replace(example, asked=(asked,), answers=answers), row))
    return found


@dataclass(frozen=True)
class _Rows:
    """Some examples with gist and embedding."""

    examples: Sequence[Example]
    gists: Sequence[str]
    vectors: Vectors

    @classmethod
    def of(cls, rows: Sequence[tuple[Example, Vectors]]) -> _Rows:
        examples = [example for example, _ in rows]
        vectors = np.array([vector for _, vector in rows], dtype=np.float32)
        return cls(examples, [gist(example.text) for example in examples], vectors)

    def some(self, rows: Sequence[int]) -> _Rows:
        examples = [self.examples[row] for row in rows]
        return _Rows(examples, [self.gists[row] for row in rows], self.vectors[rows])

    @property
    def labels(self) -> list[str]:
        return [example.label for example in self.examples]


def _fit(
    rows: _Rows,
    vocabularies: tuple[Vocabulary, ...],
    grams: Any,
    decision: Decision = _UNDECIDED,
    change: Decision = _UNDECIDED,
) -> SentenceModel:
    labels = rows.labels
    return SentenceModel(
        tuple(sorted(set(labels))),
        fit_meaning(rows.vectors, labels),
        fit_wording(vocabularies, grams, labels),
        decision,
        change,
    )


def _held_out(rows: _Rows) -> tuple[Sequence[int], Sequence[int]]:
    """Return the rows to train a first model on, and those that are held out from it."""
    from sklearn.model_selection import StratifiedKFold

    folds = StratifiedKFold(HELD_OUT, shuffle=True, random_state=0)
    kept, left = next(folds.split(rows.vectors, rows.labels))
    return kept, left


def _read(model: SentenceModel, rows: _Rows) -> list[Reading]:
    texts = [example.text for example in rows.examples]
    return model.read_embedded(texts, rows.gists, rows.vectors) if texts else []


def fit_meaning(vectors: Vectors, labels: Sequence[str], follow: float = MEANING_C) -> Meaning:
    """Return the regression over the embeddings; it follows its examples as far as `follow`."""
    from sklearn.linear_model import LogisticRegression  # 2 s and 100 MB: only to train

    mean, spread = vectors.mean(axis=0), vectors.std(axis=0) + STILL
    regression = LogisticRegression(C=follow, max_iter=100)
    regression.fit((vectors - mean) / spread, labels)
    return Meaning(mean, spread, *_weights(regression))


def fit_wording(vocabularies: tuple[Vocabulary, ...], grams: Any, labels: Sequence[str]) -> Wording:
    """Return the regression over grams and form (`matrix`)."""
    from sklearn.linear_model import LogisticRegression

    regression = LogisticRegression(
        C=WORDING_C, solver="liblinear", multi_class="ovr", dual=True, tol=0.01, random_state=0
    )  # the dual is twice as fast with more columns than rows, and as good
    regression.fit(grams, labels)
    return Wording(vocabularies, *_weights(regression))


def fit_decision(examples: Sequence[Example], read: Sequence[Reading]) -> Decision:
    """Return the regression over the evidence, at the questions that were or may be asked.

    `read` is what a model made of each example that had not been trained on it. At every kind of
    question answers and commands weigh alike, so that the question itself speaks for neither.
    """
    cases = list(_cases(examples, read))
    sides = [(kind_of_question(asked), is_answer) for _, asked, is_answer in cases]
    counts = Counter(sides)
    return _regression(
        [evidence(reading, asked) for reading, asked, _ in cases],
        [is_answer for _, _, is_answer in cases],
        [len(cases) / counts[side] / len(counts) for side in sides],
    )


def fit_change(examples: Sequence[Example], read: Sequence[Reading]) -> Decision:
    """Return the regression that tells whether a text goes back to an answer, and to which."""
    pairs = sorted(zip(examples, read, strict=True), key=lambda pair: [*pair[0].answers.items()])
    cases = [
        (change_evidence(reading, _asked(example)), _meant(example)) for example, reading in pairs
    ]
    return fit_choice(cases, CHANGE_L2)


def _meant(example: Example) -> Collection[str]:
    """Return the answers that a request may mean, none where it is no request."""
    if example.label != CHANGE:
        return ()
    return (example.about,) if example.about in example.answers else tuple(example.answers)


def _asked(example: Example) -> Asked:
    key = example.asked[0]
    return Asked(key, kind_of(key), answers=example.answers)


def _regression(
    measures: Sequence[Mapping[str, float]],
    sides: Sequence[bool],
    weights: Sequence[float],
) -> Decision:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    if len(set(sides)) < 2:
        return _UNDECIDED
    vectorizer = DictVectorizer()
    regression = LogisticRegression(C=DECISION_C, max_iter=800)
    regression.fit(vectorizer.fit_transform(measures), sides, sample_weight=weights)
    named = zip(vectorizer.get_feature_names_out(), regression.coef_[0].tolist(), strict=True)
    return Decision(dict(named), float(regression.intercept_[0]))


def _cases(
    examples: Sequence[Example], read: Sequence[Reading]
) -> Iterator[tuple[Reading, Asked, bool]]:
    """Return readings at a question, and whether they are answers; the same ones every time."""
    random = Random(0)
    numbers = [key for key in _questions() if kind_of(key) == "number"]
    for example, reading in zip(examples, read, strict=True):
        if example.label in SERIOUS:
            continue
        is_answer = example.label == ANSWER or example.label in YES_OR_NO
        apart = numbers if is_answer else []  # no number is said to anything but a number
        choice = example.asked or tuple(key for key in _questions() if key not in apart)
        for key in random.sample(choice, min(QUESTIONS_TRIED, len(choice))):
            yield reading, Asked(key, kind_of(key)), is_answer


def _questions() -> list[str]:
    """Return the keys of the questions that are answered in a member's own words.

    "Anything else?" and "Stay with that, or go on?" are answered as the question before, and teach
    nothing more.
    """
    known: Mapping[str, Any] = catalogue().questions
    apart = {"aside", "more", "staying"}
    return [key for key in known if kind_of(key) in _KINDS and known[key].part not in apart]


def matrix(gists: Sequence[str], vocabularies: Sequence[Vocabulary]) -> Any:
    """Return grams and form of the texts as one sparse matrix, a row a text."""
    from scipy.sparse import csr_matrix, hstack

    blocks = []
    for vocabulary in vocabularies:
        weighed = [vocabulary.weigh(text) for text in gists]
        rows = [row for row, weights in enumerate(weighed) for _ in weights]
        columns = [column for weights in weighed for column in weights]
        values = [value for weights in weighed for value in weights.values()]
        shape = (len(gists), len(vocabulary.columns))
        blocks.append(csr_matrix((values, (rows, columns)), shape=shape))
    return hstack([*blocks, csr_matrix(np.stack([form(text) for text in gists]))], format="csr")


def _weights(regression: Any) -> tuple[Vectors, Vectors]:
    return regression.coef_.T.astype(np.float32), regression.intercept_.astype(np.float32)
