"""Find: whether a parse is one whole statement, which can be set into a sentence as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.summary.words import AUXILIARIES, GROUPS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})


def has_subject(token: Token) -> bool:
    """Say whether a verb has a subject of its own."""
    return token.pos_ in {"VERB", "AUX"} and any(c.dep_ in SUBJECTS for c in token.children)


def mark_of(token: Token) -> str:
    """Return the word that makes a clause hang on another: "because", "if"; "" for none."""
    return next((c.lower_ for c in token.children if c.dep_ == "mark"), "")


def is_finite(token: Token) -> bool:
    """Say whether a verb shows its tense, itself or in an auxiliary."""
    if token.tag_ in {"VBD", "VBP", "VBZ", "MD"} or _is_present(token):
        return True
    return any(
        c.tag_ in {"VBD", "VBP", "VBZ", "MD"}
        for c in token.children
        if c.dep_ in {"aux", "auxpass"}
    )


def _is_present(verb: Token) -> bool:
    """Say whether a bare verb is a present tense: the tagger misses "patients queue"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBN" and verb.lemma_ == verb.lower_)
    if not bare or subject is None or any(c.dep_ == "aux" for c in verb.children):
        return False
    many = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in {"half", "most", "rest", "staff"}
    return many or subject.lower_ in {"i", "we", "they", "people", *GROUPS}


_UNITS = listed("mins hrs secs wks yrs mths")


def is_sound(doc: Doc) -> bool:
    """Say whether the parse is one whole statement, fit to be set into a sentence."""
    roots = [token for token in doc if token.dep_ == "ROOT"]
    if len(roots) != 1 or not doc.text.strip():
        return False
    root = roots[0]
    if root.lower_ in _UNITS:
        return False  # "30 mins a wk": no verb
    return (
        sum(c.dep_ in SUBJECTS and c.dep_ != "expl" for c in root.children) <= 1
        and has_subject(root)
        and is_finite(root)
        and not _is_parted(root)
        and _is_statement(doc, root)
        and not any(_is_broken(token) for token in doc)
        and _is_closed([t for t in doc if not t.is_punct][-1])
    )


def _is_statement(doc: Doc, root: Token) -> bool:
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    first = min([root.i, *(c.i for c in root.children if c.dep_ in {"aux", "auxpass"})])
    return "?" not in doc.text and subject.i < first and not re.search(r'["=<>:/*]', doc.text)


def _is_parted(root: Token) -> bool:
    """Say whether a comma alone stands between subject and verb: "Good people, turned into"."""
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    after = root.doc[subject.right_edge.i + 1]
    return after.text == "," and not any(c.dep_ in {"relcl", "appos"} for c in subject.children)


def _is_broken(token: Token) -> bool:
    if _lacks_no_part(token) or _says_two_things(token):
        return True
    if token.dep_ in {"dep", "meta"}:
        return token.lower_ not in {"all", "both", "each"}
    if token.dep_ == "intj" and token.lower_ == "no":
        return False  # northern and Scots for "not"
    if token.lower_ == "yes" and token.i and token.nbor(-1).lemma_ == "say":
        return False
    if token.dep_ == "conj" and token.pos_ == "VERB" and token.lemma_ == token.head.lemma_:
        return True  # "to see every child and see": something was cut off
    if token.dep_ == "conj" and token.pos_ == "VERB" and not _is_joined(token):
        return True  # "they refuse, lose at appeal": the rest of the list was cut off
    if token.dep_ == "ccomp" and _is_put_beside(token):
        return True  # "food is fine I eat it"
    if token.dep_ in {"intj", "parataxis"} or (
        token.pos_ in {"INTJ", "X"} and token.lower_ != "no" and not token.text[0].isdigit()
    ):
        return True
    return token.dep_ in {"ccomp", "conj"} and token.i < token.head.i


def _says_two_things(verb: Token) -> bool:
    """Say whether two statements hide in one: "it's not tablets days have paper"."""
    if verb.lemma_ == "be" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in verb.children):
        beside = (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i)
        if any(has_subject(c) and not mark_of(c) and not is_asked(c) for c in beside):
            return True
    behind = [c.dep_ for c in verb.children if c.i > verb.i]
    gives = verb.lemma_ in _GIVING or verb.pos_ != "VERB"
    return behind.count("attr") > 1 or (behind.count("dobj") > 1 and not gives)


_GIVING = listed("get give tell make show send offer buy teach pay cost bring ask wish owe")


def _is_put_beside(verb: Token) -> bool:
    """Say whether a clause stands behind "is fine" without a word between: not "am sure"."""
    complements = [c for c in verb.head.children if c.dep_ == "acomp" and c.i < verb.i]
    bare = verb.head.lemma_ == "be" and bool(complements) and not mark_of(verb)
    return bare and not any(c.lower_ in _SURE for c in complements)


_SURE = listed(
    "sure glad afraid sorry certain lucky worried scared frightened aware ashamed proud sad happy"
)


def _lacks_no_part(verb: Token) -> bool:
    """Say whether what seems a relative clause is a new start: "the bins I just tell him ..."."""
    if verb.dep_ != "relcl" or verb.head.lemma_.lower() in VAGUE:
        return False
    related = any(t.tag_ in {"WDT", "WP", "WRB", "WP$"} for t in verb.subtree)
    if verb.lemma_ == "be" and has_subject(verb) and not related:
        return not _strands(verb)  # "no handover the vet's on to the next one"
    whole = any(
        c.dep_ == "ccomp" or (c.dep_ == "dobj" and c.pos_ == "NOUN")
        for c in verb.children
        if c.i > verb.i
    )
    return has_subject(verb) and whole and not related


def _strands(verb: Token) -> bool:
    """Say whether a preposition waits for its noun: "the site I'm on"."""
    return any(t.dep_ == "prep" and not list(t.children) for t in verb.subtree)


def is_asked(verb: Token) -> bool:
    """Say whether a verb has its "what": "whatever they did"."""
    return any(t.tag_ in {"WP", "WDT"} for t in verb.children)


def _is_joined(conjunct: Token) -> bool:
    return any(c.dep_ == "cc" for t in (conjunct, conjunct.head) for c in t.children)


def _is_closed(last: Token) -> bool:
    if last.pos_ in {"CCONJ", "SCONJ", "DET"} and last.lower_ not in _MAY_END:
        return False
    if last.lower_ in {"to", "a", "the", "of", "my", "our", "than", "as"}:
        return last.dep_ == "prep" and any(t.tag_ == "WP" for t in last.doc)  # "what it came to"
    if is_asked(last):
        return True
    return last.pos_ != "AUX" or last.lower_ not in AUXILIARIES or last.head != last


_MAY_END = listed("that this all both why how")
