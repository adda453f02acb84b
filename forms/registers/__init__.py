"""Every register, found by its presence in this folder: a module with a `REGISTER`."""

import importlib
import pkgutil
from functools import cache

from forms.kit.register import Register, Shelf


class NoSuchRegister(LookupError):
    """No file of the registers has this code."""


@cache
def all_registers() -> dict[str, Register]:
    """The registers by code, in the order of their shelves, on each the chief book first."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        register = getattr(importlib.import_module(f"{__name__}.{module.name}"), "REGISTER", None)
        if isinstance(register, Register):
            found[register.code] = register
    shelves = list(Shelf)
    in_order = sorted(
        found.values(),
        key=lambda one: (shelves.index(one.shelf), not one.chief, one.words.hi),
    )
    return {one.code: one for one in in_order}


def register(code: str) -> Register:
    """The register called `code`.

    Raises:
        NoSuchRegister: there is none.
    """
    try:
        return all_registers()[code]
    except KeyError:
        raise NoSuchRegister(code) from None
