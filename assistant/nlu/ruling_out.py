"""Who of those that an answer names is ruled out, or taken back again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_AUXILIARY = "(?:do|does|did|wo|would|ca|could|has|have|had|should)"
_ASIDE = re.compile(
    r"\b(?:not (?:\w+ )?(?:sure|certain)|do n't (?:really )?know|ca n't (?:think|say)|why not|"
    r"believe it or not|no (?:idea|doubt|question)|not (?:only|just)|"
    r"if (?:not|i 'm honest|any\w+|need be|"
    r"i (?:had|have) to[\w ]*)|(?:when|if) (?:it|push) comes [\w ]{0,6}to (?:it|shove))\b"
)
"""Words with a "not" or an "if" in them that rule nobody out."""
_NOT = re.compile(
    r"\b(?:not|never|no|without|hardly|than|instead of|nobody|none|noone|neither|nor)\b|\bn't\b|"
    r"\b(?:nearly|almost) (?:told|asked|said|rang|mentioned|went|spoke)\b"
)
_EXCEPT = re.compile(
    r"\b(?:but|bar|barring|except|apart from|aside from|besides|other than|minus|save)(?: for)?"
    r"[\w' ]{0,6}$"
)
_EVERYONE = re.compile(r"\b(?:every|all|any|whole)")
_WHEN = re.compile(r"\b(?:when|until|till|unless|because|cos|since|if)\b")
_TAKEN_BACK = re.compile(
    r"(?:^|[,.?!;-] ?|\b(?:or|well) )(?:oh |but )?"
    r"(?:no\b(?! (?:one|idea|doubt|question|matter))|i mean|rather(?! than)|sorry|"
    r"scratch that|wait|make that)\b"
)
_DENIES = re.compile(
    rf"^[\w', ]{{0,30}}?(?:\b{_AUXILIARY} ?(?:n't|not)\b(?! (?:he|she|they|it|you|we|i)\b)|"
    r"(?:'s|\bis|\bare|\bwas) ?(?:off|away|on (?:\w+ )?leave|ill|gone|dead)\b|"
    r"\b(?:out of (?:it|this)|never|no (?:use|good|help|chance|way|longer)|useless|refused|"
    r"said no|turned|used to|knows? (?:nothing|nowt)|"
    r"died|retired|passed away|moved (?:on|away)|would (?:have|'ve)(?= *$| been| \w+ed\b))\b)"
)
_GONE = re.compile(
    r"(?<!wish )(?<!wished )\b(?:he|she|they|it)\b[\w' ]{0,20}(?:\b(?:said no|refused|gone|died|"
    r"dead|left|retired|moved|leave|off sick|away|forgotten|not|no)\b|\bn't\b)|"
    r"\bbut (?:he|she|they) ?(?:'s|is|'re|are) (?:in|on|abroad|over|too|so|busy|useless)\b"
)
_DEAD = re.compile(
    r"\bif (?:only )?(?:he|she|they) (?:were|was|had) (?:still )?(?:alive|here|lived)"
)
"""Who would, and cannot."""
_RELATIVE = re.compile(r"^,? ?(?:who|that|whose|which)\b[^,.;]*")
_CLAUSE = re.compile(r"[.,;:!?()]|\b(?:but|though|although|only|just|so|then|and|or)\b")
_JOINED = re.compile(r"^(?:or|nor|and)?(?: ?(?:the|my|our|his|her|their|any|a))*$")


def left_in(doc: Doc, spans: Sequence[Span]) -> list[Span]:
    """Return those of the spans, in their order, that nothing around them rules out.

    Of somebody named twice the last word counts.
    """
    kept: dict[str, Span] = {}
    was_out = False
    for index, span in enumerate(spans):
        start = spans[index - 1].end if index else 0
        end = spans[index + 1].start if index + 1 < len(spans) else len(doc)
        before, sentence = _said(doc, start, span.start), _said(doc, span.sent.start, span.start)
        if _is_said_of_a_case(before):
            was_out = False
            continue
        joined = index > 0 and was_out and bool(_JOINED.match(before))
        was_out = joined or _is_ruled_out_before(before, sentence, follows=index > 0)
        if was_out or _is_ruled_out_after(_said(doc, span.end, end)):
            kept.pop(span.text.lower(), None)
        else:
            kept.setdefault(span.text.lower(), span)
    return list(kept.values())


def _said(doc: Doc, start: int, end: int) -> str:
    return " ".join(token.lower_ for token in doc[start:end]).replace("\u2019", "'")


def _lead(before: str) -> str:
    """Return the clause that leads up to somebody."""
    return _CLAUSE.split(_ASIDE.sub(" ", before))[-1]


def _is_said_of_a_case(before: str) -> bool:
    """Tell whether somebody is only named for when, why or on what condition ("until Ann is")."""
    return not _EXCEPT.search(before) and bool(_WHEN.search(_lead(before)))


def _is_ruled_out_before(before: str, sentence: str, *, follows: bool) -> bool:
    """Tell whether what leads up to somebody rules them out ("not the head", "all but him")."""
    if _EXCEPT.search(before):
        return bool(_EVERYONE.search(sentence)) and not _NOT.search(sentence)
    if before.endswith("no"):
        return True
    lead = _lead(before)
    of_the_last = follows and lead == before and bool(_DENIES.match(before))
    return bool(_NOT.search(lead)) and not of_the_last and not _TAKEN_BACK.search(before)


def _is_ruled_out_after(after: str) -> bool:
    """Tell whether what follows somebody rules them out ("won't", "but she's gone", "no, Ann")."""
    rest = _WHEN.split(_ASIDE.sub(" ", _RELATIVE.sub("", after)))[0]
    predicate = re.split(r"[.;!?,]|\b(?:but|and|or)\b", rest)[0]
    if _DEAD.search(after):
        return True
    return bool(_TAKEN_BACK.search(after) or _DENIES.match(predicate) or _GONE.search(rest))
