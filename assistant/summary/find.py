"""Find, second half: what is wanted, what stands in the way, what goes on, why it matters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from assistant.summary.aims import aims
from assistant.summary.clarity import open_ends
from assistant.summary.clauses import Clause, Sentences, clauses_of, read
from assistant.summary.clean import clean
from assistant.summary.hyphens import hyphenated
from assistant.summary.language import content_of, is_known
from assistant.summary.mentions import Mention, mentions, named_again
from assistant.summary.nouns import Noun, is_role
from assistant.summary.parsing import parse
from assistant.summary.people import names_in, names_said, roles
from assistant.summary.refer import POINTING, Before, Reference, most_spoken_of, references
from assistant.summary.soundness import SUBJECTS, is_sound
from assistant.summary.statements import purposes, statements
from assistant.summary.words import BLAME, CLEARED, COUNTED, NEGATIONS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Answers that tell a story; the others are often lists of people.
_TOLD = listed("problem try stopping difficulties importance_self importance_practice can_do")
Role = Literal["aim", "obstacle", "scene", "reason", "purpose"]
# What each question is asked for, and how far its answers can be trusted to give it.
_AIMS = {"try": 1.0, "problem": 0.6, "progress_signs": 0.3, "importance_self": 0.3,
         "benefits_self": 0.3, "can_do": 0.1}  # fmt: skip
_OBSTACLES = {"stopping": 1.1, "difficulties": 0.45, "problem": 0.4}
_SCENES = {"problem": 0.8}
_REASONS = {"importance_self": 0.8, "importance_practice": 0.8}
# How much less each later clause of an answer is trusted: the first says what the answer is about.
_LATER = {"aim": 0.15, "obstacle": 0.02, "scene": 0.07, "reason": 0.03, "purpose": 0.03}
_PURPOSES = {"benefits_practice": 0.8, "benefits_others": 0.8, "benefits_self": 0.6}


@dataclass(frozen=True)
class Part:
    """A piece that a sentence plan can use, with where it was said and what it refers to."""

    role: Role
    text: str
    key: str
    index: int
    weight: float
    lead: str = ""
    refers: tuple[Reference, ...] = ()
    content: frozenset[str] = frozenset()
    mine: bool = False  # "I" or "we" act in it
    leans: bool = False  # cannot be understood without what was said before it
    size: int = 0
    signs: float = 0.0  # how much its words look like what its role asks for


@dataclass(frozen=True)
class _Guess:
    """A text that may be a part, if its parse turns out sound."""

    role: Role
    text: str
    clause: Clause
    weight: float


@dataclass(frozen=True)
class Found:
    """All that was found in a worksheet."""

    said: Sentences
    clauses: tuple[Clause, ...]
    parts: tuple[Part, ...]
    names: frozenset[str]

    def of(self, role: Role) -> list[Part]:
        """Return the parts of one role, the most trusted first."""
        return sorted((p for p in self.parts if p.role == role), key=lambda p: -p.weight)


def find(worksheet: Mapping[str, str]) -> Found:
    """Return the aims, obstacles, scenes, reasons and purposes said in a worksheet."""
    said = read(worksheet)
    clauses = clauses_of(said)
    docs = [*(doc for _, doc in said), *(clause.doc for clause in clauses)]
    names = names_said(docs, worksheet)
    guesses = list(dict.fromkeys(g for clause in clauses for g in _guesses(clause)))
    told = " ".join(clean(text) for key, text in worksheet.items() if key in _TOLD)
    stand_ins = roles(told, names, is_role)
    texts = [_with_articles(_nameless(guess, stand_ins, names)) for guess in guesses]
    spoken_of, known = _with_article(told), mentions(clauses)
    people = _people(clauses)
    docs = [_article(doc, spoken_of) for doc in parse(text + "." for text in texts)]
    parts = [
        _part(guess, doc, clauses, known, people)
        for guess, doc in zip(guesses, docs, strict=True)
        if _is_fit(guess, doc, names) and not _is_conceded(guess, doc, clauses)
    ]
    return Found(said, tuple(clauses), tuple(dict.fromkeys(parts)), names)


def _people(clauses: Sequence[Clause]) -> Noun | None:
    """Return the people of whom the worksheet speaks most, who are named where it begins."""
    begun = {t.lemma_.lower() for c in clauses if c.key in {"problem", "try"} for t in c.doc}
    return most_spoken_of([clause.doc for clause in clauses], begun)


def _with_article(text: str) -> frozenset[str]:
    """Return the nouns that the member uses with an article or a possessive."""
    return frozenset(re.findall(r"\b(?:the|a|an|my|our) (\w+)", text.lower()))


def _article(doc: Doc, spoken_of: frozenset[str]) -> Doc:
    """Give a note-taker's "rota comes out too late" the article it would have aloud."""
    first, second = doc[0], doc[1] if len(doc) > 1 else None
    if first.lower_ in _WHICH_ONE and first.dep_ == "amod" and first.head.dep_ in SUBJECTS:
        return parse([f"the {doc.text}"])[0]
    common = first.tag_ == "NN" or (first.tag_ == "NNP" and first.text.islower())
    bare = common and first.dep_ in SUBJECTS and not first.lower_.endswith(("body", "one"))
    countable = first.lower_ in spoken_of | COUNTED or is_role(first.lower_)
    follows = second is not None and (second.tag_ in {"VBZ", "VBD", "MD"} or second.dep_ == "prep")
    if bare and countable and follows:
        return parse([f"the {doc.text}"])[0]
    return doc


