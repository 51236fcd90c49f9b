"""The English parser, and the dictionary of word forms that comes with it, loaded at first use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.english import ParserMissing, parser

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = [
    "ParserMissing",
    "is_adjective",
    "is_known",
    "is_noun",
    "is_verb",
    "lemmas",
    "load",
    "third_person",
]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
"""How the parser labels the subject of a verb."""
HELPERS = frozenset({"aux", "auxpass"})
"""How it labels the verbs that help another."""
TENSED = frozenset({"VBZ", "VBP", "VBD", "MD"})
"""The tags of the verbs that show a tense."""
_KINDS = ("noun", "verb", "adj", "adv")


class _Dictionary(NamedTuple):
    """The words of one part of speech: base forms, irregular forms, endings and what they mend."""

    words: Set[str]
    irregular: Mapping[str, Sequence[str]]
    endings: Sequence[tuple[str, str]]

    def bases(self, word: str) -> Iterator[str]:
        """Yield the base forms that a word can be an inflection of."""
        yield from self.irregular.get(word, ())
        yield from (form for form in self.regular(word) if form in self.words)

    def regular(self, word: str) -> Iterator[str]:
        """Yield what the endings leave of a word, whether there is such a word or not."""
        for old, new in self.endings:
            if word.endswith(old) and len(word) > len(old) + 1:
                yield word[: -len(old)] + new


def load() -> Language:
    """Return the parser, with the dictionary ready; the first call takes about two seconds.

    Raises ParserMissing when the model is absent or its weights are not the tested ones.
    """
    nlp = parser()
    _dictionaries()
    return nlp


@lru_cache(maxsize=1)
def _dictionaries() -> Mapping[str, _Dictionary]:
    """Return WordNet's words as spaCy's lemmatizer keeps them, by part of speech."""
    tables = parser().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, irregular, endings = map(tables.get_table, ("lemma_index", "lemma_exc", "lemma_rules"))
    for kind in _KINDS:
        index[kind] = frozenset(index[kind])  # a list; the lemmatizer, too, looks words up in it
    return {
        kind: _Dictionary(index[kind], irregular.get(kind, {}), endings.get(kind, ()))
        for kind in _KINDS
    }


@lru_cache(maxsize=8192)
def lemmas(word: str) -> frozenset[str]:
    """Return every dictionary form that the lower-case word can be an inflection of, and itself."""
    found = {form for kind in _dictionaries().values() for form in kind.bases(word)}
    if not found and not is_known(word):
        found.update(_dictionaries()["noun"].regular(word))  # "carers" of a "carer"
    return frozenset({word, *found})


def is_known(word: str) -> bool:
    """Say whether the lower-case word stands in the dictionary, which names of people do not."""
    return any(word in kind.words or any(kind.bases(word)) for kind in _dictionaries().values())


def is_noun(word: str) -> bool:
    """Say whether the lower-case word is a noun of the dictionary."""
    return word in _dictionaries()["noun"].words


def is_adjective(word: str) -> bool:
    """Say whether the lower-case word is an adjective of the dictionary."""
    return word in _dictionaries()["adj"].words


def is_verb(word: str) -> bool:
    """Say whether the lower-case word can be the base form of a verb: "keep", "ring-fence"."""
    return word.rpartition("-")[2] in _dictionaries()["verb"].words


def third_person(verb: str) -> str:
    """Return the base form of a verb as it follows "she": "goes", "tries", "has"."""
    if verb in {"be", "have"}:
        return "is" if verb == "be" else "has"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def carries_content(token: Token) -> bool:
    """Say whether a word carries content: no "the", "would", "because"."""
    return token.pos_ in _CONTENT and not token.is_stop


_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


def content_of(doc: Doc) -> frozenset[str]:
    """Return the lemmas of the words that carry content."""
    return frozenset(token.lemma_.lower() for token in doc if carries_content(token))
