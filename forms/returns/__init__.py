"""Every return, found by its presence in this folder: a module with a `RETURN`."""

import importlib
import pkgutil
from functools import cache

from forms.kit.returns import Return


class NoSuchReturn(LookupError):
    """No file of the returns has this code."""


@cache
def all_returns() -> dict[str, Return]:
    """The returns by code."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        one = getattr(importlib.import_module(f"{__name__}.{module.name}"), "RETURN", None)
        if isinstance(one, Return):
            found[one.code] = one
    return dict(sorted(found.items()))


def return_called(code: str) -> Return:
    """The return with this code.

    Raises:
        NoSuchReturn: there is none.
    """
    try:
        return all_returns()[code]
    except KeyError:
        raise NoSuchReturn(code) from None
