"""Find, second half: what is wanted, what stands in the way, what goes on, why it matters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .clauses import SUBJECTS, Clause, clauses_of, is_finite, is_sound, parse
from .clean import clean
from .language import inflect, is_verb, lemmas, load
from .people import names_in, names_said, roles
from .refer import POINTING, Reference, is_role, references
from .words import CLEARED, COUNTED, GROUPS, RESOURCES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Answers that tell a story; the others are often lists of people.
_TOLD = frozenset(
    "problem try stopping difficulties importance_self importance_practice can_do".split()
)
Role = Literal["aim", "obstacle", "scene", "reason", "purpose"]
# What each question is asked for, and how far its answers can be trusted to give it.
_AIMS = {"try": 1.0, "problem": 0.6, "progress_signs": 0.3, "importance_self": 0.3,
         "benefits_self": 0.3, "can_do": 0.1}  # fmt: skip
_OBSTACLES = {"stopping": 1.1, "difficulties": 0.45, "problem": 0.4}
_SCENES = {"problem": 0.8}
_REASONS = {"importance_self": 0.8, "importance_practice": 0.8}
# How much less each later clause of an answer is trusted: the first says what the answer is about.
_LATER = {"aim": 0.05, "obstacle": 0.02, "scene": 0.07, "reason": 0.03, "purpose": 0.03}
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
    mine: bool = False  # "I" or "my" is in it
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

    clauses: tuple[Clause, ...]
    parts: tuple[Part, ...]
    names: frozenset[str]

    def of(self, role: Role) -> list[Part]:
        """Return the parts of one role, the most trusted first."""
        return sorted((p for p in self.parts if p.role == role), key=lambda p: -p.weight)


def find(worksheet: Mapping[str, str]) -> Found:
    """Return the aims, obstacles, scenes, reasons and purposes said in a worksheet."""
    clauses = clauses_of(worksheet)
    names = names_said(clause.doc for clause in clauses)
    guesses = list(dict.fromkeys(g for clause in clauses for g in _guesses(clause)))
    told = " ".join(clean(text) for key, text in worksheet.items() if key in _TOLD)
    stand_ins = roles(told, names, is_role)
    texts = [_with_roles(guess.text, stand_ins) for guess in guesses]
    spoken_of = _with_article(told)
    docs = [_article(doc, spoken_of) for doc in parse(text + "." for text in texts)]
    parts = [
        _part(guess, doc, clauses)
        for guess, doc in zip(guesses, docs, strict=True)
        if _is_fit(guess, doc, names)
    ]
    return Found(tuple(clauses), tuple(dict.fromkeys(parts)), names)


def _with_article(text: str) -> frozenset[str]:
    """Return the nouns that the member uses with an article or a possessive."""
    return frozenset(re.findall(r"\b(?:the|a|an|my|our) (\w+)", text.lower()))


def _article(doc: Doc, spoken_of: frozenset[str]) -> Doc:
    """Give a note-taker's "rota comes out too late" the article it would have aloud."""
    first, second = doc[0], doc[1] if len(doc) > 1 else None
    bare = first.tag_ == "NN" and first.dep_ in SUBJECTS and second is not None
    countable = first.lower_ in spoken_of | COUNTED or is_role(first.lower_)
    if bare and countable and second is not None and second.tag_ in {"VBZ", "VBD", "MD"}:
        return parse([f"the {doc.text}"])[0]
    return doc


def _with_roles(text: str, stand_ins: Mapping[str, str]) -> str:
    for name, role in stand_ins.items():
        text = re.sub(rf"\b{re.escape(role)},? {re.escape(name)}\b,?", role, text, flags=re.I)
        text = re.sub(rf"\b{re.escape(name)}\b", role, text, flags=re.I)
    return text


def _is_fit(guess: _Guess, doc: Doc, names: frozenset[str]) -> bool:
    if not is_sound(doc) or names_in(doc) or _names(doc, names):
        return False
    if guess.role == "aim":
        return _is_aim(doc)
    if doc[0].lower_ == "if":
        return False  # what might be is neither a fact nor an obstacle
    words = len(doc.text.split())
    return words >= 2 and not _is_hollow(doc)


def _names(doc: Doc, names: frozenset[str]) -> bool:
    text = f" {doc.text.lower()} "
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def _is_aim(doc: Doc) -> bool:
    """Say whether "I want to ..." was understood as wanting to do something."""
    root = next(t for t in doc if t.dep_ == "ROOT")
    return root.lemma_ in {"want", "try", "need", "like", "hope"} and len(doc) >= 5


def _is_hollow(doc: Doc) -> bool:
    """Say whether a statement says nothing without its neighbours: "that's thousands"."""
    root = next(t for t in doc if t.dep_ == "ROOT")
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    if subject.lower_ in {"that", "this", "you", "what", "which"}:
        return True
    if root.lemma_ in {"be", "do", "have"} and not any(c.i > root.i and not c.is_punct for c in root.children):
        return True
    return root.lemma_ in {"think", "guess", "suppose", "mean"} and len(doc) < 6


