"""Makes our components known to Rasa's default recipe, at no cost where it is not used."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

Component = TypeVar("Component")


def register(*, is_trainable: bool) -> Callable[[type[Component]], type[Component]]:
    """Register an intent classifier with the default recipe when that recipe is in use.

    Importing the recipe brings TensorFlow (12 s); `rasa train` has it loaded before it looks for
    our components, and the conversing process never needs it.
    """

    def decorate(component: type[Component]) -> type[Component]:
        module = sys.modules.get("rasa.engine.recipes.default_recipe")
        recipe = getattr(module, "DefaultV1Recipe", None)
        if recipe is not None:
            kind = recipe.ComponentType.INTENT_CLASSIFIER
            recipe.register(kind, is_trainable=is_trainable)(component)
        return component

    return decorate
