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
    """Open the records for a command. Raises RecordsError, pydantic.ValidationError."""
    settings = Settings()
    with closing(Store.open(settings)) as store:
        made = store.home_preparation(
            name or settings.member_name, set_name or settings.set_name, date.today()
        )
        yield Home(settings, store, made)
