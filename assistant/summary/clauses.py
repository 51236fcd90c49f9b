"""Find, first half: the answers as single clauses, each parsed on its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.summary.clean import clean
from assistant.summary.language import is_verb, lemmas, load
from assistant.summary.words import ABBREVIATIONS, AUXILIARIES, GROUPS, VAGUE, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
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


def parse(texts: Iterable[str]) -> list[Doc]:
    """Return the parses of texts of a clause each."""
    return [_with_verb(doc) for doc in load().pipe(texts)]


def _with_verb(doc: Doc) -> Doc:
    """Read "Line 3 stops." as a statement where the parser saw only nouns."""
    words = [token for token in doc if not token.is_punct]
    if not 2 <= len(words) <= 5 or words[-1].tag_ not in {"NNS", "NN"}:
        return doc
    if any(token.pos_ in {"VERB", "AUX", "ADP", "CCONJ"} for token in words):
        return doc
    if not any(is_verb(lemma) for lemma in lemmas(words[-1].lower_)):
        return doc
    last = words[-1].i
    probe = load()(f"{doc[:last].text} often {doc[last:].text}")
    root = next(token for token in probe if token.dep_ == "ROOT")
    if root.i != last + 1 or root.tag_ not in {"VBZ", "VBP"} or not is_sound(probe):
        return doc
    return _without(probe, last)


def _without(doc: Doc, place: int) -> Doc:
    from spacy.tokens import Doc as NewDoc

    kept = [token for token in doc if token.i != place]
    return NewDoc(
        doc.vocab,
        words=[token.text for token in kept],
        spaces=[bool(token.whitespace_) for token in kept],
        tags=[token.tag_ for token in kept],
        pos=[token.pos_ for token in kept],
        lemmas=[token.lemma_ for token in kept],
        deps=[token.dep_ for token in kept],
        heads=[token.head.i - (token.head.i > place) for token in kept],
    )


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
        piece = next(anew) if text != whole.text else _with_verb(whole)
        for doc in _apart(piece):
            found.append(Clause(key, places[key], lead, doc))
            places[key] += 1
    return found


_ANEW = re.compile(
    r"(?:,? (?:and|but)(?: now| then)?|,) (?=(?:I|we|they|he|she|it|there|the|my|our)\b)|"
    r" (?=(?:I|we) (?:just|only|never|always)\b)"
)
# What is said under one of these is not said to be so: it is never taken apart.
_HELD = re.compile(
    r"\b(?:if|unless|whether|when|once|say|says|said|think|thinks|thought|told|reckons?)\b", re.I
)


def _apart(doc: Doc) -> list[Doc]:
    """Return a run-on clause in pieces where some of them are whole statements."""
    if is_sound(doc) or len(doc) < _RUN_ON or _HELD.search(doc.text):
        return [doc]
    pieces = parse(f"{piece.rstrip(' .,')}." for piece in _ANEW.split(doc.text))
    return pieces if any(map(is_sound, pieces)) else [doc]


_RUN_ON = 8  # words


_STOP = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)[.?!]\s+")


def sentences(text: str) -> list[str]:
    """Return the sentences of a cleaned text, each with its stop; lower case is no matter."""
    starts = [0, *(match.end() for match in _STOP.finditer(text)), len(text)]
    parts = [text[a:b].strip() for a, b in pairwise(starts)]
    return [part for part in parts if part.strip(" .,?!")]


def _said_in_full(texts: Iterable[str]) -> dict[str, str]:
    """Return the abbreviations whose full word stands elsewhere in the answers."""
    said = {word for text in texts for word in re.findall(r"[a-z]+", text.lower())}
    return {
        short: full
        for short, full in ABBREVIATIONS.items()
        if {full, full.rstrip("s"), full + "s"} & said
    }


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
        if not _has_subject(token):
            continue
        if token.dep_ == "conj" and _is_main(token.head) and not comes_of_it(token):
            yield token.left_edge.i
        elif token.dep_ in {"ccomp", "parataxis"} and _runs_on(token):
            yield max(token.right_edge.i + 1, 0) if token.i < token.head.i else token.left_edge.i
        elif token.dep_ == "advcl" and _is_main(token.head) and _mark(token) == "so":
            yield token.left_edge.i


def comes_of_it(verb: Token) -> bool:
    """Say whether what is joined is half of one thought: "I ask, and then I do it myself"."""
    then = next((c for c in verb.children if c.lower_ == "then" and c.i < verb.i), None)
    joined = then is not None and then.i > 0 and then.nbor(-1).lower_ == "and"
    return joined and len(list(verb.head.subtree)) <= _ONE_THOUGHT


_ONE_THOUGHT = 16  # words and stops


def _has_subject(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and any(c.dep_ in SUBJECTS for c in token.children)


def _is_main(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "advcl" and _mark(token) in {"because", "since"}:
        return True  # "because it's quicker and I'm scared": each is said to be so
    if token.dep_ == "relcl" and token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ",":
        return True  # ", where people fill in a form, and half the doctors think ..."
    return token.dep_ == "ROOT" or (token.dep_ in {"ccomp", "parataxis"} and _runs_on(token))


def _runs_on(token: Token) -> bool:
    """Say whether a clause only stands beside its head: "confidence is, and I haven't"."""
    if _mark(token) or token.head.pos_ not in {"VERB", "AUX"} or _is_cleft(token):
        return False
    if token.i < token.head.i:
        return True
    edge = token.left_edge
    after_comma = edge.i > 0 and edge.nbor(-1).text in {",", ".", ":"}
    return after_comma and token.head.lemma_ not in _SAYING


def _is_cleft(token: Token) -> bool:
    """Say whether a clause belongs to "it's me" before it: "it's me I'd be telling off"."""
    edge = token.left_edge.i
    return token.doc[max(edge - 3, 0) : edge].text.lower() in {"it's me", "it is me", "it's us"}


def _mark(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "mark"), "")


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
        and _has_subject(root)
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
        if any(_has_subject(c) and not _mark(c) and not is_asked(c) for c in beside):
            return True
    behind = [c.dep_ for c in verb.children if c.i > verb.i]
    gives = verb.lemma_ in _GIVING or verb.pos_ != "VERB"
    return behind.count("attr") > 1 or (behind.count("dobj") > 1 and not gives)


_GIVING = listed("get give tell make show send offer buy teach pay cost bring ask wish owe")


def _is_put_beside(verb: Token) -> bool:
    """Say whether a clause stands behind "is fine" without a word between: not "am sure"."""
    complements = [c for c in verb.head.children if c.dep_ == "acomp" and c.i < verb.i]
    bare = verb.head.lemma_ == "be" and bool(complements) and not _mark(verb)
    return bare and not any(c.lower_ in _SURE for c in complements)


_SURE = listed(
    "sure glad afraid sorry certain lucky worried scared frightened aware ashamed proud sad happy"
)


def _lacks_no_part(verb: Token) -> bool:
    """Say whether what seems a relative clause is a new start: "the bins I just tell him ..."."""
    if verb.dep_ != "relcl" or verb.head.lemma_.lower() in VAGUE:
        return False
    related = any(t.tag_ in {"WDT", "WP", "WRB", "WP$"} for t in verb.subtree)
    if verb.lemma_ == "be" and _has_subject(verb) and not related:
        return not _strands(verb)  # "no handover the vet's on to the next one"
    whole = any(
        c.dep_ == "ccomp" or (c.dep_ == "dobj" and c.pos_ == "NOUN")
        for c in verb.children
        if c.i > verb.i
    )
    return _has_subject(verb) and whole and not related


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