_BEFORE = re.compile(r"\bbefore (?=not after)")
_SHOWN = re.compile(
    r"\b(?:these|this) (?=\w{3,})(?!\w+'s\b)(?!(?:time|day|week|month|year|morning|afternoon|"
    r"evening|term|summer|winter|autumn|spring|is|was|has|can|will|way)s?\b)|\bthose (?=\d)"
)
_BROUGHT = re.compile(r"\b(got|have|had|there's) this (?=[a-z]{3,})")  # "we've got this backlog"


_NOTED = re.compile(r"\b(in|for|of|at|over|during) (last|next|first) (?=\d|few\b|two\b|three\b)")


def _with_articles(text: str) -> str:
    """Say "the job" for "this job", at which nobody can look, and "in the last 30 minutes"."""
    text = _BEFORE.sub("before, ", text)
    return _NOTED.sub(r"\1 the \2 ", _SHOWN.sub("the ", _BROUGHT.sub(r"\1 a ", text)))


_WHICH_ONE = listed("last next first only same")


def _with_roles(text: str, stand_ins: Mapping[str, str]) -> str:
    for name, role in sorted(stand_ins.items(), key=lambda pair: -len(pair[0])):
        text = re.sub(rf"\b{re.escape(role)},? {re.escape(name)}\b,?", role, text, flags=re.I)
        text = re.sub(rf"\b{re.escape(name)}\b", role, text, flags=re.I)
    return text


def _nameless(guess: _Guess, stand_ins: Mapping[str, str], names: Collection[str]) -> str:
    """Return a guess with roles for names; a wish about a name without a role is of someone."""
    text = _with_roles(guess.text, stand_ins)
    pattern = "|".join(re.escape(name) for name in sorted(names, key=lambda name: -len(name)))
    found = list(re.finditer(rf"\b(?:{pattern})\b", text, re.I)) if names else []
    if guess.role != "aim" or len(found) != 1 or is_known(found[0][0].lower()):
        return text  # "the grant": a word, though somebody is called Grant
    return f"{text[: found[0].start()]}someone{text[found[0].end() :]}"


def _is_fit(guess: _Guess, doc: Doc, names: frozenset[str]) -> bool:
    if not is_sound(doc) or names_in(doc) or _names(doc, names):
        return False
    if guess.role == "aim":
        return _is_aim(doc)
    last = [token for token in doc if not token.is_punct][-1]
    if doc[0].lower_ == "if":
        return False  # what might be is no obstacle
    if _HEAPED.search(doc.text):
        return False  # "no maths no level 3": a list without its commas
    if last.lower_ == "there" and any(r.word == "there" for r in references(doc, Before(()))):
        return False  # "I go in there": where, was said before
    if guess.role in {"scene", "reason"} and not _opens(doc):
        return False
    if guess.role == "purpose" and (len(doc) > _PURPOSE or "," in doc.text):
        return False
    return len(doc.text.split()) >= 2 and not _is_hollow(doc)


