"""``assistant meeting``: the days on which a set meets."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from assistant.days import day as day_in_words
from assistant.records.entities import Meeting
from assistant.terminal.at_home import SetHome, set_at_home
from assistant.terminal.days import read_day
from assistant.terminal.faults import Refused
from assistant.terminal.telling import AsJson, SetNamed, group, say, tell, tell_json

meetings = group("meeting")

Day = Annotated[str, typer.Argument(help=say("help_day"))]
Which = Annotated[str, typer.Argument(help=say("help_which_meeting"))]


@meetings.command(help=say("help_meeting_new"))
def new(day: Day, set_: SetNamed = "") -> None:
    """Make a meeting."""
    held_on = read_day(day, date.today())
    if held_on < date.today():
        raise Refused(say("day_is_past", day=day_in_words(held_on)))
    with set_at_home(set_) as home:
        _need_free_day(home, held_on)
        home.store.create_meeting(home.group.id, held_on)
    tell("meeting_made", day=day_in_words(held_on), set=home.group.name)


@meetings.command("list", help=say("help_meeting_list"))
def list_(set_: SetNamed = "", as_json: AsJson = False) -> None:
    """List the meetings of a set."""
    with set_at_home(set_) as home:
        found = home.meetings()
    if as_json:
        tell_json([{"id": one.id, "held_on": one.held_on} for one in found])
        return
    for one in found:
        line = "meeting_line_past" if one.held_on < date.today() else "meeting_line"
        tell(line, day=day_in_words(one.held_on), iso=one.held_on)
    if not found:
        tell("no_meetings")


@meetings.command(help=say("help_meeting_move"))
def move(which: Which, day: Day, set_: SetNamed = "") -> None:
    """Move a meeting to another day."""
    held_on = read_day(day, date.today())
    with set_at_home(set_) as home:
        moving = home.meeting(which)
        _need_free_day(home, held_on, but=moving)
        home.store.move_meeting(moving.id, held_on)
    tell("meeting_moved", before=day_in_words(moving.held_on), day=day_in_words(held_on))


def _need_free_day(home: SetHome, day: date, but: Meeting | None = None) -> None:
    taken = {one.held_on for one in home.meetings() if one != but}
    if day in taken:
        raise Refused(say("day_is_taken", day=day_in_words(day), set=home.group.name))
