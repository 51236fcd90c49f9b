"""Find: the answers taken apart into single clauses, each parsed on its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.summary.clean import clean
from assistant.summary.language import load
from assistant.summary.parsing import parse, with_verb
from assistant.summary.runs import taken_apart
from assistant.summary.soundness import has_subject, mark_of, tells_when
from assistant.summary.words import ABBREVIATIONS, AMBIGUOUS, AUXILIARIES, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What may open a clause without belonging to it.
OPENERS = listed(
    """
    and but so also plus then now well because or okay aye yes yeah though although anyway cos
    basically honestly maybe perhaps meanwhile however firstly secondly first & since
    """
)
_SAYING = listed("say think know feel tell mean believe guess suppose reckon hope see")
BEFORE_SO = _SAYING | {"do"}  # "in doing so", "I've never said so"


@dataclass(frozen=True)
class Clause:
    """One clause of an answer: the question's key, its place there, its parse."""

    key: str
    index: int
    lead: str  # the word that joined it to what came before: "because", "so", "but", ""
    doc: Doc

    @property
    def text(self) -> str:
        """The clause without its last stop."""
        return self.doc.text.rstrip(" .,!?")

    @property
    def root(self) -> Token:
        """The token that heads the parse."""
        return next(token for token in self.doc if token.dep_ == "ROOT")


Sentences = Sequence[tuple[str, "Doc"]]
"""The parsed sentences of the answers, each with its question's key."""


def read(worksheet: Mapping[str, str]) -> Sentences:
    """Return every sentence of every answer, cleaned and parsed, in the order they were said."""
    cleaned = {key: clean(text) for key, text in worksheet.items()}
    full = _said_in_full(cleaned.values())
    said = [
        (key, sentence if sentence[-1] in ".?!" else f"{sentence}.")
        for key, text in cleaned.items()
        for sentence in sentences(_written_out(text, full))
    ]
    docs = load().pipe([text for _, text in said])
    return [(key, doc) for (key, _), doc in zip(said, docs, strict=True)]


def clauses_of(said: Sentences) -> list[Clause]:
    """Return every clause of the sentences."""
    pieces = [(key, whole, *piece) for key, whole in said for piece in _pieces(whole)]
    anew = iter(parse(text for _, whole, _, text in pieces if text != whole.text))
    places: Counter[str] = Counter()
    found = []
    for key, whole, lead, text in pieces:
        piece = next(anew) if text != whole.text else with_verb(whole)
        for doc in taken_apart(piece):
            found.append(Clause(key, places[key], lead, doc))
            places[key] += 1
    return found


_STOP = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)[.?!]\s+")


def sentences(text: str) -> list[str]:
    """Return the sentences of a cleaned text, each with its stop; lower case is no matter."""
    starts = [0, *(match.end() for match in _STOP.finditer(text)), len(text)]
    parts = [text[a:b].strip() for a, b in pairwise(starts)]
    return [part for part in parts if part.strip(" .,?!")]


def _said_in_full(texts: Iterable[str]) -> dict[str, str]:
    """Return the abbreviations that are written out: these always, those where it is said which."""
    said = {word for text in texts for word in re.findall(r"[a-z]+", text.lower())}
    known = {
        short: full
        for short, full in AMBIGUOUS.items()
        if {full, full.rstrip("s"), full + "s"} & said
    }
    return ABBREVIATIONS | known


def _written_out(text: str, full: Mapping[str, str]) -> str:
    return re.sub(r"(?<![\w.])[a-z]+\b", lambda match: full.get(match[0], match[0]), text)


def _pieces(doc: Doc) -> Iterator[tuple[str, str]]:
    """Yield (joining word, text) for every clause of a parsed answer."""
    for sentence in doc.sents:
        starts = sorted({sentence.start, *_breaks(sentence)})
        for start, end in zip(starts, [*starts[1:], sentence.end], strict=True):
            but = start > sentence.start and doc[start - 1].lower_ == "but"
            lead, tokens = _without_opener(list(doc[start - but : end]))
            if tokens:
                text = doc[tokens[0].i : tokens[-1].i + 1].text
                yield lead, text if text[-1] in ".?!" else text + "."