_HEAPED = re.compile(r"\bno \w+(?: \w+)? no \w", re.IGNORECASE)


def _opens(doc: Doc) -> bool:
    """Say whether a statement can open the sentence: it names what it is about, and is no tale."""
    root = next(t for t in doc if t.dep_ == "ROOT")
    things = [t for t in doc if t.pos_ in {"NOUN", "PROPN"} and t.lemma_.lower() not in VAGUE]
    mine = any(c.lower_ == "i" for c in root.children)
    tale = mine and root.tag_ == "VBD" and root.lemma_ != "be" and _signs(doc) < 0
    is_something = mine and root.lemma_ == "be" and any(t.dep_ == "attr" for t in things)
    introduces = is_something and _signs(doc) <= 0  # "I'm head nurse in a small practice"
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    if subject.lower_ == "it" and root.lemma_ != "be":
        return False  # "on paper it doesn't happen"
    if (
        subject.tag_ == "NN"
        and root.tag_ == "VBP"
        and not {"det", "poss"} & {c.dep_ for c in subject.children}
    ):
        return False  # "water company contact centre" is no statement
    if subject.lemma_.lower() in _LABELS:
        return False  # "the issue is discharge medicines"
    pointed = any(t.lower_ in POINTING and t.dep_ in {"det", "advmod", "nsubj"} for t in doc)
    return bool(things) and not tale and not introduces and not pointed and doc[0].lower_ != "it"


_LABELS = listed("issue trouble problem thing point reason fact question")
_PURPOSE = 10  # words and stop of what follows "so"


def _names(doc: Doc, names: frozenset[str]) -> bool:
    text = f" {doc.text.lower()} "
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def _is_aim(doc: Doc) -> bool:
    """Say whether "I want to ..." was understood as wanting to do something."""
    root = next(t for t in doc if t.dep_ == "ROOT")
    return root.lemma_ in {"want", "try", "need", "like", "hope"} and len(doc) >= _AN_AIM


_AN_AIM = 6  # words and stop: "I want to sleep" is none


def _is_hollow(doc: Doc) -> bool:
    """Say whether a statement says nothing without its neighbours: "that's thousands"."""
    root = next(t for t in doc if t.dep_ == "ROOT")
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    if subject.lower_ in {"that", "this", "you", "what", "which"}:
        return True
    behind = [c for c in root.children if c.i > root.i and not c.is_punct and c.dep_ != "neg"]
    if root.lemma_ in {"be", "do", "have"} and not behind:
        return True
    if subject.lower_ == "it" and root.lemma_ == "be" and _is_denied(root):
        return True  # "it's not tablets": what it is comes after
    if root.lemma_ == "do" and doc.text.rstrip(" .").endswith(" do it"):
        return True  # "of course they do it"
    vague = subject.dep_ == "expl" and any(c.lemma_ in VAGUE for c in root.children)
    return vague and not {t.lower_ for t in doc} & NEGATIONS  # "there are two problems"


def _is_denied(be: Token) -> bool:
    """Say whether a noun is said not to be the matter."""
    return any(c.dep_ == "neg" for c in be.children) and any(c.dep_ == "attr" for c in be.children)


def _guesses(clause: Clause) -> Iterator[_Guess]:
    if clause.text.lower().strip(" .") in CLEARED or "?" in clause.doc.text:
        return
    if clause.key in _AIMS:
        for text, cost in aims(clause):
            yield _Guess("aim", text, clause, _AIMS[clause.key] - cost)
    tables: tuple[tuple[Role, Mapping[str, float]], ...] = (
        ("obstacle", _OBSTACLES), ("scene", _SCENES), ("reason", _REASONS)
    )  # fmt: skip
    for role, table in tables:
        if clause.key in table:
            for text, cost in statements(clause):
                yield _Guess(role, text, clause, table[clause.key] - cost)
    if clause.key in _PURPOSES:
        for text in purposes(clause):
            yield _Guess("purpose", text, clause, _PURPOSES[clause.key])


