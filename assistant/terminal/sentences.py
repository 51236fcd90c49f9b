"""The command that shows a member how their sentence changed."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.terminal.output import write, write_markdown
from assistant.texts.printable import printable_json
from assistant.texts.texts import texts

As = Annotated[str, typer.Option("--as", help=texts("sets")("help_as"))]
AsJson = Annotated[bool, typer.Option("--json", help=texts()("help_json"))]


def sentences(member: As = "", as_json: AsJson = False) -> None:
    """Show the member's sentences, meeting by meeting."""
    from assistant.meeting.as_json import as_json as json_of
    from assistant.meeting.own_way import own_ways
    from assistant.meeting.way_markdown import ways_markdown
    from assistant.terminal.at_home import member_at_home

    with member_at_home(member) as (store, person):
        ways = own_ways(store, person.id)
    if as_json:
        write(printable_json(json_of(ways)))
    else:
        write_markdown(ways_markdown(ways, texts("meeting")))
