"""Finds, checks and opens the type that paper is set in: one family that carries Devanagari and Latin."""

import os
import threading
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFontFace

import resources


class FontProblem(RuntimeError):
    """Paper cannot be set; `code` names the text that tells the user what to do."""

    code = "printing.font_problem"


class FontsMissing(FontProblem):
    """No font pair with Devanagari and Latin was found in any known place."""

    code = "printing.fonts_missing"


class ShapingBroken(FontProblem):
    """The font opened, but conjuncts do not join: printing would falsify the text."""

    code = "printing.shaping_broken"


@dataclass(frozen=True, slots=True)
class Pair:
    """A regular and a bold file of one family; families without a bold name the regular twice."""

    name: str
    regular: Path
    bold: Path

    def exists(self) -> bool:
        """Whether both files are there."""
        return self.regular.is_file() and self.bold.is_file()


def _windows_fonts() -> Path:
    return Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "Fonts"


def candidates() -> tuple[Pair, ...]:
    """The families that paper may be set in, best first."""
    own = resources.path("fonts")
    truetype = Path("/usr/share/fonts/truetype")
    windows = _windows_fonts()
    annapurna = ("AnnapurnaSIL-Regular.ttf", "AnnapurnaSIL-Bold.ttf")
    mukta = ("Mukta-Regular.ttf", "Mukta-Bold.ttf")
    lohit = ("Lohit-Devanagari.ttf", "Lohit-Devanagari.ttf")
    nirmala = ("Nirmala.ttf", "NirmalaB.ttf")
    places = (
        ("Annapurna SIL", own, annapurna),
        ("Annapurna SIL", truetype / "annapurna", annapurna),
        ("Mukta", own, mukta),
        ("Lohit Devanagari", own, lohit),
        ("Lohit Devanagari", truetype / "lohit-devanagari", lohit),
        ("Nirmala UI", windows, nirmala),
    )
    return tuple(Pair(name, place / files[0], place / files[1]) for name, place, files in places)


def fallback_candidates() -> tuple[Path, ...]:
    """Single fonts for signs that the paper family lacks (Urdu, symbols); their order is fixed."""
    truetype = Path("/usr/share/fonts/truetype")
    windows = _windows_fonts()
    return (
        truetype / "noto" / "NotoSansDevanagari-Regular.ttf",
        truetype / "noto" / "NotoNaskhArabic-Regular.ttf",
        truetype / "dejavu" / "DejaVuSans.ttf",
        truetype / "noto" / "NotoSansSymbols2-Regular.ttf",
        windows / "segoeui.ttf",
        windows / "seguisym.ttf",
    )


LASTING = frozenset(
    {
        "AnnapurnaSIL-Regular", "AnnapurnaSIL-Bold", "Mukta-Regular", "Mukta-Bold",
        "Lohit-Devanagari", "NotoSansDevanagari-Regular", "NotoNaskhArabic-Regular",
        "DejaVuSans", "NotoSansSymbols2-Regular",
    }
)  # fmt: skip
"""The font files whose papers a PDF/A validator was run over; others are embedded just as well, but claim nothing."""

FIGURES = "0123456789/.,:"
"""The signs of numbers and dates, which neither join nor move."""

Glyph = tuple[int, int, int, int, int]
"""Glyph number, advance, x offset, y offset, index in the text."""


class Face:
    """One font file: glyph outlines for the PDF, and HarfBuzz to choose among them.

    Measures are in thousandths of the type size throughout.
    """

    def __init__(self, key: str, path: Path) -> None:
        self.key = key
        self.path = path
        self.outlines: Any = TTFontFace(str(path))
        blob = uharfbuzz.Blob(path.read_bytes())
        self._shaper: Any = uharfbuzz.Font(uharfbuzz.Face(blob))
        self._shaper.scale = (1000, 1000)
        self._lock = threading.Lock()
        self.ascent: float = self.outlines.ascent
        self.descent: float = self.outlines.descent
        upem = self.outlines.unitsPerEm
        self.advances: list[int] = [
            round(advance * 1000 / upem) for advance, _ in self.outlines.hmetrics
        ]

    @property
    def lasts(self) -> bool:
        """Whether papers in this face may call themselves PDF/A."""
        return self.path.stem in LASTING

    @cached_property
    def blank(self) -> tuple[int, int]:
        """The space's glyph and its width."""
        glyph, advance, *_ = self.glyphs(" ")[0]
        return glyph, advance

    @cached_property
    def char_of(self) -> dict[int, str]:
        """The lowest character of each glyph that stands for a character by itself."""
        found: dict[int, str] = {}
        for code in sorted(self.outlines.charToGlyph):
            found.setdefault(self.outlines.charToGlyph[code], chr(code))
        return found

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A font file with only `glyphs` (ascending, without 0), numbered 1, 2, 3 … in that order."""
        # reportlab subsets by character: for this one call every glyph stands for itself.
        outlines = copy(self.outlines)
        outlines.charToGlyph = {glyph: glyph for glyph in glyphs}
        data: bytes = outlines.makeSubset(list(glyphs))
        return data

    def has(self, char: str) -> bool:
        """Whether the font draws `char` as something other than its empty box."""
        return bool(self.outlines.charToGlyph.get(ord(char), 0))

    @cached_property
    def chars(self) -> frozenset[str]:
        """All characters that the font draws."""
        known: dict[int, int] = self.outlines.charToGlyph
        return frozenset(chr(code) for code, glyph in known.items() if glyph)

    @cached_property
    def figures(self) -> tuple[dict[str, str], dict[str, int], dict[tuple[str, int], str]]:
        """How numbers are set without HarfBuzz: by sign, its code and advance; and all of them as used glyphs."""
        known: dict[int, int] = self.outlines.charToGlyph
        signs = {char: known[ord(char)] for char in FIGURES}
        return (
            {char: f"{glyph:04X}" for char, glyph in signs.items()},
            {char: self.advances[glyph] for char, glyph in signs.items()},
            {(self.key, glyph): char for char, glyph in signs.items()},
        )

    def glyphs(self, text: str) -> list[Glyph]:
        """`text` shaped, in drawing order."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        with self._lock:
            uharfbuzz.shape(self._shaper, buffer)
        return [
            (info.codepoint, place.x_advance, place.x_offset, place.y_offset, info.cluster)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]


