"""An FIR on paper beside the least that shapes the same words into a PDF."""

from benchmarks.print_floor import run
from benchmarks.report import Measured, compare


def print_fir(runs: int) -> Measured:
    """Milliseconds of one FIR with a 2,000-word narrative, ours and the floor turn by turn."""
    ours, floor, more = run(runs)
    return compare("print_fir", ours, floor, unit="ms", goal=1.8, **more)