def _guesses(clause: Clause) -> Iterator[_Guess]:
    if clause.text.lower().strip(" .") in CLEARED or "?" in clause.doc.text:
        return
    if clause.key in _AIMS:
        for text in _aims(clause):
            yield _Guess("aim", text, clause, _AIMS[clause.key])
    tables: tuple[tuple[Role, Mapping[str, float]], ...] = (
        ("obstacle", _OBSTACLES), ("scene", _SCENES), ("reason", _REASONS)
    )  # fmt: skip
    for role, table in tables:
        if clause.key in table:
            for text, cost in _statements(clause):
                yield _Guess(role, text, clause, table[clause.key] - cost)
    if clause.key in _PURPOSES:
        for text in _purposes(clause):
            yield _Guess("purpose", text, clause, _PURPOSES[clause.key])


# --- aims -------------------------------------------------------------------------------------

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


def _aims(clause: Clause) -> Iterator[str]:
    """Yield "I want ..." for what a clause says is wanted."""
    text = _uncapped(clause)
    wish = _WISH.match(text)
    if wish and _says_wish(wish[0], clause.key):
        rest = text[wish.end() :]
        subject = "us " if wish[0].lower().startswith("we") else ""
        yield from _wanted(rest, subject, clause)
    elif clause.key == "try":
        yield from _wanted(text, "", clause)
    elif clause.key == "problem" and (cannot := _CANNOT.match(text)):
        yield from _wanted(text[cannot.end() :], "us " if text.startswith("we") else "", clause)
    elif clause.key == "benefits_self" and (could := re.match(r"I (?:could|can) (?=\w)", text)):
        yield f"I want to {text[could.end() :]}"


