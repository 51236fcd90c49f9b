"""Where the Rasa project lies: at the root of a checkout, inside the package of a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def project_folder() -> Path:
    """The folder that holds ``config.yml``, ``domain.yml`` and ``data/``.

    A wheel carries them as ``assistant/project``; a checkout has them beside the package.
    """
    carried = _PACKAGE / "project"
    return carried if carried.is_dir() else _PACKAGE.parent
