"""Writes set pages as a PDF file: pages, fonts, title; no links, no scripts, no forms, no outline."""

import struct
import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from thana_desk.printing.fonts import Face
from thana_desk.printing.page import PACKING, Sheet
from thana_desk.printing.pictures import Jpeg


def pdf_of(sheets: Sequence[Sheet]) -> bytes:
    """The finished `sheets` (at least one, all of one ink) as one PDF file."""
    setup = sheets[0].setup
    document: Any = pdfdoc.PDFDocument(invariant=1, compression=1, lang="hi-IN")
    document.Catalog.Outlines = None
    title = f"{setup.title} {setup.number}".strip()
    document.setTitle(title)
    document.setAuthor(f"थाना {setup.thana}, जनपद {setup.district}")
    document.setSubject(setup.title)
    document.setCreator("Thana Desk")
    stamp = "".join(char for char in setup.printed_at[:19] if char.isdigit()).ljust(14, "0")
    document.setDateFormatter(lambda *_: f"D:{stamp}+05'30'")

    fonts: Any = pdfdoc.PDFDictionary({})
    pictures: Any = pdfdoc.PDFDictionary({})
    resources: Any = pdfdoc.PDFDictionary({"Font": document.Reference(fonts, "paper fonts")})
    if sheets[0].ink.pictures:
        resources.dict["XObject"] = document.Reference(pictures, "paper pictures")
    resources_reference = document.Reference(resources, "paper resources")
    for part, sheet in enumerate(sheets):
        total = len(sheet.pages)
        for number in range(1, total + 1):
            page: Any = pdfdoc.PDFPage()
            page.MediaBox = pdfdoc.PDFArray(
                [0, 0, round(sheet.frame.width, 2), round(sheet.frame.height, 2)]
            )
            page.Resources = resources_reference
            around = _deflated(sheet.furniture(number, total))
            body = _deflated(sheet.pages[number - 1])
            page.Contents = pdfdoc.PDFArray(
                [
                    document.Reference(around, f"around {part} {number}"),
                    document.Reference(body, f"body {part} {number}"),
                ]
            )
            document.addPage(page)
        sheet.pages.clear()
    ink = sheets[0].ink
    for name, jpeg in ink.pictures.items():
        pictures.dict[name] = document.Reference(_image(jpeg), f"picture {name}")
    for face in dict.fromkeys(sheets[0].shaper.fonts.opened()):
        glyphs = {glyph: chars for (key, glyph), chars in ink.used.items() if key == face.key}
        if glyphs:
            fonts.dict[face.key] = _embed(document, face.key, face, glyphs)
    document.updateSignature(title)
    document.updateSignature(stamp)
    data: bytes = document.GetPDFData(None)
    return data


def _deflated(data: bytes) -> Any:
    stream: Any = pdfdoc.PDFStream(content=data)
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    return stream


def _image(jpeg: Jpeg) -> Any:
    stream: Any = pdfdoc.PDFStream(content=jpeg.data)
    for key, value in (("Type", "XObject"), ("Subtype", "Image"), ("ColorSpace", "DeviceRGB")):
        stream.dictionary[key] = pdfdoc.PDFName(value)
    stream.dictionary["Width"] = jpeg.width
    stream.dictionary["Height"] = jpeg.height
    stream.dictionary["BitsPerComponent"] = 8
    stream.dictionary["Filter"] = pdfdoc.PDFName("DCTDecode")
    return stream


def _embed(document: Any, key: str, face: Face, glyphs: dict[int, str]) -> Any:
    """Embed the used glyphs of one face; codes in the pages are the font's own glyph numbers."""
    numbers = sorted(glyph for glyph in glyphs if glyph)
    subset = face.subset(numbers)
    name = f"{_tag(key)}+{face.path.stem.replace(' ', '')}"
    outlines = face.outlines

    program = _deflated(zlib.compress(subset, PACKING))
    program.dictionary["Length1"] = len(subset)
    descriptor: Any = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(name),
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray([round(edge) for edge in outlines.bbox]),
            "ItalicAngle": round(outlines.italicAngle),
            "Ascent": round(outlines.ascent),
            "Descent": round(outlines.descent),
            "CapHeight": round(outlines.capHeight),
            "StemV": round(outlines.stemV),
            "FontFile2": document.Reference(program, f"{key} program"),
        }
    )
    # The subset numbers its glyphs anew; this map leads from the font's numbers to them.
    places = bytearray(2 * (numbers[-1] + 1 if numbers else 1))
    for position, glyph in enumerate(numbers, start=1):
        struct.pack_into(">H", places, 2 * glyph, position)
    # Written out at once: reportlab formats a list number by number.
    widths = " ".join(f"{glyph}[{face.advances[glyph]}]" for glyph in numbers)
    descendant: Any = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(name),
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "DW": 0,
            "W": f"[{widths}]",
            "CIDToGIDMap": document.Reference(
                _deflated(zlib.compress(bytes(places), PACKING)), f"{key} glyph map"
            ),
            "FontDescriptor": document.Reference(descriptor, f"{key} descriptor"),
        }
    )
    to_unicode = _deflated(zlib.compress(_unicode_map(glyphs), PACKING))
    font: Any = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(name),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray(
                [document.Reference(descendant, f"{key} descendant")]
            ),
            "ToUnicode": document.Reference(to_unicode, f"{key} unicode"),
        }
    )
    return document.Reference(font, f"{key} font")


def _tag(key: str) -> str:
    """The six letters that mark a font as a subset."""
    return "THANA" + chr(ord("A") + int(key[1:]) % 26)


def _unicode_map(glyphs: dict[int, str]) -> bytes:
    known = [(glyph, chars) for glyph, chars in sorted(glyphs.items()) if chars]
    out = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CMapName /Thana def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(known), 100):
        group = known[start : start + 100]
        out.append(f"{len(group)} beginbfchar")
        out += [
            f"<{glyph:04X}> <{chars.encode('utf-16-be', 'replace').hex().upper()}>"
            for glyph, chars in group
        ]
        out.append("endbfchar")
    out.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(out).encode("ascii")
