"""The weights are learned from what people marked, and the marks are well formed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import spacy

from assistant.summary import judge, ranking, reading
from assistant.summary.check import CEILING
from assistant.summary.fitting import __main__ as fitting
from assistant.summary.fitting import choice, regressions
from assistant.summary.fitting.choice import learn_choice
from assistant.summary.fitting.marked import Marked, Session, bare, marked, sessions
from assistant.summary.judge import ROLES
from assistant.summary.pieces import ASKED, find
from assistant.summary.plans import plans, seen
from assistant.summary.reading import read
from assistant.summary.salience import occurrences, salience

SESSIONS = sessions()
WORDS_ALONE = spacy.blank("en")


def short_ones() -> list[Session]:
    """A few short sessions in which something of every role is marked."""
    whole = [s for s in SESSIONS if {piece["role"] for piece in s["pieces"]} == set(ROLES)]
    return sorted(whole, key=lambda s: len(" ".join(s["answers"].values())))[:5]


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the weights that were learned from these alone, in place of the shipped."""
    folder = tmp_path_factory.mktemp("summary")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fitting, "sessions", short_ones)
        for module in (fitting, regressions):
            patch.setattr(module, "FOLDS", 2)
        patch.setattr(judge, "WEIGHTS", folder / "pieces.npz")
        for module in (ranking, choice):
            patch.setattr(module, "WEIGHTS", folder / "plans.npz")
        judge._learned.cache_clear()
        ranking._weights.cache_clear()
        fitting.main()
        yield folder
    judge._learned.cache_clear()
    ranking._weights.cache_clear()


@pytest.fixture(scope="module")
def examples() -> list[Marked]:
    """The wordings of one of them."""
    session = short_ones()[0]
    return marked(session, read({key: text for key, text in session["answers"].items() if text}))


def test_what_was_learned_is_written_where_it_is_read(learned: Path) -> None:
    assert sorted(path.name for path in learned.iterdir()) == ["pieces.npz", "plans.npz"]


def test_what_was_learned_ranks_what_was_marked_above_what_was_not(learned: Path) -> None:
    above = []
    for session in short_ones():
        found = find({key: text for key, text in session["answers"].items() if text})
        spans = {(p["role"], p["key"], bare(p["span"])) for p in session["pieces"]}
        for role in ("aim", "obstacle"):
            pieces = found.pieces[role]
            is_marked = np.array([(role, p.span.key, bare(p.span.text)) in spans for p in pieces])
            worth = np.array([piece.worth for piece in pieces])
            if 0 < is_marked.sum() < len(pieces):
                above.append(worth[is_marked].mean() > worth[~is_marked].mean())
    assert len(above) > len(ROLES) and all(above)


def test_what_was_learned_chooses_a_sentence(learned: Path) -> None:
    answers = {key: text for key, text in short_ones()[0]["answers"].items() if text}
    ranked = ranking.ranked(answers, keep=bool)
    assert ranked
    worths = [worth for worth, _ in ranked]
    assert worths == sorted(worths, reverse=True)
    assert all(np.isfinite(worth) for worth in worths)


def test_what_is_seen_of_a_plan_has_a_weight() -> None:
    session = short_ones()[0]
    found = find({key: text for key, text in session["answers"].items() if text})
    with np.load(Path(ranking.__file__).parent / "weights" / "plans.npz") as shipped:
        names, weights = str(shipped["names"]).split("\n"), shipped["weights"]
    for plan in plans(found.pieces):
        assert set(seen(plan, salience(found.said))) <= set(names)
    assert len(weights) == len(names) and np.isfinite(weights).all()


def test_the_same_marks_teach_the_same(learned: Path) -> None:
    def held() -> dict[str, list[object]]:
        return {
            f"{path.name} {name}": array.tolist()
            for path in learned.iterdir()
            for name, array in np.load(path).items()
        }

    before = held()
    fitting.main()
    assert held() == before


def test_the_wording_of_what_was_marked_has_its_marks(examples: list[Marked]) -> None:
    session = short_ones()[0]
    values = {
        (p["role"], p["key"], bare(p["span"])): (p["value"], p["clear"])
        for p in reversed(session["pieces"])
    }
    told = [e for e in examples if e.value]
    assert len(told) >= 5
    for example in examples:
        wording = example.wording
        mark = (wording.role, wording.span.key, bare(wording.span.text))
        if mark in values:
            assert (example.value, example.clear) == values[mark]
        elif not example.value:
            assert example.clear is None


def test_every_wording_is_of_a_question_that_is_asked_for_its_role(examples: list[Marked]) -> None:
    assert all(e.wording.span.key in ASKED[e.wording.role] for e in examples)
    assert all(e.seen and e.glance for e in examples)


def test_the_choice_prefers_what_is_worth_more(examples: list[Marked]) -> None:
    session = short_ones()[0]
    said = read({key: text for key, text in session["answers"].items() if text})
    apart = np.array([(e.value or -1, e.clear or 0) for e in examples], dtype=np.float32)
    one = choice.choice(session, examples, apart, dict.fromkeys(occurrences(said), 0.5), ())
    chosen = one.worth[learn_choice([one]).scores(one).argmax()]
    assert chosen > np.quantile(one.worth, 0.9)
    assert all(plan.words <= CEILING for plan in one.plans)


def _faults(session: Session) -> Iterator[str]:
    pieces, answers = session["pieces"], session["answers"]
    if not (pieces and session["best"] and session["must_mention"]):
        yield "nothing is marked"
    if not set(session.get("must_mention_alternatives", {})) <= set(session["must_mention"]):
        yield "an alternative to nothing"
    for number, piece in enumerate(pieces):
        if piece["role"] not in ROLES or piece["key"] not in answers:
            yield f"{number}: no such role or question"
        if piece["value"] not in (1, 2, 3) or piece["clear"] not in (0, 1, 2):
            yield f"{number}: a mark out of range"
        if not isinstance(piece.get("say") or "", str):
            yield f"{number}: what is said is no text"
    for topic in session["topics"]:
        if topic["key"] not in answers or topic["value"] not in (1, 2, 3):
            yield f"{topic['np']}: no such question, or a mark out of range"
    for marks in session["read"]:
        if not all(1 <= mark <= 5 for mark in marks.values()):
            yield "a reader's mark out of range"
    for numbers in session["best"]:
        if not numbers or not set(numbers) <= set(range(len(pieces))):
            yield f"{numbers}: no such pieces"


def test_every_marked_session_is_well_formed() -> None:
    faults = {session["id"]: list(_faults(session)) for session in SESSIONS}
    assert {name: found for name, found in faults.items() if found} == {}


def test_what_is_marked_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "load", lambda: WORDS_ALONE)  # no parse is wanted
    unsaid = []
    for session in SESSIONS:
        said = read({key: text for key, text in session["answers"].items() if text})
        for piece in session["pieces"]:
            answer = " ".join(s.doc.text for s in said if s.key == piece["key"])
            if bare(piece["span"]) not in bare(answer):
                unsaid.append((session["id"], piece["key"], piece["span"]))
        whole = bare(" ".join(s.doc.text for s in said))
        unsaid += [(session["id"], t["key"], t["np"]) for t in session["topics"]
                   if bare(t["np"]) not in whole]  # fmt: skip
    assert unsaid == []


def test_each_session_is_there_once() -> None:
    assert max(Counter(session["id"] for session in SESSIONS).values()) == 1
    assert len(SESSIONS) >= 3 * regressions.FOLDS
