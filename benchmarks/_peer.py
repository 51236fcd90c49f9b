"""The peer: the plain Rasa forms bot of ``benchmarks/peers/form_bot``, over HTTP."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import requests

from benchmarks._common import ROOT, end, environment, memory_mb

FORM_BOT = ROOT / "benchmarks" / "peers" / "form_bot"
MESSAGES = tuple((FORM_BOT / "messages.txt").read_text("utf-8").splitlines())

_STATED_ACTIONS_PORT = "5155"  # in its endpoints.yml
_POLL_S = 0.05
_PATIENCE_S = 180


class PeerFailed(Exception):
    """The peer could not be trained or started; the text holds the end of what it printed."""


def trained_form_bot(cache: Path) -> Path:
    """Folder of the peer with its model; trained once for each content of its files.

    Raises PeerFailed.
    """
    files = sorted(f for f in FORM_BOT.rglob("*") if f.is_file() and f.suffix != ".pyc")
    digest = sha256(b"".join(file.name.encode() + file.read_bytes() for file in files))
    trained = cache / f"form_bot-{digest.hexdigest()[:16]}"
    if not trained.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            unfinished = Path(folder) / "form_bot"
            shutil.copytree(FORM_BOT, unfinished)
            _run_to_its_end([sys.executable, "-m", "rasa", "train"], unfinished)
            unfinished.rename(trained)
    return trained


class Peer:
    """The peer's two processes: Rasa's server, and the action server that it needs.

    Attributes:
        ready_s: seconds from starting both until the server names a model.
    """

    def __init__(self, trained: Path, folder: Path) -> None:
        """Start the peer on free ports in a fresh ``folder``; raises PeerFailed."""
        self._folder = folder / uuid4().hex
        shutil.copytree(trained, self._folder)
        server, actions = _free_ports(2)
        endpoints = self._folder / "endpoints.yml"
        stated = endpoints.read_text("utf-8")
        endpoints.write_text(stated.replace(_STATED_ACTIONS_PORT, str(actions)), "utf-8")
        self._server = f"http://127.0.0.1:{server}"
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy has no part in this
        self._processes: list[subprocess.Popen[bytes]] = []
        started = time.perf_counter()
        try:
            self._start("run", "actions", "--actions", "actions.actions", "--port", str(actions))
            self._start("run", "--enable-api", "--port", str(server))
            self._wait_for(f"{self._server}/status", "model_file")
            self.ready_s = time.perf_counter() - started
            self._wait_for(f"http://127.0.0.1:{actions}/health", "status")
        except BaseException:
            self.close()
            raise

    def converse(self, texts: Sequence[str]) -> list[float]:
        """Send texts in a conversation of their own; milliseconds from each to its reply."""
        sender = uuid4().hex
        return [self._turn(sender, text) for text in texts]

    def memory_mb(self) -> float:
        """Resident memory of both processes together, in megabytes."""
        return sum(memory_mb(process.pid) for process in self._processes)

    def close(self) -> None:
        """End both processes."""
        self._session.close()
        for process in self._processes:
            end(process.pid)
            process.wait()

    def _turn(self, sender: str, text: str) -> float:
        started = time.perf_counter()
        reply = self._session.post(
            f"{self._server}/webhooks/rest/webhook",
            json={"sender": sender, "message": text},
            timeout=_PATIENCE_S,
        )
        taken = time.perf_counter() - started
        reply.raise_for_status()
        return taken * 1000

    def _start(self, *arguments: str) -> None:
        with (self._folder / "printed.txt").open("ab") as printed:
            process = subprocess.Popen(
                [sys.executable, "-m", "rasa", *arguments],
                cwd=self._folder,
                env=environment(),
                stdout=printed,
                stderr=subprocess.STDOUT,
            )
        self._processes.append(process)

    def _wait_for(self, address: str, named: str) -> None:
        for _ in range(int(_PATIENCE_S / _POLL_S)):
            try:
                if self._session.get(address, timeout=_PATIENCE_S).json().get(named):
                    return
            except (requests.RequestException, ValueError):
                pass  # it does not listen yet
            if any(process.poll() is not None for process in self._processes):
                break
            time.sleep(_POLL_S)
        raise PeerFailed(_last_lines((self._folder / "printed.txt").read_text("utf-8")))


def _run_to_its_end(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True)
    if done.returncode != 0:
        raise PeerFailed(_last_lines(done.stdout + done.stderr))


def _last_lines(printed: str) -> str:
    return "The peer failed: " + " / ".join(printed.strip().splitlines()[-3:])


def _free_ports(count: int) -> list[int]:
    """Ports of the loopback address that nobody listens on."""
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports
