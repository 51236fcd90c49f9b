"""The people and groups that an answer names.

Each stands as it was said, without a leading "my", "the", "all" or "both of"; a name stands for the
role beside it; organisations count. Whoever is ruled out, the speaker and pets do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.english import parser
from assistant.nlu.wording import FILLERS, cut, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SEPARATE = frozenset(
    listed(
        ", ; . : ! ? ( ) / + & - \u2013 \u2014 and or but plus nor also there then though although"
    )
) | {"\n"}
_LEADING = (
    frozenset(listed("my our the his her their your a an all both each every either of about some"))
    | FILLERS
)
_OWNERS = frozenset(listed("my our the his her their your"))
_BIDDING = frozenset(
    listed(
        "ring call ask tell get brief email phone see speak talk meet invite thank pay try find go "
        "sit bring take copy text visit involve persuade write show give send chat getting asking "
        "telling ringing talking speaking seeing meeting bringing finding making keeping dunno so "
        "and then poss possibly mainly mostly obviously honestly definitely push"
    )
)
"""Words at the beginning of a piece that are no part of a person, whatever the tagger thinks."""
_GROUPS = re.compile(
    r"^(?:team|staff|board|council|union|committee|department|trust|group|service|crew|family|"
    r"school|hospital|police|church|charity|office|panel|cabinet|company|college|public|press|"
    r"community|congregation|parish|network|association|federation|diocese|ministry|agency|bank|"
    r"authority|forum|society|crowd|gang|lot|band|ward|practice|reception|management|leadership|"
    r"half|rest|floor|shift|hub|unit|commission|inspectorate|people|children|men|women|kids|folk|"
    r"youngsters|lads|girls|mums|dads|parents|families|colleagues|peers|locals|public|department)s?$"
)
"""Groups and organisations."""
_NOBODY = frozenset(listed("nobody noone none no-one nothing neither"))
_PRONOUNS = frozenset(
    listed(
        "i me he she it we us they them you him her who that this these those myself "
        "himself herself"
    )
)
_RULED_OUT = frozenset(
    listed(
        "not n't nt never no without except besides isn't won't haven't hasn't hadn't don't doesn't"
    )
)
_UNFIT = re.compile(
    r"\b(?:useless|no use|no good|refused|said no|left|retired|won't|wouldn't|can't|"
    r"couldn't|isn't|hasn't|doesn't|not)\b"
)
_CORRECTING = re.compile(
    r"\b(?:no(?! (?:use|good|help|longer|idea))|actually|rather|wait|sorry|i mean|"
    r"scratch that|on second thoughts?)\b"
)
_ENDS = frozenset(
    listed(
        "who whom whose which that if when because cos since while as where would will there "
        "could can should has have had is are was were from"
    )
)
_ANYONE = frozenset(
    listed("people anyone someone those everybody everyone anybody somebody whoever ones person")
)
_AMONG = frozenset(listed("in at on of for with"))
_THINGS = frozenset(
    listed(
        "cat dog cats dogs time times moment day days week weeks month months year "
        "years lot lots kind sort thing things way end question "
        "idea dunno push so point money problem work job truth fact moment course rest bit sense "
        "help "
        "answer name names anything something everything "
        "half-term christmas easter monday tuesday wednesday thursday friday saturday "
        "sunday today tomorrow yesterday now hamster goldfish"
    )
)
_TITLES = frozenset(
    listed(
        "mr mrs ms miss dr doctor prof professor sir dame lord lady sister nurse matron "
        "father rev reverend canon bishop inspector sergeant "
        "constable pc sgt insp captain major colonel auntie aunt uncle councillor cllr "
        "judge brother governor"
    )
)
_NO_ONE = re.compile(r"\bno[- ]one\b", re.IGNORECASE)
_QUANTITIES = frozenset({"half", "whole", "most", "other"})
_ROLES = re.compile(
    r"(?:er|or|ist|ian|ant|(?:stud|ag|par|resid|cli|pati|superintend|depend|presid|correspond)ent|man|woman|girl|boy|lad|lady|head|nurse|chief|clerk|"
    r"guard|cook|aide|mate|friend|boss|wife|husband|partner|"
    r"brother|sister|mother|father|mum|dad|mam|son|daughter|cousin|aunt|uncle|"
    r"neighbour|deputy|bursar|chair|vicar|priest|senco|rep|lead|"
    r"colleague|coach|porter|caretaker|gp|ta|hca|pa|landlord|tutor|surgeon|registrar|"
    r"treasurer|secretary|matron|governor|trustee)$"
)


def people_in(text: str) -> list[str]:
    """Return the people and groups that an answer to a "who" question names, in their order."""
    found: list[str] = []
    for piece in _pieces(parser()(_NO_ONE.sub("nobody", cut(text)))):
        said = " ".join(token.lower_ for token in piece)
        if found and _is_correction(piece, said):
            found.pop()
        person = _person(piece)
        if person is None or _is_ruled_out(piece, person) or _is_role_of(piece, person, found):
            continue
        if found and _names_the_role_before(piece, person):
            found.pop()
        found.append(_as_said(person))
    return list(dict.fromkeys(found))


def _pieces(doc: Doc) -> Iterator[list[Token]]:
    """Yield the stretches between commas, full stops and joining words."""
    piece: list[Token] = []
    for index, token in enumerate(doc):
        if _separates(token, piece, doc, index):
            if piece:
                yield piece
            piece = []
        elif _begins_anew(token, piece):
            yield piece
            piece = [token]
        else:
            piece.append(token)
    if piece:
        yield piece


def _separates(token: Token, piece: Sequence[Token], doc: Doc, index: int) -> bool:
    if token.lower_ == "-" and not (token.whitespace_ and piece and piece[-1].whitespace_):
        return False
    if token.lower_ == "and" and _joins_places(piece, list(doc[index + 1 : index + 3])):
        return False
    return token.lower_ in _SEPARATE or token.is_space


def _begins_anew(token: Token, piece: Sequence[Token]) -> bool:
    """Tell whether another person begins without a comma ("the governors the staff")."""
    if len(piece) > 1 and token.lower_ in _OWNERS and _ends_a_person(piece):
        return True
    is_title = token.lower_ in _TITLES and bool(piece) and piece[-1].lower_.endswith("s")
    return is_title and piece[-1].lower_ not in _TITLES


def _ends_a_person(piece: Sequence[Token]) -> bool:
    """Tell whether a piece that began with "the" or "my" has come to its person."""
    is_noun = piece[-1].pos_ in ("NOUN", "PROPN") and _is_personal(piece[-1:])
    return is_noun and any(token.lower_ in _OWNERS for token in piece[:-1])


def _joins_places(piece: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether "and" joins two names after one preposition ("in Utrecht and Leeds")."""
    if len(piece) < 2 or not after:
        return False
    is_place = piece[-1].text[:1].isupper() and piece[-2].lower_ in {"in", "at", "of", "from"}
    alone = len(after) == 1 or after[1].lower_ in _SEPARATE
    return is_place and after[0].text[:1].isupper() and alone


