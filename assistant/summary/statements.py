"""Find: a clause as a statement of its own: as it stands, cut, or made whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.summary.clauses import Clause, comes_of_it
from assistant.summary.language import third_person
from assistant.summary.nouns import is_person
from assistant.summary.parsing import parse
from assistant.summary.soundness import SUBJECTS, is_finite, is_sound
from assistant.summary.words import GROUPS, RESOURCES, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def statements(clause: Clause) -> Iterator[tuple[str, float]]:
    """Yield (statement, cost) for a clause: as it stands, cut, or made whole."""
    text = re.sub(r"^(I|we|they|he|she) then ", r"\1 ", uncapped(clause))
    text = re.sub(r"^(?:on top of|as well as) that,? ", "", text)
    if is_sound(clause.doc):
        if not _trails(clause.doc):
            yield text, 0.0
        yield from _cuts(clause.doc, uncapped(clause))
        return
    for whole in _completed(clause, text):
        yield whole, 0.08
    joined = _THEN.sub(" and then ", text)
    if joined != text and is_sound(parse([joined + "."])[0]):
        yield joined, 0.08
    for end in (text.find(", "), text.rfind(" and ")):
        if end > 12 and not _LIMITS.search(text[end:]) and is_sound(parse([text[:end] + "."])[0]):
            yield text[:end], 0.08


_THEN = re.compile(r"(?<! and)(?<! but)(?<!,) then (?=\w)")  # "I wait then do it myself"


def _cuts(doc: Doc, text: str) -> Iterator[tuple[str, float]]:
    """Yield (statement, cost) without what can be left out and stay true.

    A second thing that was done is often what the first was told for, so it costs more.
    """
    root = next(t for t in doc if t.dep_ == "ROOT")
    for token in (
        *root.children,
        *(g for c in root.children if c.dep_ == "xcomp" for g in c.children),
    ):
        kept = text[: token.left_edge.idx].rstrip(" ,")
        if token.dep_ == "advcl" and token.i > root.i and _gives_reason(token):
            yield kept, _AFTERTHOUGHT
        second = token.dep_ == "conj" and token.pos_ == "VERB" and token.i > root.i + 3
        if second and not _LIMITS.search(text[len(kept) :]):
            yield kept.removesuffix(" and").rstrip(" ,"), _SECOND
    for token in doc:
        if (
            token.dep_ == "conj"
            and token.i > root.i + 5
            and any(c.dep_ in SUBJECTS for c in token.children)
            and not comes_of_it(token)
        ):
            kept = text[: token.left_edge.idx].rstrip(" ,").removesuffix(" and").rstrip(" ,")
            yield kept, _AFTERTHOUGHT
    for token in doc:
        if token.i > root.i and token.dep_ in {"advcl", "relcl"} and _narrows(token):
            yield text[: token.left_edge.idx].rstrip(" ,"), _AFTERTHOUGHT
        if token.dep_ == "relcl" and (aside := _aside(token)):
            yield text[: aside[0]] + text[aside[1] :], _AFTERTHOUGHT
    for clear in _without_pronoun(doc, text):
        yield clear, _AFTERTHOUGHT
    for comma in {text.rfind(", "), text.find(", ")}:
        if comma > 12 and (_ASIDE.match(text, comma) or not _LIMITS.search(text[comma:])):
            yield text[:comma], _AFTERTHOUGHT
    if match := re.search(r",? (?:to be honest|so that|as well|though|too|either)$", text):
        yield text[: match.start()], _AFTERTHOUGHT


_AFTERTHOUGHT, _SECOND = 0.1, 0.35


# What takes something back: a statement without it would say more than was said.
# "I ask, and then I do it myself" is no asking.
_LIMITS = re.compile(
    r"\b(?:but|not|never|no|none|nothing|nobody|except|unless|if|or|only|without|rather|then)\b|n't\b"
)


def _without_pronoun(doc: Doc, text: str) -> Iterator[str]:
    """Yield "I moan to my mates" of "about it", "I send resources" of "them": less is clearer."""
    for token in doc:
        head = token.head
        if token.lower_ == "it" and head.lower_ in {"about", "over"} and _is_spoken(head):
            yield text[: head.idx].rstrip() + text[token.idx + len(token) :]
        elif token.lower_ == "them" and head.lemma_ in _HANDING and token.i == head.i + 1:
            handed = any(c.dep_ == "dobj" and c.i > token.i for c in head.children)
            yield from [text[: token.idx] + text[token.idx + len("them ") :]] * handed


def _is_spoken(about: Token) -> bool:
    verb = next((t for t in about.ancestors if t.pos_ == "VERB"), about)
    return verb.lemma_ in _SPEAKING


_SPEAKING = listed("talk speak moan cry complain argue worry joke shout fight laugh grumble")
_HANDING = listed("send give offer")


_ASIDE = re.compile(r", (?:which|who|so)\b(?!.*\bbut\b)")


def _aside(verb: Token) -> tuple[int, int] | None:
    """Return where ", who are late," stands, if a comma opens and a comma closes it."""
    doc, first, last = verb.doc, verb.left_edge, verb.right_edge
    closed = last.text == "," or (last.i + 1 < len(doc) and last.nbor(1).text == ",")
    if first.i == 0 or first.nbor(-1).text != "," or not closed:
        return None
    return first.nbor(-1).idx, (last if last.text == "," else last.nbor(1)).idx + 1


def _trails(doc: Doc) -> bool:
    """Say whether a bare noun hangs on behind a comma: "I'm sometimes late, childcare"."""
    commas = [token.i for token in doc if token.text == ","]
    tail = [t for t in doc[commas[-1] + 1 :] if not t.is_punct] if commas else []
    if not 0 < len(tail) <= 4 or any(t.pos_ in {"VERB", "AUX", "CCONJ", "ADP"} for t in tail):
        return False
    return any(t.pos_ in {"NOUN", "PROPN", "NUM"} for t in tail)


def _gives_reason(verb: Token) -> bool:
    marks = {"because", "since", "so"}
    return any(c.dep_ == "mark" and c.lower_ in marks for c in verb.children)


def _narrows(verb: Token) -> bool:
    """Say whether a "when" only explains a time that is named: "only at one, when we've lost"."""
    when = any(c.lower_ in {"when", "while"} for c in verb.children)
    before = verb.doc[: verb.left_edge.i][-4:]
    return when and any(t.ent_type_ in {"TIME", "DATE"} for t in before)


def _completed(clause: Clause, text: str) -> Iterator[str]:
    """Make a statement of a fragment with words that carry no content."""
    root, first = clause.root, clause.doc[0]
    lower = first.lower_
    if len(clause.doc) > 1 and clause.doc[1].tag_ == "POS" and root.pos_ == "NOUN":
        yield f"it's {text}"
    elif lower == "no" and root.pos_ in {"NOUN", "PROPN"}:
        yield f"there{' are' if root.tag_ == 'NNS' else _IS} {text}"
    elif lower == "never" and root.tag_ == "VBN":
        yield f"I've {text}"
    elif lower == "not" and len(clause.doc) > 2 and clause.doc[1].tag_ == "VBG":
        yield f"I don't {clause.doc[1].lemma_} {clause.doc[2:].text}".rstrip(" .")
    elif (
        first.tag_ == "VBG"
        and first == root
        and len(clause.doc) > 3
        and clause.key in {"stopping", "importance_self"}  # "getting them to ring" is what is hard
        and not clause.index  # later it is the rest of something: "I mean, saying it now"
    ):
        yield f"I'm {text}" if first.lemma_ in {"be", "worry"} else f"I've been {text}"
    elif _lacks_subject(root, first):
        yield f"{'we' if clause.key == 'importance_practice' else 'I'} {text}"
    elif clause.key in _OF_ONESELF and _describes(root):
        yield f"I'm {'a ' if lower == 'bit' else ''}{text}"
    elif root.pos_ in {"NOUN", "PROPN"} and clause.key in {"stopping", "difficulties"}:
        yield from _there_is(clause, text)
    elif (
        root.tag_ == "NNS"
        and len(text.split()) > 2
        and first.tag_ in {"CD", "JJ", "NNS", "NN"}
        and sum(t.tag_ == "CD" for t in clause.doc) < 2  # "18 lads 1 lass": a list
        and clause.key == "problem"
        and "," not in text
    ):
        yield f"there are {text}"


_IS = "'s"
_OF_ONESELF = frozenset({"stopping", "difficulties", "importance_self"})


def _describes(root: Token) -> bool:
    """Say whether a word tells how the member is: "sick of it", "worn out", "too busy"."""
    if root.tag_ == "JJ":
        return not any(t.tag_ in {"NN", "NNS", "VBG"} for t in root.doc[root.i + 1 : root.i + 2])
    after = root.nbor(1).lower_ if root.i + 1 < len(root.doc) else "."
    return root.tag_ == "VBN" and after in {"of", "out", "between", "with", "about", "up", "."}


def _lacks_subject(root: Token, first: Token) -> bool:
    helped = any(c.dep_ == "auxpass" or c.lower_ == "should" for c in root.children)
    if helped or any(c.dep_ in SUBJECTS for c in root.children) or not is_finite(root):
        return False
    if root.tag_ == "VBZ":
        return False  # "costs a fortune" is not of oneself
    return first == root or first.dep_ in {"aux", "neg", "advmod"}


def _there_is(clause: Clause, text: str) -> Iterator[str]:
    root, first = clause.root, clause.doc[0]
    if first.lower_ == "not" or first.tag_ == "PRP":
        return
    if is_person(root) or first.tag_ == "PRP$" or first.lower_ == "the":
        told = any(c.dep_ == "relcl" and not _is_related(c) for c in root.children)
        if clause.key == "stopping" and "," not in text and not told:
            yield f"what stops me is {text}"  # "there is my diary" is not what was meant
        return  # but "the others I answer at midnight" is a statement turned round
    if root.tag_ == "NN" and clause.doc[0] == root and any(c.dep_ == "conj" for c in root.children):
        return  # "bus and timetable": no two things without their articles
    relative = next((c for c in root.children if c.dep_ == "relcl"), None)
    pronoun = next((t for t in clause.doc if t.lower_ in {"who", "that", "which"}), None)
    if relative and pronoun and pronoun.dep_ == "nsubj":
        yield re.sub(rf",? {pronoun.text}\b", "", text, count=1)
    elif text.lower() in RESOURCES:
        yield f"I need {text}"
    elif len(text.split()) == 1 and clause.key == "stopping":
        yield f"what stops me is the {text}"
    elif text.lower().startswith("lack of"):
        yield f"there's a {text}"
    else:
        yield f"there{' are' if root.tag_ == 'NNS' else _IS} {text}"


def _is_related(verb: Token) -> bool:
    return any(t.tag_ in {"WDT", "WP", "WRB", "WP$"} for t in verb.subtree)


def purposes(clause: Clause) -> Iterator[str]:
    """Turn "reception could breathe" into "reception can breathe", to follow "so"."""
    if is_sound(clause.doc):
        for purpose in _purpose(clause):
            yield purpose
            yield from (shorter for shorter, _ in _cuts(parse([purpose + "."])[0], purpose))


def _purpose(clause: Clause) -> Iterator[str]:
    root = clause.root
    helpers = [c for c in root.children if c.dep_ in {"aux", "auxpass", "neg"}]
    text = uncapped(clause)
    if [h.lower_ for h in helpers] == ["could"]:
        yield re.sub(r"\bcould\b", "can", text, count=1)
    elif root.tag_ == "VB" and [h.lower_ for h in helpers if h.dep_ != "neg"] in _WOULD:
        yield _in_present(clause.doc, root, helpers)


_WOULD = (["would"], ["'d"])


def _in_present(doc: Doc, root: Token, helpers: Sequence[Token]) -> str:
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    group = subject.lemma_.lower() in GROUPS | {"people", "ppl"}
    single = (subject.tag_ in {"NN", "NNP"} and not group) or subject.lower_ in {
        "he",
        "she",
        "it",
        "everyone",
    }
    single |= subject.dep_ == "csubj" or subject.tag_ == "WP"  # "whoever is on"
    me = subject.lower_ == "i"
    verb = third_person(root.lemma_) if single and not me else root.lemma_
    if denied := len(helpers) > 1:
        verb = f"{'does' if single and not me else 'do'}n't {root.lemma_}"
    if root.lemma_ == "be":
        verb = "am" if me else "is" if single else "are"
        verb += " not" * denied
    between = doc[helpers[-1].i + 1 : root.i].text
    words = [doc[: helpers[0].i].text, between, verb, doc[root.i + 1 :].text.rstrip(" .")]
    text = " ".join(word for word in words if word)
    return text if doc[0].pos_ == "PROPN" or doc[0].text == "I" else text[0].lower() + text[1:]


def uncapped(clause: Clause) -> str:
    """Return the clause's text with a small first letter, unless the word keeps its capital."""
    text, first = clause.text, clause.doc[0]
    keeps = (
        first.text == "I"
        or first.text.startswith("I'")
        or (first.text.isupper() and len(first) > 1)
    )
    named = first.pos_ == "PROPN" and first.ent_type_ not in {"", "CARDINAL"}
    if keeps or named or not first.text[:1].isupper() or any(c.isupper() for c in first.text[1:]):
        return text
    return text[0].lower() + text[1:]
