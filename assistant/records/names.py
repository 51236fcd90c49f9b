"""Names of persons, each sealed under its own key.

A person who deletes everything so takes their name out of every backup too.
"""

from __future__ import annotations

from assistant.records.errors import FORMER_MEMBER, UNNAMED_MEMBER, DamagedKey, MissingKey
from assistant.records.keys import KeyRing, SealedText


def seal_person_name(keys: KeyRing, person_id: str, name: str) -> SealedText:
    """Seal the name of a person."""
    return keys.seal(person_id, name, f"person:name:{person_id}")


def person_name(keys: KeyRing, person_id: str, sealed: SealedText | None) -> str:
    """The name of a person, or words for one who deleted everything.

    Raises:
        MissingKey, DamagedKey, DamagedRecord: it cannot be read.
    """
    if sealed is None:
        return FORMER_MEMBER
    return keys.open(person_id, sealed, f"person:name:{person_id}")


def listed_name(keys: KeyRing, person_id: str, sealed: SealedText | None) -> str:
    """As ``person_name``, for a list that one missing key must not spoil for the others."""
    try:
        return person_name(keys, person_id, sealed)
    except (MissingKey, DamagedKey):
        return UNNAMED_MEMBER
