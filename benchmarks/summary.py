"""How good is the one sentence? Ours, the baselines and the hand-written ones, side by side.

    python benchmarks/summary.py --data FILE [--json] [--sheet FOLDER]

FILE is JSON with `sessions`: [{id, answers, ideal_summaries, must_mention,
must_mention_alternatives}]. The measures: one sentence, words, content words that the member did
not say, share of `must_mention` that is mentioned (whole words, by lemma, alternatives count),
faults of grammar that the parse shows, seconds by the clock (slowest) and of processor time.
`--sheet` writes a sheet for blind judging (four sentences a session in random order) and its key in
another file.
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import re
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.summary import Check, check, draft, grammar
from assistant.summary.language import lemmas, load
from assistant.summary.reading import sentences

Session = Mapping[str, Any]
JUDGED = ("ours", "first sentence", "LexRank", "ideal")


@dataclass(frozen=True)
class Measured:
    """One sentence and its measures."""

    text: str
    checked: Check
    mentioned: tuple[str, ...]
    expected: tuple[str, ...]
    faults: tuple[str, ...]
    seconds: float
    processor: float

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())

    @property
    def sentences(self) -> int:
        """The number of sentences."""
        return len(sentences(self.text))

    @property
    def unsupported(self) -> list[str]:
        """The content words that the member did not say."""
        return [w for p in self.checked.problems if p.kind == "unsaid" for w in p.words]


def ours(session: Session) -> str:
    """Return the sentence that would be offered first."""
    best = draft(session["answers"]).best
    return best.text if best else ""


def first_sentence(session: Session) -> str:
    """Return the first sentence of the problem as it was written."""
    text = session["answers"].get("problem", "").strip()
    return re.split(r"(?<=[.?!])\s|\n", text)[0]


def pasted(session: Session) -> str:
    """Return what is tried and what is stopping, one after the other: no sentence at all."""
    answers = session["answers"]
    return f"{answers.get('try', '')} {answers.get('stopping', '')}".strip()


class _Lines:
    """A tokenizer for sumy; its own needs NLTK's sentence model, which would be downloaded."""

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """Split a paragraph into sentences."""
        return tuple(sentences(paragraph))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Split a sentence into lower-case words."""
        return tuple(re.findall(r"[a-z][\w'-]*", sentence.lower()))


def extracted(summarizer: str) -> Callable[[Session], str]:
    """Return a baseline of sumy's that picks one sentence from all answers."""

    def pick(session: Session) -> str:
        from sumy.nlp.stemmers import Stemmer
        from sumy.parsers.plaintext import PlaintextParser

        module = importlib.import_module(f"sumy.summarizers.{summarizer}")
        kind = getattr(module, f"{summarizer.title().replace('_', '')}Summarizer")
        parts = [part for text in session["answers"].values() for part in sentences(text + ". ")]
        document = PlaintextParser.from_string("\n".join(parts), _Lines()).document
        found = kind(Stemmer("english"))(document, 1)
        return str(found[0]) if found else ""

    return pick


METHODS: dict[str, Callable[[Session], str]] = {
    "ours": ours,
    "first sentence": first_sentence,
    "pasted": pasted,
    "LexRank": extracted("lex_rank"),
    "TextRank": extracted("text_rank"),
    "ideal": lambda session: session["ideal_summaries"][0],
    "ideal 2": lambda session: session["ideal_summaries"][-1],
}


def mentioned(text: str, session: Session) -> tuple[str, ...]:
    """Return which of the words a faithful sentence has to carry it carries."""
    alternatives: Mapping[str, Sequence[str]] = session.get("must_mention_alternatives", {})
    return tuple(
        word
        for word in session.get("must_mention", ())
        if any(_says(text, form) for form in (word, *alternatives.get(word, ())))
    )


def _says(text: str, phrase: str) -> bool:
    said = [_forms(word) for word in re.findall(r"[\w%]+", text.lower())]
    wanted = [_forms(word) for word in re.findall(r"[\w%]+", phrase.lower())]
    places = range(len(said) - len(wanted) + 1)
    return any(all(a & b for a, b in zip(wanted, said[i:], strict=False)) for i in places)


def _forms(word: str) -> frozenset[str]:
    return lemmas(word)


def measure(text: str, session: Session, seconds: float, processor: float) -> Measured:
    """Return a sentence's measures; seconds by the clock, and of processor time."""
    return Measured(
        text=text,
        checked=check(text, session["answers"]),
        mentioned=mentioned(text, session),
        expected=tuple(session.get("must_mention", ())),
        faults=grammar.problems(load()(text)),
        seconds=seconds,
        processor=processor,
    )


