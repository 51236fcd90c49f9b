"""The member whose installation this is: their settings, the records, what they prepare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date

from assistant.records.entities import Meeting, Preparation
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.terminal.faults import Refused
from assistant.texts.texts import texts


@dataclass(frozen=True)
class Home:
    """What a command works on."""

    settings: Settings
    store: Store
    preparation: Preparation

    def meeting(self, named: str) -> Meeting:
        """The meeting prepared for, or the one with this day or id. Raises Refused."""
        if not named:
            return self.store.meeting(self.preparation.meeting_id)
        for meeting in self.meetings():
            if named in (meeting.id, meeting.held_on.isoformat()):
                return meeting
        raise Refused(texts()("no_such_meeting"))

    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the member's set, by day."""
        return self.store.meetings(self.store.set_of(self.preparation.id).id)


@contextmanager
def at_home(name: str = "", set_name: str = "") -> Iterator[Home]:
    """Open the records to converse; whatever is missing is made.

    Raises RecordsError, pydantic.ValidationError.
    """
    with _opened() as (settings, store):
        made = store.home_preparation(
            name or settings.member_name, set_name or settings.set_name, date.today()
        )
        yield Home(settings, store, made)


@contextmanager
def already_at_home() -> Iterator[Home]:
    """Open the records for a command that makes nothing.

    Raises Refused where nothing was ever prepared; RecordsError, pydantic.ValidationError.
    """
    with _opened() as (settings, store):
        found = _newest(store)
        if found is None:
            raise Refused(texts()("nothing_here"))
        yield Home(settings, store, found)


@contextmanager
def _opened() -> Iterator[tuple[Settings, Store]]:
    settings = Settings()
    with closing(Store.open(settings)) as store:
        yield settings, store


def _newest(store: Store) -> Preparation | None:
    """The preparation for the next meeting; after the last meeting, the newest one."""
    found = store.home(date.today())
    before = found or store.home(date.min)
    return found or (store.preparations(before.person_id)[-1] if before else None)
