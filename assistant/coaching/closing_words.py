"""What is said once the preparation is finished: a goodbye, or a wish for the next meeting."""

from __future__ import annotations

import re

_FEW = 14  # words
_PLACE = r"(?:here|this|it|(?:the|this) (?:program|app|session|conversation|window|screen))"
_LEAVING = (
    r"thank(?:s| you)(?: (?:a lot|so much|very much|again|all))?|many thanks|ta|cheers|"
    r"good ?night|good ?bye|bye(?:[ -]bye)?|"
    r"see you(?: (?:later|soon|next (?:time|week)|then|tomorrow|on \w+))?|"
    r"have a (?:good|nice|lovely) \w+|take care|until (?:next time|then)|"
    r"(?:and )?that(?:'s| is) (?:all|it|everything|me done)(?: from me)?|nothing (?:else|more)|"
    r"(?:i(?:'m| am)|all|we're) (?:all )?(?:done|finished|off)(?: to (?:the |my )?\w+)?|"
    r"done|finished|exit|quit|close|leave|stop|end|log ?(?:out|off)|"
    r"i(?:'ll| will| have to| need to| must|'d like to| want to|'ve got to) (?:be )?"
    r"(?:go|going|off|leave|stop)|"
    r"(?:how|where) (?:do|can|could|would) (?:i|we|you) (?:now )?"
    rf"(?:get out|leave|exit|quit|close|end|stop|finish|log ?(?:out|off))(?: (?:of )?{_PLACE})?|"
    rf"(?:can|may|could) i (?:go|leave|stop|close|end|finish)(?: {_PLACE})?|let me (?:out|go)"
)
_BESIDE = (
    r"ok(?:ay)?|right|great|lovely|good|perfect|well|no|yes|and|so|then|please|now|again|"
    r"for (?:now|today|tonight|everything|that|(?:all )?(?:your|the) (?:help|time))|"
    r"that(?: was|'s been) (?:very |really |so )?(?:helpful|useful|good|great)|"
    rf"all|a lot|{_PLACE}"
)
_GOODBYE = re.compile(
    rf"(?:(?:{_BESIDE})\b[\s,.!]*)*(?:(?:{_LEAVING})(?:[\s,.!?]+|$)"
    rf"(?:(?:{_BESIDE})\b[\s,.!?]*)*)+"
)
_MEETING = (
    r"(?:the |my |our |a |an )?(?:next|second|another|new|following) (?:set )?"
    r"(?:meeting|session|preparation)(?:'s preparation)?"
)
_BEGINS = (
    r"(?:begin|start|prepare|set up|open|do|go on|move on|get ready)(?: (?:to|with|for|on))?"
    r"(?: (?:preparing|the preparation|my preparation))?(?: (?:to|with|for|on))?"
)
_NEXT_MEETING = re.compile(
    r"(?:(?:ok(?:ay)?|right|so|and|now|then|please|well|yes|no|hi|hello)\b[\s,.!]*)*(?:"
    r"(?:when|how|where) (?:does|do|can|will|would|should|is|could) (?:(?:i|we|you) )?(?:(?:now )?"
    rf"{_BEGINS} )?(?:for )?{_MEETING}(?: (?:begin|start|work|prepared|open|be))?|"
    r"(?:can|could|may|shall) (?:i|we|you) (?:now |please |already )*"
    rf"{_BEGINS} {_MEETING}|"
    r"(?:i(?:'d| would)? (?:want|like|need|have) to |i(?:'ll| will) |i'm here to |let's |let us |"
    rf"let me |time to |we need to )*{_BEGINS} {_MEETING}|"
    rf"(?:i (?:want|need)|i'd like|what about|how about|and)? ?(?:for )?{_MEETING})"
    r"(?:[\s,.!?]+(?:(?:please|now|then|already|today|again)\b[\s,.!?]*)*)?"
)

_DELETE_ALL = re.compile(
    r"(?:please |can you |could you |just )*(?:delete|erase|wipe|remove) (?:everything|all of it|"
    r"it all|all my data)\b(?!.*\b(?:except|but|apart|about|from)\b)"
)


def says_goodbye(text: str) -> bool:
    """Whether a message takes leave, or asks how to, and says nothing else."""
    said = _plain(text)
    return len(said.split()) <= _FEW and bool(_GOODBYE.fullmatch(said))


def asks_for_next_meeting(text: str) -> bool:
    """Whether a short message asks for the next preparation, and for nothing else."""
    said = _plain(text)
    return len(said.split()) <= _FEW and bool(_NEXT_MEETING.fullmatch(said))


def asks_to_delete_all(text: str) -> bool:
    """Whether a message opens with the order to delete everything, and leaves nothing out."""
    return _DELETE_ALL.match(_plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("\u2019", "'").split())
