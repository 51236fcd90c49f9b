"""What a voice makes ahead is what is then asked."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.catalogue import catalogue
from assistant.engine.engine import Engine
from assistant.engine.turn import Reply, Turn
from assistant.records.entities import Preparation
from assistant.records.store import Store

ANSWERS: Mapping[str, str] = {
    "problem": "We cannot agree who is on the desk on Saturdays, and I do it myself in the end.",
    "importance_self": "I want my Saturdays back, and I do not sleep well on Friday nights.",
    "importance_practice": "Two of our best people have left over it since the spring.",
    "who_cares": "Our deputy Siobhan cares about it, and the two people who do the cleaning.",
    "can_do": "I could draw up a list for the month and put it on the wall in the kitchen.",
    "first_steps": "I will draw up the list for December with them next Tuesday.",
    "likelihood": "five",
}
ROUTES = {"five": "five minutes please", "ten": "ten minutes please", "full": "the full one please"}
OTHER = "There is a good deal to be said about that, and most of it I have never said to them."


class Listening:
    """Answers a route by what is asked, and compares it with what was expected."""

    def __init__(self, engine: Engine, preparation: Preparation) -> None:
        self.engine, self.id = engine, preparation.id
        self.unforeseen: list[str] = []
        self.asked: list[str] = []

    async def goes(self, text: str, reply: Reply) -> Reply:
        ahead = self.engine.likely_next(self.id)
        then = await self.engine.reply(Turn(self.id, text))
        asked = then.messages[-1]
        self.asked.append(asked)
        holds_what_was_just_said = text[:12] in asked or then.question == "summary"
        if asked not in ahead and not holds_what_was_just_said:
            self.unforeseen.append(asked)
        return then


@pytest.fixture
def listening(engine: Engine, store: Store, preparation: Preparation) -> Listening:
    store.change_set(store.set_of(preparation.id).id, word="school")
    return Listening(engine, preparation)


@pytest.mark.parametrize("route", ROUTES)
async def test_what_is_asked_was_made_ahead(listening: Listening, route: str) -> None:
    reply = listening.engine.opening(listening.id)
    reply = await listening.goes(ROUTES[route], reply)
    while reply.question != "summary":
        reply = await listening.goes(ANSWERS.get(reply.question, OTHER), reply)
    assert listening.unforeseen == []
    if route == "full":
        word = catalogue().with_word("school").asking("importance_practice", {})
        assert "school" in word
        assert word in listening.asked


@pytest.mark.parametrize("route", ROUTES)
async def test_what_is_asked_after_a_skip_was_made_ahead(listening: Listening, route: str) -> None:
    reply = listening.engine.opening(listening.id)
    reply = await listening.goes(ROUTES[route], reply)
    for _ in range(30):
        if reply.question == "closing":
            break
        ahead = listening.engine.likely_next(listening.id)
        reply = await listening.goes("skip", reply)
        assert reply.question == "closing" or reply.messages[0] in ahead
    assert reply.question == "closing"
    assert listening.unforeseen == []


async def test_what_says_why_is_made_ahead_in_the_words_of_the_set(listening: Listening) -> None:
    reply = await listening.goes(ANSWERS["problem"], listening.engine.opening(listening.id))
    ahead = listening.engine.likely_next(listening.id)
    then = await listening.goes("why do you ask?", reply)
    assert then.messages[0] in ahead
    assert not any("{" in text for text in ahead)
