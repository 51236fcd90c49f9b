"""How often the rule that quotes earlier words is right."""

from __future__ import annotations

from benchmarks.repeats import counted, in_words

SESSIONS = [
    {"id": "m1", "answers": {"difficulties": "I never ask", "stopping": "I do not ask"}},
    {"id": "m2", "answers": {"difficulties": "the weather", "stopping": "no money at all"}},
    {"id": "m3", "answers": {"difficulties": "I never ask", "stopping": "not read by anybody"}},
]


def test_a_quotation_is_right_where_the_member_repeats_themselves_and_only_there() -> None:
    count = counted(SESSIONS[:2], {"stopping": ["m1"], "options": ["m2"]})["stopping"]
    assert count == {"asked": 2, "repeated": 1, "quoted": 1, "both": 1, "right": 2}


def test_who_was_not_read_is_not_counted() -> None:
    counts = counted(SESSIONS[2:], {"stopping": ["m1"]})
    assert not counts["stopping"]
    assert in_words(counts).splitlines()[-1].split() == ["all", "0", "0", "0", "0", "0"]
