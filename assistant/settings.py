"""Where everything lies and how the program behaves, read once from the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from platformdirs import PlatformDirs
from pydantic import BaseSettings, Field, validator

APP_NAME = "action-learning-assistant"

_FOLDERS = PlatformDirs(APP_NAME, appauthor=False)


class Settings(BaseSettings):
    """Every setting, each read from the environment as ``ASSISTANT_<NAME>``.

    Attributes:
        home: one folder for everything, instead of the system's usual places.
        database_url: a database other than the SQLite file, as SQLAlchemy writes it.
        keys: folder of the key files; keep it apart from the database and its backups.
        language: language of the conversation, an ISO 639-1 code.
        member_name: name of the member who uses this installation.
        set_name: name of that member's set.
        contact_emergency: whom to call in danger (United Kingdom).
        contact_listening: who listens at any hour.
        contact_support: whom to turn to when it is too much.
        contact_safeguarding: where to take a risk to others.
        busy_timeout_s: how long, in seconds, to wait for a database that somebody else is using.
        voice: who speaks in a spoken session: pyttsx3 or hibari (the extra ``voice-nice``).
        voice_name: which of its voices, such as ``en-gb-x-rp``; empty leaves it to the system.
        voice_rate: how fast it speaks, in words a minute.
        voice_volume: how loud, from 0 to 1.
        recogniser: the Whisper model that listens: ``tiny.en``, a folder, or the name of a model
            that this computer has already.
        answer_silence_s: seconds of silence that end a spoken answer.
        headphones: whether the member wears headphones, and may interrupt by speaking.
        microphone: name or number of the microphone; empty leaves it to the system.
        speaker: name or number of the speaker; likewise.

    Raises:
        pydantic.ValidationError: a value does not fit its setting.
    """

    home: Path | None = None
    database_url: str | None = Field(default=None, repr=False)  # it may hold a password
    keys: Path | None = None
    language: str = "en"
    member_name: str = "Member"
    set_name: str = "My set"
    contact_emergency: str = "999"
    contact_listening: str = "Samaritans on 116 123"
    contact_support: str = (
        "your GP, your occupational health service, somebody you trust, or Samaritans on 116 123"
    )
    contact_safeguarding: str = (
        "your safeguarding lead, your Freedom to Speak Up guardian, or whoever has that duty "
        "where you work"
    )
    busy_timeout_s: float = Field(default=10, gt=0)
    voice: Literal["pyttsx3", "hibari"] = "pyttsx3"
    voice_name: str = "en-gb-x-rp"
    voice_rate: int = Field(default=160, ge=80, le=320)
    voice_volume: float = Field(default=1, ge=0.1, le=1)
    recogniser: str = "tiny.en"
    answer_silence_s: float = Field(default=5, ge=1, le=60)
    headphones: bool = False
    microphone: str = ""
    speaker: str = ""

    class Config:
        """Frozen, so that no part of the program sees other settings than another."""

        env_prefix = "ASSISTANT_"
        frozen = True

    @validator("home", "keys", "database_url", pre=True)
    def _empty_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @validator("home", "keys")
    def _absolute(cls, value: Path | None) -> Path | None:
        return value.expanduser().absolute() if value else None

    @property
    def contacts(self) -> dict[str, str]:
        """Whom to turn to, by the name under which the wording asks for them."""
        return {
            name: getattr(self, name) for name in self.__fields__ if name.startswith("contact_")
        }

    @property
    def data_folder(self) -> Path:
        """Folder of what must be kept: the database and its backups."""
        return self.home / "data" if self.home else _FOLDERS.user_data_path

    @property
    def database_folder(self) -> Path:
        """Folder of the SQLite file, which is alone in it with its companions."""
        return self.data_folder / "records"

    @property
    def database_file(self) -> Path:
        """The SQLite file, where no other database is set."""
        return self.database_folder / "assistant.db"

    @property
    def backup_folder(self) -> Path:
        """Folder of the copies made before the database is changed to a newer form."""
        return self.data_folder / "backups"

    @property
    def keys_folder(self) -> Path:
        """Folder of the key files, apart from the database and its backups."""
        if self.keys:
            return self.keys
        return self.home / "keys" if self.home else _FOLDERS.user_config_path / "keys"

    @property
    def cache_folder(self) -> Path:
        """Folder of what can be made again."""
        return self.home / "cache" if self.home else _FOLDERS.user_cache_path

    @property
    def models_folder(self) -> Path:
        """Folder of the trained models."""
        return self.cache_folder / "models"

    @property
    def url(self) -> str:
        """The database, as SQLAlchemy writes it."""
        return self.database_url or f"sqlite:///{self.database_file}"
