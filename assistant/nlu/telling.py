"""What is an answer by its form at the question that was asked, in the words of commands.

Where somebody stands: "where I was" tells, "where was I" asks. What they want from a session:
"questions about why I do it" is wanted of the set, "why do you ask" is asked of us. What makes a
step likely: "I've got the list ready" speaks for it, "I'm ready" asks to go on. The order of the
words and the open question say which it is; the words alone do not.
"""

from __future__ import annotations

import re

from assistant.nlu.asked import Asked
from assistant.nlu.wording import FILLERS, plain

_ABOUT_STANDING = frozenset({"where_now", "what_changed", "what_happened", "stopping_now"})
"""Questions that ask where things have got to."""

_NOTHING = (
    r"(?:(?:no|nothing|nowhere|not much|no change|none)[,.;: ]+)?(?:(?:really|at all)[,.;: ]+)?"
)
_HEDGES = (
    r"(?:(?:well|oh|so|and|but|just|still|now|right|exactly|pretty much|more or less|about|"
    r"roughly|much|almost|nearly|probably|honestly|again|actually|only|stuck|"
    rf"{'|'.join(sorted(FILLERS))})[,.]* )*"
)
_IS = r"(?:(?:i|we|they|it|things|that|he|she)(?:'m|'s|'re| am| is| are)|i've been|being|end up) "
_WHERE = (
    r"(?:(?:back|left|at|to|from|in|on|not far from|further than|no further than) )*"
    r"where (?:i|we|it|they|things|he|she|everything)(?:'d|'ve|'m|'re)?\b"
)
_PLACE = r"(?:square one|(?:the (?:very )?)?(?:start|beginning|bottom)|scratch|a stand-?still)"
_STATE = (
    rf"(?:(?:back|here|down|up) )?(?:(?:(?:to|at|on|in) )?{_PLACE}|"
    r"(?:on|in) (?:it|track|hold|top))(?: again)?|"
    r"(?:starting|going|carrying on|getting|moving|waiting|trying|paused|stopped|stalled|stuck|"
    r"on hold|half ?way|parked|in limbo|no further|further on)(?: (?:again|over|still))?"
    rf"(?: from {_PLACE})?"
)
_SAYS_WHERE = re.compile(rf"{_NOTHING}{_HEDGES}{_IS}{_HEDGES}{_WHERE}")
_ANSWERS_WHERE = re.compile(
    rf"{_NOTHING}{_HEDGES}(?:{_IS})?{_HEDGES}(?:{_WHERE}|(?:{_STATE})(?=$|[,.;:!]))|"
    r"(?:nothing|not much|no change)(?:,? (?:really|at all|much))?[.!]*$"
)
_SORT = (
    r"(?:(?:some|a few|any|good|hard|harder|honest|tough|open|awkward|difficult|simple|straight|"
    r"real|better|useful|fresh|new|mainly|mostly|simply|your|their|people's|the set's|other)[ ,]+)*"
)
_QUESTIONS = (
    rf"(?:{_SORT}questions|a question or two)\b(?:$|[,.:]| (?:about|on|that|which|as to|around|"
    r"from|not|to|and|but)\b)"
)
_VERBS = (
    r"be (?:(?!continued)\w+ed|told|heard|less|more|able|clearer?|surer?)|know|hear|find|see|get|"
    r"understand|leave|come|say|think|talk|have|learn|feel|work|decide|make|share|try|test|take|look|hold|"
    r"figure|sort|plan|practise|unpick|unload|stop \w+ing"
)
_WANTS = re.compile(
    rf"{_HEDGES}(?:{_QUESTIONS}|{_SORT}to (?:{_VERBS})\b|"
    r"(?:what|how|whom?|where|when|whether|which \w+) to [a-z]+\b|"
    r"ask me (?:questions|anything|the (?:hard|awkward))\b)"
)
_TO_THE_PROGRAM = re.compile(
    r"\?|\b(?:please|pls|can you|could you|take me|let's|let me|shall we|can (?:i|we)|carry on|"
    r"go on|for (?:today|now|tonight)|later|tomorrow|start (?:again|over)|th(?:e|is) (?:question|"
    r"program|app)|another question|next question|you(?:'re)? (?:ask|want|mean|need)\w*|"
    r"skip|delete|undo|repeat|take back|the one before|(?:previous|last) (?:one|question)|"
    r"how (?:this|it|the meeting) works?|answer (?:this|that|it)|something else|leave it|"
    r"here)\b"
)
_QUOTES_IT = re.compile(
    r"\bwhere (?:i|it)(?:'ve|'m)? (?:put|said?|says?|wrote|written|typed|gave|answered|asked)\b"
)
"""An answer of one's own, to be changed: "where I put ..."."""
_ABOUT_LIKELINESS = frozenset({"likelihood_why", "likelihood_up"})
_SPEAKS_FOR = re.compile(
    rf"{_HEDGES}(?:i've|i have|we've|we have|i'd|she's|he's|they've) "
    r"(?:(?:already|just|even|at last) )?"
    r"(?:got (?!to\b|back\b)|done|made|put|set|told|asked|said|rung|booked|blocked|written|drafted|"
    r"printed|promised|agreed|arranged|bought|cleared|found|started|finished)\b"
    r"(?!.*\b(?:wrong|mistake|number|twice|answer\w*)\b)"
)
_SENTENCE = re.compile(r"(?<=[.!;])\s+")


def tells(text: str, asked: Asked) -> bool:
    """Tell whether a message is an answer by its form, sentence by sentence, to what was asked."""
    said = plain(text)
    if _TO_THE_PROGRAM.search(said) or _QUOTES_IT.search(said):
        return False
    form = _form(asked.key)
    return all(form.match(sentence) for sentence in _SENTENCE.split(said))


def _form(key: str | None) -> re.Pattern[str]:
    if key in _ABOUT_STANDING:
        return _ANSWERS_WHERE
    if key in _ABOUT_LIKELINESS:
        return _SPEAKS_FOR
    return _WANTS if key == "want" else _SAYS_WHERE
