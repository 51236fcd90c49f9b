"""Who is named in a text that others are to see."""

from __future__ import annotations

import pytest

from assistant.summary.naming import is_name, people_named


def names(text: str, **told: str) -> list[str]:
    return [person.name for person in people_named({"problem": text}, told)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I told Siobhan and Nkechi, and Priya's team knows.", ["Siobhan", "Nkechi", "Priya"]),
        ("Dr Hale will say no. I asked Dr Hale's registrar.", ["Dr Hale"]),
        ("Ask Jean-Paul and O'Neill first.", ["Jean-Paul", "O'Neill"]),
        ("mr doyle rings me every week, and mrs khan does too", ["mr doyle", "mrs khan"]),
        ("Mark said the market is dead. Will Grace help?", ["Mark", "Grace"]),
        ("my boss morag says no and i go quiet", ["morag"]),
        ("I carry the notes between the two teams on Mondays.", []),
        ("We use Teams in Leeds, and the NHS said Monday, or in May.", []),
        ("My mum and the night staff; nobody else.", []),
        ("", []),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_surname_alone_belongs_to_the_one_who_has_it() -> None:
    (person,) = people_named({"a": "Mrs Jellicoe rang. Jellicoe is lonely."}, {})
    assert (person.name, person.forms) == ("Mrs Jellicoe", ("Mrs Jellicoe", "Jellicoe"))


def test_a_surname_that_is_a_word_is_known_by_its_title_elsewhere() -> None:
    found = names("Ask Swift whether the swift ones may go.", stopping="Coach Swift would know")
    assert found == ["Swift"]


def test_of_two_with_one_surname_it_may_be_either() -> None:
    found = names("Mr Hale and Mrs Hale came, and Hale said nothing.")
    assert found == ["Mr Hale", "Mrs Hale", "Hale"]


def test_two_people_with_one_first_name_are_two() -> None:
    found = names("Sarah Jones told Sarah Patel that it was over.")
    assert found == ["Sarah Jones", "Sarah Patel"]


def test_a_name_said_elsewhere_is_found_in_any_case() -> None:
    assert names("i do what rhodri says", who_knows="rhodri, my deputy") == ["rhodri"]


def test_the_role_is_in_the_members_own_words() -> None:
    told = {"who_cares": "the reception lead, Dionne, and my friend Bex knows"}
    found = people_named({"problem": "Dionne and Bex agree."}, told)
    assert [(p.name, p.role) for p in found] == [
        ("Dionne", "the reception lead"),
        ("Bex", "my friend"),
    ]


@pytest.mark.parametrize(
    ("role", "named"),
    [
        ("my manager", False),
        ("the senior partner", False),
        ("a colleague", False),
        ("my mum", False),
        ("Dr Hale", True),
        ("hale", True),
        ("dr hale's deputy", True),
        ("Sarah from accounts", True),
        ("bex", True),
    ],
)
def test_a_role_that_is_a_name_is_noticed(role: str, named: bool) -> None:
    assert is_name(role, ["Dr Hale", "bex"]) is named
