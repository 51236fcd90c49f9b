"""The people and groups that an answer names.

Each stands as it was said, without a leading "my", "the", "all" or "both of"; a name stands for the
role beside it; organisations count. Whoever is ruled out, the speaker and pets do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.embedding import known_words
from assistant.nlu.phrases import (
    ANYONE,
    BELONGING,
    DATES,
    GENERIC,
    PLACING,
    RELATIVE,
    SHARES,
    TITLES,
    clause_end,
    noun_phrases,
    parsed,
    reach,
    tag,
    word,
)
from assistant.nlu.ruling_out import left_in
from assistant.nlu.somebody import Kinds
from assistant.nlu.wording import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NOBODY = frozenset(listed("god heaven christ jesus goodness lord other few"))
_NOT_PEOPLE = DATES | frozenset(listed("CARDINAL ORDINAL MONEY PERCENT QUANTITY EVENT LANGUAGE"))
_ALL = frozenset(listed("everyone everybody people"))
_BREAKS = frozenset(listed(", . ; so but then"))
_NAMED = frozenset(listed("PERSON ORG NORP"))
_PLACES = frozenset(listed("GPE LOC FAC"))
_OBJECTS = frozenset(listed("dobj pobj attr oprd"))
_TELLING = frozenset(
    listed("ask tell ring call phone text email contact try see talk speak mention")
)
_WORKING = frozenset(listed("for at in from"))
_OCCASION = frozenset(listed("after before during since until till"))
"""What follows them is when, more often than who."""
_EXAMPLES = frozenset(listed("like")) | {"such as"}
_THROUGH = re.compile(
    r"(?:(?:through|from|at|in|on) (?:[\w']+ ){0,2}[\w']+|(?:who|that) [\w' ]{1,40})? ?,"
)
_US = frozenset(listed("i we you it that this which what"))
_OWNED = r"(?:the|our|my|his|her|their)"
_ENOUGH = 0.5
"""How likely a phrase has to mean somebody."""


@dataclass(frozen=True)
class Mention:
    """A phrase that means somebody; whether it is a name, and whether it means several."""

    span: Span
    is_name: bool
    is_plural: bool


def people_in(text: str) -> list[str]:
    """Return the people and groups that an answer to a "who" question names, in their order."""
    doc = parsed(text)
    mentions = _without_their_roles(doc, _mentions(doc))
    kept = left_in(doc, [mention.span for mention in mentions])
    return [_as_said(span.text, text) for span in kept]


def _as_said(person: str, text: str) -> str:
    """Return a person without an apostrophe that only the parser needed ("chap who's")."""
    return person if person in text else person.replace("'", "")


def _mentions(doc: Doc) -> list[Mention]:
    """Find the phrases that mean somebody, each as far as it reaches."""
    kinds = Kinds(token.lower_ for token in doc if token.is_alpha and not token.is_stop)
    mentions: list[Mention] = []
    past = 0
    for phrase in noun_phrases(doc, kinds):
        if phrase.start >= past and _means_somebody(phrase, kinds):
            mentions.append(_mention(phrase, kinds))
            past = _end_of_what_is_said_of(mentions[-1].span)
    return mentions


def _means_somebody(phrase: Span, kinds: Kinds) -> bool:
    doc, head, first = phrase.doc, phrase[-1], phrase[0]
    if _says_what_somebody_is(phrase):
        return False
    if head.lower_ in ANYONE and (word(doc, phrase.end), word(doc, phrase.end + 1)) == ("of", "us"):
        return False
    if head.lower_ in ANYONE and (len(phrase) == 1 or first.tag_ == "CD"):
        return _is_told_apart(phrase)
    leads = word(doc, phrase.start - 1)
    if head.lower_ in ("of", "lot"):
        return head.lower_ == "lot" and _is_a_group(phrase)
    if head.lower_ == "half" and tag(doc, phrase.start - 1) == "PRP$":
        return True
    if (first.lower_ in SHARES | TITLES and len(phrase) > 1) or leads in ("called", "named"):
        return True
    unlike = {token.ent_type_ for token in phrase} <= _NOT_PEOPLE and head.tag_ != "NNS"
    is_said_of = head.dep_ == "acomp" and head.tag_ == "JJ" and kinds.name(head.lower_) < _ENOUGH
    if unlike or is_said_of or head.lower_ in _NOBODY:
        return False
    likely = kinds.somebody(phrase.text.lower())
    if not kinds.is_listed(phrase.text.lower()):
        likely = (likely + kinds.somebody(head.lower_)) / 2
    return likely + _by_form(phrase) + _by_place(phrase) > _ENOUGH


def _is_a_group(phrase: Span) -> bool:
    """Tell whether a "lot" is people ("my lot", "the accounts lot"), not much or all of it."""
    leads, begins = word(phrase.doc, phrase.start - 1), tag(phrase.doc, phrase.start - 1)
    owned = begins == "PRP$" and leads != "your"
    return owned or (len(phrase) > 1 and begins == "DT" and phrase[0].lower_ not in SHARES)


def _is_told_apart(phrase: Span) -> bool:
    """Tell whether "everyone", "people" say more: who they are, or what they do."""
    last = phrase[-1]
    if last.lower_ == "whoever" or clause_end(phrase.doc, phrase.end) > phrase.end:
        return True
    if word(phrase.doc, phrase.end) in BELONGING:
        return True
    does = last.dep_ == "nsubj" and last.head.lemma_ != "be"
    return last.lower_ in _ALL and (does or last.dep_ == "ROOT")


def _says_what_somebody_is(phrase: Span) -> bool:
    """Tell whether a phrase says what or where those are who were named before.

    "She's a nurse", "he works for the council".
    """
    noun = phrase.root
    verb = next((token for token in noun.ancestors if token.pos_ in ("VERB", "AUX")), noun)
    subjects = {token.lower_ for token in verb.children if token.dep_ == "nsubj"}
    between = {token.lower_ for token in phrase.doc[verb.i : noun.i]}
    if not subjects or verb.i >= noun.i or between & _BREAKS:
        return False
    if verb.lemma_ == "be":
        return bool(subjects & {"he", "she", "they"})
    is_where = noun.head.head == verb and noun.head.lower_ in _WORKING
    return is_where and not subjects & {"i", "we", "you"}


def _by_form(phrase: Span) -> float:
    """Return what capitals and the entity recogniser say for somebody."""
    labels = {token.ent_type_ for token in phrase}
    if labels & _PLACES and word(phrase.doc, phrase.start - 1) in _WORKING:
        return -0.5
    if any(token.text.isupper() and len(token) > 1 for token in phrase):
        return 0.5
    if labels & _NAMED:
        return 0.4
    if not phrase[-1].text[0].isupper():
        return 0.0
    if len(phrase) > 1:
        return 0.5
    return 0.0 if phrase[0].is_sent_start else 0.2 if labels & _PLACES else 0.5


def _by_place(phrase: Span) -> float:
    """Return what speaks for somebody in the part that a phrase has in its sentence."""
    noun = phrase.root
    if noun.dep_ not in _OBJECTS:
        return 0.1
    verb = noun.head.head if noun.head.lower_ in ("to", "with") else noun.head
    if verb.lemma_ not in _TELLING:
        if noun.head.lower_ in _OCCASION:
            return -0.5
        return -0.4 if _is_what_they_do(noun) else -0.1
    return 0.15 if tag(phrase.doc, phrase.start - 1) in ("DT", "PRP$") else 0.45


def _is_what_they_do(noun: Token) -> bool:
    """Tell whether a noun is what somebody else has or does: "Ann does the accounts"."""
    subjects = [token for token in noun.head.children if token.dep_ == "nsubj"]
    others = (token for token in subjects if token.lower_ not in _US)
    return noun.dep_ == "dobj" and any(token.i < noun.i for token in others)


def _mention(phrase: Span, kinds: Kinds) -> Mention:
    """Return the mention that a phrase begins: its name alone, or with what belongs to it."""
    named = _name_in(phrase, kinds)
    head = phrase[-1]
    by_entity = head.tag_ == "NNP" and head.ent_type_ == "PERSON" and not head.text.isupper()
    is_name = named is not None or by_entity or kinds.name(head.lower_) > _ENOUGH
    phrase = phrase if named is None else named
    whole = reach(phrase, PLACING if is_name else BELONGING)
    goes_on = (
        not is_name and word(whole.doc, whole.end) == "that" and tag(whole.doc, whole.end) == "WDT"
    )
    if goes_on or whole[-1].lower_ in GENERIC or whole[0].lower_ in GENERIC:
        whole = whole.doc[whole.start : clause_end(whole.doc, whole.end)]
    return Mention(whole, is_name, is_plural=head.tag_ in ("NNS", "NNPS"))


def _name_in(phrase: Span, kinds: Kinds) -> Span | None:
    """Return the name that stands behind a role ("line manager karen")."""
    for index in range(1, len(phrase)):
        before, token = phrase[index - 1], phrase[index]
        is_noun = before.is_lower and before.tag_.startswith("N")  # "call handlers"
        is_bid = before.lemma_.lower() in _TELLING and not is_noun
        if before.is_stop or before.lower_ in TITLES or not (before.is_lower or is_bid):
            continue
        titled = token.lower_ in TITLES and index + 1 < len(phrase)
        capital = token.text[0].isupper() and before.is_lower
        named = capital or titled or kinds.name(token.lower_) > _ENOUGH
        is_role = before.tag_ != "JJ" or kinds.somebody(before.lower_) > _ENOUGH
        is_role = is_role and kinds.name(before.lower_) < _ENOUGH
        if named and is_role and before.tag_ != "POS":
            return phrase[index:]
    return None


def _end_of_what_is_said_of(span: Span) -> int:
    """Return the end of what is said of somebody: nobody is named in "who runs the choir"."""
    doc, end = span.doc, span.end
    if word(doc, end) == "from":
        return max(token.i for token in doc[end].subtree) + 1
    after = end + 1 if word(doc, end) == "," else end
    return clause_end(doc, after) if word(doc, after) in RELATIVE else end


def _without_their_roles(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out a role beside its name: "Huw the vet", "our bursar, Ann, is", "chair (Jo)"."""
    dropped: set[int] = set()
    for index, (first, second) in enumerate(pairwise(mentions)):
        between = doc[first.span.end : second.span.start].text.lower()
        if _is_role_before(first, second, between):
            dropped.add(index)
        elif first.is_name and _is_role_after(second, between):
            dropped.add(index + 1)
    return [mention for index, mention in enumerate(mentions) if index not in dropped]


