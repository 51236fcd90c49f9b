"""What is changed inside Rasa 3.6.21, all in this place, each with its reason.

``tests/engine/test_patches.py`` plays the same conversations with and without them and finds no
difference. Nothing is stubbed: what is made lazy is executed when it is used.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from assistant.engine.lazy import make_lazy, make_package_lazy

RASA_VERSION = "3.6.21"

_LAZY: tuple[tuple[str, ...], ...] = (
    # rasa/nlu/extractors/extractor.py imports it and uses nothing of it; with it comes
    # TensorFlow: 10 seconds and 350 MB that no component of ours needs.
    ("rasa.utils.train_utils",),
    # Featurizers use them to train machine-learning policies; with them comes scikit-learn.
    ("rasa.utils.tensorflow.model_data_utils",),
    ("rasa.utils.tensorflow.model_data", "ragged_array_to_ndarray"),
    # rasa/core/policies/rule_policy.py uses it to check rules in training; with it comes
    # matplotlib.
    ("rasa.core.test",),
    # rasa/core/tracker_store.py imports the clients of databases that are not used here.
    ("boto3.dynamodb.conditions", "Key"),
    ("pymongo.collection", "Collection"),
)


_CHANNEL = ("InputChannel", "OutputChannel", "UserMessage", "CollectingOutputChannel")


class WrongRasa(Exception):
    """Another version of Rasa is installed than the one these patches were made for."""


def make_imports_lazy() -> None:
    """Keep out of the process what a conversation does not use; before Rasa is imported."""
    if version("rasa") != RASA_VERSION:
        raise WrongRasa(
            f"This program needs Rasa {RASA_VERSION}, but {version('rasa')} is installed: "
            "install the program again."
        )
    for lazy in _LAZY:
        make_lazy(*lazy)
    # Its __init__ imports every channel that Rasa has, from Slack to Telegram.
    make_package_lazy("rasa.core.channels", "channel", *_CHANNEL)


def speed_up_actions() -> None:
    """Trust the actions of this process, find event types once, and copy slots quickly.

    Stock Rasa checks what an action server sent against a constant JSON schema that it builds
    anew on every action (70% of a turn's time), and walks all subclasses of ``Event`` for every
    event it reads. Here the same process made the result, with Rasa's own SDK. And it copies every
    slot of the domain some nine times a turn, through ``copy``'s slow way for any object.
    """
    from rasa.core.actions.action import RemoteAction
    from rasa.shared.core.events import Event
    from rasa.shared.core.slots import Slot

    stock_check = RemoteAction._validate_action_result
    stock_resolve = Event.resolve_by_type
    types: dict[str, Any] = {}

    def check(self: Any, result: dict[str, Any]) -> bool:
        in_process = self.action_endpoint is not None and self.action_endpoint.url is None
        return in_process or bool(stock_check(self, result))

    def resolve_by_type(type_name: str, default: Any = None) -> Any:
        if type_name not in types:
            types[type_name] = stock_resolve(type_name, None)
        return types[type_name] or default

    def copied(self: Any) -> Any:
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        return twin

    Slot.__copy__ = copied
    RemoteAction._validate_action_result = check
    Event.resolve_by_type = staticmethod(resolve_by_type)
