"""What is said once the preparation is finished: a goodbye, or a wish for the next meeting."""

from __future__ import annotations

import re

from assistant.coaching.heard import hears, plain

says_goodbye = hears("goodbye")
"""Whether a message takes leave, or asks how to, and says nothing else."""
asks_for_next_meeting = hears("next_meeting")
"""Whether a message asks for the next preparation, and for nothing else."""

_DELETE_ALL = re.compile(
    r"(?:please |can you |could you |just )*(?:delete|erase|wipe|remove) (?:everything|all of it|"
    r"it all|all my data)\b(?!.*\b(?:except|but|apart|about|from)\b)"
)


def asks_to_delete_all(text: str) -> bool:
    """Whether a message opens with the order to delete everything, and leaves nothing out."""
    return _DELETE_ALL.match(plain(text)) is not None