_CANNOT = re.compile(
    r"^(?:I|we) (?:(?:can't|cannot|can not|couldn't)(?: seem to| ever| even)?|(?:struggle|fail) to) "
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


def _wish_for(text: str, subject: str, clause: Clause) -> Iterator[str]:
    text = text.strip(" ,")
    first, _, others = text.partition(" ")
    lower = first.lower()
    if lower == "to" and others:
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
        yield from _wish_that(text)
    elif clause.key == "try" and not subject and others:
        yield f"I want {text}"


def _gerund_base(word: str) -> str:
    return next((base for base in sorted(lemmas(word)) if base != word and is_verb(base)), "")


def _opens_as_verb(clause: Clause, word: str) -> bool:
    token = next((t for t in clause.doc if t.lower_ == word), None)
    if token is None or token.pos_ in {"VERB", "AUX"}:
        return True
    following = token.nbor(1) if token.i + 1 < len(clause.doc) else None
    noun_like = following is None or following.lower_ in {"for", "of", "between"}
    return not noun_like and token.pos_ not in {"DET", "PRON", "ADJ", "NUM"}


def _wish_that(text: str) -> Iterator[str]:
    """Turn "people turn up on time" into "I want people to turn up on time"."""
    doc = load()(text)
    root = next(t for t in doc if t.dep_ == "ROOT")
    subject = next((c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if re.match(r"\w+ to \w", text) or (subject is None and " to " in text):
        yield f"I want {text}"
        return
    if subject is None or subject.lower_ in {"i", "it", "there", "that"} or subject.i > root.i:
        return
    helpers = [c for c in root.children if c.dep_ in {"aux", "auxpass", "neg"}]
    if any(c.lower_ not in {"would", "'d", "will", "'ll"} for c in helpers):
        return
    who = doc[subject.left_edge.i : subject.right_edge.i + 1].text
    who = {"we": "us", "they": "them", "he": "him", "she": "her"}.get(who.lower(), who)
    yield f"I want {who} to {root.lemma_} {doc[root.i + 1 :].text}".rstrip()


def _shortened(text: str, clause: Clause) -> Iterator[str]:
    """Yield the wish without a second one, and without an afterthought behind a comma."""
    second = re.search(r",? and (?=\w+)", text)
    if second and is_verb(text[second.end() :].split()[0].lower()) and second.start() > 15:
        yield text[: second.start()]
    comma = text.find(", ")
    if comma > 15:
        yield text[:comma]
    because = re.search(r",? (?:because|so that|so|since) ", text)
    if because and because.start() > 12:
        yield text[: because.start()]


# --- statements -------------------------------------------------------------------------------


def _statements(clause: Clause) -> Iterator[tuple[str, float]]:
    """Yield (statement, cost) for a clause: as it stands, cut, or made whole."""
    text = re.sub(r"^(I|we|they|he|she) then ", r"\1 ", _uncapped(clause))
    if is_sound(clause.doc):
        if not _trails(clause.doc):
            yield text, 0.0
        for shorter in _cuts(clause.doc, _uncapped(clause)):
            yield shorter, 0.05
        return
    for whole in _completed(clause, text):
        yield whole, 0.08


def _cuts(doc: Doc, text: str) -> Iterator[str]:
    """Yield the statement without what can be left out and stay true."""
    root = next(t for t in doc if t.dep_ == "ROOT")
    for token in (*root.children, *(g for c in root.children if c.dep_ == "xcomp" for g in c.children)):
        kept = text[: token.left_edge.idx].rstrip(" ,")
        if token.dep_ == "advcl" and token.i > root.i and _gives_reason(token):
            yield kept
        if token.dep_ == "conj" and token.pos_ == "VERB" and token.i > root.i + 3:
            yield kept.removesuffix(" and").rstrip(" ,")
    for token in doc:
        if token.dep_ == "conj" and token.i > root.i + 5 and any(c.dep_ in SUBJECTS for c in token.children):
            yield text[: token.left_edge.idx].rstrip(" ,").removesuffix(" and").rstrip(" ,")
    last = text.rfind(", ")
    if last > 12 and not re.match(r", (?:but|not|except|unless|if|or|only)\b", text[last:]):
        yield text[:last]
        first = text.find(", ")
        if 12 < first < last:
            yield text[:first]
    if match := re.search(r",? (?:to be honest|so that|as well|though|too|either)$", text):
        yield text[: match.start()]


def _trails(doc: Doc) -> bool:
    """Say whether a bare noun hangs on behind a comma: "I'm sometimes late, childcare"."""
    commas = [token.i for token in doc if token.text == ","]
    tail = [t for t in doc[commas[-1] + 1 :] if not t.is_punct] if commas else []
    if not 0 < len(tail) <= 4 or any(t.pos_ in {"VERB", "AUX", "CCONJ", "ADP"} for t in tail):
        return False
    return tail[-1].pos_ in {"NOUN", "PROPN", "NUM"}


def _gives_reason(verb: Token) -> bool:
    marks = {"because", "since", "so"}
    return any(c.dep_ == "mark" and c.lower_ in marks for c in verb.children)


def _completed(clause: Clause, text: str) -> Iterator[str]:
    """Make a statement of a fragment with words that carry no content."""
    root, first = clause.root, clause.doc[0]
    lower = first.lower_
    if lower == "no" and root.pos_ in {"NOUN", "PROPN"}:
        yield f"there {'are' if root.tag_ == 'NNS' else 'is'} {text}"
    elif lower == "not" and len(clause.doc) > 2 and clause.doc[1].tag_ == "VBG":
        yield f"I don't {clause.doc[1].lemma_} {clause.doc[2:].text}".rstrip(" .")
    elif first.tag_ == "VBG" and first == root:
        yield f"I'm {text}" if first.lemma_ in {"be", "worry"} else f"I've been {text}"
    elif _lacks_subject(root, first):
        yield f"I {text}"
    elif clause.key in _OF_ONESELF and _describes(root):
        yield f"I'm {text}"
    elif root.pos_ in {"NOUN", "PROPN"} and clause.key in {"stopping", "difficulties"}:
        yield from _there_is(clause, text)
    elif root.tag_ == "NNS" and first.tag_ in {"CD", "JJ", "NNS", "NN"} and clause.key == "problem":
        yield f"there are {text}"


_OF_ONESELF = frozenset({"stopping", "difficulties", "importance_self"})


def _describes(root: Token) -> bool:
    """Say whether a word tells how the member is: "sick of it", "worn out", "too busy"."""
    if root.tag_ == "JJ":
        return True
    after = root.nbor(1).lower_ if root.i + 1 < len(root.doc) else "."
    return root.tag_ == "VBN" and after in {"of", "out", "between", "with", "about", "up", "."}


def _lacks_subject(root: Token, first: Token) -> bool:
    helped = any(c.dep_ == "auxpass" or c.lower_ == "should" for c in root.children)
    if helped or any(c.dep_ in SUBJECTS for c in root.children) or not is_finite(root):
        return False
    return first == root or first.dep_ in {"aux", "neg", "advmod"}


def _there_is(clause: Clause, text: str) -> Iterator[str]:
    root = clause.root
    relative = next((c for c in root.children if c.dep_ == "relcl"), None)
    pronoun = next((t for t in clause.doc if t.lower_ in {"who", "that", "which"}), None)
    if relative and pronoun and pronoun.dep_ == "nsubj":
        yield re.sub(rf",? {pronoun.text}\b", "", text, count=1)
    elif text.lower() in RESOURCES:
        yield f"I need {text}"
    elif len(text.split()) == 1:
        yield f"there {'are' if root.tag_ == 'NNS' else 'is'} the {text}"
    elif text.lower().startswith("lack of"):
        yield f"there's a {text}"
    else:
        yield f"there {'are' if root.tag_ == 'NNS' else 'is'} {text}"


def _purposes(clause: Clause) -> Iterator[str]:
    """Turn "reception could breathe" into "reception can breathe", to follow "so"."""
    if is_sound(clause.doc):
        for purpose in _purpose(clause):
            yield purpose
            yield from _cuts(parse([purpose + "."])[0], purpose)


def _purpose(clause: Clause) -> Iterator[str]:
    root = clause.root
    helpers = [c for c in root.children if c.dep_ in {"aux", "auxpass", "neg"}]
    text = _uncapped(clause)
    if [h.lower_ for h in helpers] == ["could"]:
        yield re.sub(r"\bcould\b", "can", text, count=1)
    elif [h.lower_ for h in helpers] in (["would"], ["'d"]) and root.tag_ == "VB":
        yield _in_present(clause.doc, root, helpers[0])


def _in_present(doc: Doc, root: Token, helper: Token) -> str:
    subject = next(c for c in root.children if c.dep_ in SUBJECTS)
    group = subject.lemma_.lower() in GROUPS | {"people"}
    single = (subject.tag_ in {"NN", "NNP"} and not group) or subject.lower_ in {"he", "she", "it", "everyone"}
    verb = inflect(root.lemma_, "VBZ") if single else root.lemma_
    between = doc[helper.i + 1 : root.i].text
    words = [doc[: helper.i].text, between, verb, doc[root.i + 1 :].text.rstrip(" .")]
    text = " ".join(word for word in words if word)
    return text if doc[0].pos_ == "PROPN" or doc[0].text == "I" else text[0].lower() + text[1:]


def _uncapped(clause: Clause) -> str:
    """Return the clause's text with a small first letter, unless the word keeps its capital."""
    text, first = clause.text, clause.doc[0]
    keeps = first.text == "I" or first.text.startswith("I'") or first.text.isupper() and len(first) > 1
    named = first.pos_ == "PROPN" and first.ent_type_ not in {"", "CARDINAL"}
    if keeps or named or not first.text[:1].isupper() or any(c.isupper() for c in first.text[1:]):
        return text
    return text[0].lower() + text[1:]


def _part(guess: _Guess, doc: Doc, clauses: Sequence[Clause]) -> Part:
    text = doc.text.rstrip(" .")
    return Part(
        role=guess.role,
        text=text,
        key=guess.clause.key,
        index=guess.clause.index,
        weight=guess.weight - _LATER[guess.role] * min(guess.clause.index, 5),
        lead=guess.clause.lead,
        refers=tuple(references(doc, *_said_before(guess.clause, clauses))),
        signs=_signs(doc),
        content=content_of(doc),
        mine=any(t.lower_ in {"i", "my", "me", "myself", "mine"} for t in doc),
        size=len(text.split()),
    )


_HARD = frozenset(
    """only always never nobody nothing no not n't none without instead too scared afraid feart
    frightened worried stuck keep late hard difficult lack short busy full sick tired worn
    rather lose lost avoid dread ashamed embarrassed cannot ca wo""".split()
)
_NEEDS_CONTEXT = frozenset("same other else either too also there one ones again already".split())


def _signs(doc: Doc) -> float:
    """Return what the words of a clause promise: trouble named, nothing left over from before."""
    words = {token.lower_ for token in doc}
    root = next(token for token in doc if token.dep_ == "ROOT")
    told = root.tag_ == "VBD" and not any(c.lower_ == "n't" for c in root.children)
    loose = words & _NEEDS_CONTEXT if "no one" not in doc.text.lower() else set()
    pointed = any(t.lower_ in POINTING and t.dep_ in {"det", "advmod"} for t in doc)
    supposed = any(t.lower_ == "if" for t in doc)
    bare_it = root.lemma_ == "be" and any(c.lower_ == "it" and c.i < root.i for c in root.children)
    minus = told + pointed + 2 * bare_it + 2 * supposed + len(loose)
    return 0.2 * bool(words & _HARD) - 0.15 * minus


def _said_before(clause: Clause, clauses: Sequence[Clause]) -> tuple[list[Doc], Doc | None]:
    same = [c.doc for c in clauses if c.key == clause.key and c.index < clause.index][::-1][:3]
    aim = [c.doc for c in clauses if c.key == "try"] if clause.key != "try" else []
    opening = [c.doc for c in clauses if c.key == "problem"]
    after_problem = clause.key != "problem"
    return same + (aim if after_problem else []), opening[0] if opening and after_problem else None


def content_of(doc: Doc) -> frozenset[str]:
    """Return the lemmas of the words that carry content."""
    return frozenset(
        token.lemma_.lower()
        for token in doc
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"} and not token.is_stop
    )