def run(sessions: Sequence[Session]) -> dict[str, list[Measured]]:
    """Return the measures of every method for every session."""
    load()
    results: dict[str, list[Measured]] = {name: [] for name in METHODS}
    for session in sessions:
        for name, method in METHODS.items():
            started, worked = time.perf_counter(), time.process_time()
            text = method(session)
            took = time.perf_counter() - started, time.process_time() - worked
            results[name].append(measure(text, session, *took))
    return results


def means(measured: Sequence[Measured]) -> dict[str, float]:
    """Return the means over all sessions; shares from 0 to 1."""
    expected = sum(len(m.expected) for m in measured)
    return {
        "one_sentence": statistics.mean(m.sentences == 1 for m in measured),
        "words": statistics.mean(m.words for m in measured),
        "longest": max(m.words for m in measured),
        "unsupported": sum(len(m.unsupported) for m in measured),
        "mentioned": sum(len(m.mentioned) for m in measured) / expected if expected else 1.0,
        "no_fault": statistics.mean(not m.faults for m in measured),
        "passed": statistics.mean(m.checked.passed for m in measured),
        "slowest": max(m.seconds for m in measured),
        "processor": max(m.processor for m in measured),
    }


def as_json(sessions: Sequence[Session], results: Mapping[str, list[Measured]]) -> str:
    """Return ours by session, and the means of every method."""
    rows = [
        {
            "id": session["id"],
            "summary": ours_here.text,
            "candidates": [c.text for c in draft(session["answers"]).candidates],
            "words": ours_here.words,
            "sentences": ours_here.sentences,
            "unsupported": ours_here.unsupported,
            "mentioned": list(ours_here.mentioned),
            "expected": list(ours_here.expected),
            "problems": [problem.kind for problem in ours_here.checked.problems],
            "seconds": round(ours_here.seconds, 3),
        }
        for session, ours_here in zip(sessions, results["ours"], strict=True)
    ]
    mean = means(results["ours"])
    others = {name: means(measured) for name, measured in results.items()}
    return json.dumps({"sessions": rows, "mean": mean, "methods": others}, indent=2)


def table(sessions: Sequence[Session], results: Mapping[str, list[Measured]]) -> str:
    """Return the sentences side by side and the means in a table."""
    lines = []
    for place, session in enumerate(sessions):
        lines.append(f"\n{session['id']}  (must mention: {', '.join(session['must_mention'])})")
        for name, measured in results.items():
            one = measured[place]
            notes = [problem.kind for problem in one.checked.problems] + list(one.faults)
            lines.append(
                f"  {name:15}{one.words:4}w {len(one.mentioned)}/{len(one.expected)}  {one.text}"
                + (f"  [{', '.join(notes)}]" if notes else "")
            )
    return "\n".join([*lines, "", *_means_table(results)])


def _means_table(results: Mapping[str, list[Measured]]) -> list[str]:
    rows = {name: means(measured) for name, measured in results.items()}
    columns = list(next(iter(rows.values())))
    head = f"{'':15}" + "".join(f"{column:>14}" for column in columns)
    return [head] + [
        f"{name:15}" + "".join(f"{row[column]:14.2f}" for column in columns)
        for name, row in rows.items()
    ]


def write_sheet(
    folder: Path, sessions: Sequence[Session], results: Mapping[str, list[Measured]], seed: int
) -> None:
    """Write `sheet.txt` (four sentences a session, in random order) and `key.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    shuffle = random.Random(seed)
    sheet = ["Which would this person read aloud to their set? Rank A to D, best first.", ""]
    key = []
    for place, session in enumerate(sessions):
        order = shuffle.sample(JUDGED, len(JUDGED))
        letters = dict(zip("ABCD", order, strict=True))
        sheet += [f"--- {session['id']}: {session.get('persona', '')}", *_told(session), ""]
        sheet += [f"{letter}. {results[name][place].text}" for letter, name in letters.items()]
        sheet += ["", "Order: ", "Marks out of 5 (A, B, C, D): ", ""]
        key.append(f"{session['id']}: " + ", ".join(f"{a} {b}" for a, b in letters.items()))
    (folder / "sheet.txt").write_text("\n".join(sheet), encoding="utf-8")
    (folder / "key.txt").write_text("\n".join(key) + "\n", encoding="utf-8")


def _told(session: Session) -> list[str]:
    return [f"  {key}: {text}" for key, text in session["answers"].items()]


def main() -> None:
    """Read the options, run, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="JSON with `sessions`")
    parser.add_argument("--json", action="store_true", help="print JSON in place of the table")
    parser.add_argument("--sheet", type=Path, help="folder for the sheet of a blind judging")
    parser.add_argument("--seed", type=int, default=1, help="order of the sentences on the sheet")
    options = parser.parse_args()
    sessions = json.loads(options.data.read_text(encoding="utf-8"))["sessions"]
    results = run(sessions)
    print(as_json(sessions, results) if options.json else table(sessions, results))
    if options.sheet:
        write_sheet(options.sheet, sessions, results, options.seed)


if __name__ == "__main__":
    main()
