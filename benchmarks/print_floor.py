"""How near paper comes to the least work that could print it: one FIR against bare HarfBuzz and a bare PDF.

The floor shapes each distinct word once, writes the same words in the same two faces in lines of
one width with ActualText, embeds the glyphs and compresses: no form, layout, rules, QR code, head or foot.
"""

import datetime as dt
import itertools
import json
import statistics
import time
import zlib
from collections.abc import Callable
from typing import Any

import uharfbuzz

from forms.catalogue.iif_1 import FORM, prepare
from forms.kit.form import Facts
from forms.kit.letter import Letter
from thana_desk.printing.blocks import PageSetup
from thana_desk.printing.document import render
from thana_desk.printing.fonts import Face, PaperFonts, candidates, fallback_candidates
from thana_desk.printing.form_paper import PaperRecord
from thana_desk.printing.layouts import layout_for
from thana_desk.printing.shaping import Shaper

_NOW = dt.datetime(2026, 11, 22, 10, 42, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30)))
_FIRST_ROUNDS = 5


def make_fir(words: int = 2000) -> Letter:
    """The catalogue's fictional FIR with a narrative of about `words` words."""
    letter = FORM.sample(_NOW)
    prepare(letter, Facts(now=_NOW))
    sentences = str(letter["contents"]).split()
    text: list[str] = []
    while len(text) < words:
        serial = len(text)
        text += [*sentences, f"({serial}/2026)", f"UP{serial:02d}ZZ{serial:04d}"]
    letter["contents"] = " ".join(text[:words])
    return letter


_hashes = itertools.count()


def print_fir(letter: Letter, shaper: Shaper) -> bytes:
    """The FIR as the program prints it; each with a hash, and so a QR code, of its own."""
    event_hash = f"{next(_hashes):064x}"
    record = PaperRecord(
        "नमूनापुर", "उदाहरण", "0123/2026", _NOW.isoformat(), "नमूना", event_hash=event_hash
    )
    setup = PageSetup("प्रथम सूचना रिपोर्ट", "नमूनापुर", "उदाहरण", _NOW.isoformat(), "0123/2026")
    return render(layout_for("iif_1")(FORM, letter, record), setup, shaper=shaper)


