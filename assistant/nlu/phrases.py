"""The phrases of an answer that may mean somebody, and how far what belongs to them reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.english import parser
from assistant.nlu.somebody import Kinds
from assistant.nlu.wording import FILLERS, cut, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TITLES = frozenset(
    listed(
        "mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev reverend father canon "
        "inspector sergeant sgt constable pc dc di ds captain cllr councillor auntie aunty aunt "
        "uncle"
    )
)
SHARES = frozenset(listed("half rest whole most majority couple number"))
ANYONE = frozenset(
    listed("everyone everybody anyone anybody someone somebody whoever those ones people person")
)
"""Words for nobody in particular: what they are said with says who is meant."""
GENERIC = ANYONE | frozenset(
    listed("man men woman women lady bloke chap guy guys lad lads lass girl girls boy boys folk")
)
RELATIVE = frozenset(listed("who that whose which"))
PLACING = frozenset(listed("in at on behind down across"))
BELONGING = PLACING | frozenset(listed("of to for with from under over near"))
DATES = frozenset(listed("DATE TIME"))

_WHERE = frozenset(listed("upstairs downstairs opposite downstream upstream nearby"))
_NEVER = FILLERS | frozenset(
    listed(
        "hm hmm mm n mine ours hers theirs "
        "only nobody none noone nothing nowt owt neither knows cares helps except"
    )
)
_KIN = frozenset(
    listed(
        "mum mam mom dad nan nana gran granny grandad grandma grandpa wife husband partner brother "
        "sister son daughter kid kids mate mates neighbour neighbours boss uncle auntie cousin"
    )
)
"""People who are said one after the other without a comma: "mum dad nan"."""
_MANNERS = frozenset(
    listed("course confidence private passing person particular general principle secret detail")
)
"""How something is told: "Ann in confidence" is Ann."""
_SHIFTS = frozenset(listed("nights days earlies lates shift shifts"))
_ORDER = frozenset(listed("first last next"))
_TIMES = frozenset(listed("time week month year night term summer spring autumn winter thing"))
_OWN = frozenset(listed("mine ours hers theirs"))
_ENDING = frozenset(listed("and but or so because cos"))
_NOUNS = frozenset(listed("NN NNS NNP NNPS FW JJ JJR JJS CD"))
_SUBJECTS = frozenset(listed("i we you he she"))
_HEDGING = frozenset(listed("think suppose guess reckon mean 'd would hope imagine expect say"))
_LEADING = frozenset(listed("DT PRP$"))
_BEFORE_VERBS = frozenset(listed("MD PRP TO VBP"))
_PLURAL = ("s", "men", "ren")
_SURE, _LIKELY = 0.9, 0.5

_BAR = re.compile(r"(\b(?:every\w*|all|any\w*|whole)\b[^.;!?]*?)\bbar\b(?= \w)", re.IGNORECASE)
"""A "bar" that the parser takes for a thing: "everyone on nights bar Colin"."""
_NO_ONE = re.compile(r"\bno[- ]one\b", re.IGNORECASE)
_HASTY = re.compile(
    r"\b(?:(i|you|we|they)(ve)|(he|she|that|who|there|where|what)(s)|(they|you)(re)|(i)(m)|"
    r"((?:is|are|was|were|do|does|did|has|have|had|ca|wo|could|would|should)n)(t))\b",
    re.IGNORECASE,
)
"""Short forms typed without their apostrophe, which the parser needs."""
_ONE_WORD = re.compile(
    r"\w+(?:-\w+)+|\b(?:(?:mother|father|brother|sister|son|daughter|parent)s? in laws?|"
    r"health (?:and|&) safety|speech (?:and|&) language|learning (?:and|&) development|"
    r"people (?:and|&) culture|research (?:and|&) development|accident (?:and|&) emergency|"
    r"infection prevention (?:and|&) control|a (?:and|&) e|estates (?:and|&) facilities|"
    r"food (?:and|&) beverage|marketing (?:and|&) communications|research (?:and|&) innovation)\b",
    re.IGNORECASE,
)
"""What the parser is to take for one word: hyphens, kin by marriage, departments with an "and"."""
_MISREAD = frozenset(listed("suspects guesses matters minds needs wants cares helps knows thinks"))
"""Verbs that the tagger takes for a plural noun after somebody ("my line manager suspects")."""


def parsed(text: str) -> Doc:
    """Return the parse of an answer, what has hyphens as one word."""
    spelt = _HASTY.sub(_with_apostrophe, _NO_ONE.sub("nobody", _BAR.sub(r"\1except", cut(text))))
    doc = parser()(spelt)
    with doc.retokenize() as retokenizer:
        for found in _ONE_WORD.finditer(doc.text):
            span = doc.char_span(found.start(), found.end())
            if span is not None and len(span) > 1:
                retokenizer.merge(span)
    return doc


def _with_apostrophe(found: re.Match[str]) -> str:
    return "'".join(part for part in found.groups() if part)


def word(doc: Doc, index: int) -> str:
    """Return a word in lower case, or "" beyond either end."""
    return str(doc[index].lower_) if 0 <= index < len(doc) else ""


def tag(doc: Doc, index: int) -> str:
    """Return a word's tag (Penn Treebank), or "" beyond either end."""
    return str(doc[index].tag_) if 0 <= index < len(doc) else ""


