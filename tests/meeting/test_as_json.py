from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from unittest.mock import ANY

import jsonschema
import pytest

from assistant.meeting.as_json import as_json
from assistant.meeting.record import VERSION
from assistant.project import project_folder
from tests.meeting.conftest import Group

SCHEMA = json.loads((project_folder() / "docs/meeting-record.schema.json").read_text("utf-8"))


def test_the_record_is_as_its_schema_says(group: Group) -> None:
    asha = group.joins("Asha", group.meets(date(2026, 11, 3)))
    group.releases(asha, summary="More staff.")
    group.releases_step(asha, "Ask on Tuesday.", date(2026, 11, 10))
    again = group.prepares(asha.person_id)
    group.releases(again, summary='"Calm" £ \x1b[31m', bid="Ten.")
    group.withdraws(again, "bid")
    group.releases_step(again, "Ask on Wednesday.", date(2026, 11, 4))
    read = json.loads(as_json(group.record()))
    jsonschema.validate(read, SCHEMA, cls=jsonschema.Draft202012Validator)
    (member,) = read["members"]
    assert [(one["item"], one["text"]) for one in member["items"]] == [
        ("summary", '"Calm" £ \x1b[31m'),
        ("bid", None),
        ("next_step", "Ask on Wednesday."),
    ]
    assert [one["day"] for one in member["items"]] == [None, None, "2026-11-04"]
    assert member["items"][1]["withdrawn_at"] == "2026-11-02T13:00:00+00:00"
    assert [stage["held_on"] for stage in member["way"]] == ["2026-11-03", "2026-12-01"]
    assert [stage["step_day"] for stage in member["way"]] == ["2026-11-10", "2026-11-04"]


def test_the_schema_describes_every_field_and_allows_no_other() -> None:
    assert set(_objects(SCHEMA)) >= {"record", "member", "item", "stage", "card_part"}
    for described in _objects(SCHEMA).values():
        assert described["additionalProperties"] is False
        assert set(described["required"]) == set(described["properties"])
        assert all(field.get("description") for field in described["properties"].values())


def test_what_a_reader_has_to_know_is_of_this_version() -> None:
    """A field more or less is another version: a reader that checks the record would refuse it."""
    described = {name: set(each["required"]) for name, each in _objects(SCHEMA).items()}
    assert (VERSION, described["item"], described["stage"]) == (
        2,
        {"item", "title", "text", "day", "released_at", "withdrawn_at"},
        {"held_on", "sentence", "step", "came_of_it", "step_day"},
    )
    assert SCHEMA["properties"]["version"] == {"const": VERSION, "description": ANY}
    assert f"version {VERSION}" in SCHEMA["title"]


def _objects(schema: dict[str, Any]) -> dict[str, Any]:
    return {"record": schema, **schema["$defs"]}


def test_other_things_are_no_json(group: Group) -> None:
    record = replace(group.record(), members=(object(),))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="object"):
        as_json(record)