def _breaks(sentence: Iterable[Token]) -> Iterator[int]:
    """Yield the places where a new independent clause begins."""
    for token in sentence:
        if not has_subject(token):
            continue
        if token.dep_ == "conj" and _is_main(token.head) and not comes_of_it(token):
            yield token.left_edge.i
        elif token.dep_ in {"ccomp", "parataxis"} and _runs_on(token):
            yield max(token.right_edge.i + 1, 0) if token.i < token.head.i else token.left_edge.i
        elif token.dep_ == "advcl" and _is_main(token.head) and _goes_on(token):
            yield token.left_edge.i


def _goes_on(verb: Token) -> bool:
    """Say whether "so" begins what came of it, and not, as "so that", what it is for."""
    led = [c.lower_ for c in verb.children if c.dep_ == "mark"] or [verb.left_edge.lower_]
    return led == ["so"]


def comes_of_it(verb: Token) -> bool:
    """Say whether what is joined is half of one thought: "I ask, and then I do it myself"."""
    then = next((c for c in verb.children if c.lower_ == "then" and c.i < verb.i), None)
    joined = then is not None and then.i > 0 and then.nbor(-1).lower_ == "and"
    return joined and len(list(verb.head.subtree)) <= _ONE_THOUGHT


_ONE_THOUGHT = 16  # words and stops


def _is_main(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "advcl" and mark_of(token) in {"because", "since"}:
        return True  # "because it's quicker and I'm scared": each is said to be so
    if token.dep_ == "relcl" and token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ",":
        return True  # ", where people fill in a form, and half the doctors think ..."
    return token.dep_ == "ROOT" or (token.dep_ in {"ccomp", "parataxis"} and _runs_on(token))


def _runs_on(token: Token) -> bool:
    """Say whether a clause only stands beside its head: "confidence is, and I haven't"."""
    if mark_of(token) or token.head.pos_ not in {"VERB", "AUX"} or _is_cleft(token):
        return False
    if token.i < token.head.i:
        return not tells_when(token)
    edge = token.left_edge
    after_comma = edge.i > 0 and edge.nbor(-1).text in {",", ".", ":"}
    return after_comma and token.head.lemma_ not in _SAYING


def _is_cleft(token: Token) -> bool:
    """Say whether a clause belongs to "it's me" before it: "it's me I'd be telling off"."""
    edge = token.left_edge.i
    return token.doc[max(edge - 3, 0) : edge].text.lower() in {"it's me", "it is me", "it's us"}


def _without_opener(tokens: list[Token]) -> tuple[str, list[Token]]:
    lead = ""
    while tokens and (tokens[0].lower_ in OPENERS or tokens[0].pos_ in {"PUNCT", "INTJ"}):
        if tokens[0].lower_ == "so" and tokens[1:2] and tokens[1].lower_ in {"far", "much", "many"}:
            break
        lead = tokens[0].lower_ if tokens[0].is_alpha else lead
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_space or tokens[-1].text in {",", ":"} or _hangs(tokens[-1])):
        tokens = tokens[:-1]
    return lead, tokens


def _hangs(token: Token) -> bool:
    if token.lower_ == "so" and token.i and token.nbor(-1).lemma_ in BEFORE_SO:
        return False
    if token.lower_ == "not" and token.i and token.nbor(-1).tag_ in {"VBZ", "VBP"}:
        verb = token.nbor(-1)  # "what matters / not the order": "not" belongs to what follows
        return verb.lemma_.lower() not in AUXILIARIES | BEFORE_SO
    return token.lower_ in {"and", "but", "so", "or", "because", "plus"}