class FloorFont:
    """HarfBuzz over one face, each word shaped once."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        self.font: Any = uharfbuzz.Font(uharfbuzz.Face(face.path.read_bytes()))
        self.font.scale = (1000, 1000)
        self.words: dict[str, tuple[int, str]] = {}
        self.used: set[int] = {face.blank[0]}
        self.blank = f"[<{face.blank[0]:04X}>]TJ "

    def word(self, text: str) -> tuple[int, str]:
        """Width and operators of a word."""
        found = self.words.get(text)
        if found is None:
            buffer = uharfbuzz.Buffer()
            buffer.add_str(text)
            buffer.guess_segment_properties()
            uharfbuzz.shape(self.font, buffer)
            width, show = 0, []
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
                self.used.add(info.codepoint)
                width += place.x_advance
                code, shift = f"<{info.codepoint:04X}>", place.x_offset
                show.append(f"{-shift}{code}{shift}" if shift else code)
            content = text.encode("utf-16-be").hex()
            operators = f"/Span<</ActualText<FEFF{content}>>>BDC[{''.join(show)}]TJ EMC"
            found = self.words[text] = (width, operators)
        return found


class FloorFile:
    """The objects of a PDF file and nothing else."""

    def __init__(self) -> None:
        self.objects: list[bytes] = [b"", b"", b""]

    def add(self, content: str | bytes) -> int:
        """Add an object; returns its number."""
        self.objects.append(content.encode() if isinstance(content, str) else content)
        return len(self.objects)

    def stream(self, data: bytes, extra: str = "") -> int:
        """Add a deflated stream."""
        packed = zlib.compress(data, 4)
        head = f"<</Filter/FlateDecode/Length {len(packed)}{extra}>>stream\n".encode()
        return self.add(head + packed + b"\nendstream")

    def font(self, font: FloorFont) -> int:
        """Embed the used glyphs of a face."""
        face, glyphs = font.face, sorted(font.used)
        subset = face.subset(glyphs)
        places = bytearray(2 * (glyphs[-1] + 1))
        for position, glyph in enumerate(glyphs, start=1):
            places[2 * glyph : 2 * glyph + 2] = position.to_bytes(2, "big")
        program = self.stream(subset, f"/Length1 {len(subset)}")
        descriptor = self.add(
            f"<</Type/FontDescriptor/FontName/AAAAAA+{font.name}/Flags 4/FontBBox[0 -500 1000 1000]"
            f"/ItalicAngle 0/Ascent 947/Descent -480/CapHeight 700/StemV 80/FontFile2 {program} 0 R>>"
        )
        widths = " ".join(f"{glyph}[{face.advances[glyph]}]" for glyph in glyphs)
        descendant = self.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+{font.name}/CIDSystemInfo"
            f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/W[{widths}]"
            f"/CIDToGIDMap {self.stream(bytes(places))} 0 R/FontDescriptor {descriptor} 0 R>>"
        )
        known = [(glyph, face.char_of[glyph]) for glyph in glyphs if glyph in face.char_of]
        mapped = "".join(f"<{g:04X}><{c.encode('utf-16-be').hex()}>\n" for g, c in known)
        unicode_map = self.stream(
            f"/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def"
            f"/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n{len(known)} "
            f"beginbfchar\n{mapped}endbfchar endcmap end end".encode()
        )
        return self.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+{font.name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode_map} 0 R>>"
        )

    def written(self) -> bytes:
        """The bytes of the file."""
        out = bytearray(b"%PDF-1.7\n")
        offsets: list[int] = []
        for number, content in enumerate(self.objects, start=1):
            offsets.append(len(out))
            out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
        start, count = len(out), len(self.objects) + 1
        table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
        out += (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}"
            f"trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
        ).encode()
        return bytes(out)


def print_floor(words: list[tuple[str, bool]], regular: FloorFont, bold: FloorFont) -> bytes:
    """The same words in the same faces on as many lines and pages as they need."""
    size, distance, limit = 11.5, 16.3, 504.0 * 1000 / 11.5
    lines: list[str] = []
    line: list[str] = []
    used = 0
    blank = regular.face.blank[1]
    current = regular
    for text, is_bold in words:
        font = bold if is_bold else regular
        width, operators = font.word(text)
        if line and used + blank + width > limit:
            lines.append(current.blank.join(line))
            line, used = [], 0
        if font is not current:
            operators = f"/{font.name} {size} Tf {operators}"
            current = font
        line.append(operators)
        used += width + (blank if used else 0)
    lines.append(current.blank.join(line))
    file = FloorFile()
    pages: list[int] = []
    for start in range(0, len(lines), 44):
        body = "".join(
            f"1 0 0 1 56.7 {780 - row * distance:.2f} Tm {text}\n"
            for row, text in enumerate(lines[start : start + 44])
        )
        content = file.stream(f"BT /R {size} Tf\n{body}ET".encode())
        pages.append(
            file.add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 3 0 R"
                f"/Contents {content} 0 R>>"
            )
        )
    kids = " ".join(f"{page} 0 R" for page in pages)
    file.objects[0] = b"<</Type/Catalog/Pages 2 0 R/Lang(hi-IN)>>"
    file.objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()
    faces = f"/R {file.font(regular)} 0 R/B {file.font(bold)} 0 R"
    file.objects[2] = f"<</Font<<{faces}>>>>".encode()
    return file.written()


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def words_of(pdf: bytes) -> list[str]:
    """Every word that stands on the pages, furniture included."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [word for page in document for word in page.get_textpage().get_text_range().split()]
    finally:
        document.close()


def _floor_fonts(fonts: PaperFonts) -> tuple[FloorFont, FloorFont]:
    return FloorFont("R", fonts.regular), FloorFont("B", fonts.bold)


def run(runs: int = 15) -> tuple[list[float], list[float], dict[str, float]]:
    """Milliseconds of one FIR with a 2,000-word narrative, turn by turn: ours, the floor's, more.

    The two series reuse fonts and shaped words, as every print but the day's first does;
    `first_ratio` starts both from fonts just opened.
    """
    pair = next(one for one in candidates() if one.exists())
    fallbacks = fallback_candidates()
    letter = make_fir()
    shaper = Shaper(PaperFonts(pair, fallbacks))
    printed = words_of(print_fir(letter, shaper))
    bold_words = shaper.memo(bold=True)
    words = [(word, word in bold_words) for word in printed]
    warm = _floor_fonts(PaperFonts(pair))
    print_floor(words, *warm)
    ours, floor, first_ours, first_floor = [], [], [], []
    for turn in range(runs):
        ours.append(_ms(lambda: print_fir(letter, shaper)))
        floor.append(_ms(lambda: print_floor(words, *warm)))
        if turn < _FIRST_ROUNDS:
            first_ours.append(_ms(lambda: print_fir(letter, Shaper(PaperFonts(pair, fallbacks)))))
            first_floor.append(_ms(lambda: print_floor(words, *_floor_fonts(PaperFonts(pair)))))
    first = statistics.median(first_ours)
    return (
        ours,
        floor,
        {
            "first_ms": first,
            "first_ratio": first / statistics.median(first_floor),
            "words": float(len(words)),
        },
    )


def main() -> None:
    """Print the medians."""
    ours, floor, more = run()
    medians = {"ours_ms": statistics.median(ours), "floor_ms": statistics.median(floor)}
    print(json.dumps({**medians, "ratio": medians["ours_ms"] / medians["floor_ms"], **more}))


if __name__ == "__main__":
    main()