def _person(piece: Sequence[Token]) -> list[Token] | None:
    """Return the words of the first person or group in a piece."""
    first: list[Token] | None = None
    rest = piece
    while (found := _stretch(rest)) is not None:
        start, end = found
        words = _name_alone([*rest[start:end]])
        if words and not _is_thing(words):
            if _is_personal(words):
                return words
            first = first or words
        rest = rest[start + 1 :] if {"with", "for"} & set(_said(words)) else rest[end:]
    return None if first is None or _is_said_of_things(piece, first) else first


def _stretch(piece: Sequence[Token]) -> tuple[int, int] | None:
    """Return from where to where the first nouns of a piece reach."""
    start = None if not piece or _gives_a_reason(piece) else _start(piece)
    if start is None:
        return None
    end = start + 1
    while end < len(piece) and not _ends(piece, start, end):
        end += 1
    return start, end


def _gives_a_reason(piece: Sequence[Token]) -> bool:
    return piece[0].lower_ in {"because", "cos", "since", "when", "while", "if"}


def _said(words: Sequence[Token]) -> list[str]:
    return [str(word.lower_) for word in words]


def _is_personal(words: Sequence[Token]) -> bool:
    """Tell whether the head of some words is a role, a kin, a group or a name."""
    if any(word.lower_ in _ANYONE | _TITLES | _QUANTITIES for word in words):
        return True
    ends = next((i for i in range(1, len(words)) if words[i].lower_ in _AMONG | {"of"}), len(words))
    head = words[ends - 1]
    single = head.lower_.removesuffix("s")
    if any(_GROUPS.match(said) or _ROLES.search(said) for said in (head.lower_, single)):
        return head.lower_ not in _THINGS
    return head.text[:1].isupper() and (
        (head.i > 0 and not head.is_sent_start) or head.pos_ == "PROPN"
    )


