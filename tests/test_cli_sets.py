"""The commands about sets, members and meetings, and several members on one computer."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from assistant.records import key_files
from assistant.records.entities import Role
from assistant.records.store import Store
from assistant.settings import Settings
from tests.commands import PRIVATE, answer, fails, run, says

PASSPHRASE = "three blue tea-cups"
DAY = (date.today() + timedelta(days=30)).isoformat()
COMMANDS = [
    *(
        f"set {name}"
        for name in ["new", "list", "show", "rename", "remove", "word", "rules", "keep", "contacts"]
    ),
    *(f"member {name}" for name in ["add", "list", "leave", "return", "facilitator", "rename"]),
    "member passphrase",
    *(f"meeting {name}" for name in ["new", "list", "move"]),
]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_files, "COST", 4)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example(command: str) -> None:
    assert f"Example: assistant {command}" in says(*command.split(), "--help")


def test_a_set_is_made_shown_and_renamed(group: None) -> None:
    says("set", "rename", "Thursdays")
    shown = says("set", "show")
    assert "The set: Thursdays" in shown
    assert "Members: Asha, Zoe" in shown
    assert [one["name"] for one in json.loads(says("set", "list", "--json"))] == ["Thursdays"]


def test_what_a_set_agrees_is_kept(group: None) -> None:
    says("set", "word", "our Church")
    says("set", "rules", "--add", "We start on time.", "--add", "No phones.")
    says("set", "rules", "--remove", "1")
    says("set", "keep", "12")
    says("set", "contacts", "--support", "Maria in the office")
    shown = json.loads(says("set", "show", "--json"))
    assert shown["word"] == "church"
    assert shown["ground_rules"] == ["No phones."]
    assert shown["keep_months"] == 12
    assert shown["contacts"] == {"contact_support": "Maria in the office"}
    assert "Why is it important to your church?" in says("set", "word")
    assert "when it is too much (--support): Maria" in says("set", "contacts")


def test_what_it_agreed_is_taken_back(group: None) -> None:
    says("set", "word", "church")
    says("set", "rules", "--add", "No phones.")
    says("set", "keep", "1")
    says("set", "contacts", "--emergency", "112")
    assert "your practice?" in says("set", "word", "--none")
    assert "Some to discuss in a first meeting" in says("set", "rules", "--none")
    assert "until their member deletes them" in says("set", "keep", "for ever")
    assert "(--emergency): 999" in says("set", "contacts", "--emergency", "")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["set", "keep", "soon"], "soon is no number of months"),
        (["set", "keep", "0"], "1 to 1200 months"),
        (["set", "word", "{answer}"], "please choose one such as school"),
        (["set", "rules", "--remove", "3"], "There is no rule 3"),
        (["set", "rename", " "], "A name needs"),
        (["set", "new", ""], "A name needs"),
        (["set", "show", "--set", "Fridays"], "no set called Fridays"),
        (["member", "add", " "], "A name needs"),
        (["member", "leave", "Nobody", "--yes"], "no member called Nobody"),
        (["meeting", "new", "31 February"], "31 February is no day"),
        (["meeting", "new", "2026-13-03"], "is no day that I can read"),
        (["meeting", "new", " "], "An empty text is no day that I can read"),
        (["meeting", "new", "12"], "is no day that I can read"),
        (["meeting", "new", "December"], "is no day that I can read"),
        (["meeting", "new", "2 March 2020"], "2 March 2020 is past"),
        (["meeting", "move", "2020-01-01", "2027-01-01"], "no meeting with that day"),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    group: None, capsys: pytest.CaptureFixture[str], command: list[str], told: str
) -> None:
    before = says("set", "list", "--json") + says("set", "show", "--json")
    assert told in fails(capsys, *command)
    assert says("set", "list", "--json") + says("set", "show", "--json") == before


def test_meetings_are_made_listed_and_moved(
    group: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "No meeting is planned yet" in says("meeting", "list")
    says("meeting", "new", DAY)
    assert "already has a meeting" in fails(capsys, "meeting", "new", DAY)
    says("meeting", "move", DAY, "2099-01-05")
    (only,) = json.loads(says("meeting", "list", "--json"))
    assert only["held_on"] == "2099-01-05"
    says("meeting", "move", only["id"], "5 January 2098")
    assert "5 January 2098" in says("meeting", "list")
    assert "Meetings: 5 January 2098" in says("set", "show")
    assert "5 January 2098" in says("record", "--meeting", "5 January 2098")
    assert "'assistant meeting list'" in fails(capsys, "record", "--meeting", "2097-01-01")


def test_a_role_is_given_and_taken(group: None) -> None:
    says("member", "facilitator", "Asha")
    assert "1 Asha: facilitator of Tuesdays" in says("member", "list")
    says("member", "facilitator", "Asha", "--not")
    assert "1 Asha: member of Tuesdays" in says("member", "list")
    says("member", "rename", "1", "Asha Rao")
    assert "1 Asha Rao: member" in says("member", "list")


def test_several_members_each_have_their_own(group: None, settings: Settings) -> None:
    answer(settings, "Asha")
    assert PRIVATE in says("export", "--as", "Asha")
    assert PRIVATE not in says("export", "--as", "zoe")
    assert says("record").count("The sentence of") == 1
    says("forget", "--as", "Asha", "--yes")
    assert "Asha" not in says("member", "list", "--all")
    assert says("export").startswith("# My own copy: Zoe")  # the only one who is left


def test_a_noted_number_never_opens_what_another_said(group: None, settings: Settings) -> None:
    says("member", "add", "Maria")
    answer(settings, "Maria")
    says("forget", "--as", "1", "--yes")
    assert says("member", "list").splitlines()[1].startswith("3 Maria")
    assert "no member called 1 here" in str(run("export", "--as", "1").exception)
    assert PRIVATE not in says("export", "--as", "2")
    assert PRIVATE in says("export", "--as", "3")
    assert "4 Asha" in says("member", "add", "Asha") + says("member", "list")


def test_two_with_one_name_are_told_apart_by_their_number(
    group: None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(settings, "Asha")
    assert "To begin: assistant --as 3" in says("member", "add", "Asha")
    told = fails(capsys, "export", "--as", "Asha")
    assert "1 Asha (Tuesdays, since" in told
    assert "3 Asha (Tuesdays, since" in told
    assert "Zoe" not in told
    assert PRIVATE in says("export", "--as", "1")
    assert PRIVATE not in says("export", "--as", "3")


@pytest.mark.parametrize("command", ["export", "sentences", "forget --yes"])
def test_without_a_name_it_says_who_is_meant(
    group: None, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert "Several members are meant" in fails(capsys, *command.split())


def test_a_number_is_asked_for_at_a_terminal(
    group: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(settings, "Zoe")
    monkeypatch.setattr("assistant.terminal.choosing._is_terminal", lambda: True)
    shown = says("export", typed="7\nhelp\nzoe\n")
    assert "Who are you? Type the number, or the name.\n\n1 Asha (Tuesdays, since" in shown
    assert (
        shown.count("one of these numbers, or a name that only one of them has; Ctrl-C leaves") == 2
    )
    assert PRIVATE in shown
    assert run("export", typed="").exit_code == 1


def test_a_member_who_leaves_takes_a_copy_or_deletes_later(group: None, settings: Settings) -> None:
    answer(settings, "Asha")
    assert "has left Tuesdays" in says("member", "leave", "Asha", "--yes")
    assert "Asha" not in says("member", "list")
    assert ", left on " in says("member", "list", "--all")
    assert "The sentence of Asha." in says("record")
    assert PRIVATE in says("export", "--as", "Asha")
    says("forget", "--as", "Asha", "--yes")
    assert "The sentence of Asha." not in says("record")


def test_a_member_who_leaves_can_ask_for_all_that_is_private_to_go(
    group: None, settings: Settings
) -> None:
    answer(settings, "Asha")
    assert "Nothing was changed." in says("member", "leave", "Asha", "--forget", typed="n\n")
    told = says("member", "leave", "Asha", "--forget", typed="y\n")
    assert "prepared for it and not passed on (meetings: 1)" in told
    assert PRIVATE not in says("export", "--as", "Zoe")
    assert "Asha" in says("record")
    assert "The sentence of Asha." in says("record")


def test_whoever_left_and_kept_it_can_still_ask_for_what_is_private_to_go(
    group: None, settings: Settings
) -> None:
    answer(settings, "Asha")
    says("member", "leave", "Asha", "--yes")
    assert "Asha has left." in str(run("member", "leave", "Asha", "--yes").exception)
    told = says("member", "leave", "Asha", "--forget", "--yes")
    assert "prepared for it and not passed on (meetings: 1)" in told
    assert "The sentence of Asha." in says("record")
    assert "Nothing private is kept of Asha" in str(run("export", "--as", "Asha").exception)
    assert "Nothing private is kept of Asha" in str(run("sentences", "--as", "Asha").exception)
    assert "please add them anew" in str(run("member", "return", "Asha").exception)
    says("forget", "--as", "Asha", "--yes")
    assert "The sentence of Asha." not in says("record")


def test_whoever_left_is_not_taken_for_a_stranger_and_can_return(
    group: None, settings: Settings
) -> None:
    answer(settings, "Asha")
    assert "Zoe has not left" in str(run("member", "return", "Zoe").exception)
    assert "no member called Bo" in str(run("member", "return", "Bo").exception)
    says("member", "leave", "Asha", "--yes")
    assert "Asha has left. 'assistant export'" in str(run("chat", "--as", "1").exception)
    assert "1 Asha" in says("member", "add", "Asha")
    assert "Asha is in Tuesdays again" in says("member", "return", "1")
    assert says("member", "list").startswith("1 Asha: member of Tuesdays")
    assert PRIVATE in says("export", "--as", "1")


def test_another_name_that_somebody_has_is_told(group: None) -> None:
    assert "Somebody else here is called Zoe too" in says("member", "rename", "Asha", "Zoe")


def test_a_set_without_a_meeting_says_how_to_make_one(group: None) -> None:
    says("set", "new", "Fridays")
    assert "No meeting is planned yet" in str(run("record", "--set", "Fridays").exception)


def test_a_passphrase_is_set_asked_for_and_taken_away(group: None, settings: Settings) -> None:
    answer(settings, "Asha")
    told = says("member", "passphrase", "Asha", typed=f"y\n{PASSPHRASE}\n{PASSPHRASE}\n")
    assert told.index("If you forget it, nobody can open") < told.index("Protect what Asha has")
    assert PASSPHRASE not in told
    assert "1 Asha: member of Tuesdays" in says("member", "list")
    assert "protected by a passphrase" in says("member", "list")
    assert "The sentence of Asha." in says("record")
    assert PRIVATE in says("export", "--as", "Asha", typed=f"{PASSPHRASE}\n")
    says("member", "passphrase", "Asha", "--remove", typed=f"{PASSPHRASE}\n")
    assert PRIVATE in says("export", "--as", "Asha")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (f"y\n{PASSPHRASE}\nanother one\n", "were not the same"),
        ("y\nshort\nshort\n", "at least 8 characters"),
        (f"y\n{PASSPHRASE}\n", "was not given"),
    ],
)
def test_a_passphrase_that_is_not_set_protects_nothing(group: None, typed: str, told: str) -> None:
    ran = run("member", "passphrase", "Asha", typed=typed)
    assert told in str(ran.exception)
    assert "protected" not in says("member", "list")


def test_nobody_is_protected_who_does_not_say_yes(group: None) -> None:
    assert "Nothing was changed." in says("member", "passphrase", "Asha", typed="n\n")
    assert "protected" not in says("member", "list")


def test_a_wrong_passphrase_opens_nothing_and_a_lost_one_can_still_delete(
    group: None, settings: Settings
) -> None:
    answer(settings, "Asha")
    says("member", "passphrase", "Asha", typed=f"y\n{PASSPHRASE}\n{PASSPHRASE}\n")
    ran = run("export", "--as", "Asha", typed="three blue teacups\n")
    assert "That passphrase does not open" in str(ran.exception)
    assert PRIVATE not in ran.stdout
    assert "was not given" in str(run("export", "--as", "Asha", typed="").exception)
    says("forget", "--as", "Asha", "--yes")
    assert "Asha" not in says("member", "list", "--all")


def test_the_doctor_finds_all_well_with_all_of_this(group: None, settings: Settings) -> None:
    answer(settings, "Asha")
    answer(settings, "Zoe")
    says("member", "passphrase", "Asha", typed=f"y\n{PASSPHRASE}\n{PASSPHRASE}\n")
    says("member", "leave", "Zoe", "--yes", "--forget")
    says("set", "keep", "12")
    assert all(line.startswith("fine ") for line in says("doctor").splitlines())
    with closing(Store.open(settings)) as store:
        (asha,) = store.places()
        key = settings.keys_folder / f"{asha.person.id}.key"
    key.write_bytes(key.read_bytes()[:40])
    assert key.name in run("doctor").stdout


def test_records_that_are_in_use_change_nothing(
    group: None,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ASSISTANT_BUSY_TIMEOUT_S", "0.05")
    with closing(sqlite3.connect(settings.database_file)) as other:
        other.execute("BEGIN IMMEDIATE")
        for command in ("set rename Fridays", "member add Sam", f"meeting new {DAY}"):
            assert "in use elsewhere" in fails(capsys, *command.split())
    assert "The set: Tuesdays" in says("set", "show")


def test_the_one_member_of_a_computer_is_asked_nothing(settings: Settings) -> None:
    from assistant.terminal.at_home import at_home

    for name in ("Asha", "Somebody else"):
        with at_home(name, "My set") as home:
            assert home.store.person(home.preparation.person_id).name == "Asha"
            assert [one.role for one in home.store.places()] == [Role.MEMBER]


def test_the_set_of_somebody_who_is_in_two_is_named(
    group: None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    from assistant.terminal.at_home import at_home

    says("set", "new", "Fridays")
    with closing(Store.open(settings)) as store:
        asha = store.places()[0].person
        store.add_member(asha.id, store.sets()[1].id)
    with at_home("", "Fridays", "Asha") as home:
        assert home.store.set_of(home.preparation.id).name == "Fridays"
    with pytest.raises(Exception, match="Several sets are meant"), at_home("", "", "Asha"):
        pytest.fail("a set was chosen")
    assert "Several sets are meant" in fails(capsys, "record")
    assert says("record", "--set", "2").splitlines()[0].endswith(": Fridays")


def test_where_nobody_is_nobody_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    told = fails(capsys, "chat", "--as", "Nobody")
    assert "nobody else yet: 'assistant' begins" in told
    assert "-;" not in told
