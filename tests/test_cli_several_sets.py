"""Several sets: one made by mistake is taken out, and none gets another's name unmeant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assistant.settings import Settings
from tests.commands import fails, says

DAY = (date.today() + timedelta(days=30)).isoformat()


def test_a_set_made_by_mistake_is_taken_out(
    group: None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    says("set", "new", "Fridays")
    says("meeting", "new", DAY, "--set", "Fridays")
    assert "Fridays is taken out." in says("set", "remove", "fridays")
    assert "Tuesdays" in says("set", "show")  # no other is meant any more
    assert "3 Saturdays" in says("set", "new", "Saturdays") + says("set", "list")
    assert "no set called 2" in fails(capsys, "set", "show", "--set", "2")
    assert all(line.startswith("fine ") for line in says("doctor").splitlines())


def test_a_set_that_somebody_is_or_was_in_stays(
    group: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "so it stays" in fails(capsys, "set", "remove", "Tuesdays")
    for name in ("Asha", "Zoe"):
        says("member", "leave", name, "--yes")
    assert "so it stays" in fails(capsys, "set", "remove", "Tuesdays")
    for name in ("Asha", "Zoe"):
        says("forget", "--as", name, "--yes")
    says("set", "remove", "Tuesdays")
    assert says("member", "list", "--all").startswith("Nobody is here yet")


def test_a_second_set_of_one_name_is_made_only_where_it_is_meant(
    group: None, capsys: pytest.CaptureFixture[str]
) -> None:
    says("set", "new", "Fridays")
    assert "1 Tuesdays (made on" in fails(capsys, "set", "new", " tuesdays")
    assert "--force" in fails(capsys, "set", "rename", "TUESDAYS", "--set", "Fridays")
    says("set", "rename", "Tuesdays", "--set", "1")  # its own name
    says("set", "new", "Tuesdays", "--force")
    assert says("set", "list").count("Tuesdays") == 2
