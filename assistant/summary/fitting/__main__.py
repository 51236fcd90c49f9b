"""Learns the regressions and the choice anew, and says how well sessions left out are served."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from assistant.summary import judge
from assistant.summary.fitting.choice import Choice, Reading, Weights, choice, learn_choice
from assistant.summary.fitting.marked import Session, marked, sessions
from assistant.summary.fitting.nouns import learn_topics, learn_words
from assistant.summary.fitting.regressions import FOLDS, learn_pieces
from assistant.summary.reading import read


def main() -> None:
    """Write the weights."""
    every = sessions()
    _agreement(every)
    said = [read({k: text for k, text in s["answers"].items() if text}) for s in every]
    examples = [marked(session, told) for session, told in zip(every, said, strict=True)]
    words, about = learn_words(every, said)
    nouns, topics = learn_topics(every, said)
    parts, apart = learn_pieces([example for some in examples for example in some])
    ends = np.cumsum([len(some) for some in examples])[:-1]
    apart_each = np.split(apart, ends)
    choices = [
        found
        for told in zip(every, examples, apart_each, about, topics, strict=True)
        if (found := choice(*told)).plans
    ]
    _report(choices)
    weights = learn_choice(choices)
    np.savez_compressed(judge.WEIGHTS, **words, **nouns, **parts)
    weights.write()
    for name, weight in sorted(zip(weights.names, weights.weights, strict=True)):
        print(f"  {name:24}{weight:7.2f}")


def _agreement(every: Sequence[Session]) -> None:
    """Print how many sentences readers marked, and how well two agree who marked the same."""
    tables = [table for session in every for table in session.get("read", ())]
    sentences = sum(len(set().union(*session.get("read", ()))) for session in every)
    twice = [
        (first[text], second[text])
        for session in every
        for first, second in combinations(session.get("read", ()), 2)
        for text in sorted(first.keys() & second.keys())
    ]
    agreed = f"{np.corrcoef(np.array(twice).T)[0, 1]:.2f}" if len(twice) > 1 else "unknown"
    print(
        f"{sum(map(len, tables))} marks of {sentences} sentences; the correlation of the marks of"
        f" {len(twice)} that two readers marked is {agreed}"
    )


def _report(choices: Sequence[Choice]) -> None:
    """Print how sessions are served by a choice that was learned without them."""
    reached, most, named, words, marks = [], [], [], [], []
    for fold in range(FOLDS):
        learned = learn_choice([c for i, c in enumerate(choices) if i % FOLDS != fold])
        for left_out in choices[fold::FOLDS]:
            chosen = int(learned.scores(left_out).argmax())
            reached.append(left_out.worth[chosen])
            most.append(left_out.worth.max())
            named.append(left_out.mentioned[chosen])
            words.append(left_out.plans[chosen].words)
            marks += [_mark(left_out, learned, reading) for reading in left_out.read]
    print(
        f"{len(choices)} sessions, a fifth left out at a time; worth {np.mean(reached):.2f} of"
        f" {np.mean(most):.2f}, mentioned {np.mean(named):.2f}, words {np.mean(words):.1f};"
        f" mark of the first among those that a reader marked {np.mean(marks):.2f} of"
        f" {np.mean([given.max() for each in choices for _, given in each.read]):.2f}"
    )


def _mark(choice: Choice, learned: Weights, reading: Reading) -> float:
    """Return the mark of the sentence that comes first of those that a reader marked."""
    rows, marks = reading
    return float(marks[learned.scores(choice)[rows].argmax()])


if __name__ == "__main__":
    main()
