"""What is said once the preparation is finished: a goodbye, or a wish for the next meeting."""

from __future__ import annotations

import re

_FEW = 14  # words
_LEAVING = (
    r"thanks?(?: (?:you|a lot|so much|very much))?|many thanks|ta|cheers|good ?night|good ?bye|"
    r"bye(?:[ -]bye)?|see you(?: (?:later|soon|next time|then|tomorrow))?|"
    r"have a (?:good|nice|lovely) \w+|take care|until (?:next time|then)|"
    r"(?:and )?that(?:'s| is) (?:all|it|everything|me done)(?: from me)?|nothing (?:else|more)|"
    r"(?:i(?:'m| am)|all|we're) (?:all )?(?:done|finished|off)|done|finished|"
    r"exit|quit|close|leave|stop|end|log ?(?:out|off)|"
    r"i(?:'ll| will| have to| need to| must|'d like to| want to|'ve got to) (?:be )?"
    r"(?:go|going|off|leave|stop)|"
    r"(?:how|where) (?:do|can|could|would) (?:i|we|you) (?:now )?"
    r"(?:get out|leave|exit|quit|close|end|stop|finish|log ?(?:out|off))\b.*|"
    r"(?:can|may|could) i (?:go|leave|stop)|let me (?:out|go)"
)
_BESIDE = (
    r"ok(?:ay)?|right|great|lovely|good|perfect|well|no|yes|and|so|then|please|now|again|here|"
    r"this|it|for (?:now|today|tonight|your help|everything)|all|a lot|the (?:program|app|session)"
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
