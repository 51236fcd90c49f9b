"""Trains the model with stock Rasa: ``python -m assistant.engine.train_model OUTPUT``.

Runs as a child process, so that what training needs (TensorFlow, scikit-learn) never enters
the process that converses. Prints one line of JSON a stage: {"stage": ..., "done": 0 to 1}.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import yaml

from assistant.engine.quiet import quieten, quieten_rasa
from assistant.project import project_folder


def main(output: Path) -> None:
    """Train into ``output``, a file that appears only when it is whole."""
    report("starting", 0.05)
    quieten()
    from rasa.model_training import train

    quieten_rasa()
    from assistant.engine.graph_recipe import graph_recipe

    project = project_folder()
    report("reading", 0.4)
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.yml"
        config.write_text(yaml.safe_dump(graph_recipe(project / "config.yml")), "utf-8")
        report("training", 0.5)
        result = train(
            domain=str(project / "domain.yml"),
            config=str(config),
            training_files=[str(project / "data" / "nlu"), str(project / "data" / "stories")],
            output=folder,
            fixed_model_name="model",
        )
        if result.code != 0 or not result.model:
            raise SystemExit(f"training failed with code {result.code}")
        report("saving", 0.95)
        whole = output.with_suffix(".part")
        whole.write_bytes(Path(result.model).read_bytes())
        whole.replace(output)
    report("done", 1.0)


def report(stage: str, done: float) -> None:
    """Tell the parent how far it is."""
    print(json.dumps({"stage": stage, "done": done}), file=sys.__stdout__, flush=True)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except Exception as error:  # the parent tells a person the last line
        raise SystemExit(" ".join(str(error).split()) or type(error).__name__) from None
