from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from assistant.catalogue import BrokenCatalogue
from assistant.texts import texts as module
from assistant.texts.texts import read_texts, texts

PACKAGE = Path(module.__file__).parent.parent
BUILT = re.compile(
    r"(check|copy_part|item|card|record_way|way)_\w+"
)  # keys put together from a name


def test_fills_in_values() -> None:
    assert texts()("written", file="a.md").startswith("Your own copy is in a.md")


@pytest.mark.parametrize("part", ["terminal", "meeting"])
def test_every_text_is_used_and_every_text_used_is_there(part: str) -> None:
    there = set(yaml.safe_load((PACKAGE / f"texts/en/{part}.yml").read_text("utf-8")))
    files = [file for kind in ("py", "html", "svg") for file in (PACKAGE / part).rglob(f"*.{kind}")]
    files += [PACKAGE / "commands.py"] if part == "terminal" else []
    code = "\n".join(file.read_text("utf-8") for file in files)
    used = set(re.findall(r'"([a-z_0-9]+)"', code))
    assert {key for key in there if not BUILT.fullmatch(key)} <= used
    asked = set(re.findall(r'(?:texts\(\)|_SAY|_tell|_texts|texts|say)\(\s*"([a-z_0-9]+)"', code))
    elsewhere = there_in("sets") if part == "terminal" else set()
    assert asked <= there | elsewhere | {"meeting", "sets", "voice", "help_talk", "help_check"}


def there_in(part: str) -> set[str]:
    return set(yaml.safe_load((PACKAGE / f"texts/en/{part}.yml").read_text("utf-8")))


def test_every_text_about_sets_is_used() -> None:
    files = [PACKAGE / "commands.py", *(PACKAGE / "terminal").rglob("*.py")]
    used = set(re.findall(r'"([a-z_0-9]+)"', "\n".join(file.read_text("utf-8") for file in files)))
    built = re.compile(r"(?:no_such|which)_(?:member|set)(?:_named)?|help_(?:set|member|meeting)|"
                       r"(?:is|role)_(?:member|facilitator)")  # fmt: skip
    assert {key for key in there_in("sets") if not built.fullmatch(key)} <= used


def test_every_text_of_the_voice_is_used_and_every_text_used_is_there() -> None:
    there = set(yaml.safe_load((PACKAGE / "texts/en/voice.yml").read_text("utf-8")))
    files = [PACKAGE / "commands.py", *(PACKAGE / "voice").rglob("*.py")]
    code = "\n".join(file.read_text("utf-8") for file in files)
    used = set(re.findall(r'"([a-z_0-9]+)"', code))
    built = re.compile(r"(microphone|speaker|wish|now|yes|no)_\w+|check_(no_)?(microphone|speaker)")
    assert {key for key in there if not built.fullmatch(key)} <= used
    asked = set(re.findall(r'texts\("voice"\)(?:\.lines)?\(\s*"([a-z_0-9]+)"', code))
    assert asked <= there
    for device in ("microphone", "speaker"):
        for kind in ("no_portaudio", "none", "busy", "lost", "unknown"):
            assert f"{device}_{kind}" in there


def test_every_check_has_both_its_sentences() -> None:
    for check in ("python", "rasa", "packages", "weights", "project", "folder", "locale"):
        assert texts().has(f"check_{check}")
        assert texts().has(f"check_{check}_not")


@pytest.mark.parametrize("content", ["- a list", "a: [", "\xff"])
def test_a_broken_file_is_said_in_a_sentence(tmp_path: Path, content: str) -> None:
    file = tmp_path / "terminal.yml"
    file.write_bytes(content.encode("latin-1"))
    with pytest.raises(BrokenCatalogue, match="put back the one"):
        read_texts(file)


def test_a_missing_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BrokenCatalogue, match=r"terminal\.yml"):
        read_texts(tmp_path / "terminal.yml")
