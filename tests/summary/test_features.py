"""What is seen of a stretch of words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.summary.features import of_piece, of_span, words_of
from assistant.summary.language import load
from assistant.summary.reading import read
from assistant.summary.spans import Span, spans

SAID = "the van is late, so I never ring the depot"


def found(key: str = "stopping", said: str = SAID) -> Sequence[Span]:
    (sentence,) = read({key: said})
    return list(spans(sentence.key, sentence.number, sentence.doc))


def seen(text: str, key: str = "stopping", said: str = SAID) -> set[str]:
    span = next(span for span in found(key, said) if span.text == text)
    return set(of_span(span, words_of(span.doc)))


def test_what_stands_before_and_behind_is_seen() -> None:
    assert {"p:<", "n:,"} <= seen("the van is late")
    assert {"p:so", "n:>"} <= seen("I never ring the depot")


def test_a_half_is_seen_to_be_tied_to_the_rest() -> None:
    said = "I let the lads go when they need to"
    whole, half = seen(said, said=said), seen("I let the lads go", said=said)
    assert "oiN:0" in whole and "oiN:0" not in half


def test_the_question_is_seen() -> None:
    under, other = seen("the van is late"), seen("the van is late", "problem")
    assert "k:stopping" in under and "k:problem" not in under and "k:problem" in other
    assert {name for name in under if not name.startswith("k:")} == {
        name for name in other if not name.startswith("k:")
    }


def test_a_denial_is_seen() -> None:
    denied, told = "I never ring the depot", "I always ring the depot"
    assert "neg:True" in seen(denied, said=denied)
    assert "neg:True" not in seen(told, said=told)


def test_words_that_are_not_common_are_seen_by_their_kind_alone() -> None:
    assert not any("depot" in name or "van" in name for span in found() for name in seen(span.text))


def test_a_piece_is_seen_as_it_would_be_said() -> None:
    span = next(span for span in found() if span.text == "the van is late")
    said = set(of_piece(span, words_of(span.doc), load()("I want the van to be late.")))
    assert {"p:<", "n:,", "k:stopping"} <= said
    assert any(name.startswith("w:to:") for name in said)
    assert not any(name.startswith("w:to:") for name in seen("the van is late"))


def test_the_same_stretch_is_seen_the_same() -> None:
    assert seen("the van is late") == seen("the van is late")
