"""The command that writes the meeting record in one of its forms."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.terminal.faults import Refused
from assistant.terminal.output import write, write_bytes, write_file, write_markdown
from assistant.terminal.wrapping import fitting
from assistant.texts.printable import printable_json
from assistant.texts.texts import texts

if TYPE_CHECKING:
    from assistant.meeting.record import MeetingRecord

_SAY = texts()

SetNamed = Annotated[str, typer.Option("--set", help=texts("sets")("help_which_set"))]
MeetingNamed = Annotated[str, typer.Option("--meeting", help=_SAY("help_meeting"))]
RecordForm = Annotated[str, typer.Option("--format", help=_SAY("help_record_format"))]
AsJson = Annotated[bool, typer.Option("--json", help=_SAY("help_json"))]
Output = Annotated[str, typer.Option("--output", help=_SAY("help_output"))]
Force = Annotated[bool, typer.Option("--force", help=_SAY("help_force"))]


def record(
    meeting: MeetingNamed = "",
    set_: SetNamed = "",
    form: RecordForm = "",
    as_json: AsJson = False,
    output: Output = "",
    force: Force = False,
) -> None:
    """Write the meeting record."""
    from assistant.catalogue import catalogue
    from assistant.meeting.record import meeting_record
    from assistant.terminal.at_home import set_at_home

    form = _form("json" if as_json else form, output)
    if form == "word" and not output and sys.stdout.isatty():
        raise Refused(_SAY("word_needs_file"))
    with set_at_home(set_) as home:
        chosen = home.meeting(meeting)
        say = texts("meeting")
        made = meeting_record(home.store, chosen, catalogue(), say, date.today())
        days = [one.held_on.isoformat() for one in home.meetings() if one.id != chosen.id]
    written = _WRITERS[form](made)
    if output:
        write_file(Path(output), written, replace=force)
        write(fitting(_SAY("record_written", file=output), sys.stdout) + "\n")
        return
    _show(written, form)
    if form == "markdown" and days:
        others = _SAY("record_others", days=", ".join(days))
        print(fitting(others, sys.stderr), file=sys.stderr, flush=True)


def _show(written: str | bytes, form: str) -> None:
    if isinstance(written, bytes):
        write_bytes(written)
    elif form == "markdown":
        write_markdown(written)
    else:
        write(written)


def _form(asked: str, output: str) -> str:
    """The form asked for, else the one that the file's ending names; on a screen, Markdown."""
    if asked and asked not in _WRITERS:
        raise typer.BadParameter(_SAY("help_record_format"), param_hint="--format")
    form = asked or _ENDINGS.get(Path(output).suffix.lower())
    if form is None:
        raise Refused(_SAY("ending_unknown", file=output))
    return form


def _markdown(made: MeetingRecord) -> str:
    from assistant.meeting.record_markdown import record_markdown

    return record_markdown(made, texts("meeting"))


def _html(made: MeetingRecord) -> str:
    from assistant.meeting.record_html import record_html

    return record_html(made, texts("meeting"))


def _word(made: MeetingRecord) -> bytes:
    from assistant.meeting.record_word import record_word

    return record_word(made, texts("meeting"))


def _json(made: MeetingRecord) -> str:
    from assistant.meeting.as_json import as_json

    return printable_json(as_json(made))


_WRITERS: Mapping[str, Callable[[MeetingRecord], str | bytes]] = {
    "markdown": _markdown,
    "html": _html,
    "word": _word,
    "json": _json,
}
_ENDINGS = {
    "": "markdown",
    ".md": "markdown",
    ".txt": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "word",
    ".json": "json",
}
