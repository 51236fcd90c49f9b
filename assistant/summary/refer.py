"""What a pronoun stands for, so that the sentence can be understood on its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assistant.summary.people import TITLES
from assistant.summary.soundness import SUBJECTS
from assistant.summary.words import GROUPS, NUMBERS, PERSONS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

THEY = listed("they them their themselves")
IT = listed("it its itself")
HE_SHE = listed("he him his she her himself herself")
POINTING = listed("this that these those")
_AMOUNTS = listed("load lot ton bit number half pair couple rest amount percent")
_WHICH = listed("next last new first other")
_NEVER_AGAIN = listed("every each any no their his her its")
_ANYONE = listed("someone somebody anyone anybody everyone everybody")
_WHAT = listed("something anything nothing")
_PEOPLE = listed("people staff police folk men women children kids everyone everybody")
_ANY = listed("any every each no one")
_THINGS = listed(
    """
    letter paper number order matter centre computer printer server error door floor corner
    answer water power weather winter summer offer cover dinner paper quarter border register
    trouble sensor motor mirror factor sector boiler folder poster rumour colour other never
    ever over under after list waitlist checklist shortlist grant plant restaurant warrant beer
    career constant instant
    """
)
_PERSON_ENDINGS = ("eer", "ist", "cian", "holder", "worker", "keeper", "man", "woman", "ant")


@dataclass(frozen=True)
class Noun:
    """A noun phrase that a pronoun can stand for: its words and its head's lemma."""

    text: str
    lemma: str
    short: bool  # fit to stand where the pronoun stood
    person: bool = False


@dataclass(frozen=True)
class Reference:
    """A pronoun in a text (from character `start` to `end`) and what it stands for, if found."""

    start: int
    end: int
    word: str
    noun: Noun | None
    swappable: bool
    where: Where = ""  # where what it stands for was said


Where = Literal["", "clause", "answer", "aim", "problem"]


def is_person(token: Token) -> bool:
    """Say whether a noun names a person or a role."""
    lemma = token.lemma_.lower()
    ends = lemma.endswith(_PERSON_ENDINGS) and lemma not in _THINGS
    return lemma in PERSONS or ends or token.ent_type_ == "PERSON"


def is_role(word: str) -> bool:
    """Say whether a lower-case singular noun names a role: "deputy", "engineer"."""
    return word in PERSONS or (
        word.endswith((*_PERSON_ENDINGS, "er", "or")) and word not in _THINGS
    )


@dataclass(frozen=True)
class Before:
    """The clauses said before one, in the order in which they are searched, nearest first.

    The first of `problem` names what the whole worksheet is about.
    """

    answer: Sequence[Doc]
    aim: Sequence[Doc] = ()
    problem: Sequence[Doc] = ()


def references(doc: Doc, before: Before) -> list[Reference]:
    """Return the third-person pronouns of a clause and what they stand for."""
    return [_reference(token, before) for token in doc if _kind(token) and not _is_empty_it(token)]


def _kind(token: Token) -> str:
    word = token.lower_
    if word == "ones":
        return "they"
    if word in THEY and token.i > 1 and token.nbor(-1).lower_ == "of":
        return ""  # "both of them": of two who were named apart, which no one noun stands for
    if word == "one" and token.i and token.nbor(-1).lower_ in _WHICH:
        return "one"
    for kind, words in (("they", THEY), ("it", IT), ("he", HE_SHE)):
        if word in words:
            return kind
    if word == "there" and token.dep_ == "advmod" and token.head.dep_ != "relcl":
        return "there"  # but "a teacher who is standing there" is before one's eyes
    return "this" if word in POINTING and _stands_alone(token) else ""


def _stands_alone(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "attr"} and token.tag_ == "DT"


