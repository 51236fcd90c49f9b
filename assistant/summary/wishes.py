"""Wishes: what is wanted, as "I want ...", whatever way the member said it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.summary.capitals import uncapped
from assistant.summary.language import HELPERS, SUBJECTS, TENSED, is_verb, lemmas, load
from assistant.summary.nouns import takes_article
from assistant.summary.words import GROUPS, MODALS, PERSONS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# How a wish is opened, in an answer to "What are you trying to do?" and elsewhere.
_OPENED = re.compile(
    r"^(?:what )?(?:I|we|what I|what we)(?:'m|'re| am| are| do|'d| would)?(?: just| really| only|"
    r" basically| mostly| actually)* (?:want|need|trying|try|hoping|hope|like|love|aiming|wanting|"
    r"wanted)(?: to do)?(?: is)?(?: really| just)? (?=to\b|\w)|"
    r"^(?:my|our|the) (?:aim|goal|hope|idea|plan) (?:is|was|would be) (?=to\b|\w)|"
    r"^(?:trying|hoping|wanting|wanted|to try) (?=to\b)|"
    r"^how (?:do|can|could|would|should) (?:I|we|you) (?=\w)|^is it (?:possible|too much) (?=to\b)|"
    r"^(?:it's|it is) (?=to\b)",
    re.IGNORECASE,
)
# "that they tell me the truth", as some say it who learned it: what is wanted comes after it.
_CONTENT = re.compile(r"^(?:just )?(?:(?:to )?make )?that (?=\w+ \w+ )", re.IGNORECASE)
_WANTED = re.compile(r"\b(?:want|need|try|aim|like|love)", re.IGNORECASE)  # not hoped that it is so
_TOGETHER = re.compile(r"^(?:what )?we\b", re.IGNORECASE)
_OBJECT = {"we": "us", "they": "them", "he": "him", "she": "her", "i": "me"}
_ASKED_FOR = frozenset({"try"})
"""Questions whose whole answer is a wish; elsewhere "I have to" and "I like" are none."""
_HOPED_FOR = frozenset(("progress_signs", "benefits_self", "benefits_others", "benefits_practice"))
"""Questions whose answers tell what is hoped for: "they could breathe"; elsewhere it is so."""
_DUTY = re.compile(
    r"(?:I|we)(?:'m| am|'re| are|'ve| have|) (?:not|supposed|meant|have|got|told)\b|"
    r"(?:my|our) (?:job|task|duty) (?:is|was)\b",
    re.IGNORECASE,
)
"""What one has to do, and what one is not trying to do, is no wish."""
_SUPPOSED = re.compile(r"\bwould (?:just|only|simply|still|probably)\b")  # no wish, a fear


def wish(text: str, key: str, doc: Doc, of_oneself: bool = True) -> str:
    """Return what is wanted as "I want ...", or "" where the words are no wish.

    `doc` is the parse of the text with a stop; `key` the question. What somebody else does before
    it in its sentence, they do: only what is `of_oneself` can lack its subject.
    """
    if whole := _CONTENT.match(text):
        return wish(text[whole.end() :], key, load()(f"{text[whole.end() :]}."), of_oneself)
    opened = _OPENED.match(text)
    if opened and (key in _ASKED_FOR or _is_a_wish(opened[0])):
        rest = text[opened.end() :]
        whose = "us " if _TOGETHER.match(opened[0]) else ""
        thing = f"I want {rest}" if _WANTED.search(opened[0]) else _that(load()(f"{rest}."))
        return _said_plainly(_infinitive(rest, whose) or thing)
    if not of_oneself and _subject(doc) is None and doc[0].pos_ in {"VERB", "AUX", "PART", "ADV"}:
        return ""
    if opened or _DUTY.match(text) or _SUPPOSED.search(text) or key not in _HOPED_FOR | _ASKED_FOR:
        return ""
    wanted = _infinitive(text, "") if _opens_as_verb(doc, key) else _that(doc)
    return _said_plainly(wanted or _thing(text, doc))


def _is_a_wish(opening: str) -> bool:
    weak = re.search(r"\b(?:like|love|wanted)\b", opening)
    return not weak or re.search(r"(?:'d|would) ", opening) is not None


def _infinitive(text: str, whose: str) -> str:
    """Turn "get ...", "to get ...", "getting ..." into "I want (us) to get ..."."""
    first, _, rest = text.partition(" ")
    low = first.lower()
    if low in {"just", "really"} and rest:
        return _infinitive(rest, whose)
    if low == "only" and rest:
        done = _infinitive(rest, whose)
        wanted = re.sub(r"^(I want (?:us )?to )", r"\1only ", done)
        return wanted if wanted != done else ""
    if low == "not" and rest:
        return re.sub(r"^(I want (?:us )?)to ", r"\1not to ", _infinitive(rest, whose))
    if low in {"to", "could", "can", "would"} and rest:
        asked = rest.partition(" ")[0].lower() in _OBJECT.keys() | {"it", "you"}  # "would they"
        return "" if asked else f"I want {whose}to {rest}"
    if base := _gerund(low) if rest else "":
        return f"I want {whose}to {base} {rest}"
    return f"I want {whose}to {low} {rest}".rstrip() if is_verb(low) and rest else ""


def _gerund(word: str) -> str:
    """Return the base of a verb in "-ing": "stage" of "staging", which is not "stagging"."""
    bases = [base for base in lemmas(word) if base != word and is_verb(base)]
    bases.sort(key=lambda base: (not base.endswith("e"), base))
    return bases[0] if word.endswith("ing") and bases else ""


def _opens_as_verb(doc: Doc, key: str) -> bool:
    """Whether the first word bids or says what is done: "keep them", "to keep", "keeping them"."""
    first = next((t for t in doc if t.lower_ not in {"just", "only", "really", "not"}), doc[0])
    after = doc[first.i + 1] if first.i + 1 < len(doc) else first
    if after.lower_ == "to" and (first.tag_ == "NNS" or first.lower_ in PERSONS | GROUPS):
        return False  # "people to show their work"
    if first.lower_ in {"to", "could", "can", "would"} or first.tag_ == "VBG":
        return first.head.dep_ not in SUBJECTS or first.head == first
    if key in _ASKED_FOR and is_verb(first.lower_) and first.pos_ in {"NOUN", "ADJ", "ADV"}:
        return after.pos_ in {"DET", "PRON", "NOUN", "NUM", "ADJ"} or after.tag_ in {"IN", "RP"}
    bare = first.tag_ in {"VB", "VBP"} and not any(c.dep_ in SUBJECTS for c in first.children)
    return bare or (first.dep_ == "ROOT" and first.pos_ == "VERB" and first.tag_ != "VBZ")


def _subject(doc: Doc) -> Token | None:
    root = next(token for token in doc if token.dep_ == "ROOT")
    return next((c for c in root.children if c.dep_ in SUBJECTS and c.i < root.i), None)


def _that(doc: Doc) -> str:
    """Turn "they could breathe" into "I want them to breathe", "I'd know" into "I want to know"."""
    root, subject = next(t for t in doc if t.dep_ == "ROOT"), _subject(doc)
    if subject is None or root.pos_ not in {"VERB", "AUX"} or subject.left_edge.i > 0:
        return ""
    helpers = [c for c in root.children if c.dep_ in HELPERS | {"neg"} and subject.i < c.i < root.i]
    past = root.tag_ == "VBD" or any(h.lemma_ in {"have", "'ve"} for h in helpers)
    told = past and subject.lower_ in {"i", "we"}  # "I started out with leaflets"
    told |= subject.lower_ == "you"  # "you can pop one out": anybody can
    if told or not any(t.tag_ in TENSED for t in (root, *helpers)) or _is_done(root, helpers):
        return ""  # "the gangs to report it", "every lid opened", "the phone not ringing"
    start = min([root.i, *(helper.i for helper in helpers)])
    modal = [h.lower_ for h in helpers if h.lower_ in MODALS]
    kept = [h for h in helpers if h.lower_ not in MODALS and h.dep_ != "neg" and h.lemma_ != "do"]
    denied = "not " * any(h.dep_ == "neg" for h in helpers)
    verb = root.lemma_ if not kept else f"{_base(kept[0])} {root.text}"
    if modal and kept and kept[0].lower_ == "be":
        verb = f"be {root.text}"
    said = {t.i: t.text_with_ws for t in doc[root.i + 1 :]}
    for beside in root.conjuncts:
        if beside.tag_ in {"VBZ", "VBD", "VBP"} and not any(
            c.dep_ in SUBJECTS | HELPERS for c in beside.children
        ):
            said[beside.i] = beside.lemma_ + beside.whitespace_
    between = "".join(
        t.text_with_ws for t in doc[start : root.i] if t not in helpers and t.dep_ == "advmod"
    )
    rest = "".join(said.values()).rstrip(" .")
    who = doc[: subject.right_edge.i + 1].text
    who = "" if who.lower() == "i" else f"{_OBJECT.get(who.lower(), uncapped(who, doc))} "
    return f"I want {who}{denied}to {between}{verb} {rest}".rstrip()


def _is_done(root: Token, helpers: Sequence[Token]) -> bool:
    """Whether the parser took what is to be done for what was done: "the money talked about"."""
    acted_on = any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in root.children)
    regular = root.lower_.endswith("ed")
    return root.tag_ == "VBD" and regular and not helpers and not acted_on


def _base(helper: Token) -> str:
    return {"'ve": "have", "has": "have", "had": "have"}.get(helper.lower_, helper.lemma_)


def _is_told(doc: Doc) -> bool:
    """Whether a text says that something is so: its first verb shows a tense."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    verbs = (t for t in (root, *root.children) if t.dep_ in HELPERS | {"ROOT"})
    return any(t.tag_ in TENSED for t in verbs) and not _is_done(root, ())


def _thing(text: str, doc: Doc) -> str:
    """Say what is wanted where it is only named: "every ring accounted for"."""
    opens = doc[0].pos_ in {"NOUN", "DET", "NUM", "ADJ", "PRON", "PROPN"}
    named = len(text.split()) > 2 and opens and not _is_told(doc)
    bare = takes_article(doc[0]) and doc[1].pos_ not in {"NOUN", "PROPN", "ADP"}
    return f"I want {'the ' if bare else ''}{uncapped(text, doc)}" if named else ""


def _said_plainly(text: str) -> str:
    """Turn "I want to get ten doctors to agree" into "I want ten doctors to agree"."""
    made = _MADE.match(text)
    does = made is not None and (made["doing"] or is_verb(made["does"].lower()))
    return f"I want {text[made.end() :]}" if made and does else text


_MADE = re.compile(
    r"I want (?:us )?to (?:get|have) (?=(?:the|my|our|a|an|every|all|some\w*|people|staff|them|"
    r"\w+ \w+s|\w+s) (?:\w+ ){0,3}?(?:to (?:\w+ly )?(?P<does>\w+)|(?P<doing>\w+ing)\b))"
)
