"""Learns the regressions and the choice anew, and says how well sessions left out are served."""

from __future__ import annotations

import numpy as np

from assistant.summary.fitting.choice import choice, learn_choice
from assistant.summary.fitting.marked import marked, sessions
from assistant.summary.fitting.regressions import FOLDS, learn_pieces
from assistant.summary.reading import read


def main() -> None:
    """Write the weights."""
    every = sessions()
    said = [read({k: text for k, text in s["answers"].items() if text}) for s in every]
    examples = [marked(session, told) for session, told in zip(every, said, strict=True)]
    apart = learn_pieces([example for some in examples for example in some])
    ends = np.cumsum([len(some) for some in examples])[:-1]
    choices = [
        choice(*parts) for parts in zip(every, said, examples, np.split(apart, ends), strict=True)
    ]
    choices = [each for each in choices if each.plans]
    reached, most, named, words = [], [], [], []
    for fold in range(FOLDS):
        learned = learn_choice([c for i, c in enumerate(choices) if i % FOLDS != fold])
        for left_out in choices[fold::FOLDS]:
            chosen = int(learned.scores(left_out).argmax())
            reached.append(left_out.worth[chosen])
            most.append(left_out.worth.max())
            named.append(left_out.mentioned[chosen])
            words.append(left_out.plans[chosen].words)
    weights = learn_choice(choices)
    weights.write()
    print(
        f"{len(choices)} sessions, each left out; worth {np.mean(reached):.2f} of"
        f" {np.mean(most):.2f}, mentioned {np.mean(named):.2f}, words {np.mean(words):.1f}"
    )
    for name, weight in sorted(zip(weights.names, weights.weights, strict=True)):
        print(f"  {name:24}{weight:7.2f}")


if __name__ == "__main__":
    main()
