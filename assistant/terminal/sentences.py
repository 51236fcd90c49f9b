"""The command that shows a member how their sentence changed."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.terminal.output import write, write_markdown
from assistant.texts.printable import printable_json
from assistant.texts.texts import texts

AsJson = Annotated[bool, typer.Option("--json", help=texts()("help_json"))]


def sentences(as_json: AsJson = False) -> None:
    """Show the member's sentences, meeting by meeting."""
    from assistant.meeting.as_json import as_json as json_of
    from assistant.meeting.own_way import own_ways
    from assistant.meeting.way_markdown import ways_markdown
    from assistant.terminal.at_home import already_at_home

    with already_at_home() as home:
        ways = own_ways(home.store, home.preparation.person_id)
    if as_json:
        write(printable_json(json_of(ways)))
    else:
        write_markdown(ways_markdown(ways, texts("meeting")))
