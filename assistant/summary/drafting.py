"""Draft: the sentences that can be offered, ranked, and what the member asks of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from . import grammar
from .check import Said
from .choose import CEILING, WANTED, coverage, length_cost, topics
from .clauses import sentences
from .clean import clean
from .find import Found, Part, content_of, find
from .join import Emphasis, Plan, plans
from .language import lemmas, load
from .words import FUNCTION

_CHECKED = 60  # the best plans that are parsed and checked
_OFFERED = 3
_UNCLEAR = 1.5  # a sentence with a "he" or "they" of whom nobody knows is not offered
_BEHIND = 0.75  # nor is one that is so much worse than the best
_SAME = 0.8  # two sentences that share more of their words than this are one candidate


@dataclass(frozen=True)
class Candidate:
    """A sentence that passed the check; `emphasis`: goal, obstacle, importance or own."""

    text: str
    emphasis: Emphasis
    worth: float = 0.0  # how well it promises to read; only the order means anything

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())


@dataclass(frozen=True)
class Draft:
    """What can be offered for a worksheet.

    `candidates` are ranked and differ in emphasis; `best` is the first of them, or the member's
    own best sentence, trimmed, when nothing passed (`own_words`), or None when nothing was said.
    """

    candidates: tuple[Candidate, ...]
    best: Candidate | None
    own_words: bool
    pool: tuple[Candidate, ...] = ()
    worksheet: Mapping[str, str] = field(default_factory=dict, repr=False)


def draft(worksheet: Mapping[str, str], *, language: str = "en") -> Draft:
    """Return the sentences for a worksheet (question key to answer, in the order asked).

    Any answers may be missing. The same answers give the same draft.
    """
    answers = {key: text for key, text in worksheet.items() if text and text.strip()}
    if not language.startswith("en") or not _is_english(answers.values()):
        return _in_own_words(answers)
    pool = _ranked(answers)
    if not pool:
        return _in_own_words(answers)
    candidates = _varied(pool)
    return Draft(candidates, candidates[0], False, pool, answers)


def shorter(draft: Draft, current: Candidate | str) -> Candidate | None:
    """Return the best candidate that is at least three words shorter, or None."""
    limit = len(_text(current).split()) - 3
    return next((c for c in draft.pool if c.words <= limit), None)


def about(draft: Draft, topic: str) -> Candidate | None:
    """Return the best candidate that says most about a topic ("the rota"), or None."""
    wanted = [w for w in re.findall(r"[\w'-]+", topic.lower()) if w not in FUNCTION]
    if draft.own_words or not wanted:
        return None
    pool = (*draft.pool, *_ranked(draft.worksheet, wanted))
    scores = [_mentions(candidate.text, wanted) for candidate in pool]
    best = max(scores, default=0)
    return pool[scores.index(best)] if best else None


def not_that(draft: Draft, current: Candidate | str) -> Candidate | None:
    """Return the next candidate after the current one that says something else, or None."""
    order = list(dict.fromkeys((*draft.candidates, *_apart(draft.pool))))
    texts = [candidate.text for candidate in order]
    place = texts.index(_text(current)) + 1 if _text(current) in texts else 0
    rest = [c for c in order[place:] if not _alike(c.text, _text(current))]
    return rest[0] if rest else None


def _text(candidate: Candidate | str) -> str:
    return candidate if isinstance(candidate, str) else candidate.text


def _mentions(text: str, wanted: Iterable[str]) -> int:
    said = {form for word in re.findall(r"[\w'-]+", text.lower()) for form in lemmas(word)}
    return sum(bool(lemmas(word) & said) for word in wanted)


def _ranked(answers: Mapping[str, str], wanted: Iterable[str] = ()) -> tuple[Candidate, ...]:
    """Return every candidate that passes, the best first."""
    found = find(answers)
    weights = topics(found.clauses, found.names)
    scored = [(_worth(plan, weights), plan) for plan in (*plans(found), *_own(found, answers))]
    if wanted := list(wanted):
        scored = [(s, p) for s, p in scored if _mentions(p.text, wanted)]
    scored.sort(key=lambda pair: (-pair[0], pair[1].text))
    return _passing(_shortlist(scored), Said(answers))


def _worth(plan: Plan, weights: Mapping[str, float]) -> float:
    """Return how well a plan promises to read: what it says, less what is wrong with it."""
    core = [part for part in plan.parts if part.role in {"aim", "obstacle"}] or list(plan.parts)
    around = [part for part in plan.parts if part not in core]
    worth = sum(_trust(part) for part in core) / len(core) + plan.shape + _flow(core)
    worth += sum(0.5 * (_trust(part) - 0.6) for part in around)
    worth += 0.9 * coverage(plan.content, weights)
    worth -= sum(0.3 for part in around if _adds_nothing(part, plan, weights))
    return worth - length_cost(plan.words) - plan.unclear - _repetition(plan)


def _adds_nothing(part: Part, plan: Plan, weights: Mapping[str, float]) -> bool:
    """Say whether a scene only repeats what the rest of the sentence is about."""
    others = frozenset().union(*(other.content for other in plan.parts if other != part))
    return part.role == "scene" and coverage(part.content - others, weights) < 0.1


def _trust(part: Part) -> float:
    mine = 0.15 if part.mine and part.role in {"obstacle", "reason"} else 0.0
    thin = 0.15 if part.size < 5 and part.role != "aim" else 0.0
    thin *= 3 if part.role in {"reason", "scene"} else 1
    return part.weight + part.signs * (part.role != "aim") + mine - thin


def _flow(core: Sequence[Part]) -> float:
    """Return what it is worth that two obstacles were said one after the other."""
    ways = [part for part in core if part.role == "obstacle"]
    if len(ways) < 2:
        return 0.0
    if ways[0].key != ways[1].key:
        return -0.05
    return 0.25 if ways[1].index - ways[0].index == 1 else 0.2


def _repetition(plan: Plan) -> float:
    words = [w for w in re.findall(r"[a-z]{3,}", plan.text.lower()) if w not in FUNCTION]
    joins = len(re.findall(r"\band\b|\bbut\b|\bbecause\b|\bso\b", plan.text))
    return 0.06 * (len(words) - len(set(words))) + 0.08 * max(0, joins - 2)


def _shortlist(scored: list[tuple[float, Plan]]) -> list[tuple[float, Plan]]:
    """Keep the best plans of every emphasis, none nearly twice."""
    kept: list[tuple[float, Plan]] = []
    counts: dict[str, int] = {}
    for score, plan in scored:
        if plan.words > CEILING or counts.get(plan.emphasis, 0) >= _CHECKED // _OFFERED:
            continue
        counts[plan.emphasis] = counts.get(plan.emphasis, 0) + 1
        kept.append((score, plan))
    short = [pair for pair in scored if pair[1].words < WANTED[0] and pair not in kept][:4]
    return kept + short


def _passing(scored: list[tuple[float, Plan]], said: Said) -> tuple[Candidate, ...]:
    docs = load().pipe([plan.text for _, plan in scored])
    passed = [
        (score - 0.5 * len(grammar.problems(doc)), plan)
        for (score, plan), doc in zip(scored, docs, strict=True)
        if said.check(doc).passed
    ]
    passed.sort(key=lambda pair: (-pair[0], pair[1].text))
    clear = [pair for pair in passed if pair[1].unclear < _UNCLEAR] or passed
    texts = dict.fromkeys((plan.text, plan.emphasis, score) for score, plan in clear)
    return tuple(Candidate(*text) for text in texts)


def _varied(pool: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Return the best candidate of each emphasis, the best of all first."""
    chosen: dict[str, Candidate] = {}
    for candidate in pool:
        worthy = candidate.worth > pool[0].worth - _BEHIND
        if worthy and not any(_alike(candidate.text, other.text) for other in chosen.values()):
            chosen.setdefault(candidate.emphasis, candidate)
    return tuple(chosen.values())[:_OFFERED]


