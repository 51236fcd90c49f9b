"""Which route a message names: "ten, I'm on a break", "let's do the long one"."""

from __future__ import annotations

import re

from assistant.coaching.heard import only_small, plain, words_in
from assistant.coaching.route import FIVE, FULL, TEN

_NAMES = {
    FIVE: r"five|5|shorter|shortest|short|quicker|quickest|quick|essentials|main ones|fewer",
    TEN: r"ten|10|middle|medium|in between",
    FULL: (
        r"thirty[- ]?five|thirty|35|30|twenty[- ]?five|25|half an hour|an hour|long|longer|longest|"
        r"full|fuller|whole|all of (?:it|them)|all the questions|all|everything|the lot|more"
    ),
}
_MENTION = re.compile("|".join(rf"(?P<{route}>\b(?:{names})\b)" for route, names in _NAMES.items()))
_NOT = re.compile(r"\b(?:not|isn't|don't|no|than|instead of|rather than) (?:\w+ ){0,2}$|\bhow $")
_CLAUSE = re.compile(r"[,.;:!?\n]|\s-\s|\b(?:cos|because|since|before|as|but|if)\b")
_LEAST_TOLD = 3  # words of what follows a route
_MOST_WORDS = 12  # of a message that does nothing but choose


def route_meant(text: str) -> str | None:
    """The route that a request to change names; the last one where it names several."""
    low = plain(text)
    named = [m.lastgroup for m in _MENTION.finditer(low) if not _NOT.search(low[: m.start()])]
    return named[-1] if named else None


def route_alone(text: str) -> str | None:
    """The route that a message names if it does nothing else.

    "Ten, I'm on a break" does; "ten doctors have to agree" does not: what stands before the first
    comma names a route and says nothing beside. Nor does what has more lines than one.
    """
    low = plain(text)
    if "\n" in text.strip():
        return None
    first = _CLAUSE.split(low, maxsplit=1)[0]
    rest = _MENTION.sub(" ", first)
    if len(low.split()) > _MOST_WORDS or not only_small("route", words_in(rest)):
        return None
    return route_meant(first)


def route_at_first(text: str) -> tuple[str, str] | None:
    """The route that the first line names and does nothing else, and the lines after it.

    They were written as messages of their own, while the assistant was not ready to take them in.
    """
    first, _, rest = text.strip().partition("\n")
    told = len(rest.split()) >= _LEAST_TOLD  # "skip" on the second line is no problem
    route = route_alone(first) if told else None
    return (route, rest.strip()) if route else None
