"""What is said about the one sentence in plain words: none, all of them, others, a new wording."""

from __future__ import annotations

import re

_FEW = 10  # words; what is longer is a sentence of the member's own
_NONE = re.compile(
    r"(?:(?:please|i'd like|i want|i'd rather have|let's have|have|just|then|no)[ ,]+)*"
    r"(?:no sentence|without (?:a|any|the) sentence|i don't (?:want|need) (?:a|any|the) sentence|"
    r"(?:skip|drop|leave out) (?:the|my) sentence)"
    r"(?:[ ,]+(?:please|today|for now|this time|at all|thanks))*[.! ]*"
)
_ALL = re.compile(
    r"(?:(?:yes|keep|i'd like|i want|i like|please)[ ,]+)*"
    r"(?:all(?: of (?:them|these|those))?(?: (?:three|two))?|both(?: of (?:them|these))?|"
    r"the lot|everything)(?:[ ,]+please)?[.! ]*"
)
_OFFERED = (
    r"(?:(?:the|your|my|all|those|these|other|earlier|first|two|three|of)\s+)*"
    r"(?:suggestions?|versions?|sentences|ones|offers?|drafts?|others|yours|two|three)"
)
_AGAIN = (
    r"(?:[ ,]+(?:again|back|once more|please|from before|you (?:had|made|offered)(?: before)?))*"
)
_ONCE_MORE = re.compile(
    r"(?:(?:please|can|could|may|i|you|we|let|me|want|like|to|would|i'd|have|just|go|no|actually)"
    r"[ ,]+)*"
    r"(?:(?:show|see|list|read|have|give|bring|look at|back to)(?: me| us)?(?: back)? "
    rf"{_OFFERED}{_AGAIN}|"
    rf"{_OFFERED}[ ,]+(?:again|back|once more)(?:[ ,]+please)?|"
    r"(?:what|which) (?:were|are) (?:the|your) (?:others?|suggestions|sentences|versions)"
    r"(?: again)?)[.?! ]*"
)
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


def wants_no_sentence(text: str) -> bool:
    """Whether a message says that there is to be no sentence, and nothing else."""
    return bool(_NONE.fullmatch(_plain(text)))


def wants_all(text: str) -> bool:
    """Whether a message keeps all the sentences, of which there can be only one."""
    return bool(_ALL.fullmatch(_plain(text)))


def wants_them_again(text: str) -> bool:
    """Whether a message asks for the sentences that were offered before."""
    return bool(_ONCE_MORE.fullmatch(_plain(text)))


def wants_another_wording(text: str) -> bool:
    """Whether a message asks to have the sentence open again, to be changed."""
    said = _plain(text)
    asks = _SENTENCE.search(said) and _ANEW.search(said) and not _NOT_ANEW.search(said)
    return bool(asks) and len(said.split()) <= _FEW


def sentence_said(text: str) -> str | None:
    """The words of "my sentence should say ..."; None where it says no such thing."""
    whole = text.strip()
    found = _SHOULD_SAY.fullmatch(whole.replace("\u2019", "'"))
    words = whole[slice(*found.span("text"))].strip() if found else ""
    return words if len(words.split()) >= _A_SENTENCE else None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("\u2019", "'").split())
