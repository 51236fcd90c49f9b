"""How the next question is worded, and what can be chosen there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import yaml

from assistant.catalogue import Catalogue
from assistant.coaching.choices import choices
from assistant.coaching.items import listed
from assistant.coaching.state import Held, State
from assistant.coaching.wording import asking, values, would_do
from assistant.project import project_folder

After = Callable[..., State]


def test_the_first_wording_and_the_other_one(texts: Catalogue) -> None:
    first = asking(State(), texts)
    other = asking(State(variation="differently"), texts)
    assert first.startswith("Describe your problem situation in one sentence.")
    assert other.startswith("Put another way:")


def test_a_question_with_one_wording_keeps_it(texts: Catalogue) -> None:
    state = State(aside="confirm_delete")
    assert asking(replace(state, variation="differently"), texts) == asking(state, texts)


def test_the_question_beneath_is_told(texts: Catalogue) -> None:
    state = State(aside="confirm_delete", variation="differently")
    filled = values(state, texts)
    assert (filled["variation"], filled["open_question"]) == ("differently", "problem")


def test_a_set_calls_its_place_by_its_own_word(texts: Catalogue) -> None:
    own = texts.with_word("NHS trust")
    state = State(answers={"problem": "x", "importance_self": "our practice"})
    assert asking(state, own) == "Why is it important to your NHS trust?"
    assert asking(state, texts.with_word(None)) == "Why is it important to your practice?"
    assert own.question("benefits_practice").short == "the benefits to the NHS trust"
    changing = asking(replace(state, aside="which_answer"), own)
    assert '"our practice"' in changing  # what the member said stays as it was
    assert values(state, own)["word"] == "NHS trust"


def test_no_wording_names_the_place_but_by_the_word_of_the_set(texts: Catalogue) -> None:
    domain = yaml.safe_load((project_folder() / "domain.yml").read_text("utf-8"))
    domain["responses"].pop("utter_word")
    said = [
        response
        for response, variations in domain["responses"].items()
        for each in variations
        if "practice" in f"{each['text']} {each.get('metadata', {}).get('short', '')}".lower()
    ]
    assert said == []


def test_the_sentence(texts: Catalogue, after_all: After) -> None:
    offered = replace(after_all(), offered="The rota, {sentence} and %s.")
    assert '"The rota, {sentence} and %s."' in asking(offered, texts)
    assert asking(after_all(), texts).startswith("I have no sentence to offer yet.")
    reworded = asking(replace(offered, variation="reworded"), texts)
    assert reworded.startswith("How would you say it")


def test_the_release_shows_the_exact_words(texts: Catalogue, after_all: After) -> None:
    state = replace(after_all(), accepted="The {items} rota.", reviewed=True)
    assert '1. your sentence: "The {items} rota."' in asking(state, texts)
    assert asking(state, texts).endswith('say "more".')
    assert "\n3. your bid for time: not said yet\n" in asking(state, texts)
    more = asking(replace(state, more=True), texts)
    assert 'say "more"' not in more
    assert '19. who else can help: "about who_helps"' in more


def test_the_confirmation_shows_what_was_chosen_and_nothing_else(
    texts: Catalogue, after_all: After
) -> None:
    state = replace(after_all(), accepted="The rota.", people=(), chosen=("summary", "try"))
    asked = asking(state, texts)
    assert '- your sentence: "The rota."\n- what you are trying to do: "about try"' in asked
    assert "about stopping" not in asked


def test_the_close_says_what_the_set_sees(texts: Catalogue, after_all: After) -> None:
    closed = replace(after_all(), accepted="The rota.", shared=True)
    assert "Nothing has been passed on" in asking(closed, texts)
    shared = replace(closed, released={"summary": "The rota."})
    assert '\n1. your sentence: "The rota."\n' in asking(shared, texts)


def test_the_close_says_a_step_once(texts: Catalogue, after_all: After) -> None:
    closed = replace(after_all(), accepted="The rota.", shared=True)
    step = closed.answers["first_steps"]
    assert f'Your first step: "{step}."' in asking(closed, texts)
    has_step = {"released": {"next_step": step}, "released_from": {"next_step": step}}
    assert asking(replace(closed, **has_step), texts).count(step) == 1
    as_a_role = {**has_step, "released": {"next_step": "ask the head"}}
    assert step not in asking(replace(closed, **as_a_role), texts)
    earlier = {**has_step, "released_from": {"next_step": "something else"}}
    assert f'Your first step: "{step}."' in asking(replace(closed, **earlier), texts)


def test_a_doubt_says_what_would_be_done(texts: Catalogue) -> None:
    state = State(held=Held("problem", "  pass it on ", "skip_question"))
    assert asking(state, texts) == "Is that your answer, or shall I skip this one?"
    assert values(state, texts)["held_text"] == "pass it on"


def test_a_command_without_words_of_its_own_is_left_out(texts: Catalogue) -> None:
    assert would_do("faq_ground_rules", texts) == "leave it out"


def test_which_answer_lists_the_answers(texts: Catalogue, after_all: After) -> None:
    state = replace(after_all(), aside="which_answer")
    assert '10. what you are trying to do: "about try"' in asking(state, texts)


@pytest.mark.parametrize("aside", ["confirm_start_again", "confirm_delete", "confirm_release"])
def test_yes_and_no_can_be_chosen(texts: Catalogue, aside: str) -> None:
    assert choices(State(aside=aside), texts) == {"affirm": "Yes", "deny": "No"}


def test_a_doubt_can_be_settled_by_a_choice(texts: Catalogue) -> None:
    state = State(held=Held("problem", "pass", "skip_question"))
    assert list(choices(state, texts)) == ["affirm", "deny"]


def test_at_the_start_the_routes_can_be_chosen_and_then_an_open_question_has_none(
    texts: Catalogue,
) -> None:
    assert list(choices(State(), texts)) == ["five", "ten", "full"]
    assert choices(State(answers={"problem": "the rota"}), texts) == {}
    assert choices(State(route="ten"), texts) == {}


def test_choices_at_the_sentence(texts: Catalogue, after_all: After) -> None:
    assert choices(after_all(), texts) == {}
    offered = replace(after_all(), offered="The rota.")
    assert list(choices(offered, texts)) == ["affirm"]
    several = replace(offered, others=("The gaps.", "The team."))
    assert list(choices(several, texts)) == ["affirm", "second", "third"]


def test_choices_at_the_release(texts: Catalogue, after_all: After) -> None:
    state = replace(after_all(), accepted="The rota.", reviewed=True)
    assert list(choices(state, texts)) == [
        "summary",
        "want",
        "bid",
        "next_step",
        "all",
        "nothing",
        "more",
    ]
    more = list(choices(replace(state, more=True), texts))
    assert more[-2:] == ["all", "nothing"]
    assert more[:-2] == list(listed(replace(state, more=True), texts))
    unsaid = replace(after_all(), skipped=frozenset({"summary"}), reviewed=True)
    assert list(choices(unsaid, texts)) == ["want", "bid", "next_step", "all", "nothing", "more"]


def test_choices_when_an_answer_is_to_be_changed(texts: Catalogue, after_all: After) -> None:
    offered = choices(replace(after_all(), aside="which_answer"), texts)
    assert list(offered) == list(after_all().answers)
    assert offered["try"] == "what you are trying to do"
