"""Find: what the member is trying to do, as "I want ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.summary.clauses import Clause
from assistant.summary.language import is_verb, lemmas, load
from assistant.summary.parsing import parse
from assistant.summary.soundness import is_sound
from assistant.summary.statements import uncapped

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_WISH = re.compile(
    r"^(?:(?:what )?(?:I|we)(?:'m|'re| am| are)? (?:just |really |only |basically |mostly )?"
    r"(?:want|need|trying|try|hoping|hope|would like|'d like|like|aiming|wanting|have|meant|"
    r"supposed)(?: to do)?(?: is)?|I'd (?:just |really )?(?:like|love)|we'd (?:just |really )?"
    r"(?:like|love)|(?:my|our|the) (?:aim|goal|hope|idea|plan) is|trying|hoping|wanting)"
    r" (?=to\b|for\b|\w)",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"^(I|we)(?:'m|'re| am| are)? (?:just |really |only )?"
    r"(want|need|trying|'d like|would like|hoping|'d love)\b (to\b)?",
    re.IGNORECASE,
)


def aims(clause: Clause) -> Iterator[tuple[str, float]]:
    """Yield ("I want ...", cost) for what a clause says is wanted, as plainly as it can be said."""
    said = list(_aims(clause))
    full = next((text for text in said if not _EMPTY.search(text)), "")
    meant = 0.0 if _is_called_a_wish(uncapped(clause)) else _MEANT
    for text in said:
        cut = meant + (0.0 if text == full else _CUT)
        plain = _plainly(text)
        if plain:
            yield plain, cut
        yield text, cut + (_ROUNDABOUT if plain or _SO_THAT.search(text) else 0.0)


# A second wish that adds nothing: "find out why, and do something about it".
_EMPTY = re.compile(r" and (?:do something|sort it|deal with it|fix it|get on with it)\b")
_SO_THAT = re.compile(r" (?:get|have|make) it so ")
_ROUNDABOUT, _CUT = 0.15, 0.1
_MEANT = 0.7  # a statement that may be no wish at all: "a second form would just be lost"


def _is_called_a_wish(text: str) -> bool:
    """Say whether a clause begins as a wish: "I'm trying to", "to keep", "keep", "keeping"."""
    first = text.partition(" ")[0].lower()
    return bool(_WISH.match(text)) or first == "to" or is_verb(first) or bool(_gerund_base(first))


def _plainly(text: str) -> str:
    """Turn "I want to get ten doctors to agree" into "I want ten doctors to agree"."""
    doc = load()(text)
    if len(doc) < 6 or doc[1].lower_ != "want" or doc[3].lower_ not in {"get", "have"}:
        return ""
    doing = next((t for t in doc[5:] if t.tag_ in _DOING and not _tells_which(t)), None)
    if doc[3].lower_ == "have":
        doing = next((t for t in doc[5:-1] if _does_something(t)), doing)
    if doing is None:
        return ""
    start = next((t.i for t in doc[max(doing.i - 2, 5) : doing.i] if t.lower_ == "to"), doing.i)
    helped = start < doing.i or doing.tag_ in {"VBG", "VBN"}
    who, rest = doc[4:start], doc[start:]
    if not _is_phrase(who) or (not helped and doing.tag_ == "VBP" and who[-1].tag_ == "NN"):
        return ""
    return f"I want {who.text} {'' if helped else 'to '}{rest.text}"


_DOING = frozenset({"VB", "VBP", "VBG", "VBN"})


def _tells_which(verb: Token) -> bool:
    """Say whether a verb only tells which thing is meant: "notes that are true"."""
    return any(t.dep_ == "relcl" for t in (verb, *verb.ancestors))


def _does_something(token: Token) -> bool:
    """Say whether a seeming noun is what somebody is to do: "a colleague ring every one"."""
    noun = token.pos_ == "NOUN" and token.nbor(-1).pos_ in {"NOUN", "PROPN"}
    return noun and token.nbor(1).pos_ in {"DET", "PRON"} and is_verb(token.lower_)


def _is_phrase(words: Span) -> bool:
    """Say whether words are a noun phrase and nothing more: "someone from a local church"."""
    inside = all(t.pos_ not in {"VERB", "AUX", "PUNCT", "SCONJ", "ADV"} for t in words)
    return inside and len(words) > 0 and words[-1].pos_ in {"NOUN", "PROPN", "PRON", "NUM"}


def _aims(clause: Clause) -> Iterator[str]:
    text = uncapped(clause)
    wish = _WISH.match(text)
    if wish and _says_wish(wish[0], clause.key):
        rest = text[wish.end() :]
        subject = "us " if wish[0].lower().startswith("we") else ""
        yield from _wanted(rest, subject, clause)
    elif clause.key == "try":
        yield from _wanted(text, "", clause)
    elif clause.key == "problem" and (cannot := _CANNOT.match(text)) and not _NEVER.search(text):
        yield from _wanted(text[cannot.end() :], "us " if text.startswith("we") else "", clause)
    elif clause.key in _FOR_ONESELF and (could := _COULD.match(text)):
        yield f"I want to {text[could.end() :]}"
    elif clause.key == "progress_signs" and is_sound(clause.doc):
        yield from _wish_that(text)


_FOR_ONESELF = frozenset({"benefits_self", "progress_signs"})
_COULD = re.compile(r"I(?: could| can| would|'d) (?!n't|not\b|be\b|have\b|feel\b|know\b)(?=\w)")
# Words that only go with "not": the wish would not be English.
_NEVER = re.compile(r"\b(?:nor|any|anyone|anybody|anything|either|yet|at all)\b")
_CANNOT = re.compile(
    r"^(?:I|we) "
    r"(?:(?:can't|cannot|can not|couldn't)(?: seem to| ever| even)?|(?:struggle|fail) to) "
    r"(?=get\b|find\b|make\b|keep\b|persuade\b|fill\b|reach\b|let\b|say\b|stop\b|hold\b|recruit\b|"
    r"decide\b|finish\b|start\b|talk\b|agree\b|move\b|see\b|give\b|run\b|bring\b|have\b)",
)


def _says_wish(words: str, key: str) -> bool:
    weak = re.search(r"\b(?:have|like|meant|supposed)\b", words) and not re.search(
        r"(?:'d|would) ", words
    )
    return not weak or key == "try"


def _wanted(rest: str, subject: str, clause: Clause) -> Iterator[str]:
    for text in (rest, *_shortened(rest, clause)):
        yield from _wish_for(text, subject, clause)
    if purpose := re.search(r" so (?:that )?(?=\w)", rest):
        yield from _wish_that(rest[purpose.end() :])


def _wish_for(text: str, subject: str, clause: Clause) -> Iterator[str]:
    text = text.strip(" ,")
    first, _, others = text.partition(" ")
    lower = first.lower()
    if made := re.match(r"(?:to )?make (?:it )?that (?=\w)", text):  # as some say it who learned it
        yield from _wish_that(text[made.end() :])
    elif lower == "to" and others:
        yield f"I want {subject}{text}"
    elif lower in {"for", "that"} and others:
        yield from _wish_that(others)
    elif lower.endswith("ing") and _gerund_base(lower) and others:
        yield f"I want {subject}to {_gerund_base(lower)} {others}"
    elif lower == "not" and others:
        yield from (w.replace(" to ", " not to ", 1) for w in _wish_for(others, subject, clause))
    elif is_verb(lower) and _opens_as_verb(clause, lower):
        yield f"I want {subject}to {lower} {others}".strip()
    elif clause.key == "try" and is_sound(clause.doc):
        if not _SUPPOSED.search(text):
            yield from _wish_that(text)
    elif clause.key == "try" and not subject and others:
        yield f"I want {text}"


_SUPPOSED = re.compile(r"\bwould (?:just|only|simply|still|probably)\b")  # no wish, a fear


def _gerund_base(word: str) -> str:
    return next((base for base in sorted(lemmas(word)) if base != word and is_verb(base)), "")


def _opens_as_verb(clause: Clause, word: str) -> bool:
    token = next((t for t in clause.doc if t.lower_ == word), None)
    if token is None or token.pos_ in {"VERB", "AUX"}:
        return True
    following = token.nbor(1) if token.i + 1 < len(clause.doc) else None
    noun_like = following is None or following.lower_ in {"for", "of", "between"}
    if token.pos_ == "ADJ" and following is not None:
        return following.pos_ == "ADP" and following.lower_ != "to"  # "open in May"
    return not noun_like and token.pos_ not in {"DET", "PRON", "ADJ", "NUM"}


def _wish_that(text: str) -> Iterator[str]:
    """Turn "people turn up on time" into "I want people to turn up on time"."""
    when, text = _when(text)
    for wish in _wished(text):
        yield f"{when}, {wish}" if when else wish


_FRONTED = re.compile(r"(?:when|whenever|if|once|before|after) ")
_SUBJECT = re.compile(r",? (?=(?:the|an?|my|our|every|each|I|we|they|he|she|it|people)\b)")


def _when(text: str) -> tuple[str, str]:
    """Return when it is to be, if that is said first, and the rest: "when ...", "they hear"."""
    if not _FRONTED.match(text):
        return "", text
    places = [match for match in _SUBJECT.finditer(text) if len(text[: match.start()].split()) > 2]
    for place in places[:4]:
        first, rest = text[: place.start()], text[place.end() :]
        if all(map(is_sound, parse([f"{first.split(maxsplit=1)[1]}.", f"{rest}."]))):
            return first, rest
    return "", text


def _wished(text: str) -> Iterator[str]:
    doc = load()(text)
    root = next(t for t in doc if t.dep_ == "ROOT")
    subject = next((c for c in root.children if c.dep_ in _DOING_IT), None)
    if re.match(r"\w+ to \w", text) or (subject is None and " to " in text):
        yield f"I want {text}"
        return
    if (
        subject is None
        or subject.lower_ in {"i", "me", "it", "there", "that"}
        or subject.i > root.i
    ):
        return
    if subject.tag_ == "NN" and subject.pos_ == "NOUN" and not list(subject.children):
        return  # "ring backs down to 30"
    helpers = [c for c in root.children if c.dep_ in {"aux", "auxpass", "neg"}]
    if subject.lower_ == "some" or any(c.lower_ == "to" for c in helpers):
        yield f"I want {text}"  # "every family to have that one call"
        return
    if any(c.lower_ not in {"would", "'d", "will", "'ll"} for c in helpers):
        return
    phrase = doc[subject.left_edge.i : subject.right_edge.i + 1]
    if subject.dep_ == "csubj" and phrase[0].tag_ != "WP":
        return
    if subject.dep_ != "csubj" and any(_is_told(t) for t in phrase):
        return  # "when a letter's late the tenant": the parse is none
    who = phrase.text
    if root.tag_ in {"VBN", "VBD"} and not helpers and not _has_object(root):
        yield f"I want {text}"  # "nobody sent home twice"
        return
    who = {"we": "us", "they": "them", "he": "him", "she": "her"}.get(who.lower(), who)
    yield f"I want {who} to {root.lemma_} {doc[root.i + 1 :].text}".rstrip()


_LOOSE = re.compile(
    r"(?<!night)(?<!day)(?<!week)(?<!evening),? (?:before|beforehand)"
    r"(?:,? (?:and )?not after(?:wards)?)?$"
)
_DOING_IT = frozenset({"nsubj", "nsubjpass", "csubj"})  # "whoever orders it looks at it"


def _is_told(token: Token) -> bool:
    return token.pos_ in {"AUX", "VERB"} and not _tells_which(token)


_LIMITED = re.compile(r"\b(?:not|but|without|unless|only|never)\b")
_NOBODY = frozenset({"i", "me", "it", "there", "that"})


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" for c in verb.children)


def _first(text: str) -> str:
    return text.partition(" ")[0].lower()


def _shortened(text: str, clause: Clause) -> Iterator[str]:
    """Yield the wish without a second one, and without an afterthought behind a comma."""
    second = re.search(r",? and (?=\w+)", text)
    goes = second and re.search(r"(?<!n't )\b(?:come|go|try)$", text[: second.start()])
    if second and not goes and is_verb(_first(text[second.end() :])) and second.start() > 15:
        yield text[: second.start()]
    comma = text.find(", ")
    if comma > 15 and not _LIMITED.search(text[comma:]):
        yield text[:comma]
    first = text.split(maxsplit=1)[0]
    again = re.search(rf",? (?:and )?(?:just )?{re.escape(first)} (?=\w)", text[len(first) :])
    if again and is_verb(first.lower()):  # "keep the new ones keep them past Easter"
        yield text[: len(first) + again.start()]
    which = re.search(r",? which(?:'s)? ", text)
    if which and not re.search(r"\b(?:in|on|at|of|to|for|with|by|from)$", text[: which.start()]):
        yield text[: which.start()]
    if loose := _LOOSE.search(text):
        yield text[: loose.start()]
    if more := re.search(r",? (?:and )?make (?:it so |sure |it$)", text):
        yield text[: more.start()]
    if asked := re.search(r",? (?:is|are|do|does|did|have|has|can) (?:it|they|we|you)\b", text):
        yield text[: asked.start()]  # "tell me the truth, is it ready or not"
    vague = re.search(r" for (?:it|them|that|this) to ", text)
    if vague and not re.search(r"\bmake it \w+$", text[: vague.start()]):
        yield text[: vague.start()]
    like = re.search(r" like (?=\w)", text)
    if like and is_verb(_first(text[like.end() :])):  # "keep them like look after them"
        yield text[: like.start()]
    because = re.search(r",? (?:because|so(?! that\b)|since) ", text)
    if because and because.start() > 12:
        yield text[: because.start()]
