"""The Rasa component that guesses what a message is, without regard to the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.embedding import embedder
from assistant.nlu.model import SentenceModel
from assistant.nlu.reading import Reading
from assistant.nlu.recipe import register

if TYPE_CHECKING:
    from assistant.nlu.training import Example

MODEL = "sentence_model"
"""Property of a message under which the judge finds the model, to ask it about parts."""
READING = "reading"
"""Property under which it finds what the model made of the whole text."""
RANKED = 10
_FILE = "sentences.npz"


@register(is_trainable=True)
class SentenceClassifier(IntentClassifier, GraphComponent):  # type: ignore[misc]
    """Ranks the intents of a message by embedding, form and grams of its text."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, model: SentenceModel | None = None
    ) -> None:
        """Keep where the model is stored, and the model itself once there is one."""
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceClassifier:
        """Make a classifier that is yet to be trained."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceClassifier:
        """Read the trained classifier, and the embeddings, so that no message waits for them."""
        embedder()
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, SentenceModel.load(folder / _FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Train on all examples of intents, and store the model."""
        from assistant.nlu.training import train

        self._model = train([_example(row) for row in training_data.intent_examples])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder / _FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set each message's `intent` and `intent_ranking`."""
        for message in messages:
            if self._model is not None and message.get("text"):
                (reading,) = self._model.read([str(message.get("text")).strip()])
                ranking = _ranking(reading)
                message.set(MODEL, self._model)
                message.set(READING, reading)
                message.set("intent", ranking[0], add_to_output=True)
                message.set("intent_ranking", ranking, add_to_output=True)
        return messages


def _ranking(reading: Reading) -> list[dict[str, Any]]:
    """Return the most probable intents as Rasa shows them."""
    ordered = sorted(reading.shares.items(), key=lambda share: -share[1])
    return [{"name": label, "confidence": share} for label, share in ordered[:RANKED]]


def _example(row: Message) -> Example:
    """Return a row of the training data with what `metadata` of its intent says of the question."""
    from assistant.nlu.training import Example

    metadata = row.get("metadata") or {}
    said, about = metadata.get("intent") or {}, (metadata.get("example") or {}).get("about", "")
    asked, answers = tuple(said.get("asked", ())), said.get("answers", {})
    return Example(str(row.get("text")), str(row.get("intent")), asked, answers, about)
