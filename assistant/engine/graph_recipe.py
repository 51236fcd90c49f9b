"""The training configuration: ``config.yml`` written out as a graph.

Rasa's ``graph.v1`` recipe describes the same pipeline node by node. A model trained from it
loads without TensorFlow, which only the default recipe's validator brings in; that node is
left out here, and ``rasa data validate`` does its checks in CI.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_VALIDATOR = "schema_validator"


def graph_recipe(config_file: Path) -> dict[str, Any]:
    """Return the ``graph.v1`` configuration that stands for a ``default.v1`` one."""
    from rasa.engine.recipes.default_recipe import DefaultV1Recipe
    from rasa.shared.data import TrainingType

    with config_file.open(encoding="utf-8") as stream:  # so that an error names the file
        config = yaml.safe_load(stream)
    graph = DefaultV1Recipe().graph_config_for_recipe(
        config, cli_parameters={}, training_type=TrainingType.BOTH
    )
    return {
        "recipe": "graph.v1",
        "assistant_id": config["assistant_id"],
        "language": config["language"],
        "core_target": graph.core_target,
        "nlu_target": graph.nlu_target,
        "train_schema": _without_validator(graph.train_schema.as_dict()),
        "predict_schema": graph.predict_schema.as_dict(),
    }


def _without_validator(schema: dict[str, Any]) -> dict[str, Any]:
    """Take the validator's node out; what it passed on comes from the node before it."""
    nodes = dict(schema["nodes"])
    validator = nodes.pop(_VALIDATOR)
    importer = validator["needs"]["importer"]
    for node in nodes.values():
        node["needs"] = {
            name: importer if source == _VALIDATOR else source
            for name, source in node["needs"].items()
        }
    return {"nodes": nodes}
