"""The people named in a text that is to be seen by others, whatever way they are named.

Rather one too many than one too few: the member decides about each, and what is no name costs
them one key. Names that were said anywhere are looked for everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.summary.language import is_known, load
from assistant.summary.nouns import is_role
from assistant.summary.people import TITLES, names_in, names_said, roles
from assistant.summary.words import GROUPS, NAMES_AND_WORDS, NO_NAMES, PERSONS, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MOST = 4000  # characters of one text that are parsed; known names are found in all of it
_ENDING = re.compile(r"['\u2019]s?$")
_TITLE = re.compile(rf"^(?:{TITLES})\.?\s+", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_DOUBLE = re.compile(r"\b(?:[A-Z][a-z]+-[A-Z][a-z]+|(?:O|D)['\u2019][A-Z][a-z]+)\b")
_NO_PEOPLE = frozenset({"DATE", "TIME", "NORP", "MONEY", "LANGUAGE"})
_SHORT = listed("pts mtg govs ppl yrs wks hrs mins gonna wanna gotta cos coz dunno innit")
"""Written for speed, and no names."""
_NO_NAMES = PERSONS | GROUPS | NO_NAMES


@dataclass(frozen=True)
class Named:
    """Somebody who is named.

    Attributes:
        name: the fullest form of the name in the wordings, as it stands there.
        forms: every form in which it stands there.
        role: who it is in the member's own words, where they said so; else empty.
    """

    name: str
    forms: tuple[str, ...]
    role: str


def people_named(wordings: Mapping[str, str], told: Mapping[str, str]) -> tuple[Named, ...]:
    """Who is named in some wordings, in the order in which they come.

    ``told`` is everything that the member said, question key -> text: a name said there is looked
    for as well, and so is who it belongs to. Raises ParserMissing.
    """
    texts = list(dict.fromkeys([*wordings.values(), *told.values()]))
    whole = "\n".join(wordings.values())
    forms = _forms(_names(texts, told), whole)
    groups = _groups(sorted(forms, key=lambda form: (-len(form), form)))
    people = [_person(group, texts) for group in groups]
    return tuple(sorted(people, key=lambda person: min(map(forms.index, person.forms))))


def is_name(text: str, names: Sequence[str]) -> bool:
    """Whether a text names a person, or holds one of these names. Raises ParserMissing."""
    said = _words(text)
    known = {word for name in names for word in _words(_bare(name)) if not is_known(word)}
    whole = any(_within(_words(_bare(name)), said) for name in names)
    return whole or bool(known & set(said)) or any(_people(load()(text)))


def _names(texts: Sequence[str], told: Mapping[str, str]) -> set[str]:
    """Every name in some texts, and each of the names of somebody who was given several."""
    docs = list(load().pipe(text[:_MOST] for text in texts))
    found = {name for doc in docs for name in _people(doc)}
    found |= {name for name in names_said(docs, told) if name not in _NO_NAMES}
    found |= {name for doc in load().pipe(_in_one_case(texts)) for name in _persons(doc)}
    parts = {part for name in found for part in _bare(name).split() if len(part) > 2}
    return found | {part for part in parts if part[:1].isupper() or not is_known(part)}


def _in_one_case(texts: Sequence[str]) -> Iterator[str]:
    """The texts written all in one case as the parser knows names: with a capital.

    Which words could be names, the dictionary tells: it has none of them.
    """
    for text in texts:
        words = [word for word in re.findall(r"\w+", text[:_MOST]) if word != "I"]
        if not any(word[:1].isupper() for word in words) or all(map(str.isupper, words)):
            low = re.sub(r"[a-z]{3,}", _capital_if_unknown, text[:_MOST].lower())
            yield re.sub(r"\bi\b", "I", low)


def _capital_if_unknown(found: re.Match[str]) -> str:
    word = found[0]
    common = is_known(word) or word in _SHORT or load().vocab[word].is_stop
    return word if common else word.capitalize()


def _people(doc: Doc) -> Iterator[str]:
    """The names in one text that the parser has read."""
    yield from _clean((*names_in(doc), *_DOUBLE.findall(doc.text), *_capitals(doc)))


def _persons(doc: Doc) -> Iterator[str]:
    """The names in one text that the parser itself takes for those of people, and that can be.

    What follows "the", "I'm" or another noun is none: "the device rollout"; "my boss morag" is one.
    """
    for ent in doc.ents:
        before = doc[ent.start - 1] if ent.start else None
        apart = before is None or before.pos_ not in {"DET", "ADJ", "AUX", "NOUN", "PROPN"}
        if ent.label_ == "PERSON" and (apart or (before and is_role(before.lower_))):
            yield from _clean([ent.text])


def _clean(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        clean = _ENDING.sub("", _SPACES.sub(" ", name)).strip()
        if _may_be_a_name(clean):
            yield clean


def _may_be_a_name(text: str) -> bool:
    words = _words(_bare(f"{text} "))
    if not words or set(words) <= _NO_NAMES or text.startswith("MS "):
        return False
    return not (text.islower() and all(is_known(word) for word in words))


def _capitals(doc: Doc) -> Iterator[str]:
    """Stretches of words with a capital that no dictionary has, and no place, day, short form."""
    stretch: list[Token] = []
    for token in (*doc, None):
        if token is not None and _is_capital(token):
            stretch.append(token)
        elif stretch:
            yield doc[stretch[0].i : stretch[-1].i + 1].text
            stretch = []


def _is_capital(token: Token) -> bool:
    if token.ent_type_ in _NO_PEOPLE or not re.fullmatch(r"[A-Z][a-z'\u2019]+", token.text):
        return False
    word = token.lower_
    is_named = token.ent_type_ == "PERSON" or word in NAMES_AND_WORDS or not is_known(word)
    return is_named and token.tag_ in {"NNP", "NNPS"} and not token.is_stop


def _forms(names: Collection[str], text: str) -> list[str]:
    """The forms in which names stand in a text, in their order, each once.

    In other cases than they were said in as well, where that is no other word.
    """
    either = "|".join(
        re.escape(name) if any(map(is_known, _words(_bare(name)))) else f"(?i:{re.escape(name)})"
        for name in sorted(names, key=lambda name: (-len(name), name))
    )
    if not either:
        return []
    alone = re.finditer(rf"(?<!\w)(?<!\w['\u2019])(?:{either})(?!\w)", text)
    return list(dict.fromkeys(found[0] for found in alone))


def _groups(forms: Sequence[str]) -> list[list[str]]:
    """Forms of one name together, the fullest first: "Dr Hale", "Hale"; not "Mr" and "Mrs" Hale."""
    groups: list[list[str]] = []
    for form in forms:
        fitting = [group for group in groups if _is_short_for(form, group[0])]
        if len(fitting) == 1:
            fitting[0].append(form)
        else:
            groups.append([form])
    return groups


def _is_short_for(form: str, full: str) -> bool:
    titles = [
        found[0].strip(" .").lower() if (found := _TITLE.match(each)) else ""
        for each in (form, full)
    ]
    return (not titles[0] or titles[0] == titles[1]) and _within(
        _words(_bare(form)), _words(_bare(full))
    )


def _person(forms: Sequence[str], texts: Sequence[str]) -> Named:
    found = roles("\n".join(texts), sorted(forms, key=len), is_role)
    role = next(iter(found.values()), "")
    return Named(forms[0], tuple(forms), _SPACES.sub(" ", role[:1].lower() + role[1:]))


def _within(words: Sequence[str], more: Sequence[str]) -> bool:
    return bool(words) and set(words) <= set(more)


def _bare(name: str) -> str:
    """A name without its title."""
    return _TITLE.sub("", name)


def _words(text: str) -> list[str]:
    return [_ENDING.sub("", word) for word in re.findall(r"[\w'\u2019-]+", text.lower())]
