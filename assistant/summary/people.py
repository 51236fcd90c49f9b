"""People in what was said: their names, and the roles that may stand for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from assistant.summary.given_names import given_names
from assistant.summary.language import is_known
from assistant.summary.words import ABBREVIATIONS, FUNCTION, GROUPS, PERSONS, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc

TITLES = (
    "mr|mrs|ms|miss|mx|dr|prof|professor|sir|lady|rev|reverend|father|sister|auntie|aunty|frau|herr|"
    "coach|pastor|deacon|canon|councillor|cllr|captain|sergeant|sgt|constable|uncle|imam|rabbi"
)
_TITLED = re.compile(
    rf"\b(?:{TITLES})\.? (?-i:[A-Z])[\w'-]*|\b(?:mr|mrs|ms|dr|frau)\.? [a-z]\w*", re.I
)
_WHO = re.compile(r"(?:^|[,.]\s*|\band )([A-Z][a-z]+|[a-z]{3,})(?= who(?:'s| is| shares| runs)\b)")
_CALLED = re.compile(r"\b(?:called|named)\s+([A-Za-z][\w'-]+)", re.I)
_ROLE = r"((?:my|our|the|an?|his|her) (?:[a-z]+ ){0,4}?[a-z]+)"
_LAST = re.compile(r"^.*\b(?=(?:my|our|the|an?|his|her) )", re.I)  # "the shop with my brother"
_COMMON = listed("everyone anyone someone people those nobody somebody anybody the them")


def names_in(doc: Doc) -> tuple[str, ...]:
    """Return the names of people in a parsed text, as written, each once."""
    titled = [match[0] for match in _TITLED.finditer(doc.text)]
    found = [
        ent.text.removesuffix("'s")
        for ent in doc.ents
        if ent.label_ == "PERSON" and _is_name(ent.text)
    ]
    called = [match[1] for match in _CALLED.finditer(doc.text) if not _is_word(match[1])]
    return tuple(dict.fromkeys(titled + found + called))


def names(text: str, called: Iterable[str]) -> bool:
    """Say whether a text names somebody of those who are called so, in lower case."""
    low = text.lower()
    return any(name in low and re.search(rf"\b{re.escape(name)}\b", low) for name in called)


def _is_word(text: str) -> bool:
    """Say whether what somebody "called" is no name: "called her", "called bent"."""
    return text in FUNCTION or (text.islower() and is_known(text))


_FEASTS = frozenset(
    ("Easter", "Christmas", "Lent", "Advent", "Ramadan", "Eid", "Diwali", "Whitsun")
)


def _is_name(text: str) -> bool:
    words = text.removesuffix("'s").split()
    if words[-1:] and (words[-1] in _FEASTS or words[-1].lower() in ABBREVIATIONS):
        return False
    plain = all(re.fullmatch(r"[A-Z][a-z'-]+", word) for word in words)
    return plain and bool(words)


def names_said(docs: Iterable[Doc], worksheet: Mapping[str, str]) -> frozenset[str]:
    """Return every name of a person in the answers, in lower case, surnames apart too."""
    docs = list(docs)
    names = set(_listed_names(worksheet)) | given_names(docs, worksheet)
    for doc in docs:
        found = [*names_in(doc), *(m[1] for m in _WHO.finditer(doc.text) if m[1] not in _COMMON)]
        names.update(name.lower() for name in found if _starts_as_name(doc, name))
    return frozenset(names)


def _listed_names(worksheet: Mapping[str, str]) -> Iterator[str]:
    """Yield the words that stand alone where people are asked for, and are in no dictionary."""
    for key, text in worksheet.items():
        if key.startswith("who_"):
            for item in re.split(r"[,.;&/\n]|\band\b", text.lower()):
                word = item.strip()
                if (
                    re.fullmatch(r"[a-z]{3,}", word)
                    and not is_known(word)
                    and word not in PERSONS | GROUPS | FUNCTION
                ):
                    yield word


def _starts_as_name(doc: Doc, name: str) -> bool:
    # "odp who ..." is a role; the tagger's proper noun, or a capital inside a sentence, is a name.
    first = name.split()[-1]
    return any(token.text == first and token.pos_ == "PROPN" for token in doc)


def roles(text: str, names: Iterable[str], is_role: Callable[[str], bool]) -> dict[str, str]:
    """Return for each name the role that the member gave it: "my brother Marco", "Bo is my deputy".

    `text` is what was told, not a list of people: in "Priya, the trustees" each is another one.
    """
    found: dict[str, str] = {}
    for name in names:
        safe = re.escape(name)
        told = (
            *re.finditer(rf"(?i:\b{_ROLE},? {safe}\b)", text),
            *re.finditer(rf"(?i:\b{safe}(?:,| is|'s| was) {_OWN_ROLE})\b", text),
        )
        given = (_LAST.sub("", match[1]) for match in told)
        if role := next((r for r in given if is_role(r.split()[-1].lower())), ""):
            found[name] = _said_again(role[0].lower() + role[1:])
        elif word := _role_before(name, text, is_role):
            found[f"{word} {name}"] = found[name] = f"the {word}"
    return found


def _role_before(name: str, text: str, is_role: Callable[[str], bool]) -> str:
    """Return the role that stands bare before a name, "foreman Daz", or ""."""
    words = re.findall(rf"\b([a-z]+) {re.escape(name)}\b", text, re.IGNORECASE)
    roles = (word.lower() for word in words if not re.fullmatch(TITLES, word, re.IGNORECASE))
    return next(filter(is_role, roles), "")


_OWN_ROLE = r"((?:my|our) (?:[a-z]+ )?[a-z]+)"


def _said_again(role: str) -> str:
    """Return a role with its article as in a second mention: "a good manager", "the manager"."""
    first, *rest = role.split()
    if first.lower() not in {"a", "an"}:
        return role
    return f"the {' '.join(rest[-2:] if len(rest) > 2 else rest[-1:])}"
