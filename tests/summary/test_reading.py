"""The answers as sentences, in the order in which they were given."""

from __future__ import annotations

import pytest

from assistant.summary.reading import read, sentences


def texts(answers: dict[str, str]) -> list[str]:
    return [sentence.doc.text for sentence in read(answers)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It leaks. I mop it up.", ["It leaks.", "I mop it up."]),
        ("Does it leak? it does! I mop.", ["Does it leak?", "it does!", "I mop."]),
        ("Mr Hale came. Dr. Khan left.", ["Mr Hale came.", "Dr. Khan left."]),
        ("We see some, e.g. the nine o'clocks.", ["We see some, e.g. the nine o'clocks."]),
        ("It costs 3.5 pounds.", ["It costs 3.5 pounds."]),
        ("no stop at all", ["no stop at all"]),
        (". . !", []),
        ("", []),
    ],
)
def test_a_text_is_taken_apart_at_its_stops(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_sentences_are_numbered_within_their_answer() -> None:
    found = read({"problem": "It leaks. I mop.", "try": "mend it", "stopping": "Pride. Cost."})
    assert [(sentence.key, sentence.number) for sentence in found] == [
        ("problem", 0),
        ("problem", 1),
        ("try", 0),
        ("stopping", 0),
        ("stopping", 1),
    ]


def test_each_sentence_ends_with_one_stop() -> None:
    assert texts({"try": "mend the roof", "stopping": "Who knows?"}) == [
        "mend the roof.",
        "Who knows?",
    ]


def test_what_was_said_is_cleaned_before_it_is_parsed() -> None:
    assert texts({"problem": "um the roof leaks & i dont mend it"}) == [
        "the roof leaks and I don't mend it."
    ]


def test_a_month_that_was_shortened_is_read_aloud() -> None:
    assert texts({"stopping": "we lost two cooks in feb"}) == ["we lost two cooks in February."]


def test_what_is_short_for_several_words_is_written_out_where_it_is_said_which() -> None:
    assert texts({"problem": "the pt waits an hr"}) == ["the pt waits an hr."]
    assert texts({"problem": "the pt waits. Every patient waits."})[0] == "the patient waits."


def test_speech_without_stops_is_broken_where_it_can_be() -> None:
    said = "the letters go out late and I ring them all again and they say it never came so I stop"
    assert len(read({"problem": said})) == 4


@pytest.mark.parametrize(
    "answers", [{}, {"try": ""}, {"try": " . "}, {"try": "um", "problem": "!"}]
)
def test_nothing_said_is_no_sentence(answers: dict[str, str]) -> None:
    assert read(answers) == []


def test_every_answer_is_read(answers: dict[str, str]) -> None:
    said = read(answers)
    assert {sentence.key for sentence in said} == set(answers)
    assert all(sentence.doc.text[-1] in ".?!" for sentence in said)
