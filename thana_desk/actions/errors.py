"""What a person can put right: every refusal of an action, in the words of the desk."""

from collections.abc import Sequence

from forms.kit.problem import Problem
from forms.kit.words import Words


class Refused(Exception):
    """An action that was not done, and nothing of it was kept. `code` is stable."""

    code = "refused"

    def __init__(self, words: Words, problems: Sequence[Problem] = ()) -> None:
        super().__init__(self.code)
        self.words = words
        self.problems = list(problems)


class NotSetUp(Refused):
    """The home holds no thana yet."""

    code = "not_set_up"


class AlreadySetUp(Refused):
    """The home holds a thana already."""

    code = "already_set_up"


class WrongPassword(Refused):
    """Login and password do not belong together."""

    code = "wrong_password"


class MustWait(Refused):
    """Too many wrong passwords; `seconds` until the next try."""

    code = "must_wait"

    def __init__(self, words: Words, seconds: int) -> None:
        super().__init__(words)
        self.seconds = seconds


class NotAllowed(Refused):
    """The role has no grant for this act."""

    code = "not_allowed"


class HasProblems(Refused):
    """The record cannot be registered like this; `problems` say where and why."""

    code = "has_problems"


class RecordNotFound(Refused):
    """There is no such record or draft here."""

    code = "not_found"


class DayAlreadyOpen(Refused):
    """The diary day was opened before."""

    code = "day_open"


class DayAlreadyClosed(Refused):
    """The diary day was closed, and nothing was written since."""

    code = "day_closed"


class StoreProblem(Refused):
    """The store could not be opened or written; `code` is the storage room's own code."""

    def __init__(self, words: Words, code: str) -> None:
        super().__init__(words)
        self.code = code


class LinkProblem(Refused):
    """The data centre could not be reached or did not answer as it should."""

    code = "link"


class PaperProblem(Refused):
    """A page could not be made."""

    code = "paper"


class BadSetUp(Refused):
    """What was given for the first start cannot be used as it is."""

    code = "bad_set_up"
