from __future__ import annotations

import subprocess
import sys

import psutil
import pytest

from benchmarks._common import ROOT, end, environment, memory_mb, percentile


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([5.0], 0.95, 5.0),
        (list(range(1, 101)), 0.95, 95),
        (list(range(1, 101)), 1, 100),
        ([4.0, 9.0], 0, 4.0),
    ],
)
def test_percentile_is_one_of_the_values(
    values: list[float], share: float, expected: float
) -> None:
    assert percentile(values, share) == expected


def test_a_child_finds_this_checkout_and_sends_nothing() -> None:
    found = environment(ASSISTANT_HOME="somewhere")
    assert found["PYTHONPATH"].startswith(str(ROOT))
    assert found["RASA_TELEMETRY_ENABLED"] == "false"
    assert found["ASSISTANT_HOME"] == "somewhere"


def test_memory_counts_children_and_end_ends_them() -> None:
    nested = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
    with subprocess.Popen(
        [sys.executable, "-c", f"print(1, flush=True); {nested}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout
        parent.stdout.readline()
        process = psutil.Process(parent.pid)
        while not process.children():
            assert parent.poll() is None
        child = process.children()[0]
        alone = process.memory_info().rss / 1e6
        assert memory_mb(parent.pid) > alone
        end(parent.pid)
        assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
        assert not process.is_running()


def test_ending_what_has_ended_is_fine() -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    end(done.pid)
    assert done.returncode == 0
