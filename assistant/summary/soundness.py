"""Find: whether a parse is one whole statement, which can be set into a sentence as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.summary.words import AUXILIARIES, CONJUNCTIONS, GROUPS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SAYING = listed(
    "say think know feel tell mean believe guess suppose reckon hope see wish find bet fear worry "
    "show realise decide pretend notice hear understand agree admit promise assume expect suspect "
    "remember forget mind care insist complain doubt imagine learn dread"
)
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
        has_subject(root)
        and is_finite(root)
        and not _is_parted(root)
        and not _is_led_by_a_thing(root)
        and not any(map(_is_half_told, doc))
        and not _disagrees(root)
        and not _is_a_thing(root)
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


def _disagrees(root: Token) -> bool:
    """Say whether one thing seems to do what many would: "the visit sheet" is no statement."""
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    many = subject.lower_ in GROUPS or any(c.dep_ == "conj" for c in subject.children)
    counted = any(c.pos_ in {"NUM", "ADP", "ADJ"} for c in subject.children)
    alone = not any(c.dep_ in {"aux", "auxpass"} for c in root.children)
    return root.tag_ == "VBP" and subject.tag_ == "NN" and alone and not many and not counted


def _is_a_thing(root: Token) -> bool:
    """Say whether a noun before what may be a plural is no statement: "court files"."""
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    bare = subject.tag_ == "NN" and subject.pos_ == "NOUN" and not list(subject.children)
    alone = all(c == subject or c.is_punct or c.dep_ in {"cc", "conj"} for c in root.children)
    return bare and alone and root.tag_ == "VBZ" and subject.i == root.i - 1


def _is_led_by_a_thing(root: Token) -> bool:
    """Say whether a thing stands loose before the subject: "my own head when we lose, I go"."""
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    loose = [c for c in root.children if c.dep_ in {"npadvmod", "advmod"} and c.i < subject.i]
    return any(
        c.tag_ == "PRP"
        or (c.dep_ == "npadvmod" and any(k.dep_ == "poss" for k in c.children))
        or (c.tag_ == "NN" and not list(c.children) and not c.ent_type_)  # "pride I could've rung"
        for c in loose
    )


def tells_when(verb: Token) -> bool:
    """Say whether a clause only says at what time another is so: "each time they ask, I go"."""
    return any(t.lower_ == "time" for t in verb.doc[verb.left_edge.i : verb.left_edge.i + 2])


def _is_half_told(time: Token) -> bool:
    """Say whether "each time they ask" waits for what happens then."""
    led = any(c.lower_ in {"each", "every", "last", "next"} for c in time.children)
    told = any(c.dep_ in {"relcl", "acl", "prep"} for c in time.children)
    alone = time.dep_ == "npadvmod" and time.head.dep_ == "ROOT"
    return time.lower_ == "time" and time.i < 2 and led and not told and alone


def _is_broken(token: Token) -> bool:
    whose = [c.i for c in token.children if c.dep_ == "poss" and c.pos_ in {"NOUN", "PROPN"}]
    if whose and any(c.dep_ == "det" and c.i > whose[0] for c in token.children):
        return True  # "a result's normal the patient"
    if _lacks_no_part(token) or _says_two_things(token):
        return True
    if _is_tacked_on(token):
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
    if any(test(token) for test in (_is_put_beside, _is_asked_outright, _is_pasted, _is_quoted)):
        return True
    if token.dep_ in {"intj", "parataxis"} or (
        token.pos_ in {"INTJ", "X"} and token.lower_ != "no" and not token.text[0].isdigit()
    ):
        return True
    return token.dep_ in {"ccomp", "conj"} and token.i < token.head.i and not tells_when(token)


def _is_tacked_on(token: Token) -> bool:
    """Say whether the parser hung on a word what it had no place for, as in notes."""
    head, acts = token.head, token.head.pos_ in {"VERB", "AUX"}
    if token.dep_ == "acl":
        return acts  # "directors freelance, here 5 weeks, not bothered"
    if token.dep_ == "conj" and token.ent_type_ == "DATE" and head.ent_type_ != "DATE":
        return head.pos_ == "NOUN"  # "the number in my phone and every October"
    if token.dep_ == "conj":
        return (
            head.dep_ == "ROOT" and acts and token.pos_ in {"NOUN", "ADP", "NUM"}
        )  # "we have two rooms and by eight"
    if token.dep_ == "cc" and token.lower_ == "and":
        joined = any(c.dep_ == "conj" and c.i > token.i for c in head.children)
        if not joined and token.nbor(1).lower_ in {"each", "every"}:
            return True  # "the number in my phone and every October"
        return acts and not joined and token.nbor(1).dep_ == "prep"  # "and by seven"
    if token.dep_ == "nummod":
        return token.i > head.i + 1  # "on a bit of paper nine hundred"
    led = token.dep_ == "advcl" and token.i < head.i and not has_subject(token)
    return led and any(c.tag_ == "MD" for c in token.children)  # "can't go, they're policy"


def _says_two_things(verb: Token) -> bool:
    """Say whether two statements hide in one: "it's not tablets days have paper"."""
    if verb.lemma_ == "be" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in verb.children):
        beside = (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i)
        if any(has_subject(c) and not mark_of(c) and not is_asked(c) for c in beside):
            return True
    behind = [c.dep_ for c in verb.children if c.i > verb.i]
    gives = verb.lemma_ in _GIVING or verb.pos_ != "VERB"
    if behind.count("acomp") > 1:
        return True  # "whoever they get fair not strict"
    objects = (c for c in verb.children if c.dep_ == "dobj" and c.pos_ != "ADJ")
    things = [c for c in objects if c.lemma_.lower() not in VAGUE or c.tag_ == "NN"]
    return behind.count("attr") > 1 or (len(things) > 1 and not gives)


_GIVING = listed("get give tell make show send offer buy teach pay cost bring ask wish owe")


def _is_put_beside(verb: Token) -> bool:
    """Say whether a second statement stands behind the first without a word between them.

    "I've never gone in I could start at seven", "food is fine I eat it"; not "I think they do".
    """
    if verb.dep_ not in {"ccomp", "advcl"} or tells_when(verb):
        return False
    if not has_subject(verb) or not is_finite(verb):
        return False
    before = verb.doc[verb.left_edge.i : verb.i]
    if mark_of(verb) or (before and before[0].lower_ in CONJUNCTIONS - {"when"}):
        return False
    related = (t for t in before if t.tag_ in _RELATING)
    if any(t.lower_ != "when" or verb in (t.head, t.head.head) for t in related):
        return False
    if verb.head.pos_ == "ADJ":
        return verb.head.lower_ not in _SURE
    complements = [c for c in verb.head.children if c.dep_ == "acomp" and c.i < verb.i]
    if verb.head.lemma_ == "be" and complements:
        return not any(c.lower_ in _SURE for c in complements)
    if verb.head.lemma_ in _HAVING and verb.i > verb.head.i:
        after = any(c.dep_ == "dobj" and c.i < verb.i for c in verb.head.children)
        return after or _is_in_present(verb)  # "I want that's both"
    return verb.dep_ == "advcl" or verb.head.lemma_ not in SAYING | _SETTING


_HAVING = listed("want have get let")


def _is_in_present(verb: Token) -> bool:
    be = verb.tag_ == "VBZ" and verb.pos_ == "AUX"
    return be or any(c.tag_ in {"VBZ", "MD"} for c in verb.children)


_RELATING = frozenset({"WDT", "WP", "WRB", "WP$"})
_SETTING = listed("make let help get have want see watch be like need ensure")


def _is_asked_outright(verb: Token) -> bool:
    """Say whether a question stands inside a statement: "the truth is it ready"."""
    if verb.dep_ == "ROOT" or not is_finite(verb):
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    helpers = [c.i for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    turned = subject is not None and subject.i > min([verb.i, *helpers])
    return turned and subject is not None and subject.tag_ == "PRP"


def _is_pasted(token: Token) -> bool:
    """Say whether words only stand side by side: "the truth is it", "the one gets hurt is", ..."""
    subjects = [c for c in token.children if c.dep_ in SUBJECTS and c.dep_ != "expl"]
    if len(subjects) > 1:
        return True
    if subjects and token.dep_ == "advcl" and not is_finite(token):
        return not mark_of(token) and "with" not in token.sent.text.lower()  # "bag handed over"
    if token.dep_ == "csubj" and is_finite(token):
        return not mark_of(token) and not any(t.tag_ in _RELATING for t in token.subtree)
    if token.dep_ == "pobj" and token.tag_ == "PRP" and token.i + 1 < len(token.doc):
        after = token.doc[token.i + 1 : token.i + 4]  # "I keep going over it that wee cat"
        timed = any(t.lemma_.lower() in VAGUE for t in after)  # "over it the next day"
        return after[0].lower_ in {"that", "the", "my", "our"} and not timed
    described = [c.dep_ for c in token.children if not c.is_punct]
    return token.dep_ == "prep" and described == ["amod"]  # "I hide behind neutral"


def _is_quoted(token: Token) -> bool:
    """Say whether an order is quoted as it was given: "I say get your maths done"."""
    ordered = token.dep_ in {"xcomp", "ccomp"} and token.tag_ in {"VB", "VBP"}
    led = any(c.dep_ in SUBJECTS | {"aux", "mark"} for c in token.children)
    return ordered and not led and token.head.lemma_ in {"say", "tell", "think"}


_SURE = listed(
    "sure glad afraid sorry certain lucky worried scared frightened aware ashamed proud sad happy"
)


def _lacks_no_part(verb: Token) -> bool:
    """Say whether what seems a relative clause is a new start: "the bins I just tell him ..."."""
    if verb.dep_ != "relcl" or verb.head.lemma_.lower() in VAGUE:
        return False
    related = any(t.tag_ in {"WDT", "WP", "WRB", "WP$"} for t in verb.subtree)
    if not related and any(c.dep_ in SUBJECTS and c.lower_ == "none" for c in verb.children):
        return True  # "six falls none of them hurt anybody"
    if verb.lemma_ == "be" and has_subject(verb) and not related:
        return not _strands(verb)  # "no handover the vet's on to the next one"
    acts = (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
    whole = any(
        c.dep_ == "ccomp"
        or (c.dep_ == "dobj" and (c.pos_ in {"NOUN", "PROPN", "NUM"} or c.lower_ == "it"))
        for act in acts
        for c in act.children
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
    if last.dep_ == "intj" or (last.lemma_ == "have" and last.dep_ == "relcl"):
        return last.i > 0 and last.nbor(-1).lemma_ == "say"  # "three girls who've had"
    if last.pos_ in {"CCONJ", "SCONJ", "DET"} and last.lower_ not in _MAY_END:
        return False
    if last.lower_ == "to" and last.i and last.nbor(-1).lemma_ in LEFT_UNSAID:
        return last.nbor(-1).dep_ in {"advcl", "relcl", "ccomp"}  # "when they want to"
    if last.lower_ in {"to", "a", "the", "of", "my", "our", "than", "as"}:
        return last.dep_ == "prep" and any(t.tag_ == "WP" for t in last.doc)  # "what it came to"
    if last.lower_.rstrip(".") in {"i", "we", "they", "he", "she"}:
        return False  # "I do I"
    if last.dep_ == "prep" and last.lower_ in _WAITING and last.head.dep_ == "ROOT":
        return last.head.tag_ == "VBN" or any(t.tag_ in _RELATING for t in last.doc)
    if is_asked(last):
        return True
    if last.lower_ == "be" and last.dep_ in {"ccomp", "xcomp"}:
        return any(t.tag_ in _RELATING for t in last.doc)  # "the way I want it to be"
    return last.pos_ != "AUX" or last.lower_ not in AUXILIARIES or last.head != last


LEFT_UNSAID = listed("want need have like try mean use ask")
_WAITING = listed("with of for from into")  # "the parents can live with": what?
_MAY_END = listed("that this all both why how")
