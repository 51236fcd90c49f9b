"""The documents say what is so: commands, links, paths, licences, and the session of the README."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import tomli
from typer.testing import CliRunner

from assistant.commands import app
from assistant.engine.engine import Engine
from assistant.engine.turn import Turn
from assistant.records.entities import Preparation
from assistant.settings import Settings
from tests.said import as_said

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("*/README.md")])
OURS = ("assistant", "benchmarks", "data", "docs", "tests", ".ci")
PROJECT = "action-learning-assistant"


def test_help_lists_the_commands_of_the_readme() -> None:
    named = set(re.findall(r"`assistant (\w+)", README))
    listed = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "200"}).output
    assert named >= {"chat", "record", "export", "forget", "doctor", "train"}
    assert [command for command in sorted(named) if not re.search(rf"\b{command}\b", listed)] == []


def test_options_of_the_readme_exist() -> None:
    for command, option in re.findall(r"`assistant (\w+) (--[a-z-]+)", README):
        told = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).output
        assert option in told, f"assistant {command} {option}"


def test_settings_of_the_documents_exist() -> None:
    fields = {f"ASSISTANT_{name.upper()}" for name in Settings.__fields__}
    text = "".join(document.read_text("utf-8") for document in DOCUMENTS)
    assert set(re.findall(r"\bASSISTANT_[A-Z_]+", text)) <= fields


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    commands = re.findall(r"^    (pip install uv && .+)$", README, re.MULTILINE)
    checked = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert len(commands) == 2
    for command in commands:
        assert any(line.startswith(command) for line in checked), command


def by_name(value: Path | str) -> str:
    return value.name if isinstance(value, Path) else value


def links() -> Iterator[tuple[Path, str]]:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text("utf-8")):
            if not urlsplit(target).scheme:
                yield document, target


@pytest.mark.parametrize(("document", "target"), links(), ids=by_name)
def test_links_between_documents_resolve(document: Path, target: str) -> None:
    path, _, heading = target.partition("#")
    linked = document.parent / path if path else document
    assert linked.exists()
    if heading:
        headings = re.findall(r"^#+ (.+)$", linked.read_text("utf-8"), re.MULTILINE)
        assert heading in {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}


def named_paths() -> list[tuple[Path, str]]:
    folders = "|".join(map(re.escape, OURS))
    path = re.compile(rf"(?<![\w/.-])((?:{folders})/[\w./-]*\w)")
    return sorted({(d, found) for d in DOCUMENTS for found in path.findall(d.read_text("utf-8"))})


@pytest.mark.parametrize(("document", "path"), named_paths(), ids=by_name)
def test_paths_named_in_documents_exist(document: Path, path: str) -> None:
    assert (ROOT / path).exists() or (document.parent / path).exists()


def test_the_list_of_licences_is_up_to_date() -> None:
    rows = (ROOT / "docs" / "licences.md").read_text("utf-8").splitlines()[2:]
    listed = {normal(row.split("|")[1]) for row in rows}
    assert listed == installed_with_it()


def installed_with_it() -> set[str]:
    """Packages that come with the program and its extras, by ``uv.lock``, and what they need."""
    packages = {p["name"]: p for p in tomli.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]}
    found: set[str] = set()

    def add(name: str, extras: frozenset[str]) -> None:
        package = packages[name]
        optional = package.get("optional-dependencies", {})
        needs = [*package.get("dependencies", []), *(n for e in extras for n in optional[e])]
        if name not in found or extras:
            found.add(name)
            for need in needs:
                add(need["name"], frozenset(need.get("extra", ())))

    add(PROJECT, frozenset(packages[PROJECT].get("optional-dependencies", {})))
    return {normal(name) for name in found - {PROJECT}}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def test_packages_come_from_public_places_over_https() -> None:
    lock = tomli.loads((ROOT / "uv.lock").read_text("utf-8"))
    registries = {p["source"]["registry"] for p in lock["package"] if "registry" in p["source"]}
    files = {wheel["url"] for p in lock["package"] for wheel in p.get("wheels", [])}
    assert len(registries) == 1
    for address in map(urlsplit, registries | files):
        assert address.scheme == "https"
        assert address.hostname is not None
        assert address.hostname.endswith(".org")
        assert (address.port, address.username) == (None, None)


@lru_cache(maxsize=1)
def texts_of_ours() -> dict[Path, str]:
    files = [f for folder in OURS for f in (ROOT / folder).rglob("*") if f.is_file()]
    files += [f for f in ROOT.iterdir() if f.suffix in {".md", ".yml", ".yaml", ".toml"}]
    return {
        file: file.read_text("utf-8", "ignore")
        for file in files
        if file.suffix != ".pyc" and file != Path(__file__).resolve()
    }


def test_no_file_names_a_place_to_take_packages_from() -> None:
    places = re.compile(r"index[-_]url|find-links|tool\.uv\.index|\bpy(pi|thonhosted)\.org", re.I)
    assert len(texts_of_ours()) > 100
    assert [file for file, text in texts_of_ours().items() if places.search(text)] == []


def session_of_the_readme() -> list[tuple[str, str]]:
    """What the member types in the README's session, and what is said to it."""
    block = README.split("## What it is like")[1].split("Enter sends")[0]
    lines = [line[4:] for line in block.splitlines() if line.startswith("    ")]
    turns = re.split(r"^> (.+)$", "\n".join(lines), flags=re.MULTILINE)
    return list(zip(["", *turns[1::2]], turns[::2], strict=True))


def squeezed(text: str) -> str:
    return " ".join(text.split())


async def test_the_session_of_the_readme_goes_as_it_says(
    engine: Engine, preparation: Preparation
) -> None:
    (_, first), *turns = session_of_the_readme()
    assert squeezed(engine.opening(preparation.id).messages[-1]) == squeezed(first)
    assert len(turns) == 8
    for turn, (typed, shown) in enumerate(turns):
        said = "\n".join(as_said(line, preparation.id, turn) for line in shown.splitlines())
        reply = await engine.reply(Turn(preparation.id, typed))
        assert squeezed("\n".join(reply.messages)) == squeezed(said)
