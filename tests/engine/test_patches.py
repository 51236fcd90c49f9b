"""Rasa patched and Rasa as it is say and keep the same."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.engine import patches
from assistant.engine.patches import WrongRasa, make_imports_lazy
from assistant.records.steps import Step
from assistant.records.store import Store
from assistant.settings import Settings

COMMANDS = """
help repeat rephrase ask_why ask_progress summary_so_far thinking louder_slower ask_export
ask_advice off_topic faq_action_learning faq_ground_rules faq_set_meeting faq_confidentiality
resume was_answer was_command go_back affirm go_back say_same skip_question go_back deny
change_answer problem withdraw pause not_coping danger others_at_risk start_again deny start_again
affirm
""".split()  # noqa: SIM905  # read as the conversation runs
TYPED = (
    "go back please",
    "/restart",
    "/answer{'x': 1}",
    "Skip this one.",
    "What have I said so far?",
    "We tried that twice, and can we move on to the next question please?",
    "why are you asking me that",
    "{sentence} and {0} and %s are what the form says when it is broken.",
    "delete everything",
    "no",
    "That will do, I have said enough for today.",
)
DELETING = ["#delete_data", "#affirm"]
TODAY = date(2026, 11, 2)
ENDING = ("#affirm", "#summary", "#affirm", "#withdraw", "#go_back", "#all", "#affirm")


def _script(sentences: tuple[str, ...]) -> list[str]:
    commands = [f"#{command}" for command in COMMANDS]
    return [sentences[0], sentences[1], *commands, *sentences[2:6], *TYPED, "#enough", *ENDING]


def _turns(preparation_id: str, said: list[str]) -> list[dict[str, str]]:
    return [
        {
            "preparation_id": preparation_id,
            "message_id": str(number),
            **({"choice": each[1:]} if each.startswith("#") else {"text": each}),
        }
        for number, each in enumerate(said)
    ]


def _kept(step: Step) -> tuple[Any, ...]:
    return (step.kind, step.question, step.said, step.text, step.wording, step.command, step.about)


def _played(trials: Any, settings: Settings, said: list[str]) -> tuple[Any, list[Any], list[Any]]:
    """What was said, what was kept, and which heavy libraries it took; then all is deleted."""
    store = Store.open(settings)
    made = store.home_preparation("Asha", "Tuesday set", TODAY)  # made before, the same for both
    place = {"home": str(settings.home)}
    first = trials("play", place=place, turns=_turns(made.id, said))
    kept = [_kept(step) for step in store.steps(made.id)]
    last = [turn | {"message_id": "d" + turn["message_id"]} for turn in _turns(made.id, DELETING)]
    second = trials("play", place=place, turns=last)
    store.close()
    return [*first["replies"], *second["replies"]], kept, second["heavy"]


def test_patched_and_stock_rasa_say_and_keep_the_same(
    stock_trials: Any,
    trials: Any,
    sentences: tuple[str, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    said = _script(sentences)
    assert len(said) > 40
    home = tmp_path_factory.mktemp("homes") / "ours"
    with closing(Store.open(Settings(home=home))) as store:
        store.home_preparation("Asha", "Tuesday set", TODAY)
    copied = Path(shutil.copytree(home, home.with_name("stock")))
    ours = _played(trials, Settings(home=home), said)
    stock = _played(stock_trials, Settings(home=copied), said)
    for each, one, other in zip([*said, *DELETING], ours[0], stock[0], strict=True):
        assert (each, one) == (each, other)
    assert ours[1] == stock[1]
    assert ours[0][-1]["kind"] == "ended"
    assert ours[2] == []  # a whole conversation without TensorFlow and scikit-learn
    assert "tensorflow" in stock[2]  # or the line above would say nothing


def test_another_version_of_rasa_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patches, "version", lambda name: "3.7.0")
    with pytest.raises(WrongRasa) as caught:
        make_imports_lazy()
    assert str(caught.value) == (
        "This program needs Rasa 3.6.21, but 3.7.0 is installed: install the program again."
    )