def _is_role_before(first: Mention, second: Mention, between: str) -> bool:
    opens = between == "(" and second.span[0].text[0].isupper() and not second.span.text.isupper()
    if between.startswith(":") or opens or between in ("called", "named"):
        return True
    if between in _EXAMPLES and first.span[-1].lower_ in GENERIC:
        return True
    if second.span.text.lower() in first.span.text.lower():
        return False  # "Rob's wife, Rob"
    if len(first.span) > 1 and all(token.text[0].isupper() for token in first.span):
        return False  # "Age UK, Mrs Hill": no role
    if first.span[0].tag_ == "CD" and first.span[1:2].text in ANYONE and between == ",":
        return True
    if first.is_name or first.is_plural or not _is_like_a_name(second):
        return False
    is_listed = _is_one_of_a_list(first.span)
    return bool(_THROUGH.fullmatch(between)) and _is_aside(second) and not is_listed


def _is_like_a_name(mention: Mention) -> bool:
    """Tell whether somebody is named, by a nickname that no list has too ("my sergeant, Macca")."""
    alone = mention.span[0]
    capital = alone.text[0].isupper() and not alone.text.isupper() and not alone.is_sent_start
    unknown = len(mention.span) == 1 and alone.lower_ not in known_words()
    return mention.is_name or (capital and unknown)


def _is_one_of_a_list(span: Span) -> bool:
    """Tell whether a role without "my" or "the" follows a comma: "nan, grandad, auntie Pat"."""
    leads = tag(span.doc, span.start - 1) in ("DT", "PRP$")
    return not leads and word(span.doc, span.start - 1) == ","


def _is_aside(mention: Mention) -> bool:
    """Tell whether a name stands between two commas or ends what is said."""
    doc, end = mention.span.doc, mention.span.end
    return end == len(doc) or doc[end].is_punct or doc[end].pos_ in ("VERB", "AUX", "PRON")


def _is_role_after(role: Mention, between: str) -> bool:
    if re.fullmatch(rf"(?:\( ?)?{_OWNED}", between) or (
        between == "(" and (role.span[0].is_lower or role.span.text.isupper())
    ):
        return True
    counted = between == ", the" and role.span[0].tag_ == "CD"
    if counted or (between == "," and role.span[0].lower_ in ANYONE):
        return True
    closes = word(role.span.doc, role.span.end) in ("", ".", ",", ";", ")")
    single = not role.is_name and not role.is_plural
    return single and closes and bool(re.fullmatch(rf", (?:{_OWNED}|a)", between))
