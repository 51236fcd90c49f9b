from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.catalogue import catalogue
from assistant.cli import main
from assistant.project import project_folder
from assistant.records.entities import Preparation
from assistant.records.steps import Step, StepKind
from assistant.records.store import Store
from assistant.settings import Settings
from tests.commands import NOON, PRIVATE, SENTENCE, fails, run

COMMANDS = ("chat", "train", "record", "sentences", "export", "forget", "doctor")


def test_help_names_every_command() -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    assert all(re.search(rf"\b{command}\b", shown.output) for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example(command: str) -> None:
    shown = run(command, "--help")
    assert shown.exit_code == 0
    assert f"Example: assistant {command}" in shown.output


def test_says_its_version() -> None:
    assert re.fullmatch(r"action-learning-assistant \d+\.\d+\.\d+\n", run("--version").output)


@pytest.mark.parametrize(
    "arguments",
    [["--nonsense"], ["nonsense"], ["export", "--format", "x"], ["record", "--format", "x"]],
)
def test_what_is_not_understood_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        ([], {"plain": False, "name": "", "set_name": "", "member": ""}),
        (["--plain"], {"plain": True, "name": "", "set_name": "", "member": ""}),
        (["--name=Asha"], {"plain": False, "name": "Asha", "set_name": "", "member": ""}),
        (["--as", "Asha"], {"plain": False, "name": "", "set_name": "", "member": "Asha"}),
        (["chat", "--set", "S"], {"plain": False, "name": "", "set_name": "S", "member": ""}),
    ],
)
def test_without_a_command_it_converses(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], given: dict[str, Any]
) -> None:
    called: list[dict[str, Any]] = []

    def converse(**options: Any) -> int:
        called.append(options)
        return 0

    monkeypatch.setattr("assistant.terminal.conversation.converse", converse)
    assert run(*arguments).exit_code == 0
    assert called == [given]


