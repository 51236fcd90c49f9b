"""Keys, one file a person or set, and the text that they seal."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assistant.records.errors import DamagedKey, DamagedRecord, MissingKey
from assistant.records.files import erase_file, file_faults, new_private_file, private_folder

KEY_BYTES = 32
_NONCE_BYTES = 12
_FORM = b"\x01"  # first byte of every sealed text, so that a later form can be told apart
_OWNER = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class SealedText:
    """Text that only its owner's key opens; the one thing that a sealed column takes."""

    data: bytes


class KeyRing:
    """The key files of a folder: ``<owner id>.key``, 32 random bytes each.

    Text is sealed with AES-256-GCM. Its *context* (which row, which column) is authenticated
    with it, so that a sealed text does not open in any other place than its own.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ciphers: dict[str, AESGCM] = {}

    def file(self, owner: str) -> Path:
        """The key file of an owner.

        Raises:
            ValueError: ``owner`` is not an id.
        """
        if not _OWNER.fullmatch(owner):
            raise ValueError("an owner of a key is named by 32 hexadecimal digits")
        return self.folder / f"{owner}.key"

    def create(self, owner: str) -> None:
        """Make a new key, on the disk before this returns.

        Raises:
            FileExistsError: the owner has a key; it is never overwritten.
            DiskFull, FolderNotUsable: it cannot be written.
        """
        path = self.file(owner)
        if path.exists():
            raise FileExistsError(path)
        private_folder(self.folder)
        with file_faults(self.folder):
            new_private_file(path, os.urandom(KEY_BYTES))

    def key(self, owner: str) -> bytes:
        """The key of an owner, from its file.

        Raises:
            MissingKey: there is no file.
            DamagedKey: it does not hold 32 bytes.
            FolderNotUsable: it cannot be read.
        """
        path = self.file(owner)
        with file_faults(self.folder):
            try:
                key = path.read_bytes()
            except FileNotFoundError as error:
                raise MissingKey(file=path) from error
        if len(key) != KEY_BYTES:
            raise DamagedKey(file=path)
        return key

    def erase(self, owner: str) -> bool:
        """Destroy a key, and with it all that it sealed; False when there was none.

        Raises:
            FolderNotUsable: the file cannot be removed.
        """
        self._ciphers.pop(owner, None)
        with file_faults(self.folder):
            return erase_file(self.file(owner))

    def seal(self, owner: str, text: str, context: str) -> SealedText:
        """Seal any text for one owner and one place.

        Raises:
            MissingKey, DamagedKey, FolderNotUsable: there is no key to be had.
        """
        nonce = os.urandom(_NONCE_BYTES)
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
        start = len(_FORM) + _NONCE_BYTES
        if not sealed.data.startswith(_FORM) or len(sealed.data) < start:
            raise DamagedRecord()
        nonce = sealed.data[len(_FORM) : start]
        try:
            plain = cipher.decrypt(nonce, sealed.data[start:], _bound(context))
        except InvalidTag as error:
            raise DamagedRecord() from error
        return plain.decode("utf-8", "surrogatepass")

    def _cipher(self, owner: str) -> AESGCM:
        cipher = self._ciphers.get(owner)
        if cipher is None:
            cipher = self._ciphers[owner] = AESGCM(self.key(owner))
        return cipher


def _bound(context: str) -> bytes:
    return context.encode("utf-8", "surrogatepass")
