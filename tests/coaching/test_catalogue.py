"""The catalogue: read, found broken, and whole for every command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.catalogue import BrokenCatalogue, Catalogue, catalogue, read_catalogue
from assistant.project import project_folder

REVIEW = {"problem_learned", "myself", "actions", "others", "the_set"}  # asked by another part


def _domain() -> dict[str, Any]:
    text = (project_folder() / "domain.yml").read_text("utf-8")
    parsed: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return parsed


@pytest.fixture
def domain_file(tmp_path: Path) -> Path:
    return tmp_path / "domain.yml"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"just words",
        b"- a\n- list\n",
        b"{unclosed: [",
        b"responses: {}\nforms: {}\n",
        b"responses: {}\nforms:\n  preparation_form:\n    required_slots: [problem]\n",
        b"\xff\xfe\x00broken",
        b"\x00",
    ],
)
def test_a_broken_catalogue_is_one_sentence(domain_file: Path, content: bytes) -> None:
    domain_file.write_bytes(content)
    with pytest.raises(BrokenCatalogue) as caught:
        read_catalogue(domain_file)
    said = str(caught.value)
    assert "domain.yml" in said
    assert said.endswith("put back the one that came with the program.")
    assert ". " not in said


def test_a_missing_catalogue_says_which_file(domain_file: Path) -> None:
    with pytest.raises(BrokenCatalogue, match=f"{domain_file} cannot be read"):
        read_catalogue(domain_file)


@pytest.mark.parametrize("lacking", ["responses", "forms", "utter_ask_problem", "metadata"])
def test_a_catalogue_that_lacks_something_says_what(lacking: str) -> None:
    domain = _domain()
    if lacking in domain:
        del domain[lacking]
    elif lacking == "metadata":
        del domain["responses"]["utter_ask_problem"][0]["metadata"]
    else:
        del domain["responses"][lacking]
    with pytest.raises(BrokenCatalogue, match=lacking):
        Catalogue(domain)


def test_the_catalogue_is_read_once() -> None:
    assert catalogue() is catalogue()


@pytest.mark.parametrize("command", ["explain", "why"])
def test_every_question_that_is_asked_can_be_explained(command: str) -> None:
    texts = catalogue()
    lacking = {key for key in texts.questions if not texts.has(f"utter_{command}_{key}")}
    assert lacking == REVIEW


def test_every_question_of_the_worksheet_can_be_said_differently() -> None:
    texts = catalogue()
    for key in texts.parts("worksheet", "good_questions"):
        first, other = (texts.asking(key, {"variation": v}) for v in ("", "differently"))
        assert first != other


def test_every_explanation_of_the_worksheet_has_an_example() -> None:
    texts = catalogue()
    for key in texts.parts("worksheet", "good_questions"):
        assert 'For example: "' in texts.text(f"utter_explain_{key}")


def test_every_question_is_a_slot_of_the_form_taken_from_text_only_when_it_is_open() -> None:
    domain = _domain()
    for key in catalogue().questions:
        (mapping,) = domain["slots"][key]["mappings"]
        assert (mapping["type"], mapping["intent"]) == ("from_text", "answer")
        (condition,) = mapping["conditions"]
        assert condition == {"active_loop": "preparation_form", "requested_slot": key}


def test_no_intent_carries_a_name_that_rasa_keeps_for_itself() -> None:
    assert not {"restart", "back", "session_start"} & set(_domain()["intents"])


def test_every_value_that_a_wording_needs_is_a_slot_or_given_with_it() -> None:
    texts = catalogue()
    worded = texts.text("utter_go_back", short="the problem", answer="{short}")
    assert worded == 'Back to the problem. You said: "{short}" Say it anew, or "keep it".'
    assert "{answer}" in texts.text("utter_go_back", short="the problem")
