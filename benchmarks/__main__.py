"""The command line of ./bench: one name, one result."""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.report import Measured

# Name, where it is measured, how many runs unless asked otherwise, what it says.
MEASUREMENTS: dict[str, tuple[str, int, str]] = {
    "cold_start": ("benchmarks.starts", 9, "exec to first drawn window"),
    "memory": ("benchmarks.starts", 5, "PSS at the first drawn window"),
    "save": ("benchmarks.saves", 1000, "one durable registration into the encrypted store"),
    "register": ("benchmarks.saves", 300, "one FIR registered as a user does, rules and all"),
    "search": ("benchmarks.searches", 340, "one question to a store of many persons"),
    "open_form": ("benchmarks.forms", 30, "a form of 120 fields to its painted first page"),
    "keystroke": ("benchmarks.forms", 100, "a key in a form of 120 fields, checked and painted"),
    "record_list": ("benchmarks.lists", 30, "the list of 100,000 records to its first rows"),
    "print_fir": ("benchmarks.papers", 5, "an FIR on paper"),
    "print_register": ("benchmarks.books", 3, "a register of a thousand pages on paper"),
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench", description="Measure Thana Desk beside a floor.")
    parser.add_argument("name", choices=[*MEASUREMENTS, "list"])
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    parser.add_argument("--runs", type=int, help="how many runs of each side")
    parser.add_argument("--persons", type=int, help="how many persons `search` looks among")
    parser.add_argument(
        "--keep",
        type=Path,
        help="a folder in which `search` keeps its filled store for the next, and `print_register`"
        " what the peers printed",
    )
    parser.add_argument(
        "--peers",
        type=Path,
        metavar="PYTHON",
        help="a Python that holds the other libraries that `print_register` is compared with",
    )
    asked = parser.parse_args(arguments)
    if asked.peers and asked.name != "print_register":
        parser.error("--peers belongs to print_register")
    if asked.name == "list":
        for name, (_, runs, says) in MEASUREMENTS.items():
            print(f"{name:12} {says} ({runs} runs)")
        return 0
    module, usual, _ = MEASUREMENTS[asked.name]
    measure: Callable[..., Measured] = getattr(import_module(module), asked.name)
    more: dict[str, Any] = {}
    if asked.name == "search":
        if asked.persons:
            more["persons"] = max(100, asked.persons)
        more["keep"] = asked.keep
    if asked.peers:
        more |= {"peers": asked.peers, "keep": asked.keep}
    result = measure(max(1, asked.runs or usual), **more)
    print(result.to_json() if asked.json else result.to_text())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
