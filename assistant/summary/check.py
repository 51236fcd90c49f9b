"""Check: a sentence says nothing that the member did not say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.summary.choose import CEILING
from assistant.summary.clauses import Sentences, read, sentences
from assistant.summary.clean import clean
from assistant.summary.language import lemmas, load
from assistant.summary.people import names_in, names_said
from assistant.summary.words import (
    ABBREVIATIONS,
    BLAME,
    EVERYONE,
    FREE,
    FUNCTION,
    MODALS,
    NEGATIONS,
    NUMBERS,
    PROPORTIONS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = re.compile(r"[A-Za-z0-9£$€][\w£$€%.,]*\w|\w|%|n't|'ll|'d")
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True)
class Problem:
    """One thing that a check found: its kind, and the words of the sentence it is about.

    Kinds: sentences, length, first_person, unsaid, negation, modality, quantity, name, judgement.
    """

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """What a check found; a hint for a sentence that the member wrote, a veto for ours."""

    problems: tuple[Problem, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def check(
    sentence: str, worksheet: Mapping[str, str], *, names_kept: Collection[str] = ()
) -> Check:
    """Check any sentence against a worksheet; `names_kept` are names the member wants to keep."""
    return Said(worksheet).check(load()(sentence.strip()), names_kept)


class Said:
    """Everything a member said, made ready to check sentences against."""

    def __init__(self, worksheet: Mapping[str, str], said: Sentences | None = None) -> None:
        """Take the answers, by question key, and their sentences if they have been read."""
        self._sentences = said
        self._worksheet = worksheet
        self._raw = list(worksheet.values())
        self._clean = [clean(text) for text in self._raw]

    @cached_property
    def docs(self) -> list[Doc]:
        """The parsed sentences of the answers."""
        said = read(self._worksheet) if self._sentences is None else self._sentences
        return [doc for _, doc in said]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every dictionary form of every word that was said; numbers as corrected."""
        said = {form for text in self._clean for form in _forms(text)}
        raw = {form for text in self._raw for form in _forms(text) if not _number(form)}
        full = {form for short in said | raw for form in _forms(ABBREVIATIONS.get(short, ""))}
        return frozenset(said | raw | full)

    @cached_property
    def _said_acts(self) -> list[tuple[Token, set[str]]]:
        """Every predicate that was said, with the words that go with it."""
        return [(token, _around(token)) for doc in self.docs for token in doc if _acts(token)]

    @cached_property
    def _acting(self) -> dict[str, list[int]]:
        """Where among the said predicates each dictionary form stands."""
        places: dict[str, list[int]] = {}
        for place, (token, _) in enumerate(self._said_acts):
            for form in _forms_of(token.lower_):
                places.setdefault(form, []).append(place)
        return places

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of people in the answers, in lower case."""
        return names_said(self.docs, self._worksheet)

    def check(self, doc: Doc, names_kept: Collection[str] = ()) -> Check:
        """Check a parsed sentence."""
        problems = [
            *_form(doc),
            *self._unsaid(doc),
            *self._polarity(doc),
            *self._modality(doc),
            *self._quantity(doc),
            *self._named(doc, {name.lower() for name in names_kept}),
            *_judgement(doc),
        ]
        return Check(tuple(dict.fromkeys(problems)))

    def _unsaid(self, doc: Doc) -> Iterator[Problem]:
        words = [token.text for token in doc if _is_content(token) and not self._said(token)]
        if words:
            yield Problem("unsaid", tuple(dict.fromkeys(words)))

    def _said(self, token: Token) -> bool:
        return all(_forms_of(part) & self.words for part in _parts(token.text))

    def _polarity(self, doc: Doc) -> Iterator[Problem]:
        """Compare each statement's negation with the nearest thing that was said."""
        for token in _predicates(doc):
            sources = self._sources(token)
            if not sources or any(is_negated(s) == is_negated(token) for s in sources):
                continue
            if is_negated(token) and any(_denies(source) for source in sources):
                continue
            if not is_negated(token) and any(is_negated(above) for above in token.ancestors):
                continue
            stated = not any(_is_wished(s) and is_negated(s) for s in sources)
            if _is_wished(token) and not is_negated(token) and stated:
                continue  # "we don't decide", "I can't get them to": I want to
            yield Problem("negation", (token.text,))
        for noun in doc:
            held = noun.pos_ == "NOUN" and not _is_denied(noun) and not _is_wished(noun)
            if held and self._only_denied(noun):
                yield Problem("negation", (noun.text,))
        for gap in sorted(self._gaps & set(_runs(_bare_words(doc)))):
            yield Problem("negation", gap)
        said = {word for text in self._clean for word in _negative_words(text)}
        if not said and (added := [t.text for t in doc if t.lower_ in NEGATIONS]):
            yield Problem("negation", tuple(added))

    @cached_property
    def _gaps(self) -> frozenset[tuple[str, ...]]:
        """The words on both sides of every "not" and "never", where they stand so nowhere else."""
        closed: set[tuple[str, ...]] = set()
        plain: set[tuple[str, ...]] = set()
        for doc in self.docs:
            words = _bare_words(doc)
            plain.update(_runs(words))
            for place in range(1, len(words) - 1):
                if words[place] in NEGATIONS:
                    before, *after = words[place - 1 : place + 4 : 1]
                    closed.update(_runs(["can" if before == "ca" else before, *after[1:]])[:1])
                    if before in {"do", "does", "did"} and place > 1:
                        closed.update(_runs([words[place - 2], *after[1:]])[:1])
        return frozenset(closed - plain)

    def _only_denied(self, noun: Token) -> bool:
        """Say whether a thing was only ever said not to be there: "there is no rule"."""
        found = self._nouns.get(noun.lemma_.lower(), [])
        return bool(found) and all(_is_denied(source) for source in found)

    @cached_property
    def _nouns(self) -> dict[str, list[Token]]:
        """The nouns of the answers by lemma."""
        nouns: dict[str, list[Token]] = {}
        for token in (t for doc in self.docs for t in doc if t.pos_ == "NOUN"):
            nouns.setdefault(token.lemma_.lower(), []).append(token)
        return nouns

    def _modality(self, doc: Doc) -> Iterator[Problem]:
        for token in _predicates(doc):
            wanted = _modals(token)
            sources = self._sources(token)
            if not sources:
                continue
            had = [_modals(source) for source in sources]
            lost = all(m - {"will"} for m in had) and not any(m & wanted for m in had)
            added = wanted and not any(wanted <= m for m in had) and not self._near(token, wanted)
            if added or (lost and not _is_wished(token)):
                yield Problem("modality", (token.text,))
        yield from _should(doc)

    def _near(self, token: Token, wanted: set[str]) -> bool:
        return any(
            wanted <= {MODALS[t.lower_] for t in source.sent if t.lower_ in MODALS}
            for source in self._sources(token)
        )

    def _sources(self, token: Token) -> list[Token]:
        """Return the words of the answers that say what this predicate says, most alike first."""
        found = [self._acting.get(form, ()) for form in sorted(_forms_of(token.lower_))]
        same = list(dict.fromkeys(place for places in found for place in places))
        around = _around(token)
        alike = [len(around & words) for _, words in (self._said_acts[n] for n in same)]
        best = max(alike, default=0)
        return [
            self._said_acts[n][0] for n, score in zip(same, alike, strict=True) if score == best
        ]

    def _quantity(self, doc: Doc) -> Iterator[Problem]:
        """Every number must stand where it stood, and "half", "most" may not be dropped."""
        for token in doc:
            number = _number(token.lower_)
            near = [
                token.head,
                *doc[max(token.i - 1, 0) : token.i],
                *doc[token.i + 1 : token.i + 2],
            ]
            if number and token.dep_ == "nummod" and not self._counted(number, near):
                yield Problem("quantity", (token.text, token.head.text))
        for token in doc:
            if token.lower_ in EVERYONE and not EVERYONE[token.lower_] & self.words:
                yield Problem("quantity", (token.text,))
            whole = token.pos_ == "NOUN" and token.dep_ in _SUBJECT and not _shared(token)
            if whole and self._same_statement(token):
                yield Problem("quantity", (token.text,))

    def _counted(self, number: str, near: Collection[Token]) -> bool:
        forms = {form for token in near if _is_content(token) for form in _forms_of(token.lower_)}
        return any(
            number in {_number(t.lower_) for t in doc}
            and any(forms & _forms_of(t.lower_) for t in doc)
            for doc in self.docs
        )

    def _same_statement(self, noun: Token) -> list[Token]:
        forms, verb = _forms_of(noun.lower_), _forms_of(noun.head.lower_)
        found = [
            t
            for doc in self.docs
            for t in doc
            if t.dep_ in _SUBJECT | {"pobj"} and forms & _forms_of(t.lower_)
        ]
        same = [t for t in found if any(verb & _forms_of(a.lower_) for a in t.ancestors)]
        return same if all(_shared(t) for t in same) else []

    def _named(self, doc: Doc, kept: Collection[str]) -> Iterator[Problem]:
        found = {name.lower(): name for name in names_in(doc)}
        text = doc.text.lower()
        said = {n: n for n in self.names if re.search(rf"\b{re.escape(n)}\b", text)}
        names = {**said, **found}
        if shown := tuple(names[n] for n in names if n not in kept):
            yield Problem("name", shown)


