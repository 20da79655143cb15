"""``python -m benchmarks.build [PAGES]...``: the tool against the floor, in processor time and memory.

Each measurement runs in a process of its own, imports first and then builds once; floor and tool take turns, and the
quickest run of each counts, which a busy machine disturbs least. The tool runs as one job for one target and keeps
nothing from one run to the next.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.course import write_course

SIZES = (10, 60, 1000)
RUNS = {10: 9, 60: 9, 1000: 3}
RATIO = 1.5
MEMORY = 300
"""The goals: times the floor's processor time, and MB of memory at most."""


class Cost(NamedTuple):
    """What a build takes: processor seconds, and MB of its process at its largest."""

    seconds: float
    memory: float


def main(sizes: tuple[int, ...]) -> int:
    """Measure each size and print the table; 1 when a goal is missed."""
    print(f"{'pages':>6} {'floor s':>9} {'tool s':>9} {'ratio':>6} {'tool ms/page':>13} {'floor MB':>9} {'tool MB':>8}")
    missed = False
    with tempfile.TemporaryDirectory() as place:
        for pages in sizes:
            root = write_course(Path(place) / str(pages), pages)
            (floor, base), (tool, memory) = compare(root, RUNS.get(pages, 3))
            ratio = tool / floor
            missed |= pages >= 60 and (ratio > RATIO or memory > MEMORY)
            print(
                f"{pages:>6} {floor:>9.3f} {tool:>9.3f} {ratio:>6.2f} {1000 * tool / pages:>13.2f} "
                f"{base:>9.0f} {memory:>8.0f}"
            )
    print(f"Goals from 60 pages on: ratio at most {RATIO}, tool at most {MEMORY} MB: {'missed' if missed else 'met'}.")
    return int(missed)


def compare(root: Path, runs: int) -> tuple[Cost, Cost]:
    """The floor and the tool on the course in ``root``, by turns."""
    pairs = [(run("floor", root), run("tool", root)) for _ in range(runs)]
    floor, tool = zip(*pairs, strict=True)
    return _best(floor), _best(tool)


def _best(costs: Sequence[Cost]) -> Cost:
    return Cost(min(cost.seconds for cost in costs), max(cost.memory for cost in costs))


def run(side: str, root: Path) -> Cost:
    """One measurement in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.build", f"--{side}", str(root)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Cost(*json.loads(done.stdout))


def measure(side: str, root: Path) -> None:
    """What such a process does."""
    with tempfile.TemporaryDirectory() as place:
        work = _floor if side == "floor" else _tool
        cpu = work(root, Path(place))
    print(json.dumps(Cost(cpu, _peak())))


def _floor(root: Path, out: Path) -> float:
    from benchmarks.floor import build  # noqa: PLC0415 - each side imports its own

    start = time.process_time()
    build(root, out)
    return time.process_time() - start


def _tool(root: Path, out: Path) -> float:
    from builder.pipeline import Order, build  # noqa: PLC0415

    start = time.process_time()
    report = build(Order(root=str(root), out=str(out), targets=("scorm12",)))
    cpu = time.process_time() - start
    if not report.made:
        sys.exit("\n".join(f"{one.span.path}:{one.span.line}: {one.message}" for one in report.diagnostics[:20]))
    return cpu


def _peak() -> float:
    """MB of this process at its largest; 0 on Windows, which has no such count in the standard library."""
    if sys.platform == "win32":
        return 0.0
    status = Path("/proc/self/status")
    if status.exists():
        # The count of getrusage would begin with what the parent held when it made this process.
        return next(int(line.split()[1]) / 1024 for line in status.read_text("ascii").splitlines() if "VmHWM" in line)
    import resource  # noqa: PLC0415

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    if sys.argv[1:2] in (["--floor"], ["--tool"]):
        measure(sys.argv[1][2:], Path(sys.argv[2]))
    else:
        sys.exit(main(tuple(map(int, sys.argv[1:])) or SIZES))
