"""What can go wrong with the records, each with the one sentence that a person reads.

Every sentence for a person that this package has stands in this file.
"""

from __future__ import annotations

from typing import ClassVar

from assistant.called import called

FORMER_MEMBER = "a former member"
"""Shown for a person who deleted everything, their name included."""

UNNAMED_MEMBER = "a member whose key is missing"
"""Shown in a list for a person whose name cannot be read; the rest of the list still can."""

UNNAMED_SET = "a set whose key is missing"
"""Shown in a list for a set whose name cannot be read."""


class RecordsError(Exception):
    """Something about the records went wrong; ``str()`` says in one sentence what to do."""

    sentence: ClassVar[str] = (
        "Your records could not be used ({reason}); nothing that was saved is lost: "
        "please run '{assistant} doctor'."
    )

    def __init__(self, **values: object) -> None:
        super().__init__(self.sentence.format(assistant=called(), **values))


class FolderNotUsable(RecordsError):
    """A folder can be neither made nor written to."""

    sentence = (
        "The folder {folder} cannot be used: please make sure that you may write there, "
        "or choose another folder with ASSISTANT_HOME."
    )


class ReadOnlyRecords(RecordsError):
    """The database can be read and not written."""

    sentence = (
        "Your records cannot be changed because {place} is read-only: please allow writing to it, "
        "then send your last message again."
    )


class DiskFull(RecordsError):
    """There is no room for what should be saved."""

    sentence = (
        "The disk is full: please free some space, then send your last message again; "
        "everything before it is saved."
    )


class DiskFailed(RecordsError):
    """The disk did not read or write."""

    sentence = (
        "The disk did not take what should be saved to {place}: please check that it has room "
        "and works, then send your last message again; everything before it is saved."
    )


class RecordsInUse(RecordsError):
    """Somebody else held the database for longer than the time to wait."""

    sentence = (
        "Your records are in use elsewhere: please close other windows of this program, "
        "or wait a moment, then try again."
    )


class DamagedDatabase(RecordsError):
    """The file is no database, or is damaged."""

    sentence = (
        "The file {place} is damaged or is not a record file: please move it away and put "
        "a copy from your backups in its place."
    )


class NewerDatabase(RecordsError):
    """The database has a form that this program does not know."""

    sentence = (
        "Your records were made by a newer version of this program: please update the program; "
        "nothing was changed."
    )


class UnreachableDatabase(RecordsError):
    """The database server does not answer, or does not let us in."""

    sentence = (
        "The database {place} cannot be reached: please check that it runs and that "
        "ASSISTANT_DATABASE_URL is right."
    )


class UnusableDatabaseUrl(RecordsError):
    """The address names no database that this installation can talk to."""

    sentence = (
        "The address in ASSISTANT_DATABASE_URL cannot be used: please correct it, "
        "or install the driver that it names ({reason})."
    )


class MissingKey(RecordsError):
    """A key file is not there; what it locks cannot be read."""

    sentence = (
        "The key file {file} is missing, and without it what it protects cannot be read: "
        "please put it back from your own copy."
    )


class DamagedKey(RecordsError):
    """A key file does not hold a key."""

    sentence = (
        "The key file {file} is damaged, and without it what it protects cannot be read: "
        "please put it back from your own copy."
    )


class LockedKey(RecordsError):
    """A passphrase protects a key, and was not given."""

    sentence = (
        "What this member said is protected by their passphrase: please start with "
        "'{assistant} --as' and their name, and give it."
    )


class WrongPassphrase(RecordsError):
    """The passphrase that was given does not open the key."""

    sentence = (
        "That passphrase does not open what was said; nothing was changed: please start again "
        "and type it once more."
    )


class WeakPassphrase(RecordsError):
    """A passphrase is too short to protect anything."""

    sentence = "A passphrase needs at least 8 characters: please choose a longer one."


class DamagedRecord(RecordsError):
    """A stored text was changed or moved outside the program, or belongs to another key."""

    sentence = (
        "A stored text cannot be read because it was changed outside this program or its key "
        "was replaced: please put back the key or a backup."
    )


class UnknownPreparation(RecordsError):
    """No preparation has this id."""

    sentence = "This preparation is no longer there: please start a new one."


class UnknownRecord(RecordsError):
    """No person, set or meeting has this id."""

    sentence = "This {what} is not in your records: please choose one that is."


class SetInUse(RecordsError):
    """A set cannot be taken out: something is in it."""

    sentence = (
        "Somebody has or had a place in this set, so it stays: please give it another name "
        "instead, with '{assistant} set rename'."
    )


class UnusableName(RecordsError):
    """A name is empty."""

    sentence = "A name needs at least one letter: please write it again."


class UnusableWord(RecordsError):
    """The word for the place cannot stand after "your"."""

    sentence = (
        'The word for the place has to read well after "your": please choose one such as school, '
        "church or team, with letters and spaces and no longer than 40 of them."
    )


class UnusableMonths(RecordsError):
    """A number of months that nothing can be kept for."""

    sentence = "Things can be kept for 1 to 1200 months, or for ever: please choose one of these."


FINDINGS: dict[str, tuple[str, str]] = {
    "database": ("The database opens.", "{reason}"),
    "integrity": (
        "The database file is sound.",
        "The database file {place} is damaged: please put a copy from your backups in its place.",
    ),
    "writable": ("The database can be written.", "{reason}"),
    "keys": (
        "All key files are there.",
        "These key files are missing or damaged; please put them back: {files}.",
    ),
    "unfinished": (
        "No key file was left half-written.",
        "These were left over when a key file was written and the program was ended; the key files "
        "themselves are whole, please delete the leftovers: {files}.",
    ),
    "expired": (
        "Nothing is kept longer than its set decided.",
        "The preparations and the records of {count} meetings are kept longer than their sets "
        "decided: please start the program once while nothing else uses the records.",
    ),
    "private": (
        "Only you can read the key files and the database.",
        "Other people on this computer may read these; please take their right away: {files}.",
    ),
    "space": (
        "There is enough free space on the disk.",
        "Only {free_mb} MB are free on the disk: please free some space.",
    ),
}
"""What a check says when all is well, and when it is not."""
