from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.summary import means, measure, mentioned, ours

SESSIONS = json.loads((Path(__file__).parents[1] / "summary" / "sessions.json").read_text("utf-8"))[
    "sessions"
]


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session["id"])
def test_the_sentence_by_hand_mentions_all_that_it_has_to(session: dict[str, object]) -> None:
    first = session["ideal_summaries"][0]  # type: ignore[index]
    assert mentioned(first, session) == tuple(session["must_mention"])  # type: ignore[arg-type]


def test_ours_say_what_they_have_to_in_one_breath() -> None:
    mean = means([measure(ours(session), session, 0.0, 0.0) for session in SESSIONS])
    assert mean["mentioned"] >= 0.9
    assert mean["words"] <= 28 and mean["longest"] <= 35
    assert mean["one_sentence"] == mean["passed"] == 1.0
