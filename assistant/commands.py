"""The commands: parse, call, print; nothing else."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from assistant.terminal.confirming import confirmed, confirmed_by_name
from assistant.terminal.meetings import meetings
from assistant.terminal.members import members
from assistant.terminal.output import write, write_file, write_markdown
from assistant.terminal.record import record
from assistant.terminal.sentences import sentences
from assistant.terminal.sets import sets
from assistant.terminal.wrapping import fitting
from assistant.texts.printable import printable_json
from assistant.texts.texts import texts

_SAY = texts()

Plain = Annotated[bool, typer.Option("--plain", help=_SAY("help_plain"))]
Name = Annotated[str, typer.Option("--name", help=_SAY("help_name"))]
As = Annotated[str, typer.Option("--as", help=texts("sets")("help_as"))]
Set = Annotated[str, typer.Option("--set", help=_SAY("help_set"))]
AsJson = Annotated[bool, typer.Option("--json", help=_SAY("help_json"))]
Anew = Annotated[bool, typer.Option("--anew", help=_SAY("help_anew"))]
Form = Annotated[str, typer.Option("--format", help=_SAY("help_format"))]
Output = Annotated[str, typer.Option("--output", help=_SAY("help_output"))]
Force = Annotated[bool, typer.Option("--force", help=_SAY("help_force"))]
Check = Annotated[bool, typer.Option("--check", help=texts("voice")("help_check"))]
Yes = Annotated[bool, typer.Option("--yes", help=_SAY("help_yes"))]


class _Commands(TyperGroup):
    """The commands; where none is named, it is the conversation."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        options = {"--plain", "--name", "--set", "--as"}
        if not args or args[0].split("=")[0] in options:
            args = ["chat", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_Commands,
    help=_SAY("help_program"),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _version(asked: bool) -> None:
    if asked:
        from assistant.terminal.doctor import PROGRAM

        write(f"{PROGRAM} {metadata.version(PROGRAM)}\n")
        raise typer.Exit()


Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help=_SAY("help_version"))
]


@app.callback()
def program(version: Version = False) -> None:
    """What holds for every command."""


@app.command(help=_SAY("help_chat"))
def chat(plain: Plain = False, member: As = "", name: Name = "", set_: Set = "") -> None:
    """Converse."""
    from assistant.terminal.conversation import converse

    raise typer.Exit(converse(plain=plain, name=name, set_name=set_, member=member))


@app.command(help=texts("voice")("help_talk"))
def talk(
    plain: Plain = False,
    member: As = "",
    name: Name = "",
    set_: Set = "",
    check: Check = False,
) -> None:
    """Converse by voice."""
    from assistant.voice.needed import need_the_extra

    need_the_extra()
    if check:
        from assistant.voice.check import check_devices

        raise typer.Exit(check_devices())
    from assistant.voice.conversation import talk as converse_by_voice

    raise typer.Exit(converse_by_voice(plain=plain, name=name, set_name=set_, member=member))


@app.command(help=_SAY("help_train"))
def train(anew: Anew = False) -> None:
    """Train the model."""
    from assistant.engine.training import trained_model
    from assistant.settings import Settings
    from assistant.terminal.training_bar import training_bar

    with training_bar() as progress:
        trained_model(Settings().models_folder, progress, anew=anew)
    _tell("trained")


app.command("record", help=_SAY("help_record"))(record)
app.command("sentences", help=_SAY("help_sentences"))(sentences)
app.add_typer(sets)
app.add_typer(members)
app.add_typer(meetings)


@app.command(help=_SAY("help_export"))
def export(member: As = "", form: Form = "", output: Output = "", force: Force = False) -> None:
    """Write the member's own copy."""
    from assistant.catalogue import catalogue
    from assistant.meeting.as_json import as_json
    from assistant.meeting.copy_markdown import copy_markdown
    from assistant.meeting.own_copy import own_copy
    from assistant.terminal.at_home import member_at_home

    to_json = _is_json(form, output)
    say = texts("meeting")
    with member_at_home(member) as (store, person):
        copy = own_copy(store, person.id, catalogue(), date.today())
    text = printable_json(as_json(copy)) if to_json else copy_markdown(copy, catalogue(), say)
    if output:
        write_file(Path(output), text, replace=force)
        _tell("written", file=output)
    elif to_json:
        write(text)
    else:
        write_markdown(text)


@app.command(help=_SAY("help_forget"))
def forget(member: As = "", yes: Yes = False, as_json: AsJson = False) -> None:
    """Delete everything of a member; whoever lost their passphrase can, too."""
    from assistant.terminal.at_home import member_at_home
    from assistant.terminal.passphrases import locked

    with member_at_home(member, unlocked=False) as (store, person):
        if not yes and not (_named if locked(store, person.id) else _confirmed)(person.name):
            _tell("forget_not")
            return
        deleted = asdict(store.delete_person(person.id))
    if as_json:
        write(f"{json.dumps(deleted, indent=2)}\n")
        return
    key = _SAY("key_erased" if deleted["key"] else "key_gone")
    _tell("forgotten", **{**deleted, "key": key})


@app.command(help=_SAY("help_doctor"))
def doctor(as_json: AsJson = False) -> None:
    """Check everything."""
    from assistant.settings import Settings
    from assistant.terminal.doctor import examine

    findings = examine(Settings())
    if as_json:
        write(printable_json(json.dumps([asdict(one) for one in findings], indent=2)) + "\n")
    else:
        for one in findings:
            _tell("check_fine" if one.ok else "check_wrong", sentence=one.sentence)
    raise typer.Exit(0 if all(one.ok for one in findings) else 1)


def _is_json(form: str, output: str) -> bool:
    if form not in ("", "markdown", "json"):
        raise typer.BadParameter(_SAY("help_format"), param_hint="--format")
    return form == "json" or (not form and output.endswith(".json"))


def _confirmed(name: str) -> bool:
    _need_somebody()
    return confirmed(_SAY("forget_question", name=name))


def _named(name: str) -> bool:
    """Whether somebody who may not be the member meant it: a passphrase keeps them from nothing."""
    _need_somebody()
    question, locked = _SAY("forget_question", name=name), _SAY("forget_locked", name=name)
    return confirmed_by_name(f"{question}\n\n{locked}", name)


def _need_somebody() -> None:
    if not sys.stdin.isatty():
        raise typer.BadParameter(_SAY("forget_needs_yes"), param_hint="--yes")


def _tell(key: str, /, **values: object) -> None:
    write(fitting(_SAY(key, **values), sys.stdout) + "\n")
