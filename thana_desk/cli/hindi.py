"""The commands of Hindi text, which need no station: what keys type, legacy fonts, spelling."""

import argparse
import sys

from thana_desk.actions.errors import Refused
from thana_desk.cli.answers import DONE, out
from thana_desk.texts import words


def keys(options: argparse.Namespace) -> int:
    """What a layout makes of keys."""
    from thana_desk.hindi.layouts import all_layouts
    from thana_desk.hindi.layouts.keystrokes import text_of
    from thana_desk.hindi.layouts.layout import Digits

    digits = Digits.DEVANAGARI if options.devanagari_digits else Digits.ASCII
    layouts = {layout.code: layout for layout in all_layouts(digits)}
    layout = layouts.get(options.layout)
    if layout is None:
        known = ", ".join(layouts)
        raise Refused(words("cli.no_such_layout", layout=options.layout[:40], known=known))
    text = text_of(layout, options.keystrokes)
    answer = {"layout": layout.code, "keys": options.keystrokes, "text": text}
    lines = [text]
    if options.candidates:
        from thana_desk.hindi.candidates import Candidates

        typed = options.keystrokes if layout.code == "phonetic" else ""
        lines = list(Candidates().find(typed, text))
        answer["candidates"] = lines
    if options.json:
        out(answer)
    else:
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return DONE


_ENCODINGS = {"kruti": "kruti", "krutidev": "kruti", "kruti-dev": "kruti", "devlys": "devlys"}


def convert(options: argparse.Namespace) -> int:
    """Legacy text into Unicode, or with --to-kruti the other way."""
    from thana_desk.hindi import legacy

    flags = {name: getattr(options, name) for name in ("to_kruti", "whole", "json")}
    given = list(options.words)
    # argparse hands over what follows the first word as it stands, options among it.
    for flag in flags:
        while (written := f"--{flag.replace('_', '-')}") in given:
            flags[flag] = True
            given.remove(written)
    if given[:1] == ["--"]:
        given.pop(0)
    encoding = _ENCODINGS[given.pop(0)] if given and given[0] in _ENCODINGS else "kruti"
    if not given:
        raise Refused(words("cli.no_text"))
    text = sys.stdin.read() if given == ["-"] else " ".join(given)
    answer: dict[str, object] = {"encoding": encoding, "from": text}
    if flags["to_kruti"]:
        answer["text"] = legacy.to_krutidev(text)
        answer["kept"] = list(legacy.left_as_they_are(text))
    else:
        answer["text"] = legacy.to_unicode(text, whole=flags["whole"])
        answer["confidence"] = legacy.recognise(text).confidence
    if flags["json"]:
        out(answer)
    else:
        written = str(answer["text"])
        sys.stdout.write(written if given == ["-"] else written + "\n")
    return DONE


def spell(options: argparse.Namespace) -> int:
    """The unknown words of a text, each with what may have been meant."""
    from thana_desk.actions import spelling

    known = spelling.spelling()
    if known is None:
        raise Refused(words("cli.no_dictionary"))
    text = sys.stdin.read() if options.text == "-" else options.text
    found = [(one, known.suggest(one.word)) for one in known.unknown(text)]
    if options.json:
        unknown = [
            {"word": one.word, "at": one.at, "suggestions": list(meant)} for one, meant in found
        ]
        out({"text": text, "unknown": unknown})
    else:
        for one, meant in found:
            sys.stdout.write(f"{one.word}: {', '.join(meant)}\n")
    return DONE
