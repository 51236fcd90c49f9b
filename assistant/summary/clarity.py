"""Find: what leaves a listener asking "of what?", "than whom?" in a statement that stands alone.

Pronouns are looked after by `refer`; here are the other words that lean on what was said before:
"either", "mine", "before, not after", a number without its noun, "I've never told him".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.summary.words import DAYS, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SLIGHT = 0.15  # as against 1.0 for what cannot be understood at all


def open_ends(doc: Doc) -> float:
    """Return how much a statement leaves open: 1.0 for each question that a listener must ask."""
    text = doc.text.rstrip(" .").lower()
    asked = sum(any(test(token) for test in _TESTS) for token in doc if not token.is_punct)
    asked += _WHICH.search(text) is not None
    mild = {token.lower_ for token in doc if token.lower_ in _MILD or _PAGE.fullmatch(token.text)}
    return asked + _SLIGHT * len(mild)


_MILD = listed("other already again also same")
_PAGE = re.compile(r"pp?\d+")
_WHICH = re.compile(
    r"\b(?:like (?:that|this)|that way|(?<!in )(?:do|does|doing|did|said|say|says|told \w+) so)$|"
    r"\b(?:when|if|whenever|before|until) (?:i|we|they|he|she) (?:am|are|is|do|does|did|have|can)"
    r",? (?:i|we|they|he|she)\b|\b(?:as well|either|too)(?=$|,)|\bof ours\b"
)
_ANYTIME = DAYS | listed(
    "time day week month year morning evening night afternoon moment minute summer winter spring "
    "autumn term quarter point stage case"
)


def _points(token: Token) -> bool:
    """ "That woman", "of that age": shown with a finger, unless a clause tells which."""
    head = token.head
    if token.lower_ not in _POINTING or token.dep_ != "det" or head.lemma_.lower() in _ANYTIME:
        return False
    return not any(c.dep_ in {"relcl", "acl", "prep"} for c in head.children)


_POINTING = listed("this that these those such")


def _is_loose(token: Token) -> bool:
    """Say whether "before" or "after" stands alone: "I ring after"."""
    if token.lower_ not in {"before", "after", "afterwards", "beforehand"} or token.dep_ == "mark":
        return False
    if _CONTRAST.search(token.doc.text) or (token.i and token.nbor(-1).lemma_.lower() in _ANYTIME):
        return False
    return not any(c.dep_ in {"pobj", "pcomp"} and c.lower_ != "after" for c in token.children)


_CONTRAST = re.compile(r"\bbefore,? (?:and )?not after", re.IGNORECASE)  # each tells of the other


def _has_no_noun(token: Token) -> bool:
    """Say whether how many is said, and not of what: "the oldest twenty", "I haven't got any"."""
    if token.dep_ not in {"dobj", "pobj", "nsubj", "nsubjpass"} or token.ent_type_ in _TIMES:
        return token.lower_ in _OWNED and token.dep_ == "attr"
    if token.lower_ in _OWNED:
        return True
    if token.lower_ == "them" and token.head.lower_ == "of":
        whole = token.head.head.lower_ in {"each", "both", "all"}
        return not whole and not _told(token)  # "one of them taught me"
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "than":
        return False
    if any(c.lower_ == "of" or c.dep_ in {"nmod", "relcl"} for c in token.children):
        return False
    if token.tag_ == "CD" and token.lower_ != "one" and token.i:
        return token.nbor(-1).lower_ not in _AT | {"the"} and not _told(token)
    return token.lower_ in _LEFT_OVER and not _told(token)


_OWNED = listed("mine ours theirs hers yours")
_TIMES = frozenset({"TIME", "DATE", "MONEY", "PERCENT"})
_AT = listed(
    "under over above below about at by past till until to from before after since half with in "
    "line level year of"
)
_LEFT_OVER = listed("any some none several few many most each neither more")


def _told(token: Token) -> bool:
    """Say whether things are named before a number: "of the plots I want two"."""
    return any(t.tag_ == "NNS" for t in token.doc[: token.i])


def _lacks_what(verb: Token) -> bool:
    """Say whether a verb wants more than it has: "I believe", "I've never told him"."""
    if verb.pos_ != "VERB" or verb.tag_ == "VBG" or _is_gap(verb):
        return False
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return False
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ not in _BESIDE]
    if verb.lemma_ == "let":
        return not any(c.dep_ in {"ccomp", "xcomp", "prt", "prep"} for c in behind)
    if verb.lemma_ == "tell":
        return len(behind) == 1 and behind[0].pos_ in {"PRON", "PROPN"}
    if verb.lemma_ == "say" and len(behind) == 1:
        named = behind[0].tag_ in {"NN", "NNS"} and not list(behind[0].children)
        return named and behind[0].lower_ not in _AT_ALL  # "I said tablets"
    if verb.lemma_ == "do":
        denied = any(c.dep_ == "neg" for c in verb.children)
        return denied and not behind
    return verb.lemma_ in _TRANSITIVE and not behind


_AT_ALL = listed("nothing nowt owt something summat anything everything yes no")
_BESIDE = frozenset({"punct", "cc", "conj", "advcl", "npadvmod"})
_TRANSITIVE = listed(
    "say believe think mean know tell want need show give make bring put use suppose guess "
    "mention admit push let like have reckon suspect realise produce"
)


def _is_gap(verb: Token) -> bool:
    """Say whether the thing is named before the verb: "what they say", "nothing to say"."""
    for token in (verb, *verb.ancestors):
        if token.dep_ in {"relcl", "acl"} or any(_is_wh(t) for t in token.children):
            return True
        if any(t.lower_ in {"than", "as"} and t.dep_ == "mark" for t in token.children):
            return True
    return False


def _is_wh(token: Token) -> bool:
    return token.tag_ in {"WP", "WDT", "WRB"} and token.i < token.head.i


def _is_unsure(token: Token) -> bool:
    """Say whether it is not said of what one is sure."""
    alone = token.lower_ in {"sure", "aware"} and token.dep_ == "acomp"
    return alone and not any(c.dep_ in {"prep", "ccomp", "xcomp"} for c in token.children)


def _is_most(token: Token) -> bool:
    """Say whether "the worst" or "the latest" has no noun."""
    return token.tag_ == "JJS" and token.dep_ in {"attr", "dobj", "pobj"}


_TESTS = (_points, _is_loose, _has_no_noun, _lacks_what, _is_unsure, _is_most)
