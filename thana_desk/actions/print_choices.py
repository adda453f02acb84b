"""How an officer likes the pages of each printer: kept, and offered again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from thana_desk.actions.clock import stamp
from thana_desk.actions.desk import Desk
from thana_desk.actions.print_layout import USUAL, Layout, layout_from
from thana_desk.actions.registration import with_store_errors


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """What was chosen at this printer last; how a paper is turned belongs to the paper."""

    printer: str
    layout: Layout = USUAL
    both_sides: bool = False
    grey: bool = False


def choices(desk: Desk) -> list[PrinterChoice]:
    """The officer's choices, of the printer used last first."""
    with with_store_errors():
        kept = desk.store.print_choices(desk.session.user_id)
    return [_read(printer, data) for printer, data in kept]


def choice(desk: Desk, printer: str) -> PrinterChoice:
    """What this officer chose at this printer; the usual where nothing was."""
    found = (one for one in choices(desk) if one.printer == printer)
    return next(found, PrinterChoice(printer))


def keep(desk: Desk, chosen: PrinterChoice) -> None:
    """Keep it for this officer and this printer."""
    data = {
        "layout": replace(chosen.layout, turn="").to_json(),
        "both_sides": chosen.both_sides,
        "grey": chosen.grey,
    }
    with with_store_errors():
        desk.store.put_print_choice(
            desk.session.user_id, chosen.printer, data, stamp(desk.clock.now())
        )


def _read(printer: str, data: Mapping[str, Any]) -> PrinterChoice:
    layout = data.get("layout")
    return PrinterChoice(
        printer,
        layout_from(layout) if isinstance(layout, Mapping) else USUAL,
        data.get("both_sides") is True,
        data.get("grey") is True,
    )
