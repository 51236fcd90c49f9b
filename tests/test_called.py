"""Hints can be copied: they begin as the program was called."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from assistant.called import called
from assistant.catalogue import catalogue
from assistant.project import project_folder
from assistant.texts import texts as module

BARE = re.compile(
    r"(?<![\w{}/-])assistant(?='| (?:--|set |member|meeting|chat|talk|record|sentences|export|"
    r"forget|doctor|train))"
)


def test_uv_is_named_where_it_runs_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_RUN_RECURSION_DEPTH", "1")
    assert called() == "uv run --no-dev assistant"


def test_its_name_does_where_a_shell_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "argv", ["/usr/bin/assistant"])
    assert called() == "assistant"


def test_its_file_is_named_where_no_shell_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(sys, "argv", ["my folder/.venv/bin/assistant"])
    assert called() == "'my folder/.venv/bin/assistant'"


@pytest.mark.parametrize("part", ["sets", "terminal", "voice"])
def test_no_hint_leaves_out_how_the_program_was_called(part: str) -> None:
    file = Path(module.__file__).parent / "en" / f"{part}.yml"
    said = yaml.safe_load(file.read_text("utf-8"))
    bare = {key for key, text in said.items() if BARE.search(str(text))}
    assert bare - {"extra_missing"} == set()  # that one names the whole command


def test_no_line_of_the_conversation_leaves_it_out_or_names_it_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("UV_RUN_RECURSION_DEPTH", "1")
    domain = (project_folder() / "domain.yml").read_text("utf-8")
    assert BARE.search(domain) is None
    assert "uv run" not in domain
    assert '"uv run --no-dev assistant export"' in catalogue().text("utter_ask_export")


def test_what_is_said_can_be_copied() -> None:
    environment = {**os.environ, "UV_RUN_RECURSION_DEPTH": "1", "PYTHONPATH": str(project_folder())}
    for arguments, hint in (
        (["set", "new", "Tuesdays"], "uv run --no-dev assistant member add NAME"),
        (["member", "add", "Maria"], 'To begin: uv run --no-dev assistant --as "Maria"'),
        (["--help"], "uv run --no-dev assistant --as"),
    ):
        ran = subprocess.run(
            [sys.executable, "-m", "assistant", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert hint in " ".join(ran.stdout.split())
