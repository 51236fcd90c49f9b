"""Where things lie, and what the environment may change."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.settings import Settings


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.__fields__:
        monkeypatch.delenv(f"ASSISTANT_{name.upper()}", raising=False)


def test_home_holds_everything(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    assert settings.database_file == tmp_path / "data" / "records" / "assistant.db"
    assert settings.backup_folder == tmp_path / "data" / "backups"
    assert settings.keys_folder == tmp_path / "keys"
    assert settings.models_folder == tmp_path / "cache" / "models"
    assert settings.url == f"sqlite:///{settings.database_file}"


def test_keys_lie_apart_from_the_data_on_any_system() -> None:
    settings = Settings()
    assert settings.data_folder not in settings.keys_folder.parents
    assert settings.keys_folder.parent.name == "action-learning-assistant"
    assert settings.data_folder.name == "action-learning-assistant"


def test_environment_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path))
    monkeypatch.setenv("ASSISTANT_DATABASE_URL", "postgresql://somewhere/records")
    monkeypatch.setenv("ASSISTANT_KEYS", str(tmp_path / "locked"))
    monkeypatch.setenv("ASSISTANT_MEMBER_NAME", "Asha")
    settings = Settings()
    assert settings.home == tmp_path
    assert settings.url == "postgresql://somewhere/records"
    assert settings.keys_folder == tmp_path / "locked"
    assert settings.member_name == "Asha"


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "KEYS", "DATABASE_URL"):
        monkeypatch.setenv(f"ASSISTANT_{name}", "")
    assert Settings() == Settings(home=None, keys=None, database_url=None)


def test_a_relative_home_does_not_move_with_the_working_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings(home=Path("here")).home == tmp_path / "here"
    assert Settings(home=Path("~/there")).home == Path.home() / "there"


def test_settings_cannot_be_changed(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        Settings(home=tmp_path).language = "cy"


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(Settings(database_url="postgresql://me:secret@host/records"))


def test_a_time_to_wait_is_positive() -> None:
    with pytest.raises(ValidationError):
        Settings(busy_timeout_s=0)