def test_alone_it_converses_and_ends_as_the_conversation_did(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("assistant.terminal.conversation.converse", lambda: 1)
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 1


def test_an_interruption_before_anything_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.terminal.conversation.converse", interrupted)
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("command", [["record"], ["sentences"], ["export"], ["forget", "--yes"]])
def test_where_nothing_was_prepared_nothing_is_made(
    settings: Settings, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert "nothing of yours here yet" in fails(capsys, *command)
    store = Store.open(settings)
    assert store.home(date.today()) is None
    store.close()


def test_after_the_meeting_its_record_is_the_one(settings: Settings) -> None:
    store = Store.open(settings)
    store.home_preparation("Asha", "Tuesday set", date(2026, 1, 1))
    store.close()
    assert run("record").stdout.startswith("# Meeting of 29 January 2026")
    assert run("export").stdout.startswith("# My own copy: Asha")
    assert run("forget", "--yes").exit_code == 0


def test_the_members_sentences_are_shown_to_themselves(prepared: Preparation) -> None:
    shown = run("sentences").stdout
    assert PRIVATE not in shown
    assert shown.startswith("# How my sentence changed\n")
    assert f"\n> {SENTENCE}\n" in shown
    (way,) = json.loads(run("sentences", "--json").stdout)
    assert [stage["sentence"] for stage in way["stages"]] == [SENTENCE]


def test_export_writes_the_members_own_copy(prepared: Preparation, tmp_path: Path) -> None:
    assert f"> {PRIVATE}\n" in run("export").stdout
    file = tmp_path / "copy.json"
    assert run("export", "--output", str(file)).exit_code == 0
    assert json.loads(file.read_text("utf-8"))["member"] == "Asha"
    assert json.loads(run("export", "--format", "json").stdout) == json.loads(
        file.read_text("utf-8")
    )


def test_export_never_replaces_a_file_unasked(
    prepared: Preparation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "copy.md"
    file.write_text("before")
    assert "--force" in fails(capsys, "export", "--output", str(file))
    assert file.read_text() == "before"
    assert run("export", "--output", str(file), "--force").exit_code == 0
    assert PRIVATE in file.read_text("utf-8")


def test_export_into_a_folder_that_cannot_be_written(
    prepared: Preparation, capsys: pytest.CaptureFixture[str]
) -> None:
    told = fails(capsys, "export", "--output", "/proc/copy.md")
    assert told.startswith("/proc cannot be written to")


@pytest.mark.parametrize(
    "command",
    [["export"], ["record"], ["record", "--json"], ["record", "--format", "html"]],
)
def test_what_members_typed_steers_no_terminal(
    prepared: Preparation, settings: Settings, command: list[str]
) -> None:
    store = Store.open(settings)
    text = "\x1b[2J\x9b31m \u202eback \x07 # <b> [x](y)"
    with store.turn(prepared.id) as record:
        record.append([Step(StepKind.REVISED, "problem", NOON, said=text, text=text)])
        record.release("problem", text, NOON)
    store.close()
    shown = run(*command).stdout
    assert "back" in shown
    assert not set(shown) & set("\x1b\x9b\u202e\x07")


def test_forget_deletes_everything_and_says_what_went(
    prepared: Preparation, settings: Settings
) -> None:
    shown = run("forget", "--yes")
    assert shown.exit_code == 0
    assert "places in them: 3;" in shown.stdout
    assert "Withdrawn from your set's record: 1." in shown.stdout
    assert not list(settings.keys_folder.glob(f"{prepared.person_id}*"))
    assert run("export").exit_code == 1


def test_forget_as_json(prepared: Preparation) -> None:
    assert json.loads(run("forget", "--yes", "--json").stdout)["steps"] == 3


def test_forget_asks_for_a_yes_where_nobody_can_be_asked(prepared: Preparation) -> None:
    assert run("forget").exit_code == 2
    assert PRIVATE in run("export").stdout


@pytest.mark.parametrize(("answer", "kept"), [(False, True), (True, False)])
def test_forget_asks_first(
    prepared: Preparation, monkeypatch: pytest.MonkeyPatch, answer: bool, kept: bool
) -> None:
    monkeypatch.setattr("assistant.commands._confirmed", lambda name: answer)
    assert run("forget").exit_code == 0
    assert (PRIVATE in run("export").stdout) is kept


def test_doctor_says_what_it_found(settings: Settings) -> None:
    shown = run("doctor")
    assert shown.exit_code == 0
    assert all(line.startswith("fine ") for line in shown.stdout.splitlines())


def test_doctor_ends_with_1_where_something_is_wrong(settings: Settings) -> None:
    settings.database_folder.mkdir(parents=True)
    settings.database_file.write_bytes(b"no database" * 1000)
    shown = run("doctor", "--json")
    assert shown.exit_code == 1
    assert [one["check"] for one in json.loads(shown.stdout) if not one["ok"]] == ["database"]


def test_train_makes_the_model_and_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def trained_model(models: Path, progress: Any, *, anew: bool) -> Path:
        progress("training", 0.5)
        assert anew
        return models

    monkeypatch.setattr("assistant.engine.training.trained_model", trained_model)
    shown = run("train", "--anew")
    assert shown.stdout == "The language model is ready.\n"
    assert shown.stderr == "Getting ready: 50%\n"


def test_records_of_a_newer_version_are_refused_in_a_sentence(
    prepared: Preparation, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    import sqlite3

    with sqlite3.connect(settings.database_file) as database:
        database.execute("UPDATE alembic_version SET version_num = 'of tomorrow'")
    assert "newer version" in fails(capsys, "record")


def test_a_setting_that_does_not_fit_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSISTANT_BUSY_TIMEOUT_S", "soon")
    assert "ASSISTANT_BUSY_TIMEOUT_S" in fails(capsys, "export")


def test_a_home_that_cannot_be_made_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", "/proc/nowhere")
    assert "/proc/nowhere" in fails(capsys, "record")


def test_a_missing_package_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "assistant.commands", raising=False)
    monkeypatch.setitem(sys.modules, "typer", None)
    assert "The package typer is missing" in fails(capsys, "record")


def test_a_broken_domain_is_said(
    prepared: Preparation,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    (tmp_path / "domain.yml").write_text("responses: [")
    monkeypatch.setattr("assistant.catalogue.project_folder", lambda: tmp_path)
    catalogue.cache_clear()
    assert "domain.yml" in fails(capsys, "record")
    catalogue.cache_clear()


def own_process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(project_folder())}
    command = [sys.executable, "-m", "assistant", *arguments]
    return subprocess.run(
        command, env=environment, text=True, stderr=subprocess.PIPE, check=False, **options
    )


def test_a_full_disk_behind_a_pipe_is_one_sentence(prepared: Preparation) -> None:
    with Path("/dev/full").open("w") as full:
        ran = own_process("export", stdout=full)
    assert ran.returncode == 1
    assert ran.stderr.startswith("The disk is full")
    assert len(ran.stderr.strip().splitlines()) == 1


def test_a_terminal_that_lacks_characters_gets_question_marks(
    prepared: Preparation, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(settings)
    with store.turn(prepared.id) as record:
        record.append([Step(StepKind.REVISED, "problem", NOON, said="naïve 🙂", text="naïve 🙂")])
    store.close()
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    ran = own_process("export", stdout=subprocess.DEVNULL)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    "command", ["record", "sentences", "export", "forget --yes", "--help", "doctor"]
)
def test_only_the_conversation_loads_rasa(command: str) -> None:
    code = (
        "import sys; from assistant.cli import main\n"
        f"try: main({command.split()!r})\n"
        "except SystemExit: pass\n"
        "print([m for m in sys.modules if m.split('.')[0] in {'rasa', 'spacy', 'tensorflow'}])"
    )
    environment = {**os.environ, "PYTHONPATH": str(project_folder())}
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"