_PROOFS = (
    ("क्ष", 1),  # joins into one glyph
    ("श्र", 1),
    ("कि", 2),  # the matra comes to stand before its consonant
)


def prove_shaping(face: Face) -> None:
    """Check that conjuncts join and the short i moves to the left.

    Raises:
        ShapingBroken: they do not; the text says for which letters.
    """
    for letters, count in _PROOFS:
        shaped = face.glyphs(letters)
        if not all(face.has(char) for char in letters):
            raise ShapingBroken(f"{face.path.name} lacks letters of {letters}")
        if len(shaped) > count or any(glyph == 0 for glyph, *_ in shaped):
            raise ShapingBroken(f"{face.path.name} does not join {letters}")
    consonant = face.glyphs("क")[0][0]
    if face.glyphs("कि")[-1][0] != consonant:
        raise ShapingBroken(f"{face.path.name} leaves the short i behind its consonant")
    if not all(face.has(char) for char in f"ARa()।₹{FIGURES}"):
        raise ShapingBroken(f"{face.path.name} does not carry both scripts")


class PaperFonts:
    """The faces of one printing: regular, bold, and fallbacks opened when a sign needs them."""

    def __init__(self, pair: Pair, fallbacks: Iterable[Path] = ()) -> None:
        self.pair = pair
        self.regular = Face("F0", pair.regular)
        self.bold = Face("F1", pair.bold) if pair.bold != pair.regular else self.regular
        prove_shaping(self.regular)
        prove_shaping(self.bold)
        self._fallback_paths = [
            (f"F{index}", path) for index, path in enumerate(fallbacks, start=2) if path.is_file()
        ]
        self._fallbacks: list[Face] = []
        self._face_by_char: dict[tuple[str, bool], Face | None] = {}

    def main(self, bold: bool) -> Face:
        """The family's own face."""
        return self.bold if bold else self.regular

    def opened(self) -> list[Face]:
        """All faces that are open."""
        return [self.regular, self.bold, *self._fallbacks]

    def face_for(self, char: str, bold: bool) -> Face | None:
        """The face that can draw `char`: the family's own, else a fallback, else None."""
        main = self.main(bold)
        if main.has(char):
            return main
        key = (char, bold)
        if key not in self._face_by_char:
            self._face_by_char[key] = self._fallback_for(char)
        return self._face_by_char[key]

    def _fallback_for(self, char: str) -> Face | None:
        for face in self._fallbacks:
            if face.has(char):
                return face
        while self._fallback_paths:
            key, path = self._fallback_paths.pop(0)
            try:
                face = Face(key, path)
            except Exception:  # a damaged fallback must not stop the print
                continue
            self._fallbacks.append(face)
            if face.has(char):
                return face
        return None


def find_fonts(
    pairs: Sequence[Pair] | None = None, fallbacks: Sequence[Path] | None = None
) -> PaperFonts:
    """Open the first font pair that is present and shapes rightly.

    Raises:
        FontsMissing: none of the files is there.
        ShapingBroken: files are there, but none of them joins conjuncts.
    """
    broken: FontProblem | None = None
    for pair in candidates() if pairs is None else pairs:
        if not pair.exists():
            continue
        try:
            return PaperFonts(pair, fallback_candidates() if fallbacks is None else fallbacks)
        except ShapingBroken as problem:
            broken = broken or problem
        except Exception as problem:  # a damaged file: the next pair may be sound
            broken = broken or ShapingBroken(f"{pair.name} cannot be read: {problem}")
    if broken is not None:
        raise broken
    raise FontsMissing("no font with Devanagari and Latin letters was found")


_found: PaperFonts | None = None
_found_lock = threading.Lock()


def paper_fonts() -> PaperFonts:
    """The fonts of this program, found once.

    Raises:
        FontsMissing, ShapingBroken: as `find_fonts`.
    """
    global _found
    with _found_lock:
        if _found is None:
            _found = find_fonts()
        return _found