def _is_empty_it(token: Token) -> bool:
    """Say whether "it" stands for nothing: "it's quicker to ring", "it takes weeks"."""
    if (
        token.lower_ == "it"
        and token.head.lower_ == "about"
        and token.head.nbor(-1).lower_ in _WHAT
    ):
        return True  # "do something about it": about all that was said
    if token.lower_ == "it" and _STANDS_FOR_WHAT_FOLLOWS.match(token.doc.text, token.idx):
        return True  # "make it normal for anyone to stop"
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return False
    verb = token.head
    if verb.lemma_ == "be":
        complement = [c for c in verb.children if c.dep_ in {"acomp", "attr", "npadvmod"}]
        opens = any(c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > verb.i for c in verb.children)
        return any(c.dep_ == "npadvmod" or c.tag_ == "JJR" or opens for c in complement)
    return verb.lemma_ in {"rain", "snow", "seem"} or _kicks_off(verb)


_STANDS_FOR_WHAT_FOLLOWS = re.compile(
    r"it (?:so |too |a bit )?(?:normal|eas\w+|hard\w*|possible|impossible|safer?|clear|worth|"
    r"difficult|ok|simple|quicker|better|my|our)(?: \w+)? (?:for|to|that)\b",
    re.I,
)


def _kicks_off(verb: Token) -> bool:
    return verb.lemma_ == "kick" and any(c.lower_ == "off" for c in verb.children)


def _reference(token: Token, before: Before) -> Reference:
    where, noun = _stands_for(token, before)
    clitic = token.i + 1 < len(token.doc) and token.nbor(1).text.startswith("'")
    swappable = token.tag_ != "PRP$" and not clitic and not token.lower_.endswith(("self", "ves"))
    swappable &= token.lower_ not in POINTING | {"ones", "there"}
    return Reference(token.idx, token.idx + len(token), token.lower_, noun, swappable, where)


def _stands_for(token: Token, before: Before) -> tuple[Where, Noun | None]:
    kind = _kind(token)
    if kind == "it" and token.dep_ == "dobj" and token.head.lemma_ == "say":
        return "", None  # what was said is no thing: "I say it to them"
    if kind == "this" and token.head.dep_ == "conj" and token.head.i < token.i:
        return "clause", None  # "I put up a notice and call that asking"
    doer = _who_is_to(kind, token.doc, token.idx)
    if kind == "they" and _acts(token):
        kind = "who"
    if kind != "one" and (inside := _in_clause(token) or doer):
        return "clause", inside
    if noun := _in_clauses(kind, before.answer, sure=True):
        return "answer", noun
    wanted = [who for doc in before.aim if (who := _who_is_to(_kind(token), doc, len(doc.text)))]
    if noun := next(iter(wanted), None) or _in_clauses(kind, before.aim):
        return "aim", noun
    noun = _in_problem(token, kind, before.problem)
    return ("problem" if noun else ""), noun


_DONE_BY_PEOPLE = listed(
    """
    eat drink tell agree talk listen know ask say sit ring use learn read write think speak decide
    see meet turn come believe understand care want try trust answer sign join teach
    """
)


def _acts(token: Token) -> bool:
    """Say whether somebody must be meant: "I want them to eat"."""
    return token.dep_ in SUBJECTS and token.head.lemma_ in _DONE_BY_PEOPLE


def _in_clause(token: Token) -> Noun | None:
    """Look to the left of the pronoun, outside any phrase that holds the pronoun."""
    kind = _kind(token)
    for chunk in reversed(list(token.doc.noun_chunks)):
        if chunk.end > token.i or token in chunk.root.subtree:
            continue
        if _is_done_to(token) and chunk.root.dep_ in SUBJECTS and chunk.root.head == _doer(token):
            continue  # in "families get them" they are something else
        if chunk.root.dep_ == "pobj" and token.dep_ == "nsubj" and kind == "it":
            continue  # "On paper it works" is not about paper
        group = token.lower_ == "its" and chunk.root.lemma_.lower() in GROUPS
        anyone = kind == "they" and chunk.root.lower_ in _ANYONE
        one = kind == "they" and is_person(chunk.root) and chunk[0].lower_ in {"a", "an"}
        if group or anyone or one or _fits(chunk, kind):
            return noun_of(chunk)
    return None


_WHO_IS_TO = re.compile(
    r"(?:I want|(?:to )?(?:get|have|help|let|make)) "
    r"(?:the |my |our )?(?:[\w'-]+ ){0,3}?([\w'-]+) to ",
    re.I,
)


