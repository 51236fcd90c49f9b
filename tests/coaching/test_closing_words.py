from __future__ import annotations

import pytest

from assistant.coaching.closing_words import asks_for_next_meeting, says_goodbye


@pytest.mark.parametrize(
    "text",
    [
        "bye",
        "Good night!",
        "thanks, good night",
        "ok thanks, bye then",
        "thank you so much for your help",
        "that's all for today, thanks",
        "that was helpful, thank you",
        "I'm done",
        "done",
        "all done now",
        "I'm off to bed",
        "I'm off now, see you next week",
        "exit",
        "quit",
        "how do I get out of here",
        "How do I close this?",
        "can I close this window now?",
        "can I go now",
        "cheers, that's me done",
        "nothing else, thanks",
        "right, I have to go",
        "until next time",
        "lovely, goodbye and take care",
    ],
)
def test_says_goodbye(text: str) -> None:
    assert says_goodbye(text)


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "yes",
        "hello?",
        "share more",
        "delete everything",
        "what have I said",
        "stop sharing my step",
        "I want to stop being the one who fills the gaps",
        "change the end of it",
        "how do I leave the set",
        "take my sentence back, thanks",
        "thanks, and now share my step",
        "why did you say that",
        "how does the meeting end",
    ],
)
def test_says_more_than_goodbye(text: str) -> None:
    assert not says_goodbye(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I want to begin the next meeting", True),
        ("how do I prepare for my second meeting?", True),
        ("let's start another session", True),
        ("when does the next meeting begin?", True),
        ("delete everything before the next meeting", False),
        ("what will they see at the next meeting?", False),
        ("change what stops me before the next meeting", False),
        ("what happens at a meeting?", False),
        ("share more", False),
    ],
)
def test_asks_for_the_next_meeting(text: str, asks: bool) -> None:
    assert asks_for_next_meeting(text) is asks
