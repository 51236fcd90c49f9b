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
_NEXT_MEETING = re.compile(
    r"\b(?:next|second|another|new|following) (?:set )?(?:meeting|session|preparation)\b"
)


def says_goodbye(text: str) -> bool:
    """Whether a message takes leave, or asks how to, and says nothing else."""
    said = _plain(text)
    return len(said.split()) <= _FEW and bool(_GOODBYE.fullmatch(said))


def asks_for_next_meeting(text: str) -> bool:
    """Whether a short message asks for the preparation that comes after this one."""
    said = _plain(text)
    return len(said.split()) <= _FEW and bool(_NEXT_MEETING.search(said))


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("\u2019", "'").split())
