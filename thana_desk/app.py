"""The composition root: the one place that knows the window, the command line and the actions."""

import argparse
import dataclasses
import sys
from pathlib import Path

from thana_desk.cli.arguments import parser
from thana_desk.paths import Home, HomeNotUsable, NetworkShare, find_home

_WITHOUT_HOME = (
    *("forms", "duties", "grants", "names", "keys", "convert", "spell"),
    *("gateway", "enrol-code", "sign-codes"),
)


def main(arguments: list[str] | None = None) -> int:
    """Run the program and give its exit code."""
    options = parser().parse_args(arguments)
    try:
        home = find_home(Path(options.home) if options.home else None)
    except NetworkShare:
        return _said("cli.network_share")
    if options.command is None:
        return _window(home)
    if options.command in ("demo", "screens"):
        return _with_screens(options, home.root)
    if options.command not in _WITHOUT_HOME:
        _log(home)
    from thana_desk.cli.commands import run

    return run(options, home.root)


def _window(home: Home) -> int:
    try:
        home.make()
    except HomeNotUsable:
        return _said("cli.home_not_usable")
    _log(home)
    from thana_desk.ui.start import run_window

    return run_window(home.root)


def _log(home: Home) -> None:
    if home.logs.is_dir():
        from thana_desk.log import install_log

        install_log(home.logs)


def _with_screens(options: argparse.Namespace, home: Path) -> int:
    from thana_desk.actions import demo
    from thana_desk.actions.errors import Refused
    from thana_desk.cli.answers import out as answer
    from thana_desk.cli.answers import refused

    target = Path(options.out).absolute()
    try:
        demo.make_home(home)
        if options.command == "demo":
            outcome = demo.main_job(home, target)
            _screens(target / "screens", home)
            summary = dataclasses.asdict(outcome)
            _write_json(target / "summary.json", summary)
            answer(summary)
            return 0 if outcome.chain_ok else 1
        answer([str(one) for one in _screens(target, home)])
    except Refused as error:
        return refused(error)
    return 0


def _screens(target: Path, home: Path) -> list[Path]:
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from thana_desk.actions import demo
    from thana_desk.ui.start import render_screens

    return render_screens(target, home, lambda role: demo.sign_in(home, role))


def _write_json(target: Path, value: object) -> None:
    import json

    from thana_desk.actions.papers import write_whole

    write_whole(target, json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8"))


def _said(key: str) -> int:
    from thana_desk.texts import words

    phrase = words(key)
    sys.stderr.write(f"{phrase.hi}\n{phrase.en}\n")
    return 1
