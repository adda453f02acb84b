"""The words that the command line understands."""

import argparse

from thana_desk import VERSION


def _which_copy(text: str) -> int | None:
    """Whose copy, from 0; None for all of them."""
    if text == "all":
        return None
    if text.isascii() and text.isdigit():
        return int(text)
    raise argparse.ArgumentTypeError("a number from 0, or 'all'")


def _figure(text: str) -> tuple[str, int]:
    """A figure of a return and what it is to be."""
    key, sign, given = text.partition("=")
    if key and sign and given.isascii() and given.isdigit():
        return key, int(given)
    raise argparse.ArgumentTypeError("KEY=N, with a number from 0")


def parser() -> argparse.ArgumentParser:
    """All commands with their options; no command opens the window."""
    top = argparse.ArgumentParser(
        prog="run",
        description="Thana Desk: the desk of a police station. Without a command the window opens.",
    )
    top.add_argument("--version", action="version", version=VERSION)
    _common(top, top_level=True)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    demo = commands.add_parser("demo", help="do the main job on fictional data, without a display")
    demo.add_argument("--out", required=True, metavar="DIR")
    _common(demo)

    screens = commands.add_parser("screens", help="render every screen per role and language")
    screens.add_argument("--out", required=True, metavar="DIR")
    _common(screens)

    duties = commands.add_parser("duties", help="the 69 duties of the letter and what does each")
    _json(duties)

    case = commands.add_parser("case", help="everything of a case in order, and what is missing")
    case.add_argument("id", help="any record of the case")
    _json(case)
    _common(case)

    quality = commands.add_parser("quality", help="what is missing or late in the station's cases")
    quality.add_argument("--from", dest="from_day", metavar="DAY")
    quality.add_argument("--to", dest="to_day", metavar="DAY")
    _json(quality)
    _common(quality)

    matrix = commands.add_parser("grants", help="who may do what with which form")
    _json(matrix)
    matrix.add_argument("--markdown", action="store_true", help="as the document docs/grants.md")

    forms = commands.add_parser("forms", help="the forms of the program")
    forms_do = forms.add_subparsers(dest="what", required=True)
    _json(forms_do.add_parser("list", help="all forms"))
    sample = forms_do.add_parser("sample", help="fictional answers that register")
    sample.add_argument("code")

    record = commands.add_parser("record", help="register or show a record")
    record_do = record.add_subparsers(dest="what", required=True)
    new = record_do.add_parser("new", help="register a record from a JSON file ('-' reads stdin)")
    new.add_argument("code")
    new.add_argument("--json", dest="file", required=True, metavar="FILE")
    new.add_argument("--parent", metavar="ID")
    new.add_argument("--request", metavar="ID", help="the same request gets the same answer")
    new.add_argument("--reason", action="append", default=[], metavar="CODE=TEXT")
    _common(new)
    show = record_do.add_parser("show", help="a registered record")
    show.add_argument("id")
    _json(show)
    _common(show)
    listed = record_do.add_parser("list", help="registered records, newest first")
    listed.add_argument("--form", action="append")
    _json(listed)
    _common(listed)

    printed = commands.add_parser("print", help="print a record to PDF")
    printed.add_argument("id")
    printed.add_argument("--out", required=True, metavar="FILE")
    printed.add_argument("--paper", default="form", metavar="NAME")
    printed.add_argument(
        "--copy", type=_which_copy, default=0, metavar="N", help="from 0, or 'all'"
    )
    _common(printed)

    register = commands.add_parser("register", help="print a register to PDF")
    register.add_argument("name")
    register.add_argument("--from", dest="from_day", required=True, metavar="DAY")
    register.add_argument("--to", dest="to_day", required=True, metavar="DAY")
    register.add_argument("--out", required=True, metavar="FILE")
    _common(register)

    log = commands.add_parser("print_log", help="what was printed or kept as a file, and by whom")
    log.add_argument("--officer", default="", metavar="ID", help="of one officer")
    log.add_argument("--kind", default="", choices=("record", "register", "return", "list", "file"))
    log.add_argument("--from", dest="from_day", default="", metavar="DAY")
    log.add_argument("--to", dest="to_day", default="", metavar="DAY")
    log.add_argument("--limit", type=int, default=200, metavar="N")
    _json(log)
    _common(log)

    search = commands.add_parser("search", help="find records")
    search.add_argument("text")
    search.add_argument(
        "--groups", action="store_true", help="also persons, vehicles, phones, sections"
    )
    _json(search)
    _common(search)

    made = commands.add_parser("return", help="a return to a senior office: figures, or its PDF")
    made.add_argument("name")
    made.add_argument("--from", dest="from_day", required=True, metavar="DAY")
    made.add_argument("--to", dest="to_day", required=True, metavar="DAY")
    made.add_argument("--out", metavar="FILE", help="write the letter with its annexures")
    made.add_argument(
        "--set", dest="figure", type=_figure, metavar="KEY=N", help="give a figure otherwise"
    )
    made.add_argument("--reason", default="", help="why the figure differs from the count")
    _json(made)
    _common(made)
    returns = commands.add_parser("returns", help="the returns that can be made")
    _json(returns)
    _common(returns)

    registers = commands.add_parser("registers", help="the registers that can be printed")
    registers.add_argument("--json", action="store_true", help="as JSON (always so)")
    _common(registers)

    phrases = commands.add_parser(
        "phrases", help="set phrases for long texts, the station's own first"
    )
    phrases.add_argument("--form", default="", metavar="CODE", help="those of one form")
    phrases.add_argument("--find", default="", metavar="TEXT", help="those that these letters mean")
    _json(phrases)
    _common(phrases)

    names = commands.add_parser("names", help="how like two names are, in either script")
    names.add_argument("one")
    names.add_argument("other")
    _json(names)

    persons = commands.add_parser("persons", help="find persons: name, father's name, age, phone")
    persons.add_argument("text", help="such as 'राम कुमार पुत्र श्याम लाल 35'")
    _json(persons)
    _common(persons)

    person = commands.add_parser("person", help="a person across records; who is who")
    person_do = person.add_subparsers(dest="what", required=True)
    shown = person_do.add_parser("show", help="everything on record of a person")
    shown.add_argument("id")
    _json(shown)
    _common(shown)
    merge = person_do.add_parser("merge", help="two entries are one person")
    merge.add_argument("one")
    merge.add_argument("other")
    merge.add_argument("--reason", required=True)
    _common(merge)
    split = person_do.add_parser("split", help="an entry is not the person it was merged with")
    split.add_argument("one")
    split.add_argument("other", nargs="?", default="")
    split.add_argument("--reason", required=True)
    _common(split)

    keys = commands.add_parser("keys", help="the text that a typing layout makes of keys")
    keys.add_argument("layout", help="inscript, remington-gail, remington-cbi or phonetic")
    keys.add_argument("keystrokes", help="as on a US keyboard; <AltGr-k>, <Space>, <Backspace>")
    keys.add_argument(
        "--candidates", action="store_true", help="phonetic: the words offered, one a line"
    )
    keys.add_argument("--devanagari-digits", action="store_true", help="the number row gives १२३")
    _json(keys, about="answer as JSON instead of plain text")

    spell = commands.add_parser("spell", help="the Hindi words of a text that nobody knows")
    spell.add_argument("text", help="the text; '-' reads standard input")
    _json(spell, about="answer as JSON instead of plain text")

    convert = commands.add_parser("convert", help="Kruti Dev or DevLys text into Unicode, or back")
    convert.add_argument("--to-kruti", action="store_true", help="from Unicode into Kruti Dev")
    convert.add_argument("--whole", action="store_true", help="no word is Latin: read every one")
    _json(convert, about="answer as JSON instead of plain text")
    convert.add_argument(
        "words",
        nargs=argparse.REMAINDER,
        metavar="kruti|devlys TEXT",
        help="the font, then the text; '-' reads standard input",
    )

    verify = commands.add_parser(
        "verify", help="prove that nothing registered was changed, or compare a paper by its code"
    )
    verify.add_argument("code", nargs="?", help="the code printed on a paper, or its QR text")
    verify.add_argument(
        "--scan", metavar="FILE", help="every paper in a PDF, JPEG or PNG, by its QR code"
    )
    _json(verify)
    _common(verify)

    gateway = commands.add_parser("gateway", help="run the data centre's end of the sync")
    gateway.add_argument("--store", required=True, metavar="URL")
    gateway.add_argument("--port", type=int, required=True)
    gateway.add_argument("--host", default="127.0.0.1")
    code = commands.add_parser("enrol-code", help="a single-use enrolment code, at the data centre")
    code.add_argument("--store", required=True, metavar="URL")
    code.add_argument("--thana", required=True, metavar="CODE")

    enrol = commands.add_parser("enrol", help="enrol this PC with the data centre")
    enrol.add_argument("--url", required=True)
    enrol.add_argument("--code", required=True)
    enrol.add_argument("--ca", metavar="FILE")
    _common(enrol)

    sync = commands.add_parser("sync", help="exchange with the data centre")
    sync.add_argument("--once", action="store_true", required=True)
    _json(sync)
    _common(sync)

    codes = commands.add_parser("codes", help="code lists and laws: newer ones, hidden codes")
    codes_do = codes.add_subparsers(dest="what", required=True)
    codes_list = codes_do.add_parser("list", help="every code, and whether it is offered here")
    _json(codes_list)
    _common(codes_list)
    update = codes_do.add_parser("update", help="take a signed update from the data centre")
    update.add_argument("file", metavar="FILE")
    _common(update)
    for what, about in (("hide", "offer a code no longer"), ("offer", "offer a code again")):
        one = codes_do.add_parser(what, help=about)
        one.add_argument("list")
        one.add_argument("code")
        _common(one)

    sign = commands.add_parser("sign-codes", help="at the data centre: sign newer data files")
    sign.add_argument("--store", required=True, metavar="URL")
    sign.add_argument("--from", dest="folder", required=True, metavar="DIR")
    sign.add_argument("--version", dest="codes_version", required=True, metavar="DAY")
    sign.add_argument("--out", required=True, metavar="FILE")

    backup = commands.add_parser("backup", help="write a verified copy of the store")
    backup.add_argument("--out", required=True, metavar="DIR")
    _common(backup)
    return top


def _common(parser: argparse.ArgumentParser, *, top_level: bool = False) -> None:
    # A subcommand must not overwrite what stood before it with its own default.
    missing = None if top_level else argparse.SUPPRESS
    parser.add_argument("--home", metavar="DIR", default=missing, help="where the thana's data is")
    parser.add_argument(
        "--as",
        dest="as_who",
        metavar="WHO",
        default=missing,
        help="demo home: a role; real home: a login (password in THANA_DESK_PASSWORD)",
    )
    parser.add_argument(
        "--order",
        metavar="ID",
        default=missing,
        help="act in another's role under this order (a record of the form act_as)",
    )


def _json(parser: argparse.ArgumentParser, about: str = "answer as JSON (always so)") -> None:
    parser.add_argument("--json", action="store_true", help=about)
