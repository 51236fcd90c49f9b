"""A whole statement is among the stretches of what was said, whatever there is no stop between."""

from __future__ import annotations

import pytest

from assistant.summary.reading import read
from assistant.summary.spans import LONGEST, SHORTEST, Span, spans


def stretches(text: str, key: str = "stopping") -> list[Span]:
    return [span for s in read({key: text}) for span in spans(s.key, s.number, s.doc)]


def texts(text: str) -> list[str]:
    return [span.text for span in stretches(text)]


def only(text: str, answer: str) -> Span:
    return next(span for span in stretches(answer) if span.text == text)


@pytest.mark.parametrize(
    ("said", "statements"),
    [
        (
            "I never show him the bins I just tell him the takings are down",
            ["I never show him the bins", "I just tell him the takings are down"],
        ),
        (
            "confidence is low, and I haven't got a free hour",
            ["confidence is low", "I haven't got a free hour"],
        ),
        (
            "the drivers are tired they never say a word about it",
            ["the drivers are tired", "they never say a word about it"],
        ),
        (
            "I'm a baker as well I keep the best loaves for my own shop",
            ["I'm a baker as well", "I keep the best loaves for my own shop"],
        ),
        (
            "I lock up myself every night, so nobody else learns how to lock up",
            ["I lock up myself every night", "nobody else learns how to lock up"],
        ),
        (
            "shame I could have rung her any day I like and I have the number",
            ["I have the number"],
        ),
    ],
)
def test_statements_that_run_on_are_each_a_stretch(said: str, statements: list[str]) -> None:
    assert set(statements) <= set(texts(said))


@pytest.mark.parametrize(
    "said",
    [
        "half of them never come to anything",
        "the only people I've asked are the ones who stayed",
        "I've never added up what they do because I'm frightened of what it'd come to",
        "I have always said yes at the door",
        "I let the lads go when they need to",
        "I've never asked one of them why",
        "I like the way they talk to the children at the gate",
        "the form we fill in every week goes to nobody at all",
        "each time the office asks for a list, I say yes",
        "every time it gets late, I make a joke",
        "last time we held it, six people stayed away",
        "I ask for help and then I redo whatever they did",
        "get the young families to come and talk about the mould",
    ],
)
def test_what_was_said_whole_is_a_stretch(said: str) -> None:
    assert said in texts(said)


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        (
            "keep the choir for one more year which is when it's well you know the roof",
            "keep the choir for one more year",
        ),
        ("find out why they stay away and do something about it", "find out why they stay away"),
        ("i want it to be fair that's all", "I want it to be fair"),
    ],
)
def test_a_wish_ends_before_what_only_explains_it(said: str, wish: str) -> None:
    assert wish in texts(said)


@pytest.mark.parametrize("join", ["and", "but", "so", "because"])
def test_what_joins_a_statement_to_the_one_before_is_not_part_of_it(join: str) -> None:
    said = f"the van is late, {join} I never ring the depot"
    assert not any(text.startswith(f"{join} ") for text in texts(said))
    assert only("I never ring the depot", said).lead == join
    assert only("the van is late", said).lead == ""


def test_a_denial_at_the_beginning_is_kept() -> None:
    assert "no driver has the keys" in texts("no driver has the keys")


def test_stretches_of_the_same_words_overlap() -> None:
    said = "the van is late, and I never ring the depot"
    whole, first, second = (
        only(text, said) for text in (said, "the van is late", "I never ring the depot")
    )
    assert whole.overlaps(first) and first.overlaps(whole) and whole.overlaps(second)
    assert not first.overlaps(second) and not second.overlaps(first)


def test_stretches_of_different_sentences_and_answers_never_overlap() -> None:
    one, two = stretches("I hide. I hide.")
    other = stretches("I hide.", "problem")[0]
    assert one.text == two.text == other.text == "I hide"
    assert not one.overlaps(two) and not one.overlaps(other)


def test_stretches_are_said_word_for_word_and_of_a_size(answers: dict[str, str]) -> None:
    for sentence in read(answers):
        found = list(spans(sentence.key, sentence.number, sentence.doc))
        assert len({(span.start, span.end) for span in found}) == len(found)
        alone = sum(not token.is_punct for token in sentence.doc) == 1  # "keys"
        for span in found:
            assert (1 if alone else SHORTEST) <= span.end - span.start <= LONGEST
            assert span.text and span.text in sentence.doc.text
            assert not span.text.endswith((".", ","))
