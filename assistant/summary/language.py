"""The English parser, and the dictionary of word forms, loaded at first use."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.english import ParserMissing, parser, without_tensorflow

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ParserMissing", "inflect", "is_verb", "lemmas", "load"]


def load() -> Language:
    """Return the parser, with the dictionary ready; the first call takes about two seconds.

    Raises ParserMissing when the model is absent or its weights are not the tested ones.
    """
    nlp = parser()
    lemmas("be"), inflect("be", "VBZ")  # the dictionary loads its tables at first use
    return nlp


@lru_cache(maxsize=8192)
def lemmas(word: str) -> frozenset[str]:
    """Return every dictionary form that the lower-case word can be an inflection of."""
    dictionary = without_tensorflow("lemminflect")
    forms = dictionary.getAllLemmas(word)
    return frozenset(form.lower() for group in forms.values() for form in group) | {word}


@lru_cache(maxsize=1024)
def inflect(lemma: str, tag: str) -> str:
    """Return the lemma in the form of a Penn tag (VBZ, VBG, ...), or the lemma itself."""
    dictionary = without_tensorflow("lemminflect")
    forms = dictionary.getInflection(lemma, tag)
    return str(forms[0]) if forms else lemma


def is_known(word: str) -> bool:
    """Say whether the lower-case word stands in the dictionary, which names of people do not."""
    return bool(without_tensorflow("lemminflect").getAllLemmas(word))


@lru_cache(maxsize=4096)
def is_verb(word: str) -> bool:
    """Say whether the lower-case word can be the base form of a verb."""
    dictionary = without_tensorflow("lemminflect")
    return word in dictionary.getAllLemmas(word).get("VERB", ())