def _who_is_to(kind: str, doc: Doc, end: int) -> Noun | None:
    """Return the several who are wanted to do something, if that is said before a character.

    The parser takes some of them for something else than a noun phrase: "the other four".
    """
    who = _WHO_IS_TO.match(doc.text)
    if who is None or end < who.end() or kind != "they":
        return None
    word = who[1].lower()
    several = word.endswith("s") or word in NUMBERS.keys() - {"one"} or word in GROUPS | _PEOPLE
    return Noun(who[1], word, False, True) if several else None


def _is_done_to(token: Token) -> bool:
    return token.tag_ == "PRP" and not token.lower_.endswith(("self", "ves"))


def _doer(token: Token) -> Token:
    """Return the verb whose object a pronoun is."""
    return token.head.head if token.dep_ == "pobj" else token.head


def _in_clauses(kind: str, before: Sequence[Doc], sure: bool = False) -> Noun | None:
    for place, doc in enumerate(before):
        chunks = sorted(doc.noun_chunks, key=lambda c: not c.root.dep_.startswith("nsubj"))
        for chunk in chunks:
            if _fits(chunk, kind) and not (sure and kind == "it" and _is_aside(chunk)):
                return noun_of(chunk)
            if _kind(chunk.root) == ("they" if kind == "who" else kind) and kind != "this":
                inside = _in_clause(chunk.root)
                told = inside is not None and inside.lemma not in _ANYONE
                return inside if told else _in_clauses(kind, before[place + 1 :], sure)
    return None


def _is_aside(chunk: Span) -> bool:
    """Say whether a noun only tells what, when or how: "it's a job", "at the end", "as a block"."""
    head = chunk.root
    if head.dep_ == "pobj":
        return head.head.lower_ in _ASIDE or chunk[0].lower_ not in _DEFINITE
    return head.dep_ == "attr"


def _is_a_place(chunk: Span) -> bool:
    return chunk.root.head.lower_ in {"at", "in"} and chunk[0].lower_ in {"a", "an"}


_ASIDE = listed("of as at by for since until")
_DEFINITE = listed("the my our")


def _in_problem(token: Token, kind: str, problem: Sequence[Doc]) -> Noun | None:
    """Look in the problem: for things in its opening, for "he" and "she" from its end."""
    if kind == "he":
        people = [chunk for doc in problem for chunk in doc.noun_chunks if _fits(chunk, kind)]
        alike = [person for person in people if _may_be(person, token)]
        return noun_of(alike[-1]) if alike else None
    if kind == "this" or not problem:
        return None
    told = problem if kind in {"they", "who"} else problem[:1]
    fitting = [chunk for doc in told for chunk in doc.noun_chunks if _fits(chunk, kind)]
    if kind == "it":  # "I'm the cook at a primary": what they eat is not the primary
        fitting = [chunk for chunk in fitting if not _is_a_place(chunk)]
    if kind == "one":
        return (
            Noun(fitting[0].root.lemma_.lower(), fitting[0].root.lemma_.lower(), True)
            if fitting
            else None
        )
    return noun_of(fitting[0]) if fitting else None


_MEN = listed(
    """
    man boy brother father dad grandfather grandad uncle nephew husband son lad bloke guy gentleman
    """
)
_WOMEN = listed(
    """
    woman girl sister mother mum grandmother nan gran aunt auntie niece wife daughter lassie lady
    midwife matron
    """
)


def _may_be(person: Span, pronoun: Token) -> bool:
    she = pronoun.lower_ in {"she", "her", "herself"}
    return person.root.lemma_.lower() not in (_MEN if she else _WOMEN)


