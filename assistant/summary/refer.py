"""What a pronoun stands for, so that the sentence can be understood on its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assistant.summary.nouns import (
    PEOPLE,
    Noun,
    is_in_passing,
    is_one_of,
    is_person,
    is_plural,
    is_role,
    is_somebody,
    is_topic,
    noun_of,
)
from assistant.summary.people import TITLES
from assistant.summary.soundness import SUBJECTS
from assistant.summary.words import DONE_BY_PEOPLE, GROUPS, NUMBERS, PRONOUNS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

THEY = listed("they them their themselves")
IT = listed("it its itself")
HE_SHE = listed("he him his she her himself herself")
POINTING = listed("this that these those")
_AMOUNTS = listed(
    "mon tues wed weds thurs fri sat sun load lot ton bit number half pair couple rest amount "
    "percent"
)
_WHICH = listed("next last new first other")
_ANYONE = listed("someone somebody anyone anybody everyone everybody")
_WHAT = listed("something anything nothing")
_ANY = listed("any every each no one")


@dataclass(frozen=True)
class Reference:
    """A pronoun in a text (from character `start` to `end`) and what it stands for, if found."""

    start: int
    end: int
    word: str
    noun: Noun | None
    swappable: bool
    where: Where = ""  # where what it stands for was said


Where = Literal["", "clause", "answer", "aim", "most", "problem"]


@dataclass(frozen=True)
class Before:
    """The clauses said before one, in the order in which they are searched, nearest first.

    The first of `problem` names what the whole worksheet is about.
    """

    answer: Sequence[Doc]
    aim: Sequence[Doc] = ()
    problem: Sequence[Doc] = ()
    people: Noun | None = None  # of whom the whole worksheet speaks most


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
    if token.head.dep_ == "relcl":
        return False  # "a reason that isn't money"
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
    turns = verb.lemma_ in {"get", "go"} and verb.dep_ == "advcl"  # "when it gets loud"
    if turns and any(c.dep_ == "acomp" for c in verb.children):
        return True
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
    if noun is not None and not _may_be(noun.lemma, token):
        where, noun = "", None  # "a girl downstairs and he bangs on the floor": somebody else
    clitic = token.i + 1 < len(token.doc) and token.nbor(1).text.startswith("'")
    swappable = token.tag_ != "PRP$" and not clitic and not token.lower_.endswith(("self", "ves"))
    swappable &= token.lower_ not in POINTING | {"ones", "there"}
    swappable &= not any(c.tag_ == "WP" for c in token.head.children)  # "who it is"
    return Reference(token.idx, token.idx + len(token), token.lower_, noun, swappable, where)


def _stands_for(token: Token, before: Before) -> tuple[Where, Noun | None]:
    kind = _kind(token)
    if kind == "it" and token.dep_ == "dobj" and token.head.lemma_ == "say":
        return "", None  # what was said is no thing: "I say it to them"
    if kind == "this" and token.head.dep_ == "conj" and token.head.i < token.i:
        return "clause", None  # "I put up a notice and call that asking"
    doer = _who_is_to(kind, token.doc, token.idx)
    if kind == "they" and (_acts(token) or _is_to_act(token)):
        kind = "who"
    if kind != "one" and (inside := _in_clause(token, bool(before.people)) or doer):
        return "clause", inside
    if noun := _thing_said_first(kind, before) or _in_clauses(kind, before.answer, sure=True):
        return "answer", noun
    if kind in {"they", "who"} and _one_of_many(before.answer):
        return (
            "",
            None,
        )  # "the vet's on to the next one and I don't stop them": not those of the aim
    if kind == "it" and before.answer:
        return "", None  # "I tell them they can't, it insults them": what I do, and no thing
    wanted = [who for doc in before.aim if (who := _who_is_to(_kind(token), doc, len(doc.text)))]
    if noun := next(iter(wanted), None) or _in_clauses(kind, before.aim, sure=True):
        return "aim", noun
    if kind in {"they", "who"} and before.people:
        return "most", before.people
    noun = _in_problem(token, kind, before.problem)
    alone = kind == "he" and len(_people(before.problem)) == 1
    return ("most" if noun and alone else "problem" if noun else ""), noun


def _thing_said_first(kind: str, before: Before) -> Noun | None:
    """Return the thing that heads an answer, if nothing nearer does or is done: "the form. ..."."""
    if kind != "it" or not before.answer:
        return None
    head = next(token for token in before.answer[-1] if token.dep_ == "ROOT")
    chunk = next((c for c in before.answer[-1].noun_chunks if c.root == head), None)
    nearer = [c for doc in before.answer[:-1] for c in doc.noun_chunks if _fits(c, "it")]
    acts = any(c.root.dep_ in SUBJECTS | {"dobj"} and not _is_aside(c) for c in nearer)
    return noun_of(chunk) if chunk is not None and _fits(chunk, kind) and not acts else None


def _people(docs: Sequence[Doc]) -> set[str]:
    """Return the lemmas of the single persons who are spoken of."""
    chunks = (chunk for doc in docs for chunk in doc.noun_chunks)
    return {c.root.lemma_.lower() for c in chunks if c.root.dep_ != "attr" and _fits(c, "he")}


def most_spoken_of(docs: Sequence[Doc], known: Collection[str]) -> Noun | None:
    """Return the people (of `known` lemmas) of whom is spoken most, if that is beyond doubt."""
    said: dict[str, list[Noun]] = {}
    for doc in docs:
        for chunk in doc.noun_chunks:
            lemma = chunk.root.lemma_.lower()
            named = lemma in known and lemma not in VAGUE
            if chunk.root.tag_ == "NNS" and is_somebody(chunk.root) and named:
                said.setdefault(lemma, []).append(noun_of(chunk))
    ranked = sorted(said.values(), key=len, reverse=True)
    counts = [*map(len, ranked), 0, 0]
    if counts[0] < _OFTEN or counts[0] < _CLEARLY * counts[1]:
        return None
    first = ranked[0]
    return next((noun for noun in first if noun.short and noun.text.startswith("the ")), first[0])


_OFTEN, _CLEARLY = 3, 1.5  # times they are named, and how much more often than anybody else


def _acts(token: Token) -> bool:
    """Say whether somebody must be meant: "I want them to eat"."""
    return token.dep_ in SUBJECTS and token.head.lemma_ in DONE_BY_PEOPLE


def _is_to_act(token: Token) -> bool:
    """Say whether somebody is wanted to do something: "get them to go"."""
    verb = token.head
    led = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return token.dep_ in SUBJECTS and led and verb.head.lemma_ in {"want", "get", "help", "make"}


def _in_clause(token: Token, people: bool = False) -> Noun | None:
    """Look to the left of the pronoun, outside any phrase that holds the pronoun."""
    kind = _kind(token)
    for chunk in reversed(list(token.doc.noun_chunks)):
        if chunk.end > token.i or token in chunk.root.subtree:
            continue
        if _is_done_to(token) and chunk.root.dep_ in SUBJECTS and chunk.root.head == _doer(token):
            continue  # in "families get them" they are something else
        fronted = chunk.root.dep_ == "pobj" and chunk.root.head.i < chunk.root.head.head.i
        if fronted and token.dep_ == "nsubj" and kind == "it":
            continue  # "On paper it works" is not about paper
        group = token.lower_ == "its" and chunk.root.lemma_.lower() in GROUPS
        anyone = kind == "they" and chunk.root.lower_ in _ANYONE
        one = kind == "they" and is_person(chunk.root) and chunk[0].lower_ in {"a", "an"}
        if token.lower_ == "their" and people and not is_somebody(chunk.root):
            continue  # "I send jobs in the last minutes of their shift"
        gone_to = kind == "it" and _is_bare(chunk) and token.dep_ == chunk.root.dep_ == "pobj"
        if group or anyone or one or gone_to or _fits(chunk, kind):
            return noun_of(chunk)
    return None


def _is_bare(chunk: Span) -> bool:
    """Say whether a noun stands alone, as "maths" in "go to maths and stay in it"."""
    return len(chunk) == 1 and chunk.root.pos_ in {"NOUN", "PROPN"} and is_topic(chunk.root)


_WHO_IS_TO = re.compile(
    r"(?:I want(?: to (?:get|have|help|let|make))?|(?:to )?(?:get|have|help|let|make)) "
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
    if word in PRONOUNS:
        return None
    several = word.endswith("s") or word in NUMBERS.keys() - {"one"} or word in GROUPS | PEOPLE
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


def _one_of_many(before: Sequence[Doc]) -> bool:
    """Say whether a person was spoken of who may stand for several: "the vet"."""
    subjects = [c for doc in before[:1] for c in doc.noun_chunks if c.root.dep_ in SUBJECTS]
    return any(c.root.tag_ == "NN" and is_somebody(c.root) for c in subjects)


def _is_aside(chunk: Span) -> bool:
    """Say whether a noun only tells what, when or how: "it's a job", "at the end", "as a block"."""
    head = chunk.root
    if head.dep_ == "dobj" and chunk[0].lower_ in {"a", "an"} and head.head.lemma_ in _LIGHT:
        return True  # "get a game"
    if head.dep_ == "pobj":
        return head.head.lower_ in _ASIDE or chunk[0].lower_ not in _DEFINITE
    return head.dep_ == "attr" and not any(c.dep_ == "expl" for c in head.head.children)


def _is_where(chunk: Span) -> bool:
    return chunk.root.head.lower_ in {"at", "in", "on", "by", "near", "from", "of"}


_ASIDE = listed("of as at by for since until")
_LIGHT = listed("have get take make give do keep")
_DEFINITE = listed("the my our")


def _in_problem(token: Token, kind: str, problem: Sequence[Doc]) -> Noun | None:
    """Look in the problem: for things in its opening, for "he" and "she" from its end."""
    if kind == "he":
        people = [chunk for doc in problem for chunk in doc.noun_chunks if _fits(chunk, kind)]
        people = [person for person in people if person.root.dep_ != "attr"]  # "he's my friend"
        alike = [person for person in people if _may_be(person.root.lemma_.lower(), token)]
        return noun_of(alike[-1]) if alike else None
    if kind == "this" or not problem:
        return None
    told = problem if kind in {"they", "who"} else problem[:1]
    fitting = [chunk for doc in told for chunk in doc.noun_chunks if _fits(chunk, kind)]
    fitting.sort(key=lambda chunk: chunk.root.dep_ not in SUBJECTS)
    if kind == "it":  # "I'm the cook at a primary": what they eat is not the primary
        fitting = [chunk for chunk in fitting if not _is_where(chunk)]
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


def _may_be(person: str, pronoun: Token) -> bool:
    """Whether "he" or "she" can be this person, by the lemma; another pronoun can be anybody."""
    if pronoun.lower_ not in HE_SHE:
        return True
    she = pronoun.lower_ in {"she", "her", "herself"}
    return person not in (_MEN if she else _WOMEN)


def _fits(chunk: Span, kind: str) -> bool:
    head = chunk.root
    if head.lower_ == "lot" and chunk[0].tag_ == "PRP$":
        return kind == "they"  # "my lot"
    if chunk[0].lower_ == "the" and head.lower_ in NUMBERS.keys() - {"one"}:
        return kind == "they"  # "the sixty"
    if kind == "he" and head.lower_ == "one" and any(t.lower_ == "who" for t in head.subtree):
        return True  # "the one who withdrew"
    if head.pos_ not in {"NOUN", "PROPN"} or head.ent_type_ in {"DATE", "TIME", "CARDINAL"}:
        return False
    if chunk[0].tag_ in {"WRB", "WDT", "WP"}:
        return False  # "how many they are"
    if sum(token.like_num for token in chunk) > 1:
        return False  # "18 lads 1 lass"
    if head.lemma_.lower() in _AMOUNTS or head.text == "%":
        return False
    if kind == "one":
        return head.tag_ == "NNS" and head.lemma_.lower() not in VAGUE and not is_somebody(head)
    titled = any(token.lower_.rstrip(".") in TITLES.split("|") for token in chunk)
    if kind == "who" and not is_somebody(head):
        return False
    if kind in {"they", "who"}:
        if head.lemma_.lower() in VAGUE - PEOPLE:
            return False  # "the hours"
        return is_plural(chunk) or (is_person(head) and chunk[0].lower_ in _ANY)
    if kind == "it":
        thing = not titled and not is_person(head) and not is_role(head.lemma_.lower())
        thing &= head.lemma_.lower() not in GROUPS
        return thing and not is_plural(chunk) and is_topic(head) and not is_in_passing(chunk)
    person = is_person(head) or is_role(head.lemma_.lower())
    if kind != "he" or not person or head.lower_.endswith("body"):
        return False
    if chunk[0].lower_ in {"a", "an"} and any(c.dep_ == "neg" for c in head.head.children):
        return False  # "you can't get a contractor": there is none
    one = head.tag_ in {"NN", "NNP"}
    return is_one_of(chunk) or (one and head.lemma_.lower() not in GROUPS | VAGUE)