def _is_said_of_things(piece: Sequence[Token], words: Sequence[Token]) -> bool:
    """Tell whether nouns that are no person stand in a sentence of their own."""
    before = [token for token in piece if token.i < words[0].i]
    named = bool(before) and len(words) == 1 and before[-1].lower_ not in _LEADING
    if named or any(token.lower_ == "i" for token in piece):
        return False
    return any(token.pos_ == "VERB" for token in before)


def _start(piece: Sequence[Token]) -> int | None:
    """Return where the first person begins: behind "I've told", "I could do with", "just"."""
    for index, token in enumerate(piece):
        if token.lower_ in _NOBODY and _next(piece, index) in {"apart", "except", "but", "bar"}:
            after = [i for i in range(index + 2, len(piece)) if _may_begin(piece[i], piece, i)]
            return after[0] if after else None
        if token.lower_ in _NOBODY or (token.lower_ == "no" and _next(piece, index) == "one"):
            return None
        if token.lower_ == "whoever" or (token.lower_ in _ANYONE and token.lower_ not in _PRONOUNS):
            return index
        if index == _first_said(piece) and _is_somebody_said_before(token):
            return None
        if _may_begin(token, piece, index):
            return index
    return None


def _is_somebody_said_before(token: Token) -> bool:
    return token.lower_ in _PRONOUNS - {"i", "me", "we", "us", "you"} and token.tag_ != "PRP$"


def _may_begin(token: Token, piece: Sequence[Token], index: int) -> bool:
    if token.lower_ in _BIDDING and len(piece) > 1 and not token.text[:1].isupper():
        return False
    if token.lower_ in _BIDDING and index == _first_said(piece) and _next(piece, index) in _OWNERS:
        return False
    if token.lower_ in _LEADING | _PRONOUNS | _RULED_OUT | {
        "just",
        "yes",
        "yeah",
        "maybe",
        "probably",
        "even",
        "particularly",
        "especially",
    }:
        return False
    if (index and piece[index - 1].lower_ == "than") or (
        token.tag_ in ("VBD", "VBN") and _next(piece, index) == "to"
    ):
        return False
    if _is_role(token) and index + 1 < len(piece) and piece[index + 1].pos_ == "NOUN":
        return True
    if token.pos_ in ("NOUN", "PROPN", "NUM") or token.lower_ in _QUANTITIES:
        return True
    if index == _first_said(piece) and _next(piece, index) in {"the", "our", "my"}:
        return True
    alone = all(
        other.lower_ in _LEADING | {"just", "maybe"} for other in piece if other is not token
    )
    follows = index > 0 and piece[index - 1].lower_ in _LEADING
    describes = token.pos_ in ("ADJ", "X") and any(
        o.pos_ in ("NOUN", "PROPN") for o in piece[index:]
    )
    return alone or describes or (follows and token.pos_ == "VERB")


def _ends(piece: Sequence[Token], start: int, index: int) -> bool:
    token = piece[index]
    anyone = piece[start].lower_ in _ANYONE
    if anyone and any(
        said.lower_ in {"who", "that", "whoever"} for said in piece[start : index + 1]
    ):
        return False
    if _is_role(token) and token.pos_ != "AUX":
        return False
    if token.lower_ in _AMONG:
        return (
            index + 1 >= len(piece)
            or _next(piece, index) in {"all", "me"}
            or _next(piece, index) == "course"
        )
    if (
        token.lower_ in _ENDS
        or token.pos_ in ("AUX", "ADV", "SCONJ")
        or token.lower_ in {"'d", "'ll", "'ve"}
    ):
        return True
    if token.lower_ in _PRONOUNS and piece[index - 1].lower_ not in _AMONG:
        return True
    return (
        token.pos_ == "VERB"
        and not token.lower_.endswith("ing")
        and piece[index - 1].lower_ not in _LEADING
    )


