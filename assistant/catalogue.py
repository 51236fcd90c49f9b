"""The catalogue: every question and every wording, read from ``domain.yml``.

Source of the questions' wording: the set's handout (see docs/handout.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.called import called
from assistant.project import project_folder

FORM = "preparation_form"
FIRST_WORDING = ""
DIFFERENTLY = "differently"

_PLACEHOLDER = re.compile(r"{([a-z_]+)}")


class BrokenCatalogue(Exception):
    """``domain.yml`` cannot be read as a catalogue; the text says what to do."""


@dataclass(frozen=True)
class Question:
    """Something that the assistant asks.

    Attributes:
        key: its stable name, a slot of the form.
        kind: what it takes: text, list, number, date, choice, yes_no, summary or closed.
        part: worksheet, good_questions, more, staying, going_deeper, options, steps, session,
            sentence, release, closing, aside, review.
        short: a few words that name it in a list.
        also: other names for it, as members have them.
    """

    key: str
    kind: str
    part: str
    short: str
    also: tuple[str, ...] = ()


class Catalogue:
    """The questions in their order, and the wording of everything said in a conversation.

    Attributes:
        word: what the place where members work is called: ``{word}`` in a wording.
    """

    def __init__(self, domain: Mapping[str, Any], word: str | None = None) -> None:
        """Read a parsed ``domain.yml``, with a set's own word for the place.

        Raises BrokenCatalogue.
        """
        try:
            self._domain = domain
            self._responses: Mapping[str, list[dict[str, Any]]] = domain["responses"]
            self.word: str = word or self._responses["utter_word"][0]["text"]
            order = domain["forms"][FORM]["required_slots"]
            self.questions = {key: self._question(key) for key in order}
        except (KeyError, TypeError, IndexError) as error:
            raise BrokenCatalogue(
                f"The file domain.yml lacks something it needs ({error}): "
                "put back the one that came with the program."
            ) from error

    def with_word(self, word: str | None) -> Catalogue:
        """The same catalogue for a set that calls its place so (None: it has not said)."""
        return self if word in (None, self.word) else Catalogue(self._domain, word)

    def question(self, key: str) -> Question:
        """The question with this key."""
        return self.questions[key]

    def named(self, key: str) -> Question:
        """What an item that can be passed on is called: by a name of its own, or its question's."""
        response = self._responses.get(f"utter_item_{key}")
        if response is None:
            return self.questions[key]
        also = tuple((response[0].get("metadata") or {}).get("also", ()))
        return Question(key, "text", "release", response[0]["text"], also)

    def parts(self, *parts: str) -> tuple[str, ...]:
        """Keys of the questions of these parts, in the order in which they are asked."""
        return tuple(key for key, question in self.questions.items() if question.part in parts)

    def text(self, response: str, place: int = 0, /, **values: str) -> str:
        """A wording of a response, with ``{name}`` filled in from ``values``: the first one.

        ``place`` is that of another, among those that stand under no condition.
        """
        return self._filled(self._unconditional(response)[place]["text"], values)

    def wordings(self, response: str) -> int:
        """How many wordings a response has that stand under no condition."""
        return len(self._unconditional(response))

    def asking(self, key: str, values: Mapping[str, str]) -> str:
        """The wording in which a question is asked, as Rasa would word it.

        ``values`` hold the variation as well: the first wording, or the one for "say it
        differently" where there is one.
        """
        variations = self._responses[f"utter_ask_{key}"]
        chosen = next((v for v in variations if _holds(v, values)), variations[0])
        return self._filled(chosen["text"], values)

    def has(self, response: str) -> bool:
        """Whether there is such a response."""
        return response in self._responses

    def _unconditional(self, response: str) -> list[dict[str, Any]]:
        return [each for each in self._responses[response] if not each.get("condition")]

    def _question(self, key: str) -> Question:
        metadata = self._responses[f"utter_ask_{key}"][0]["metadata"]
        also = tuple(metadata.get("also", ()))
        short = self._filled(metadata["short"], {})
        return Question(key, metadata["kind"], metadata["part"], short, also)

    def _filled(self, text: str, values: Mapping[str, str]) -> str:
        named = {"assistant": called()} if "{assistant}" in text else {}
        return filled(text, {"word": self.word, **named, **values})


def filled(text: str, values: Mapping[str, str]) -> str:
    """A wording with each ``{name}`` filled in once; a name without a value is left standing."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


def read_catalogue(path: Path) -> Catalogue:
    """Read a catalogue from a file; raises BrokenCatalogue with a sentence for a person."""
    try:
        return Catalogue(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise BrokenCatalogue(
            f"The file {path} cannot be read: put back the one that came with the program."
        ) from error


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue of this installation."""
    return read_catalogue(project_folder() / "domain.yml")


def _holds(variation: Mapping[str, Any], values: Mapping[str, str]) -> bool:
    """Whether a conditional variation applies, by Rasa's rule: every condition's slot matches."""
    conditions = variation.get("condition") or ()
    return bool(conditions) and all(values.get(c["name"]) == c["value"] for c in conditions)