def _part(
    guess: _Guess,
    doc: Doc,
    clauses: Sequence[Clause],
    known: Mapping[str, Mention],
    people: Noun | None,
) -> Part:
    refers = (
        *references(doc, _said_before(guess.clause, clauses, people)),
        *named_again(doc, guess.clause, known),
    )
    asked = open_ends(doc)
    text, refers = _with_comma(doc, hyphenated(doc).rstrip(" ."), refers)
    return Part(
        role=guess.role,
        text=text,
        key=guess.clause.key,
        index=guess.clause.index,
        weight=guess.weight
        - _LATER[guess.role] * min(guess.clause.index, 5)
        - _tale(guess, doc)
        - asked,
        lead=guess.clause.lead,
        refers=refers,
        signs=_signs(doc),
        content=content_of(doc),
        mine=any(t.lower_ in {"i", "we"} and t.dep_ in SUBJECTS for t in doc),
        leans=asked >= 1,
        size=len(text.split()),
    )


def _with_comma(
    doc: Doc, text: str, refers: Sequence[Reference]
) -> tuple[str, tuple[Reference, ...]]:
    """Set the comma between what comes first and the statement: "when they ring, I go quiet"."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    first = next(c for c in root.children if c.dep_ in SUBJECTS).left_edge
    before = doc[: first.i]
    told = any(t.pos_ in {"VERB", "AUX"} for t in before) and before[0].lower_ in _FRONTED
    if not told or len(before) < _FRONTED_WORDS or before[-1].is_punct or not first.idx:
        return text, tuple(refers)
    end = first.idx - 1
    moved = (replace(r, start=r.start + 1, end=r.end + 1) if r.start > end else r for r in refers)
    return f"{text[:end]},{text[end:]}", tuple(moved)


_FRONTED = listed("when whenever if once after before until since as every the while")
_FRONTED_WORDS = 4


def _is_conceded(guess: _Guess, doc: Doc, clauses: Sequence[Clause]) -> bool:
    """Say whether an obstacle is taken back at once: "there is a form, but nobody uses it"."""
    key, following = guess.clause.key, guess.clause.index + 1
    but = any(c.key == key and c.index == following and c.lead == "but" for c in clauses)
    return but and guess.role == "obstacle" and _signs(doc) <= 0


def _tale(guess: _Guess, doc: Doc) -> float:
    """Return the cost of a reason that begins a tale of somebody else: "my nan was in a home"."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    ours = any(c.lower_ in {"i", "we"} for c in root.children)
    return 1.0 if guess.role == "reason" and root.tag_ == "VBD" and not ours else 0.0


_HARD = listed(
    """
    only always never nobody nothing no not n't none without instead too scared afraid feart
    frightened worried stuck keep late hard difficult lack short busy full sick tired worn
    rather problem still lose lost avoid dread ashamed embarrassed cannot ca wo
    """
)


def _signs(doc: Doc) -> float:
    """Return what the words of a clause promise: trouble named, no blame, no tale."""
    words = {token.lower_ for token in doc}
    root = next(token for token in doc if token.dep_ == "ROOT")
    told = root.tag_ == "VBD" and not any(c.lower_ == "n't" for c in root.children)
    supposed = any(t.lower_ == "if" for t in doc)
    bare_it = root.lemma_ == "be" and any(c.lower_ == "it" and c.i < root.i for c in root.children)
    blames = root.lemma_ in {"think", "say", "blame"} and not any(
        c.lower_ in {"i", "we"} for c in root.children
    )
    minus = 6 * blames + told + 2 * bare_it + 2 * supposed
    return 0.25 * bool(words & (_HARD | BLAME)) - 0.15 * minus


def _said_before(clause: Clause, clauses: Sequence[Clause], people: Noun | None) -> Before:
    same = [c.doc for c in clauses if c.key == clause.key and c.index < clause.index][::-1][:3]
    if clause.key == "problem":
        return Before(same)
    aim = [c.doc for c in clauses if c.key == "try"] if clause.key != "try" else []
    return Before(same, aim, [c.doc for c in clauses if c.key == "problem"], people)
