"""Cleans words and shapes them with HarfBuzz into operators that draw them and say what they are.

Each word that its glyphs alone would not give back is wrapped in `/Span <</ActualText …>>`, so that
search and copy in any PDF reader return the very characters that were typed.
"""

import itertools
import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import regex

from thana_desk.printing.fonts import Face, Glyph, PaperFonts

_MEMO_LIMIT = 20_000
"""Shaped words kept; a station's vocabulary is smaller, serial numbers are not."""

_OVERHANG = 60
"""How far a last sign may reach over its word's end before readers miss the blank behind it."""
_DOT = 12
"""Rises of less than a laser printer's dot (at 11 pt) are not drawn."""
_SLACK = 20
"""How far before the end of a word a raised sign pretends to begin."""


# --- cleaning -------------------------------------------------------------------------------------

_SUSPECT = re.compile(r"[^\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0900-\u0dff\u2010-\u2027\u20b9\n]")
_DROPPED = re.compile(
    # Controls, soft hyphen, direction marks (they could show a number in another order than it
    # is stored), joiners of words, byte order mark, variation selectors, tags.
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_BLANKS = re.compile(r"[\t\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """`text` without controls; line ends become `\\n`, tabs and odd blanks become spaces."""
    if _SUSPECT.search(text) is None:
        return text
    return _DROPPED.sub("", _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text)))


# --- words ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """Glyphs of one face on one height: `show` is the inside of a TJ array."""

    face: str
    rise: int
    show: str


@dataclass(eq=False, slots=True)
class Shaped:
    """A word ready for paper, in thousandths of the type size."""

    width: int
    parts: tuple[Part, ...]
    opening: str
    """The marked-content operator that carries the true text; '' where glyphs suffice."""
    glyphs: dict[tuple[str, int], str]
    """Face and glyph, with the characters it stands for ('' if only the whole word can say)."""
    opening_before_blank: str
    """The same with the blank that follows, where readers would not see it."""
    opening_at_end: str
    """The same for the end of a line, where readers take a hyphen for a divided word."""
    right_to_left: bool = False
    joins: bool = False
    """Whether it is all in the family's own face and needs no look at its neighbours."""
    noted_by: object = None
    """The file's ink that last noted these glyphs: saves noting them at each use."""
    _drawn: tuple[float, str] = (0.0, "")
    """What `drawn` gave last and for which size; 0 for any, as for words without raised signs."""

    def drawn(self, size: float) -> str:
        """All operators of a word that `joins`."""
        known, found = self._drawn
        if found and (known == 0.0 or known == size):
            return found
        shown = "\n".join(
            f"{part.rise * size / 1000:.2f} Ts [{part.show}]TJ 0 Ts"
            if part.rise
            else f"[{part.show}]TJ"
            for part in self.parts
        )
        found = f"{self.opening} {shown} EMC" if self.opening else shown
        self._drawn = (size if any(part.rise for part in self.parts) else 0.0, found)
        return found


_HYPHENS = "-\u2010\u2011\u00ad"
_RIGHT_TO_LEFT = regex.compile(r"[\p{bc=R}\p{bc=AL}]")
_GRAPHEME = regex.compile(r"\X")
_BREAK_AFTER = frozenset("/-,;:।.–—_)")
_JOINING_END = re.compile("[\u094d\u200d\u09cd\u0a4d]$")
_FIGURES = re.compile(r"[0-9/.,:]+")
_ONE_SCRIPT = re.compile(r"[\u0900-\u097f0-9\u200c\u200d/().,:;-]+|[\x21-\x7e]+")


class Shaper:
    """Shapes words with one set of fonts and remembers what it shaped."""

    def __init__(self, fonts: PaperFonts) -> None:
        self.fonts = fonts
        self._memos: tuple[dict[str, Shaped], dict[str, Shaped]] = ({}, {})
        self.set_before: dict[Any, Any] = {}
        """Short texts set in lines before, by style and width, then by text; `words` keeps it."""
        self._lock = threading.Lock()
        self.space_glyph, self.space = fonts.regular.blank
        self.space_show = f"<{self.space_glyph:04X}>"

    def memo(self, bold: bool) -> dict[str, Shaped]:
        """The words shaped so far, to look in before calling `word`."""
        return self._memos[bold]

    def word(self, text: str, bold: bool = False) -> Shaped:
        """`text` (no spaces) shaped, from memory if it was shaped before."""
        memo = self._memos[bold]
        found = memo.get(text)
        if found is None:
            if _FIGURES.fullmatch(text):
                # Not kept: numbers are made faster than a memory of all of them is filled.
                return self._figures(text, bold)
            found = self._shape(text, bold)
            with self._lock:
                if len(memo) >= _MEMO_LIMIT:
                    memo.clear()
                memo[text] = found
        return found

    def _runs(self, text: str, bold: bool) -> Iterator[tuple[Face, str]]:
        """`text` cut where the face or the script changes; unknown signs become [U+XXXX]."""
        main = self.fonts.main(bold)
        if _ONE_SCRIPT.fullmatch(text) and main.chars.issuperset(text):
            yield main, text
            return
        face: Face | None = None
        script = ""
        run = ""
        for char in text:
            own = self.fonts.face_for(char, bold)
            if own is None:
                if char in "\u200c\u200d":
                    continue  # a joiner is an instruction to the shaper, not a sign
                shown, own, kind = f"[U+{ord(char):04X}]", main, "Latn"
            else:
                shown, kind = char, _script(char) or script
                if unicodedata.combining(char) and face is not None and face.has(char):
                    own, kind = face, script
            if run and (own is not face or (script and kind != script)):
                yield face or own, run
                run = ""
            face, script = own, kind
            run += shown
        if run and face is not None:
            yield face, run

    def _figures(self, text: str, bold: bool) -> Shaped:
        """A number: its signs neither join nor move, and its glyphs alone give it back."""
        face = self.fonts.main(bold)
        codes, advances, glyphs = face.figures
        show = "".join([codes[char] for char in text])
        width = sum([advances[char] for char in text])
        part = Part(face.key, 0, f"<{show}>")
        return Shaped(width, (part,), "", glyphs, "", "", joins=True)

    def _shape(self, text: str, bold: bool) -> Shaped:
        parts: list[Part] = []
        glyphs: dict[tuple[str, int], str] = {}
        width = reach = 0
        shown_text = ""
        plain = True
        right_to_left = _RIGHT_TO_LEFT.search(text) is not None
        runs = list(self._runs(text, bold))
        if right_to_left and not any(_is_latin(run) for _, run in runs):
            runs.reverse()
        for face, run in runs:
            shown_text += run
            shaped = face.glyphs(run)
            plain = plain and run.isascii() and len(shaped) == len(run) and run[-1] not in _HYPHENS
            advance, far = _set_glyphs(face, run, shaped, parts, glyphs)
            reach = width + far
            width += advance
        if right_to_left:
            shown_text = text
        opening = before_blank = at_end = ""
        if not plain and shown_text:
            opening = before_blank = at_end = _opening(shown_text)
            if reach > width + _OVERHANG:
                before_blank = _opening(f"{shown_text} ")
            if shown_text[-1] in _HYPHENS:
                at_end = _opening(f"{shown_text}\u00a0")
        own = self.fonts.main(bold).key
        joins = before_blank == at_end and not right_to_left and bool(parts)
        joins = joins and all(part.face == own for part in parts)
        return Shaped(
            width, tuple(parts), opening, glyphs, before_blank, at_end, right_to_left, joins
        )

    def broken(self, text: str, bold: bool, room: float) -> list[str]:
        """A word too wide for `room` (thousandths) cut into pieces that fit, never inside a letter."""
        pieces: list[str] = []
        current: list[str] = []
        width = 0
        for unit in _units(text):
            unit_width = self.word(unit, bold).width
            if current and width + unit_width > room:
                # A reader stumbles less over `घटना/` than over `घटना/सू`.
                natural = next(
                    (at for at in range(len(current), 0, -1) if current[at - 1] in _BREAK_AFTER), 0
                )
                cut = natural or len(current)
                pieces.append("".join(current[:cut]))
                current = current[cut:]
                width = self.word("".join(current), bold).width if current else 0
            current.append(unit)
            width += unit_width
        if current:
            pieces.append("".join(current))
        return pieces


def _units(text: str) -> Iterator[str]:
    """Letters as the reader sees them: consonants joined by a virama stay together."""
    unit = ""
    for grapheme in _GRAPHEME.findall(text):
        unit += grapheme
        if not _JOINING_END.search(unit):
            yield unit
            unit = ""
    if unit:
        yield unit


def _script(char: str) -> str:
    """The script of a letter; '' for digits, punctuation and joiners, which go with any."""
    code = ord(char)
    if 0x0900 <= code <= 0x097F:
        return "" if code in (0x0964, 0x0965) or 0x0966 <= code <= 0x096F else "Deva"
    if code < 0x0250:
        return "Latn" if char.isalpha() else ""
    if code in (0x200C, 0x200D) or not char.isalpha():
        return ""
    return unicodedata.name(char, "OTHER").partition(" ")[0]


def _is_latin(run: str) -> bool:
    return any(_script(char) in ("Latn", "Deva") for char in run)


def _opening(text: str) -> str:
    # `replace`: a lone surrogate never gets here (it prints as [U+D800]).
    content = text.encode("utf-16-be", "replace").hex().upper()
    return f"/Span<</ActualText<FEFF{content}>>>BDC"


def _set_glyphs(
    face: Face,
    run: str,
    shaped: list[Glyph],
    parts: list[Part],
    glyphs: dict[tuple[str, int], str],
) -> tuple[int, int]:
    """Append the drawing of one run to `parts` and its glyphs to `glyphs`.

    Returns its width and how far right its glyphs reach.
    """
    key, advances, char_of = face.key, face.advances, face.char_of
    width = 0
    simple = True
    for glyph, advance, x_offset, y_offset, cluster in shaped:
        own = char_of.get(glyph)
        if own is None:
            own = _cluster_text(face, run, shaped, glyph, cluster)
        glyphs[key, glyph] = own
        width += advance
        if x_offset or y_offset or advance != advances[glyph]:
            simple = False
    if simple:
        if shaped:
            parts.append(Part(key, 0, f"<{''.join([f'{glyph[0]:04X}' for glyph in shaped])}>"))
        return width, width
    return width, _set_moved_glyphs(face, shaped, parts, glyphs)


def _cluster_text(face: Face, run: str, shaped: list[Glyph], glyph: int, cluster: int) -> str:
    """The letters that a glyph which no single character names stands for.

    Where several glyphs share letters, the first such glyph has those that the others do not
    name (the half letter before a whole one), the rest ''.
    """
    end = min((one[4] for one in shaped if one[4] > cluster), default=len(run))
    letters = run[cluster:end]
    inside = [one[0] for one in shaped if one[4] == cluster]
    for other in inside:
        letters = letters.replace(face.char_of.get(other) or "", "", 1)
    unnamed = next(one for one in inside if one not in face.char_of)
    return letters if glyph == unnamed else ""


def _set_moved_glyphs(
    face: Face, shaped: list[Glyph], parts: list[Part], glyphs: dict[tuple[str, int], str]
) -> int:
    """Append the drawing of glyphs that are shifted, raised or kerned; returns how far they reach."""
    width = reach = 0
    owed = 0  # a shift not yet written, thousandths to the right
    for rise, group in itertools.groupby(
        shaped, key=lambda glyph: glyph[3] if abs(glyph[3]) > _DOT else 0
    ):
        show: list[str] = []
        codes = ""
        for glyph, advance, x_offset, _, _ in group:
            owed += x_offset
            if rise and not show and not codes and owed > -_SLACK:
                # Readers put pieces of text in order by where they begin: a raised sign must not
                # seem to begin behind the next word.
                blank, blank_advance = face.blank
                if blank:
                    show.append(f"{_SLACK}<{blank:04X}>{blank_advance - _SLACK - owed}")
                    owed = 0
                    glyphs[face.key, blank] = " "
            if owed:
                if codes:
                    show.append(f"<{codes}>")
                    codes = ""
                show.append(str(-owed))
            codes += f"{glyph:04X}"
            own = face.advances[glyph]
            reach = max(reach, width + x_offset + own)
            owed = advance - own - x_offset
            width += advance
        if codes:
            show.append(f"<{codes}>")
        if owed:
            show.append(str(-owed))
            owed = 0
        parts.append(Part(face.key, rise, "".join(show)))
    return reach
