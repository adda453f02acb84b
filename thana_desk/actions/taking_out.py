"""Who may take the lines of many records out of the program: one rule for registers and lists."""

from collections.abc import Iterable

from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import NotAllowed
from thana_desk.texts import words


def may_take_out(desk: Desk, form_code: str) -> bool:
    """Whether lines of this form may leave, whatever the kind of file: PDF, CSV or XLSX alike.

    Who prints the form's papers may, and who keeps the registers (duty b-16).
    """
    return desk.may("read", form_code) and (
        desk.may("print_register", form_code) or desk.may("print", form_code)
    )


def require_out(desk: Desk, form_code: str) -> None:
    """Go on only where lines of this form may leave, and while the order holds.

    Raises:
        NotAllowed.
    """
    desk.require("read", form_code)
    if not may_take_out(desk, form_code):
        raise NotAllowed(words("actions.not_allowed"))


def forms_out(desk: Desk, wanted: Iterable[str], *, named: bool) -> tuple[str, ...]:
    """Those of the forms that may leave; where they are `named` one that may not refuses all.

    Raises:
        NotAllowed: none may leave, or a named one may not.
    """
    asked = tuple(wanted)
    found = tuple(one for one in asked if may_take_out(desk, one))
    if not found or (named and len(found) != len(asked)):
        raise NotAllowed(words("wanted.no_export"))
    require_out(desk, found[0])
    return found
