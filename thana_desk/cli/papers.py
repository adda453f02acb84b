"""The command line's papers: records, registers and returns as PDF or table."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from thana_desk.cli.answers import DONE, out

if TYPE_CHECKING:
    from thana_desk.actions.desk import Desk


def printed(desk: "Desk", options: argparse.Namespace) -> int:
    """Print a record."""
    from thana_desk.actions import papers

    target = Path(options.out)
    if options.copy is None:
        size = papers.hand_out_set(desk, target, options.id, options.paper)
    else:
        size = papers.hand_out(desk, target, options.id, options.paper, copy=options.copy)
    out({"file": options.out, "bytes": size})
    return DONE


def register(desk: "Desk", options: argparse.Namespace) -> int:
    """Print a register, or keep its lines as a table where the file's name asks for one."""
    from thana_desk.actions import registers

    if Path(options.out).suffix.lower() != ".pdf":
        lines = registers.hand_out_table(
            desk, Path(options.out), options.name, options.from_day, options.to_day
        )
        out({"file": options.out, "lines": lines})
        return DONE
    size = registers.hand_out_register(
        desk, Path(options.out), options.name, options.from_day, options.to_day
    )
    out({"file": options.out, "bytes": size})
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
        size = returns.hand_out_return(desk, Path(options.out), options.name, *days)
        out({"file": options.out, "bytes": size})
        return DONE
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
