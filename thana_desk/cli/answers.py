"""How a command answers: JSON on standard output, words on standard error, an exit code."""

import json
import sys
from typing import Any

from thana_desk.actions.errors import HasProblems, NotAllowed, Refused, StoreProblem, WrongPassword

DONE, FAILED, PROBLEMS, DENIED, STORE = 0, 1, 2, 3, 4
"""Exit codes; docs/commands.md explains them."""


def out(value: Any) -> None:
    """Print one JSON value."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def told(text: str) -> None:
    """Say something to the person at the terminal."""
    sys.stderr.write(text + "\n")


def refused(error: Refused) -> int:
    """Print a refusal and give its exit code."""
    out(
        {
            "error": error.code,
            "hi": error.words.hi,
            "en": error.words.en,
            "problems": [problem.to_json() for problem in error.problems],
        }
    )
    told(f"{error.words.hi}\n{error.words.en}")
    if isinstance(error, HasProblems):
        return PROBLEMS
    if isinstance(error, NotAllowed | WrongPassword):
        return DENIED
    if isinstance(error, StoreProblem):
        return STORE
    return FAILED
