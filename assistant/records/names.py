"""Names of persons, each sealed under the person's key, or under one of its own.

A person who deletes everything so takes their name out of every backup too. A name has a key of its
own once a passphrase protects the person's: the set can then still tell who passed something on.
"""

from __future__ import annotations

from assistant.records.errors import (
    FORMER_MEMBER,
    UNNAMED_MEMBER,
    DamagedKey,
    LockedKey,
    MissingKey,
)
from assistant.records.keys import KeyRing, SealedText


def seal_person_name(keys: KeyRing, owner: str, person_id: str, name: str) -> SealedText:
    """Seal the name of a person under the key of ``owner``."""
    return keys.seal(owner, name, _place(person_id))


def person_name(keys: KeyRing, owner: str, person_id: str, sealed: SealedText | None) -> str:
    """The name of a person, or words for one who deleted everything.

    Raises:
        MissingKey, DamagedKey, DamagedRecord: it cannot be read.
    """
    if sealed is None:
        return FORMER_MEMBER
    return keys.open(owner, sealed, _place(person_id))


def listed_name(keys: KeyRing, owner: str, person_id: str, sealed: SealedText | None) -> str:
    """As ``person_name``, for a list that one missing key must not spoil for the others."""
    try:
        return person_name(keys, owner, person_id, sealed)
    except (MissingKey, DamagedKey, LockedKey):
        return UNNAMED_MEMBER


def _place(person_id: str) -> str:
    return f"person:name:{person_id}"