def _form(doc: Doc) -> Iterator[Problem]:
    """One sentence, not too long, with "I" in it."""
    text = doc.text.strip()
    parts = sentences(re.sub(r"\n+", ". ", text))
    if len(parts) != 1 or ";" in text:
        yield Problem("sentences", tuple(part for part in parts[1:]))
    if len(text.split()) > CEILING:
        yield Problem("length", ())
    if not re.search(r"\bI\b", text):
        yield Problem("first_person", ())


def _judgement(doc: Doc) -> Iterator[Problem]:
    for token in doc:
        if token.lower_ in BLAME and not _is_own(token):
            yield Problem("judgement", (token.text,))


def _is_own(token: Token) -> bool:
    """Say whether a word is said of the member: "I am a bit rubbish"."""
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), token)
    around = [child for t in (token, verb) for child in t.children]
    return any(c.lower_ in {"i", "my", "myself"} and c.dep_ != "dobj" for c in around)


def _should(doc: Doc) -> Iterator[Problem]:
    for token in doc:
        if token.lower_ in {"should", "must", "ought"} and token.dep_ == "aux":
            subjects = [c for c in token.head.children if c.dep_ in _SUBJECT]
            if subjects and subjects[0].lower_ not in {"i", "we"}:
                yield Problem("modality", (token.text,))