def _fits(chunk: Span, kind: str) -> bool:
    head = chunk.root
    if head.lower_ == "lot" and chunk[0].tag_ == "PRP$":
        return kind == "they"  # "my lot"
    if chunk[0].lower_ == "the" and head.lower_ in NUMBERS.keys() - {"one"}:
        return kind == "they"  # "the sixty"
    if head.pos_ not in {"NOUN", "PROPN"} or head.ent_type_ in {"DATE", "TIME", "CARDINAL"}:
        return False
    if chunk[0].tag_ in {"WRB", "WDT", "WP"}:
        return False  # "how many they are"
    if sum(token.like_num for token in chunk) > 1:
        return False  # "18 lads 1 lass"
    if head.lemma_.lower() in _AMOUNTS or head.text == "%":
        return False
    if kind == "one":
        return head.pos_ == "NOUN" and head.lemma_.lower() not in VAGUE
    titled = any(token.lower_.rstrip(".") in TITLES.split("|") for token in chunk)
    if kind == "who" and not _is_somebody(head):
        return False
    if kind in {"they", "who"}:
        if head.lemma_.lower() in VAGUE - _PEOPLE:
            return False  # "the hours"
        return _is_plural(chunk) or (is_person(head) and chunk[0].lower_ in _ANY)
    if kind == "it":
        thing = not titled and not is_person(head) and not is_role(head.lemma_.lower())
        thing &= head.lemma_.lower() not in GROUPS
        return thing and not _is_plural(chunk) and _is_topic(head) and not _is_in_passing(chunk)
    person = is_person(head) or is_role(head.lemma_.lower())
    if kind != "he" or not person or head.lower_.endswith("body"):
        return False
    one = head.tag_ == "NN" or is_role(head.lower_)  # "Owner" at the head of a note
    return _is_one_of(chunk) or (one and head.lemma_.lower() not in GROUPS | VAGUE)


def _is_somebody(head: Token) -> bool:
    return is_person(head) or is_role(head.lemma_.lower()) or head.lemma_.lower() in _PEOPLE | _FOLK


_FOLK = listed("family team crew")


def _is_one_of(chunk: Span) -> bool:
    return chunk.doc[max(chunk.start - 2, 0) : chunk.start].text.lower() == "one of"


def _is_plural(chunk: Span, groups: bool = True) -> bool:
    head = chunk.root
    joined = any(c.dep_ == "conj" for c in head.children)
    plural = head.tag_ in {"NNS", "NNPS"} or head.lemma_.lower() in _PEOPLE
    return plural or joined or (groups and head.lemma_.lower() in GROUPS)


def _is_topic(head: Token) -> bool:
    return head.lemma_.lower() not in VAGUE | {"hold", "touch", "sure", "go"}


def _is_in_passing(chunk: Span) -> bool:
    """Say whether a noun is no thing to come back to: "out of respect", "without a fight"."""
    bare = len(chunk) == 1 and chunk.root.tag_ == "NN" and chunk.root.dep_ in {"pobj", "dobj"}
    return bare or any(t.lower_ in {"without", "instead"} for t in chunk.root.ancestors)


def noun_of(chunk: Span) -> Noun:
    """Return a noun phrase as it can be said again: "a" and a bare number become "the"."""
    words = [token for token in chunk if token.dep_ != "predet"]
    after = chunk.doc[chunk.end] if chunk.end < len(chunk.doc) else None
    numbered = after is not None and after.tag_ == "CD" and chunk.root.tag_ in {"NN", "NNP"}
    words += [after] if after is not None and numbered else []  # "line 3"
    if _is_one_of(chunk):
        words = [*chunk.doc[chunk.start - 2 : chunk.start], *words]
    text = chunk.doc[words[0].i : words[-1].i + 1].text
    first = words[0]
    if first.lower_ in {"a", "an", "these", "this", "one"} and not _is_one_of(chunk):
        text = f"the {text.split(' ', 1)[-1]}"
    elif first.tag_ == "CD" and len(words) > 1 and not _is_one_of(chunk):
        text = f"the {text}"
    elif first.dep_ == "compound" and chunk.root.tag_ == "NN" and chunk.root.lemma_ not in GROUPS:
        text = f"the {text}"  # "job sheet system exists"
    elif len(words) == 1 and is_role(first.lower_):
        text = f"the {text.lower()}"  # "Owner wants it so"
    text = text if first.pos_ == "PROPN" or first.text == "I" else text[0].lower() + text[1:]
    short = (
        len(words) <= 4
        and not any(token.is_punct for token in words)
        and first.lower_ not in _NEVER_AGAIN
        and chunk.root.pos_ != "PRON"
        and chunk.root.ent_type_ != "PERSON"
    )
    return Noun(text, chunk.root.lemma_.lower(), short, is_person(chunk.root))
