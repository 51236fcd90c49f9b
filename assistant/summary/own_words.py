"""The member's own sentences: those that need nothing, and the best one when nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from assistant.summary.check import CEILING
from assistant.summary.clean import clean
from assistant.summary.plans import Plan
from assistant.summary.reading import Sentence, sentences
from assistant.summary.words import CLEARED

_FIRST = ("problem", "try", "stopping")
_WISH = re.compile(r"\bI(?:'m| am)? (?:just |really )?(?:want|need|trying|'d like)\b")
_ME = re.compile(r"\bI\b")


def ready_made(said: Iterable[Sentence]) -> Iterator[Plan]:
    """Yield the sentences of the problem that already are what is wanted: an aim, and a "but"."""
    for sentence in said:
        text = re.sub(
            r"^(?:and|but|so|also|then) ", "", sentence.doc.text.rstrip(" .!?"), flags=re.I
        )
        whole = "?" not in sentence.doc.text and _WISH.search(text) and re.search(r"\bbut\b", text)
        if sentence.key == "problem" and whole and 12 <= len(text.split()) <= 30:
            yield Plan("own", None, (), own=f"{text[0].upper()}{text[1:]}.")


def own_words(answers: Mapping[str, str]) -> str:
    """Return the best sentence the member said, trimmed; "" when there is none, or "dunno"."""
    told = {key: text for key, text in answers.items() if text.lower().strip(" .!") not in CLEARED}
    said = next((told[key] for key in _FIRST if told.get(key)), "")
    return trimmed(said or next(iter(told.values()), ""))


def trimmed(text: str) -> str:
    """Return the first sentence of a text that says enough, cut at the ceiling of words."""
    parts = sentences(clean(text))
    if not parts:
        return ""
    best = max(parts, key=lambda part: (min(len(part.split()), 8), bool(_ME.search(part))))
    words = best.split()
    if len(words) > CEILING:
        head = " ".join(words[:CEILING])
        best = head[: head.rfind(",")] if head.rfind(",") > len(head) // 2 else head
    best = best.rstrip(" ,.")
    return best[0].upper() + best[1:] + ("" if best.endswith(("?", "!")) else ".")