def _is_content(token: Token) -> bool:
    lower = token.lower_
    if not any(c.isalnum() or c == "%" for c in lower) or lower in FUNCTION | FREE:
        return False
    return lower not in MODALS and lower not in {"n't", "not", "no", "never", "without", "nor"}


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[-/']", text.lower()) if part and part != "s"] or [text]


def _forms(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.lower()):
        for part in _parts(word.strip(".,")):
            yield from _forms_of(part)


def _forms_of(word: str) -> frozenset[str]:
    lower = word.lower()
    number = _number(lower)
    return lemmas(lower) | ({number} if number else frozenset())


def _number(word: str) -> str:
    digits = word.strip("£$€%.,").replace(",", "")
    return NUMBERS.get(word, digits if digits[:1].isdigit() else "")


def _bare_words(doc: Doc) -> list[str]:
    """Return the words of a text without stops and articles."""
    return [t.lower_ for t in doc if not t.is_punct and t.lower_ not in {"a", "an", "the"}]


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return every word with the next; where that is a free joining word, with three more.

    "I don't want to be told" does not make "I want to be" of any other wish a dropped "not".
    """
    return [
        tuple(words[place : place + (4 if after in FREE else 2)])
        for place, (_, after) in enumerate(pairwise(words))
    ]


def _negative_words(text: str) -> list[str]:
    return [w for w in re.findall(r"n't|\w+?(?=n't)|\w+", text.lower()) if w in NEGATIONS]


def _predicates(doc: Doc) -> Iterator[Token]:
    for token in doc:
        if _acts(token) and token.lemma_.lower() not in FREE and _is_content(token):
            yield token


def _acts(token: Token) -> bool:
    """Say whether a word says something of something: a verb, or what "is" leads to."""
    if token.pos_ == "VERB":
        return True
    return token.pos_ in {"ADJ", "NOUN"} and token.head.lemma_ == "be" and token.dep_ in {
        "acomp", "attr",
    }  # fmt: skip


def _verb(token: Token) -> Token:
    return token.head if token.pos_ in {"ADJ", "NOUN"} and token.head.lemma_ == "be" else token


def is_negated(token: Token) -> bool:
    """Say whether what a predicate says is denied, by "not" or by "nobody", "no facts"."""
    verb = _verb(token)
    return any(_denies_verb(child, verb) for child in verb.children)


def _denies_verb(child: Token, verb: Token) -> bool:
    if child.dep_ == "neg":
        return child.i < verb.i or verb.pos_ == "AUX"  # "taught, not minded" is taught
    if child.lower_ in NEGATIONS:
        return child.lower_ != "without"  # that denies its own noun
    arguments = child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "pobj", "prep"}
    return arguments and any(c.lower_ in NEGATIONS and c.i < child.i for c in child.children)


def _is_denied(noun: Token) -> bool:
    """Say whether a thing is said not to be there."""
    if any(child.lower_ in NEGATIONS and child.i < noun.i for child in noun.children):
        return True
    verb = noun.head
    held = noun.dep_ in {"dobj", "attr"} and verb.lemma_ in {"have", "get", "be", "do", "'ve"}
    return verb.lower_ == "without" or (held and is_negated(verb))


def _denies(token: Token) -> bool:
    """Say whether a denial stands above a predicate: "I don't think it works"."""
    return any(is_negated(above) for above in token.ancestors) or any(
        t.lower_ in NEGATIONS for t in token.sent
    )


def _modals(token: Token) -> set[str]:
    verb = _verb(token)
    return {MODALS[c.lower_] for c in verb.children if c.dep_ == "aux" and c.lower_ in MODALS}


def _is_wished(token: Token) -> bool:
    """Say whether a predicate stands under "want to", "so that": not claimed to be so."""
    while True:
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
            return True
        if token.dep_ == "ROOT" or token.head == token:
            return False
        beside, token = token.dep_ == "conj", token.head
        if not beside and token.lemma_ in FREE:
            return True


def _around(token: Token) -> set[str]:
    """Return the forms of the words that go with a predicate."""
    verb = _verb(token)
    near = [t for t in verb.subtree if abs(t.i - verb.i) <= 12 and t != token]
    return {form for t in near if _is_content(t) for form in _forms_of(t.lower_)}


def _shared(noun: Token) -> bool:
    """Say whether only a part of something is meant: "half of my staff", "most parents"."""
    near = [*noun.children, *([noun.head, noun.head.head] if noun.dep_ == "pobj" else [])]
    return any(t.lower_ in PROPORTIONS for t in near)