def _apart(pool: tuple[Candidate, ...]) -> list[Candidate]:
    apart: list[Candidate] = []
    for candidate in pool:
        if not any(_alike(candidate.text, other.text) for other in apart):
            apart.append(candidate)
    return apart


def _alike(one: str, other: str) -> bool:
    a, b = (set(re.findall(r"[\w'-]+", text.lower())) for text in (one, other))
    return len(a & b) / max(1, len(a), len(b)) > _SAME


# --- the member's own words -------------------------------------------------------------------


def _own(found: Found, answers: Mapping[str, str]) -> list[Plan]:
    """Return the sentences of the problem that already are what is wanted."""
    own = []
    for sentence in sentences(clean(answers.get("problem", ""))):
        text = re.sub(r"^(?:and|but|so|also|then) ", "", sentence.rstrip(" .!?"), flags=re.I)
        aims = re.search(r"\bI(?:'m| am)? (?:just |really )?(?:want|need|trying|'d like)\b", text)
        if aims and re.search(r"\bbut\b", text) and 12 <= len(text.split()) <= 30:
            parts = tuple(part for part in found.parts if part.key == "problem")[:1]
            own += [Plan(f"{text[0].upper()}{text[1:]}.", "own", parts, 0.0, 0.5)] if parts else []
    return own


def _in_own_words(answers: Mapping[str, str]) -> Draft:
    said = next((answers[k] for k in ("problem", "try", "stopping") if answers.get(k)), "")
    said = said or next(iter(answers.values()), "")
    trimmed = _trimmed(said)
    best = Candidate(trimmed, "own") if trimmed else None
    return Draft((), best, True, (), answers)


def _trimmed(text: str) -> str:
    """Return the best sentence of a text: "I" in it, not too short, cut at the ceiling."""
    parts = sentences(clean(text)) or ([clean(text)] if clean(text) else [])
    if not parts:
        return ""
    best = max(parts, key=lambda p: (min(len(p.split()), 12), bool(re.search(r"\bI\b", p)), -len(p)))
    words = best.split()
    if len(words) > CEILING:
        head = " ".join(words[:CEILING])
        best = head[: head.rfind(",")] if head.rfind(",") > len(head) // 2 else head
    best = best.rstrip(" ,.")
    return best[0].upper() + best[1:] + ("" if best.endswith(("?", "!")) else ".")


_ENGLISH = re.compile(
    r"\b(?:the|and|i|to|of|a|in|is|it|that|my|we|they|for|not|but|with|on|are|have|no|me|be)\b", re.I
)


def _is_english(texts: Iterable[str]) -> bool:
    """Say whether enough of the words are English ones; a few words are given the benefit."""
    words = re.findall(r"\w+", " ".join(texts))
    return len(words) < 12 or len(_ENGLISH.findall(" ".join(words))) / len(words) > 0.12


def content(text: str) -> frozenset[str]:
    """Return the lemmas of a text's content words."""
    return content_of(load()(text))
