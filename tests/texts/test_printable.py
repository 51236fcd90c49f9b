from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.texts.printable import printable, printable_json

ANY_TEXT = st.text(st.characters() | st.sampled_from("\x1b\x9b\x07\r\u202e\u2066\ud800\t\n"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b2J", "\N{REPLACEMENT CHARACTER}2J"),
        ("a\rb", "a␍b"),
        ("a\x7fb", "a␡b"),
        ("safe \u202egnp.exe", "safe \N{REPLACEMENT CHARACTER}gnp.exe"),
        ("half \ud83d", "half \N{REPLACEMENT CHARACTER}"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("café 🙂 שלום 👩‍⚕️", "café 🙂 שלום 👩‍⚕️"),
    ],
)
def test_shows_what_would_steer_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(ANY_TEXT)
def test_nothing_that_steers_or_hides_is_left(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.bidirectional(c) in _DIRECTING for c in shown)
    assert {c for c in shown if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n", "\t"}
    shown.encode()  # can be sent


@given(ANY_TEXT)
def test_json_says_the_same_after_it_was_made_safe(text: str) -> None:
    safe = printable_json(json.dumps({"said": text}, ensure_ascii=False, indent=2))
    assert json.loads(safe) == {"said": text}
    assert printable(safe) == safe


_DIRECTING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
