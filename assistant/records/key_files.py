"""What a key file holds: a key as it is, one sealed under another key, or under a passphrase.

A key as it is has 32 bytes; the others begin with a head of five, which no random key will have.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

KEY_BYTES = 32
NONCE_BYTES = 12
COST = 17
"""Binary logarithm of Scrypt's n; with r = 8 it takes 128 MB and some tenths of a second."""

_TAG_BYTES = 16
_SALT_BYTES = 16
_OWNER_BYTES = 32
_SEALED_BYTES = NONCE_BYTES + KEY_BYTES + _TAG_BYTES
_UNDER_KEY = b"AL-K1"
_UNDER_PASSPHRASE = b"AL-P1"
_COSTS = range(1, 21)  # a damaged file must not ask for all the memory there is


class BrokenKeyFile(Exception):
    """The bytes are no key file."""


class NotThePassphrase(Exception):
    """Another passphrase protects the key."""


@dataclass(frozen=True)
class UnderKey:
    """A key that another owner's key opens."""

    owner: str
    sealed: bytes


@dataclass(frozen=True)
class UnderPassphrase:
    """A key that a passphrase opens; ``cost`` is the binary logarithm of Scrypt's n."""

    cost: int
    salt: bytes
    sealed: bytes


def parsed(data: bytes) -> bytes | UnderKey | UnderPassphrase:
    """The key itself, or what it takes to open it.

    Raises:
        BrokenKeyFile: it is cut short, or no key file.
    """
    head, rest = data[: len(_UNDER_KEY)], data[len(_UNDER_KEY) :]
    if len(data) == KEY_BYTES and head not in (_UNDER_KEY, _UNDER_PASSPHRASE):
        return data
    if head == _UNDER_KEY and len(rest) == _OWNER_BYTES + _SEALED_BYTES:
        return UnderKey(rest[:_OWNER_BYTES].decode("latin-1"), rest[_OWNER_BYTES:])
    start = 1 + _SALT_BYTES
    if head == _UNDER_PASSPHRASE and len(rest) == start + _SEALED_BYTES and rest[0] in _COSTS:
        return UnderPassphrase(rest[0], rest[1:start], rest[start:])
    raise BrokenKeyFile


def under_key(key: bytes, owner: str, owner_key: bytes, place: str) -> bytes:
    """The file of a key that ``owner``'s key opens, in this place only."""
    return _UNDER_KEY + owner.encode("ascii") + _sealed(key, owner_key, place)


def under_passphrase(key: bytes, passphrase: str, place: str) -> bytes:
    """The file of a key that this passphrase opens, in this place only."""
    salt = os.urandom(_SALT_BYTES)
    sealed = _sealed(key, _derived(passphrase, salt, COST), place)
    return _UNDER_PASSPHRASE + bytes([COST]) + salt + sealed


def opened_with_key(file: UnderKey, owner_key: bytes, place: str) -> bytes:
    """The key.

    Raises:
        BrokenKeyFile: this key does not open it, or it was changed or moved.
    """
    try:
        return _opened(file.sealed, owner_key, place)
    except InvalidTag as error:
        raise BrokenKeyFile from error


def opened_with_passphrase(file: UnderPassphrase, passphrase: str, place: str) -> bytes:
    """The key.

    Raises:
        NotThePassphrase: this passphrase does not open it, or it was changed or moved.
    """
    try:
        return _opened(file.sealed, _derived(passphrase, file.salt, file.cost), place)
    except InvalidTag:
        raise NotThePassphrase from None


def _derived(passphrase: str, salt: bytes, cost: int) -> bytes:
    """The key that a passphrase makes; the same letters typed in two ways are the same."""
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=KEY_BYTES, n=2**cost, r=8, p=1).derive(typed)


def _sealed(key: bytes, by: bytes, place: str) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(by).encrypt(nonce, key, place.encode())


def _opened(sealed: bytes, by: bytes, place: str) -> bytes:
    nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    return AESGCM(by).decrypt(nonce, rest, place.encode())