def noun_phrases(doc: Doc, kinds: Kinds) -> Iterator[Span]:
    """Yield the noun phrases, without "my", "the", "just", in their order.

    By the tags, mended where the tagger takes a name in lower case for a verb ("ask sue"), and cut
    where somebody has been named and another one begins without a comma ("cleaners porters").
    """
    start: int | None = None
    for index in range(len(doc) + 1):
        inside = index < len(doc) and _belongs(doc[index], start, kinds)
        if start is not None and not (inside and not _is_complete(doc, index, kinds)):
            yield doc[start : _end_without_possessive(doc, start, index)]
            start = None
        if inside and start is None:
            start = index


def _belongs(token: Token, start: int | None, kinds: Kinds) -> bool:
    doc, index, tagged = token.doc, token.i, token.tag_
    if tagged == "POS":
        return start is not None
    if token.lower_ in _NEVER or not any(map(str.isalnum, token.text)):
        return _joins_titles(doc, index)
    if token.lower_ in SHARES | ANYONE or _joins_titles(doc, index):
        return True
    if start is not None and _counts(doc, start) and index <= start + 2:
        return tagged in _LEADING | _NOUNS or token.lower_ == "of"
    if tagged in ("VBN", "VBG"):
        return _describes(token, kinds)
    if start is not None and token.lower_ in _MISREAD:
        return kinds.somebody(word(doc, index - 1)) < _LIKELY
    if tagged in _NOUNS:
        return not token.is_stop or tagged in ("CD", "JJ")
    likely = kinds.name(token.lower_) > _LIKELY or kinds.somebody(token.lower_) > _SURE
    told = word(doc, index - 1) == "to" and kinds.is_listed(token.lower_)  # "speak to kev"
    is_verb = tagged in ("IN", "MD") or (tag(doc, index - 1) in _BEFORE_VERBS and not told)
    return likely and not is_verb and not token.is_stop


def _describes(token: Token, kinds: Kinds) -> bool:
    """Tell whether a participle is part of a noun ("teaching assistants", "integrated board")."""
    if not tag(token.doc, token.i + 1).startswith("NN"):
        return False
    means_one = kinds.somebody(word(token.doc, token.i + 1)) > _LIKELY
    return token.dep_ in ("amod", "compound") or (token.tag_ == "VBG" and means_one)


def _counts(doc: Doc, index: int) -> bool:
    """Tell whether a word stands for some of a group ("half the choir", "two of the nurses")."""
    return word(doc, index) in SHARES or (tag(doc, index) == "CD" and word(doc, index + 1) == "of")


def _joins_titles(doc: Doc, index: int) -> bool:
    """Tell whether "and" stands in "Mr and Mrs Hill"."""
    around = {word(doc, index - 1), word(doc, index + 1)}
    return word(doc, index) in ("and", "&") and around <= TITLES


def _is_complete(doc: Doc, index: int, kinds: Kinds) -> bool:
    """Tell whether somebody has been named before this word, so that it begins another."""
    last = doc[index - 1]
    if tag(doc, index) == "POS":
        return False
    if word(doc, index) in _ORDER and _closes(doc, index + 1):
        return True  # "my set last time", "ring pete first"
    plural = last.tag_ in ("NNS", "NNPS") or (last.tag_ == "VBZ" and kinds.is_listed(last.lower_))
    if plural and last.lower_.endswith(_PLURAL):
        if tag(doc, index) == "NN" and not _begins_a_name(doc[index], kinds):
            return False  # "the residents association": a noun alone would have its "the"
        return kinds.somebody(last.lower_) > _LIKELY
    if {last.lower_, word(doc, index)} <= _KIN:
        return True
    is_said = doc[index].is_lower and kinds.somebody(word(doc, index)) < _LIKELY
    is_name = last.tag_ == "NNP" and kinds.name(last.lower_) > _LIKELY
    return last.lower_ in ANYONE or (is_said and is_name)


