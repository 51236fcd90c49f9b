"""Whose turn it is on this computer: a member and what they prepare, or a set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date

from assistant.days import day as day_in_words
from assistant.records.entities import LearningSet, Meeting, Person, Place, Preparation
from assistant.records.store import Store
from assistant.settings import Settings
from assistant.terminal.choosing import Option, chosen, is_meant
from assistant.terminal.days import read_day
from assistant.terminal.faults import Refused
from assistant.terminal.passphrases import open_up
from assistant.texts.texts import texts


@dataclass(frozen=True)
class Home:
    """What a conversation works on."""

    settings: Settings
    store: Store
    preparation: Preparation


@dataclass(frozen=True)
class SetHome:
    """What a command about a set works on."""

    store: Store
    group: LearningSet

    def meeting(self, named: str) -> Meeting:
        """The next meeting, or the last one; or the one with this id or on this day.

        Raises Refused.
        """
        meetings = self.meetings()
        if named:
            return self._named(named)
        if not meetings:
            raise Refused(texts("sets")("no_meetings"))
        to_come = [one for one in meetings if one.held_on >= date.today()]
        return to_come[0] if to_come else meetings[-1]

    def _named(self, named: str) -> Meeting:
        with_id = [one for one in self.meetings() if one.id == named]
        day = None if with_id else read_day(named, date.today())
        meant = with_id or [one for one in self.meetings() if one.held_on == day]
        if not meant:
            raise Refused(texts()("no_such_meeting"))
        return meant[0]

    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the set, by day."""
        return self.store.meetings(self.group.id)


@contextmanager
def at_home(name: str = "", set_name: str = "", member: str = "") -> Iterator[Home]:
    """Open the records to converse; whatever is missing is made.

    Args:
        name: the name of the first member, while there is none.
        set_name: the name of their set then; later the set, where the member has several.
        member: name, number or id of a member; without it, the only one, or the one chosen.

    Raises Refused, RecordsError, pydantic.ValidationError.
    """
    with opened() as (settings, store):
        places = store.places()
        if places or member:
            place = _place(store, places, member, set_name)
            open_up(store, place.person)
            made = store.preparation_for(place.person.id, place.group.id, date.today())
        else:
            made = store.home_preparation(
                name or settings.member_name, set_name or settings.set_name, date.today()
            )
        yield Home(settings, store, made)


@contextmanager
def member_at_home(member: str = "", *, unlocked: bool = True) -> Iterator[tuple[Store, Person]]:
    """Open the records for a command about a member, who may have left; it makes nothing.

    Raises Refused where nobody was ever here, or nothing is kept of theirs; RecordsError,
    pydantic.ValidationError.
    """
    with opened() as (_, store):
        people = numbered_people(store)
        if not people:
            raise Refused(texts()("nothing_here"))
        person = chosen(people, member, "member")
        if unlocked:
            if _took_everything(store, person):
                raise Refused(texts("sets")("nothing_kept", name=person.name))
            open_up(store, person)
        yield store, person


def _took_everything(store: Store, person: Person) -> bool:
    """Whether they left, and what was private of theirs is deleted, with the key of it."""
    is_here = any(place.person.id == person.id for place in store.places())
    return not is_here and not store.preparations(person.id)


@contextmanager
def set_at_home(set_name: str = "") -> Iterator[SetHome]:
    """Open the records for a command about a set; it makes nothing.

    A set that everybody has deleted themselves from is meant only where it is named.

    Raises Refused where there is no set; RecordsError, pydantic.ValidationError.
    """
    with opened() as (_, store):
        options = numbered_sets(store.sets())
        if not options:
            raise Refused(texts()("nothing_here"))
        gone = frozenset() if set_name else store.deserted()
        likely = [option for option in options if option.key not in gone]
        yield SetHome(store, chosen(likely or options, set_name, "set"))


@contextmanager
def opened() -> Iterator[tuple[Settings, Store]]:
    """The settings, and the records while the block lasts."""
    settings = Settings()
    with closing(Store.open(settings)) as store:
        yield settings, store


def numbered_people(store: Store) -> list[Option[Person]]:
    """Everybody who has or had a place here, each with the number that every list gives them."""
    places: dict[str, list[Place]] = {}
    for place in store.places(left=True):
        places.setdefault(place.person.id, []).append(place)
    return [
        Option(
            theirs[0].person, key, theirs[0].person.number, theirs[0].person.name, _sets_of(theirs)
        )
        for key, theirs in places.items()
    ]


def chosen_member(
    store: Store, places: Sequence[Place], member: str, otherwise: str = "has_left"
) -> Person:
    """The member who is meant, of those with one of these places.

    Raises Refused; with the text ``otherwise`` where it is somebody here without such a place.
    """
    here = {place.person.id for place in places}
    people = numbered_people(store)
    if not people:
        raise Refused(texts("sets")("nobody_here", wanted=member))
    present = [option for option in people if option.key in here]
    meant = [option for option in people if member and is_meant([option], member)]
    if meant and not is_meant(present, member):
        raise Refused(texts("sets")(otherwise, name=meant[0].name))
    return chosen(present, member, "member")


def numbered_sets(sets: Sequence[LearningSet]) -> list[Option[LearningSet]]:
    """Every set with its number."""
    made = texts("sets")
    return [
        Option(one, one.id, one.number, one.name, made("made_on", day=day_in_words(one.created_at)))
        for one in sets
    ]


def _place(store: Store, places: Sequence[Place], member: str, set_name: str) -> Place:
    if len(places) == 1 and not member:  # nothing to choose, and nothing to wait for
        return places[0]
    person = chosen_member(store, places, member)
    theirs = [place for place in places if place.person.id == person.id]
    named = [place for place in theirs if place.group.name == set_name]
    options = [
        Option(place, one.key, one.number, one.name, one.more)
        for one in numbered_sets(store.sets())
        for place in named or theirs
        if place.group.id == one.key
    ]
    return chosen(options, "", "set")


def _sets_of(places: Sequence[Place]) -> str:
    say = texts("sets")
    return ", ".join(
        say("since", set=place.group.name, day=day_in_words(place.valid_from))
        if place.valid_to is None
        else say("until", set=place.group.name, day=day_in_words(place.valid_to))
        for place in places
    )
