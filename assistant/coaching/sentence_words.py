"""What is said about the one sentence in plain words: none, all of them, others, a new wording."""

from __future__ import annotations

import re

from assistant.coaching.heard import hears, plain

wants_no_sentence = hears("no_sentence")
"""Whether a message says that there is to be no sentence, and nothing else."""
accepts = hears("accepted")
"""Whether a message accepts the sentence that is offered, and is no wording of it."""
wants_all = hears("all_sentences")
"""Whether a message keeps all the sentences, of which there can be only one."""
wants_them_again = hears("sentences_again")
"""Whether a message asks for the sentences that were offered before."""

_FEW = 10  # words; what is longer is a sentence of the member's own
_SENTENCE = re.compile(r"\b(?:my|the|that|this) (?:one )?sentence\b")
_ANEW = re.compile(
    r"\b(?:change|reword|re-?write|redo|rephrase|edit|alter|improve|fix|correct|amend|back|again|"
    r"differently|wrong|not right)\b"
)
_NOT_ANEW = re.compile(
    r"\b(?:how|why|changed|changes|take|taken|withdraw|pull|share|pass|show|read|"
    r"(?:do|does|should|must) not|don't|doesn't|shouldn't|needn't|no need|never|keep|leave)\b|\?"
)
_SHOULD_SAY = re.compile(
    r"(?:(?:no|please|actually|sorry|i'd like|i want)[, ]+)*"
    r"(?:(?:change|make|put) )?(?:my|the|that) sentence[, ]*"
    r"(?:(?:should|ought to|must|could|would) (?:now |rather |just )?(?:say|read)\b"
    r"(?! (?:something|less|more|anything|nothing|it)\b)|"
    r"(?:to|to say|to read|says?|reads?|is)\s*:)"
    r"[\s:,\"'\u201c\u2018]*(?P<text>.*?)[\"'\u201d\u2019\s]*",
    re.IGNORECASE | re.DOTALL,
)
_A_SENTENCE = 3  # words at least


def wants_another_wording(text: str) -> bool:
    """Whether a message asks to have the sentence open again, to be changed."""
    said = plain(text)
    asks = _SENTENCE.search(said) and _ANEW.search(said) and not _NOT_ANEW.search(said)
    return bool(asks) and len(said.split()) <= _FEW


def sentence_said(text: str) -> str | None:
    """The words of "my sentence should say ..."; None where it says no such thing."""
    whole = text.strip()
    found = _SHOULD_SAY.fullmatch(whole.replace("\u2019", "'"))
    words = whole[slice(*found.span("text"))].strip() if found else ""
    return words if len(words.split()) >= _A_SENTENCE else None
