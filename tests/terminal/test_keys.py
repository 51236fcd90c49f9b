from __future__ import annotations

import yaml

from assistant.project import project_folder
from assistant.terminal.keys import COMMANDS
from assistant.texts.texts import texts


def test_every_key_sends_a_command_that_the_assistant_knows() -> None:
    domain = yaml.safe_load((project_folder() / "domain.yml").read_text("utf-8"))
    assert set(COMMANDS.values()) <= set(domain["intents"])


def test_the_help_names_every_key() -> None:
    for told in (texts()("keys"), texts()("help_chat")):
        assert all(f"{key.upper()} " in told for key in COMMANDS)
