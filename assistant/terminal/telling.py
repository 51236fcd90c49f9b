"""What the commands about sets, members and meetings share."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from assistant.terminal.output import write
from assistant.terminal.wrapping import fitting
from assistant.texts.printable import printable_json
from assistant.texts.texts import texts

say = texts("sets")

SetNamed = Annotated[str, typer.Option("--set", help=say("help_which_set"))]
AsJson = Annotated[bool, typer.Option("--json", help=texts()("help_json"))]


def group(name: str) -> typer.Typer:
    """The commands of one kind, ``assistant <name> ...``."""
    return typer.Typer(
        name=name,
        help=say(f"help_{name}"),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def tell(key: str, /, **values: object) -> None:
    """Say a text of the catalogue."""
    write(fitting(say(key, **values), sys.stdout) + "\n")


def tell_json(value: Any) -> None:
    """Write it as JSON; days and moments as ISO 8601 has them."""
    write(printable_json(json.dumps(value, indent=2, ensure_ascii=False, default=str)) + "\n")