def _name_alone(words: list[Token]) -> list[Token]:
    """Return the name where a role stands beside it ("Kirsty our SENCo", "his brother tunde")."""
    if words[0].lower_ in _QUANTITIES | _ANYONE:
        return words
    for index, token in enumerate(words[1:], start=1):
        if (
            token.lower_ in {"our", "my", "the", "his", "her", "their"}
            and words[index - 1].lower_ not in _AMONG
        ):
            return words[:index]
    last = words[-1]
    if (
        len(words) > 1
        and _is_role(words[-2])
        and words[-2].lower_ not in _TITLES | {"of"}
        and _is_name(last, words[-2])
    ):
        return [last]
    return words


def _is_role(token: Token) -> bool:
    return bool(_ROLES.search(token.lower_)) and not token.text[:1].isupper()


def _is_name(token: Token, role: Token) -> bool:
    is_capital = token.text[:1].isupper() and token.text[1:].islower()
    is_unknown = (
        token.is_lower
        and not token.lower_.endswith("s")
        and not _is_role(token)
        and not token.is_stop
    )
    return (is_capital or is_unknown) and role.lower_ not in {"other"}


def _is_thing(words: Sequence[Token]) -> bool:
    head = next(
        (words[i - 1] for i in range(1, len(words)) if words[i].lower_ in _AMONG), words[-1]
    )
    return head.lower_ in _THINGS or all(word.lower_ in _PRONOUNS | _LEADING for word in words)


def _is_correction(piece: Sequence[Token], said: str) -> bool:
    lead = " ".join(token.lower_ for token in piece[:3])
    return bool(_CORRECTING.search(lead)) and not any(name in said for name in ("no one", "nobody"))


def _is_ruled_out(piece: Sequence[Token], person: Sequence[Token]) -> bool:
    before = [token.lower_ for token in piece if token.i < person[0].i]
    after = " ".join(token.text.lower() for token in piece if token.i > person[-1].i).replace(
        " n't", "n't"
    )
    is_correction = bool(_CORRECTING.search(" ".join(before[:3])))
    return (bool(_RULED_OUT & set(before)) and not is_correction) or bool(_UNFIT.search(after))


def _names_the_role_before(piece: Sequence[Token], person: Sequence[Token]) -> bool:
    """Tell whether a piece in brackets names the role just said ("the treasurer (Hilary)")."""
    first = person[0]
    before = first.doc[first.i - 1].text if first.i else ""
    if not first.text[:1].isupper() or len(person) > 2:
        return False
    return before == "(" or (before == "," and _is_aside(person) and _follows_a_role(first))


def _is_aside(person: Sequence[Token]) -> bool:
    """Tell whether a name stands between two commas, or before a verb: "our bursar, Ann, is"."""
    last = person[-1]
    after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    closes = after is None or after.text in {",", ".", ")"} or after.pos_ in ("VERB", "AUX")
    return closes and all(word.text[:1].isupper() for word in person)


def _follows_a_role(first: Token) -> bool:
    """Tell whether "our" or "my" and one role stand before the comma in front of a name."""
    role = first.doc[first.i - 2] if first.i > 1 else first
    owner = first.doc[max(first.i - 5, 0) : first.i - 2]
    owned = any(token.lower_ in {"my", "our", "his", "her", "their"} for token in owner)
    return role.pos_ == "NOUN" and not role.lower_.endswith("s") and owned


def _is_role_of(piece: Sequence[Token], person: Sequence[Token], found: Sequence[str]) -> bool:
    """Tell whether a piece only says who the names before it are ("Dr A and Dr B, the two GPs")."""
    named = [name for name in found[-2:] if name[:1].isupper()]
    first = piece[0]
    if named and first.i and first.doc[first.i - 1].text == "(" and _is_role(person[-1]):
        return True
    counted = piece[0].lower_ == "the" and person[0].lower_ in {"two", "both"} and len(named) == 2
    ours = (
        piece[0].lower_ in {"our", "my"} and len(found) == 1 == len(named) and _is_role(person[-1])
    )
    return counted or (ours and " " not in found[0])


def _first_said(piece: Sequence[Token]) -> int:
    return next((i for i, token in enumerate(piece) if token.lower_ not in FILLERS), 0)


def _next(piece: Sequence[Token], index: int) -> str:
    return str(piece[index + 1].lower_) if index + 1 < len(piece) else ""


def _as_said(words: Sequence[Token]) -> str:
    doc = words[0].doc
    stretch: Span = doc[words[0].i : words[-1].i + 1]
    return str(stretch.text).strip()