def _closes(doc: Doc, index: int) -> bool:
    """Tell whether nothing more is said of somebody from here on but a time."""
    return index >= len(doc) or not doc[index].is_alpha or word(doc, index) in _TIMES


def _begins_a_name(token: Token, kinds: Kinds) -> bool:
    titled = token.lower_ in TITLES and not _closes(token.doc, token.i + 1)
    return titled or kinds.name(token.lower_) > _LIKELY


def _end_without_possessive(doc: Doc, start: int, end: int) -> int:
    """Return the end without an "'s" that is none of the name ("Ravi's been", but "Boots'")."""
    closes = end == len(doc) or doc[end].is_punct or tag(doc, end) == "CC"
    kept = closes and doc[start].text[0].isupper()
    return end - 1 if tag(doc, end - 1) == "POS" and not kept else end


def reach(phrase: Span, joins: frozenset[str]) -> Span:
    """Return a phrase with what belongs to it: "of the ward", "on reception", "waiting on parts".

    `joins` are the prepositions that may follow.
    """
    doc, start, end = phrase.doc, phrase.start, phrase.end
    if word(doc, end) in _WHERE:
        return reach(doc[start : end + 1], joins)
    if (word(doc, end), word(doc, end + 1)) == ("next", "door"):
        return doc[start : end + 2]
    if tag(doc, end) == "VBG" and doc[end].head in phrase and tag(doc, end + 1) in ("IN", "TO"):
        last = max(token.i for token in doc[end].subtree if not token.is_punct)
        return doc[start : max(last, end) + 1]
    if not _is_joined(phrase, joins):
        return phrase
    inside = end + 1
    while _may_belong(doc, inside) and not _begins_anew(doc, inside, end + 1):
        inside += 1
    is_time = inside > end + 1 and doc[inside - 1].ent_type_ in DATES
    tells_apart = word(doc, end + 1) == "year" or word(doc, inside - 1) in _SHIFTS
    if inside == end + 1 or (is_time and not tells_apart) or word(doc, inside - 1) in _MANNERS:
        return phrase
    if word(doc, inside) == "and" and tag(doc, inside - 1) == "NNP":
        inside += 2 * (inside + 1 < len(doc) and doc[inside + 1].ent_type_ in ("GPE", "LOC"))
    return doc[start : reach(doc[end + 1 : inside], PLACING | {"of"}).end]


def _may_belong(doc: Doc, index: int) -> bool:
    """Tell whether a word goes on with the noun behind a preposition ("in IT", "of mine")."""
    known = tag(doc, index) in _NOUNS | _LEADING | {"POS"} or word(doc, index) in _OWN
    named = word(doc, index) in ("called", "named")
    describes = tag(doc, index) in ("VBG", "VBN") and tag(doc, index + 1).startswith("NN")
    return not named and (
        known
        or describes
        or (index < len(doc) and len(doc[index]) > 1 and doc[index].text.isupper())
    )


def _begins_anew(doc: Doc, index: int, start: int) -> bool:
    """Tell whether a "the" or "my" begins another noun: "the lads on the bins the manager"."""
    return index > start and tag(doc, index) in _LEADING and tag(doc, index - 1) in _NOUNS


def _is_joined(phrase: Span, joins: frozenset[str]) -> bool:
    """Tell whether a preposition after a phrase belongs to it, not to a verb before it."""
    doc, end = phrase.doc, phrase.end
    if word(doc, end) not in joins or tag(doc, end) == "TO" or word(doc, end + 1) == "all":
        return False
    link = doc[end]
    told = link.head.pos_ in ("VERB", "AUX") and link.head.i < phrase.start
    close = link.lower_ in PLACING | {"of"} and (not told or link.lower_ == "in")
    return close or link.head in phrase


def clause_end(doc: Doc, index: int) -> int:
    """Return where a clause ends that says who somebody is, if one begins here: else `index`.

    "Who runs it", and without a "who" after words for nobody in particular ("people I manage").
    """
    begins = word(doc, index) in RELATIVE or word(doc, index - 1) == "whoever"
    leads = word(doc, index) in _SUBJECTS and word(doc, index + 1) not in _HEDGING
    if not begins and not (leads and word(doc, index - 1) in GENERIC):
        return index
    while index < len(doc) and not (doc[index].is_punct or word(doc, index) in _ENDING):
        index += 1
    return index
