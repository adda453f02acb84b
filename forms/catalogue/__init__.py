"""Every form, found by its presence in this folder: a module with a `FORM`."""

import importlib
import pkgutil
from functools import cache

from forms.kit.form import Form


class NoSuchForm(LookupError):
    """No file of the catalogue has this code."""


@cache
def all_forms() -> dict[str, Form]:
    """The forms by code, in the order of their codes."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        form = getattr(importlib.import_module(f"{__name__}.{module.name}"), "FORM", None)
        if isinstance(form, Form):
            found[form.code] = form
    return dict(sorted(found.items()))


def form(code: str) -> Form:
    """The form called `code`.

    Raises:
        NoSuchForm: there is none.
    """
    try:
        return all_forms()[code]
    except KeyError:
        raise NoSuchForm(code) from None
