"""The command line's papers: records, registers and returns as PDF or table."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from thana_desk.cli.answers import DONE, out

if TYPE_CHECKING:
    from thana_desk.actions.desk import Desk
    from thana_desk.actions.print_orders import PrintOrder


def printed(desk: "Desk", options: argparse.Namespace) -> int:
    """Print a record."""
    from thana_desk.actions.print_orders import RECORD, PrintOrder

    copies = () if options.copy is None else (options.copy,)
    order = PrintOrder(RECORD, options.paper, record_id=options.id, copies=copies)
    return _handed_out(desk, order, options.out)


def register(desk: "Desk", options: argparse.Namespace) -> int:
    """Print a register, or keep its lines as a table where the file's name asks for one."""
    from thana_desk.actions.print_orders import REGISTER, PrintOrder
    from thana_desk.actions.registers import register_called

    name = register_called(options.name).words
    order = PrintOrder(REGISTER, options.name, name, first=options.from_day, last=options.to_day)
    return _handed_out(desk, order, options.out)


def print_log(desk: "Desk", options: argparse.Namespace) -> int:
    """What left the program, newest first."""
    from thana_desk.actions import print_log as log

    found = log.lines(
        desk,
        officer=options.officer,
        kind=options.kind,
        first=options.from_day,
        last=options.to_day,
        limit=options.limit,
    )
    out({"total": found.total, "lines": [one.to_json() for one in found.lines]})
    return DONE


def _handed_out(desk: "Desk", order: "PrintOrder", target: str) -> int:
    from thana_desk.actions import print_jobs

    went = print_jobs.hand_out(desk, order, Path(target))
    if Path(target).suffix.lower() in print_jobs.TABLES:
        out({"file": target, "lines": went.sent})
    else:
        out({"file": target, "bytes": Path(target).expanduser().stat().st_size})
    return DONE


def returns_list(desk: "Desk", options: argparse.Namespace) -> int:
    """The returns that this role may make."""
    from thana_desk.actions import returns

    out(
        [
            {
                "code": one.code,
                "name_hi": one.words.hi,
                "name_en": one.words.en,
                "span": one.span.value,
                "annexures": list(one.annexures),
            }
            for one in returns.return_list(desk)
        ]
    )
    return DONE


def made_return(desk: "Desk", options: argparse.Namespace) -> int:
    """Count a return, give a figure otherwise, or write its PDF."""
    from forms.returns import return_called
    from thana_desk.actions import returns

    days = (options.from_day, options.to_day)
    if options.figure:
        key, given = options.figure
        done = returns.change_figure(desk, options.name, *days, key, given, options.reason)
        out({"record_id": done.record_id})
        return DONE
    if options.out:
        from thana_desk.actions.print_orders import RETURN, PrintOrder

        name = return_called(options.name).words
        order = PrintOrder(RETURN, options.name, name, first=days[0], last=days[1])
        return _handed_out(desk, order, options.out)
    counted = returns.figures(desk, options.name, *days)
    out(
        [
            {
                "hi": row.words.hi,
                "en": row.words.en,
                "figures": [
                    {
                        "key": one.key,
                        "counted": one.counted,
                        "given": one.given,
                        "reason": one.change.reason if one.change else "",
                        "records": list(one.records),
                    }
                    for one in found
                ],
            }
            for row, found in zip(return_called(options.name).rows, counted, strict=True)
        ]
    )
    return DONE


def registers_list(desk: "Desk", options: argparse.Namespace) -> int:
    """The registers that this role may print."""
    from thana_desk.actions import registers

    out(
        [
            {
                "code": one.code,
                "name_hi": one.words.hi,
                "name_en": one.words.en,
                "number": one.number,
                "forms": [one.form, *one.also],
                "columns": [column.words.hi for column in one.columns],
            }
            for one in registers.register_list(desk)
        ]
    )
    return DONE
