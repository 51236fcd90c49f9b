"""Keys, one file each, and the text that they seal."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assistant.records.errors import (
    DamagedKey,
    DamagedRecord,
    LockedKey,
    MissingKey,
    WrongPassphrase,
)
from assistant.records.files import (
    PART,
    erase_file,
    file_faults,
    new_private_file,
    private_folder,
    replace_private_file,
)
from assistant.records.key_files import (
    KEY_BYTES,
    NONCE_BYTES,
    BrokenKeyFile,
    NotThePassphrase,
    UnderKey,
    UnderPassphrase,
    opened_with_key,
    opened_with_passphrase,
    parsed,
    under_key,
    under_passphrase,
)

_FORM = b"\x01"  # first byte of every sealed text, so that a later form can be told apart
_OWNER = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class SealedText:
    """Text that only its owner's key opens; the one thing that a sealed column takes."""

    data: bytes


class KeyRing:
    """The key files of a folder: ``<owner id>.key``.

    A key is 32 random bytes. It lies in its file as it is, or sealed under another owner's key (a
    preparation's under its person's), or under a passphrase (``key_files``).

    Text is sealed with AES-256-GCM. Its *context* (which row, which column) is authenticated
    with it, so that a sealed text does not open in any other place than its own.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ciphers: dict[str, AESGCM] = {}
        self._unlocked: dict[str, bytes] = {}

    def file(self, owner: str) -> Path:
        """The key file of an owner.

        Raises:
            ValueError: ``owner`` is not an id.
        """
        if not _OWNER.fullmatch(owner):
            raise ValueError("an owner of a key is named by 32 hexadecimal digits")
        return self.folder / f"{owner}.key"

    def create(self, owner: str, under: str | None = None) -> None:
        """Make a new key, on the disk before this returns; ``under``: sealed by that owner's key.

        Raises:
            FileExistsError: the owner has a key; it is never overwritten.
            DiskFull, FolderNotUsable: it cannot be written.
            MissingKey, DamagedKey, LockedKey: the key that should seal it cannot be had.
        """
        path, key = self.file(owner), os.urandom(KEY_BYTES)
        if path.exists():
            raise FileExistsError(path)
        content = under_key(key, under, self.key(under), _place(owner)) if under else key
        private_folder(self.folder)
        with file_faults(self.folder):
            new_private_file(path, content)

    def key(self, owner: str) -> bytes:
        """The key of an owner, from its file.

        Raises:
            MissingKey: there is no file.
            DamagedKey: it does not hold a key.
            LockedKey: a passphrase protects it, which was not given yet.
            FolderNotUsable: it cannot be read.
        """
        if owner in self._unlocked:
            return self._unlocked[owner]
        file = self._read(owner)
        if isinstance(file, bytes):
            return file
        if isinstance(file, UnderPassphrase):
            raise LockedKey()
        try:
            return opened_with_key(file, self.key(file.owner), _place(owner))
        except (BrokenKeyFile, ValueError) as error:
            raise DamagedKey(file=self.file(owner)) from error

    def is_protected(self, owner: str) -> bool:
        """Whether a passphrase protects this owner's key.

        Raises:
            MissingKey, DamagedKey, FolderNotUsable: there is no key to be had.
        """
        return isinstance(self._read(owner), UnderPassphrase)

    def unlock(self, owner: str, passphrase: str) -> None:
        """Open a protected key for as long as this ring lasts; one without needs nothing.

        Raises:
            WrongPassphrase: another one protects it.
            MissingKey, DamagedKey, FolderNotUsable: there is no key to be had.
        """
        file = self._read(owner)
        if not isinstance(file, UnderPassphrase):
            return
        try:
            self._unlocked[owner] = opened_with_passphrase(file, passphrase, _place(owner))
        except NotThePassphrase as error:
            raise WrongPassphrase() from error

    def protect(self, owner: str, passphrase: str | None) -> None:
        """Protect a key by a passphrase from now on; None: by none any more.

        The file as it was is overwritten; a copy of it that somebody made still opens.

        Raises:
            MissingKey, DamagedKey, LockedKey: the key cannot be had; nothing was changed.
            DiskFull, FolderNotUsable: it cannot be written; nothing was changed.
        """
        key = self.key(owner)
        content = under_passphrase(key, passphrase, _place(owner)) if passphrase else key
        with file_faults(self.folder):
            replace_private_file(self.file(owner), content)
        self._unlocked[owner] = key

    def unfinished(self) -> tuple[Path, ...]:
        """Key files whose writing was broken off; the key files themselves are whole."""
        return tuple(sorted(self.folder.glob(f"*{PART}")))

    def erase(self, owner: str) -> bool:
        """Destroy a key, and with it all that it sealed; False when there was none.

        Raises:
            FolderNotUsable: the file cannot be removed.
        """
        self._ciphers.pop(owner, None)
        self._unlocked.pop(owner, None)
        with file_faults(self.folder):
            erase_file(self.file(owner).with_suffix(PART))
            return erase_file(self.file(owner))

    def seal(self, owner: str, text: str, context: str) -> SealedText:
        """Seal any text for one owner and one place.

        Raises:
            MissingKey, DamagedKey, FolderNotUsable: there is no key to be had.
        """
        nonce = os.urandom(NONCE_BYTES)
        plain = text.encode("utf-8", "surrogatepass")
        sealed = self._cipher(owner).encrypt(nonce, plain, _bound(context))
        return SealedText(_FORM + nonce + sealed)

    def open(self, owner: str, sealed: SealedText, context: str) -> str:
        """The text as it was sealed.

        Raises:
            DamagedRecord: another key or another place sealed it, or it was changed.
            MissingKey, DamagedKey, FolderNotUsable: there is no key to be had.
        """
        cipher = self._cipher(owner)
        start = len(_FORM) + NONCE_BYTES
        if not sealed.data.startswith(_FORM) or len(sealed.data) < start:
            raise DamagedRecord()
        nonce = sealed.data[len(_FORM) : start]
        try:
            plain = cipher.decrypt(nonce, sealed.data[start:], _bound(context))
        except InvalidTag as error:
            raise DamagedRecord() from error
        return plain.decode("utf-8", "surrogatepass")

    def _read(self, owner: str) -> bytes | UnderKey | UnderPassphrase:
        path = self.file(owner)
        with file_faults(self.folder):
            try:
                data = path.read_bytes()
            except FileNotFoundError as error:
                raise MissingKey(file=path) from error
        try:
            return parsed(data)
        except BrokenKeyFile as error:
            raise DamagedKey(file=path) from error

    def _cipher(self, owner: str) -> AESGCM:
        cipher = self._ciphers.get(owner)
        if cipher is None:
            cipher = self._ciphers[owner] = AESGCM(self.key(owner))
        return cipher


def _place(owner: str) -> str:
    """Where a sealed key belongs, so that it opens for no other owner."""
    return f"key:{owner}"


def _bound(context: str) -> bytes:
    return context.encode("utf-8", "surrogatepass")
