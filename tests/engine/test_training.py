"""The trained model: found by its fingerprint, trained when it is not there or is broken."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.engine import agent, fingerprint, training
from assistant.engine.agent import BrokenModel
from assistant.engine.graph_recipe import _without_validator
from assistant.engine.model import Model
from assistant.engine.training import TrainingFailed, model_path, trained_model
from assistant.project import project_folder


@pytest.fixture
def trainings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The models that were trained, in a moment: each is a file of a few bytes."""
    done: list[Path] = []

    def train(model: Path, progress: Callable[[str, float], None]) -> None:
        progress("training", 0.5)
        model.write_bytes(b"trained")
        done.append(model)

    monkeypatch.setattr(training, "_train", train)
    return done


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the Rasa project that a test may spoil."""
    copy = tmp_path / "project"
    copy.mkdir()
    for name in ("config.yml", "domain.yml"):
        shutil.copy(project_folder() / name, copy / name)
    shutil.copytree(project_folder() / "data", copy / "data")
    monkeypatch.setattr(fingerprint, "project_folder", lambda: copy)
    yield copy


def test_it_is_trained_once_and_then_found(tmp_path: Path, trainings: list[Path]) -> None:
    told: list[tuple[str, float]] = []
    first = trained_model(tmp_path, lambda stage, done: told.append((stage, done)))
    assert (trainings, told) == ([first], [("training", 0.5)])
    assert trained_model(tmp_path, lambda stage, done: told.append((stage, done))) == first
    assert (trainings, told) == ([first], [("training", 0.5)])
    assert first == model_path(tmp_path)


def test_it_is_trained_anew_when_asked(tmp_path: Path, trainings: list[Path]) -> None:
    first = trained_model(tmp_path)
    assert trained_model(tmp_path, anew=True) == first
    assert trainings == [first, first]


def test_only_the_newest_models_are_kept(tmp_path: Path, trainings: list[Path]) -> None:
    for age, name in enumerate(("a", "b", "c")):
        old = tmp_path / f"{name}.tar.gz"
        old.write_bytes(b"old")
        os.utime(old, (1000 - age, 1000 - age))
        Path(f"{old}.lock").touch()
    model = trained_model(tmp_path)
    assert sorted(tmp_path.glob("*.tar.gz")) == sorted([model, tmp_path / "a.tar.gz"])
    assert not (tmp_path / "b.tar.gz.lock").exists()


@pytest.mark.parametrize(
    "changed",
    ["config.yml", "domain.yml", "data/nlu/affirm.yml", "data/stories/rules.yml"],
)
def test_a_change_of_the_project_asks_for_another_model(project: Path, changed: str) -> None:
    before = fingerprint.fingerprint()
    assert fingerprint.fingerprint() == before
    with (project / changed).open("a") as file:
        file.write("# changed\n")
    assert fingerprint.fingerprint() != before


def test_a_new_file_and_a_new_name_ask_for_another_model(project: Path) -> None:
    before = fingerprint.fingerprint()
    (project / "data" / "nlu" / "more.yml").write_text("version: '3.1'\n")
    added = fingerprint.fingerprint()
    (project / "data" / "nlu" / "more.yml").rename(project / "data" / "nlu" / "most.yml")
    assert len({before, added, fingerprint.fingerprint()}) == 3


@pytest.mark.parametrize("library", ["rasa", "scikit-learn", "onnxruntime"])
def test_another_library_asks_for_another_model(
    monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    before, version = fingerprint.fingerprint(), fingerprint.version
    monkeypatch.setattr(
        fingerprint, "version", lambda name: "0" if name == library else version(name)
    )
    assert fingerprint.fingerprint() != before


def test_the_code_that_understands_is_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "assistant"
    for folder in ("embedding", "engine", "nlu"):
        shutil.copytree(fingerprint._PACKAGE / folder, package / folder)
    before = fingerprint.fingerprint()
    monkeypatch.setattr(fingerprint, "_PACKAGE", package)
    assert fingerprint.fingerprint() == before
    seen = {before}
    for name in ("nlu/judge.py", "embedding/weights/vocab.txt", "engine/train_model.py"):
        with (package / name).open("a") as file:
            file.write("\n")
        seen.add(fingerprint.fingerprint())
    assert len(seen) == 4
    (package / "nlu" / "README.md").write_text("Read me.")
    assert fingerprint.fingerprint() in seen


@pytest.mark.parametrize("content", [b"", b"half a model", None])
def test_a_damaged_model_is_trained_anew_once_and_then_fine(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    whole = model.read_bytes()
    damaged = model_path(tmp_path)
    damaged.write_bytes(whole[: len(whole) // 2] if content is None else content)
    trained: list[Path] = []

    def train(path: Path, progress: Any) -> None:
        path.write_bytes(whole)
        trained.append(path)

    monkeypatch.setattr(training, "_train", train)
    loaded = Model(tmp_path).load()
    assert loaded.is_ready()
    assert trained == [damaged]
    assert Model(tmp_path).load().is_ready()
    assert len(trained) == 1


def test_a_model_that_is_still_broken_says_so_and_can_be_tried_again(
    tmp_path: Path, trainings: list[Path]
) -> None:
    model = Model(tmp_path)
    for attempt in (2, 3):  # found and broken, then trained anew; later only that
        with pytest.raises(BrokenModel, match="damaged"):
            asyncio.run(model.ready())
        assert len(trainings) == attempt


def test_waiting_tasks_load_it_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    loads: list[Path] = []
    monkeypatch.setattr(
        "assistant.engine.model.trained_model", lambda folder, *args, **kwargs: folder
    )
    monkeypatch.setattr(
        agent, "load_agent", lambda path, *args, **kwargs: loads.append(path) or object()
    )
    model = Model(tmp_path)

    async def at_once() -> list[Any]:
        return await asyncio.gather(*(model.ready() for _ in range(5)))

    first, *others = asyncio.run(at_once())
    assert all(other is first for other in others)
    assert loads == [tmp_path]


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file stands there")
    with pytest.raises(TrainingFailed) as caught:
        trained_model(tmp_path / "models" / "below")
    said = str(caught.value)
    assert "make room" in said
    assert "Nothing you said is lost." in said


@pytest.mark.parametrize("reason", ["No space left on device", "Read-only file system"])
def test_a_full_or_read_only_disk_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    def refused(*args: Any) -> None:
        raise OSError(28, reason)

    monkeypatch.setattr(training, "_train", refused)
    with pytest.raises(TrainingFailed, match=f"{tmp_path}.*{reason}.*make the folder writable"):
        trained_model(tmp_path)


def test_training_that_fails_says_why_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text(
        'print(\'{"stage": "starting", "done": 0.05}\')\nraise SystemExit(\'the domain is bad\')'
    )
    told: list[str] = []
    real = training.subprocess.Popen

    def popen(command: list[str], **kwargs: Any) -> Any:
        return real([command[0], str(broken)], **kwargs)

    monkeypatch.setattr(training.subprocess, "Popen", popen)
    with pytest.raises(TrainingFailed) as caught:
        trained_model(tmp_path / "models", lambda stage, done: told.append(stage))
    assert told == ["starting"]
    assert "the domain is bad" in str(caught.value)
    assert "run 'assistant doctor'" in str(caught.value)
    assert list((tmp_path / "models").glob("*.tar.gz")) == []


def test_a_broken_configuration_is_one_sentence(tmp_path: Path) -> None:
    """The real training, stopped by a project that is broken."""
    package = tmp_path / "assistant"
    package.mkdir()
    for name in ("config.yml", "domain.yml"):
        (tmp_path / name).write_text("pipeline: [unclosed\n")
    shutil.copytree(fingerprint._PACKAGE / "engine", package / "engine")
    shutil.copy(fingerprint._PACKAGE / "project.py", package)
    (package / "__init__.py").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        patch.setenv("PYTHONPATH", str(tmp_path))
        with pytest.raises(TrainingFailed) as caught:
            training._train(tmp_path / "model.tar.gz", lambda stage, done: None)
    said = str(caught.value)
    assert said.startswith("The language model could not be trained (while parsing")
    assert "config.yml" in said
    assert said.endswith("run 'assistant doctor'. Nothing you said is lost.")
    assert "\n" not in said


def test_the_model_has_the_pipeline_of_config_yml_and_no_validator(model: Path) -> None:
    with tarfile.open(model) as archive:
        (name,) = (name for name in archive.getnames() if name.endswith("metadata.json"))
        file = archive.extractfile(name)
        assert file
        schemas = json.load(file)
    config = yaml.safe_load((project_folder() / "config.yml").read_text("utf-8"))
    used = {node["uses"] for node in schemas["predict_schema"]["nodes"].values()}
    assert {component["name"] for component in config["pipeline"]} <= used
    assert "schema_validator" not in schemas["train_schema"]["nodes"]
    assert schemas["assistant_id"] == config["assistant_id"]


def test_what_the_validator_passed_on_comes_from_the_node_before_it() -> None:
    nodes = {
        "schema_validator": {"needs": {"importer": "__importer__"}},
        "provider": {"needs": {"importer": "schema_validator", "other": "tracker"}},
    }
    left = _without_validator({"nodes": nodes})
    assert left == {
        "nodes": {"provider": {"needs": {"importer": "__importer__", "other": "tracker"}}}
    }
