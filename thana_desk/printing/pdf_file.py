"""Writes set pages as a PDF file that lasts (PDF/A-2u): no links, no scripts, no forms, no outline."""

import hashlib
import struct
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape

import resources
from thana_desk.printing.fonts import Face
from thana_desk.printing.page import PACKING, Sheet
from thana_desk.printing.pictures import Jpeg
from thana_desk.printing.shaping import clean

PRODUCER = "Thana Desk"


class Objects:
    """The numbered objects of one file, written one behind the other as they come.

    Our own dozen lines and not reportlab's: that keeps every object as a value until the end,
    ends streams without the line end that ISO 19005-2, 6.1.7.1 asks for, and knows no XMP.
    In memory and not in a temporary file: a thousand pages are four megabytes, and what a
    station prints must not lie readable on a disk that is encrypted for a reason.
    """

    def __init__(self) -> None:
        # The comment's bytes above 127 tell carriers that this is not text (6.1.2).
        self._out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._places: list[int] = []

    def reserve(self) -> int:
        """The number of an object that will be put later."""
        self._places.append(0)
        return len(self._places)

    def put(self, content: str | bytes, number: int = 0) -> int:
        """Write an object, under a reserved `number` or the next; its number."""
        number = number or self.reserve()
        self._places[number - 1] = len(self._out)
        body = content.encode("ascii") if isinstance(content, str) else content
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        return number

    def stream(self, data: bytes, entries: str = "") -> int:
        """Write a stream with the dictionary's further `entries`."""
        head = f"<</Length {len(data)}{entries}>>stream\n".encode("ascii")
        return self.put(b"%b%b\nendstream" % (head, data))

    def packed(self, deflated: bytes, entries: str = "") -> int:
        """Write a stream that is deflated already."""
        return self.stream(deflated, f"/Filter/FlateDecode{entries}")

    def finished(self, root: int, info: int) -> bytes:
        """The whole file. Its ID is a digest of what stands in it: the same paper, the same bytes."""
        out = self._out
        digest = hashlib.sha256(out).hexdigest()[:32].upper()
        start = len(out)
        lines = [f"xref\n0 {len(self._places) + 1}\n0000000000 65535 f \n"]
        lines += [f"{place:010d} 00000 n \n" for place in self._places]
        lines.append(
            f"trailer\n<</Size {len(self._places) + 1}/Root {root} 0 R/Info {info} 0 R"
            f"/ID[<{digest}><{digest}>]>>\nstartxref\n{start}\n%%EOF\n"
        )
        out += "".join(lines).encode("ascii")
        return bytes(out)


def pdf_of(sheets: Sequence[Sheet]) -> bytes:
    """The finished `sheets` (at least one, all of one ink) as one PDF file."""
    file = Objects()
    catalog, tree, used = file.reserve(), file.reserve(), file.reserve()
    pages: list[int] = []
    for sheet in sheets:
        total = len(sheet.pages)
        around = file.packed(sheet.furniture())
        head = (
            f"<</Type/Page/Parent {tree} 0 R/Resources {used} 0 R"
            f"/MediaBox[0 0 {sheet.frame.width:.2f} {sheet.frame.height:.2f}]/Contents[{around} 0 R "
        )
        for number, packed in enumerate(sheet.pages, 1):
            body = file.packed(packed)
            count = file.packed(sheet.page_count(number, total))
            pages.append(file.put(f"{head}{count} 0 R {body} 0 R]>>"))
        sheet.pages.clear()
    kids = " ".join([f"{number} 0 R" for number in pages])
    file.put(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>", tree)

    ink = sheets[0].ink
    fonts, lasting = "", True
    for face in dict.fromkeys(sheets[0].shaper.fonts.opened()):
        glyphs = {glyph: chars for (key, glyph), chars in ink.used.items() if key == face.key}
        if glyphs:
            fonts += f"/{face.key} {_embed(file, face, glyphs)} 0 R"
            lasting = lasting and face.lasts
    entries = f"/Font<<{fonts}>>"
    if ink.pictures:
        drawn = "".join(f"/{name} {_image(file, jpeg)} 0 R" for name, jpeg in ink.pictures.items())
        entries += f"/XObject<<{drawn}>>"
    file.put(f"<<{entries}>>", used)

    about = _About(sheets[0])
    metadata = file.stream(about.xmp(lasting), "/Type/Metadata/Subtype/XML")
    file.put(
        f"<</Type/Catalog/Pages {tree} 0 R/Lang(hi-IN)/Metadata {metadata} 0 R"
        f"/OutputIntents[{_output_intent(file)} 0 R]/ViewerPreferences<</DisplayDocTitle true>>>>",
        catalog,
    )
    return file.finished(catalog, file.put(about.info()))


class _About:
    """What the file says of itself, in its information dictionary and again in XMP (6.6)."""

    def __init__(self, sheet: Sheet) -> None:
        setup = sheet.setup
        self.title = _plain(f"{setup.title} {setup.number}")
        self.author = _plain(f"थाना {setup.thana}, जनपद {setup.district}")
        self.subject = _plain(setup.title)
        stamp = "".join(char for char in setup.printed_at[:19] if char in "0123456789")
        self.stamp = stamp.ljust(14, "0")

    def info(self) -> str:
        """The information dictionary."""
        date = f"(D:{self.stamp}+05'30')"
        return (
            f"<</Title{_text(self.title)}/Author{_text(self.author)}/Subject{_text(self.subject)}"
            f"/Creator{_text(PRODUCER)}/Producer{_text(PRODUCER)}/CreationDate{date}/ModDate{date}>>"
        )

    def xmp(self, lasting: bool) -> bytes:
        """The same as XMP; it claims PDF/A-2u only where a validator has seen such files."""
        s = self.stamp
        date = f"{s[:4]}-{s[4:6]}-{s[6:8]}T{s[8:10]}:{s[10:12]}:{s[12:14]}+05:30"
        claim = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
            ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
            f"{claim if lasting else ''}"
            "<dc:format>application/pdf</dc:format>"
            "<dc:language><rdf:Bag><rdf:li>hi-IN</rdf:li></rdf:Bag></dc:language>"
            f"<dc:title>{_in_default_language(self.title)}</dc:title>"
            f"<dc:creator><rdf:Seq><rdf:li>{_escaped(self.author)}</rdf:li></rdf:Seq></dc:creator>"
            f"<dc:description>{_in_default_language(self.subject)}</dc:description>"
            f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>"
            f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>"
            '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
        ).encode()


def _in_default_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt>'


def _escaped(text: str) -> str:
    """`text` inside XML; nothing in it ends the stream for a reader that repairs broken files."""
    return escape(text, {"endstream": "end&#115;tream", "endobj": "end&#111;bj"})


def _plain(text: str) -> str:
    """`text` on one line, without the signs that XML cannot hold."""
    held = "".join(" " if char in "\ufffe\uffff" else char for char in clean(text))
    return " ".join(held.encode("utf-16-le", "replace").decode("utf-16-le").split())


def _text(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _output_intent(file: Objects) -> int:
    """What black and a photograph's colours mean (6.2.3): sRGB."""
    profile = zlib.compress(resources.path("colours/srgb.icc").read_bytes(), 9)
    number = file.packed(profile, "/N 3")
    return file.put(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {number} 0 R>>"
    )


def _image(file: Objects, jpeg: Jpeg) -> int:
    return file.stream(
        jpeg.data,
        f"/Type/XObject/Subtype/Image/Width {jpeg.width}/Height {jpeg.height}"
        "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
    )


def _embed(file: Objects, face: Face, glyphs: dict[int, str]) -> int:
    """Embed the used glyphs of one face; codes in the pages are the font's own glyph numbers."""
    numbers = sorted(glyph for glyph in glyphs if glyph)
    subset = face.subset(numbers)
    name = f"{_tag(face.key)}+{face.path.stem.replace(' ', '')}"
    outlines = face.outlines
    program = file.packed(zlib.compress(subset, PACKING), f"/Length1 {len(subset)}")
    box = " ".join(str(round(edge)) for edge in outlines.bbox)
    descriptor = file.put(
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]"
        f"/ItalicAngle {round(outlines.italicAngle)}/Ascent {round(outlines.ascent)}"
        f"/Descent {round(outlines.descent)}/CapHeight {round(outlines.capHeight)}"
        f"/StemV {round(outlines.stemV)}/FontFile2 {program} 0 R>>"
    )
    # The subset numbers its glyphs anew; this map leads from the font's numbers to them.
    places = bytearray(2 * (numbers[-1] + 1 if numbers else 1))
    for position, glyph in enumerate(numbers, start=1):
        struct.pack_into(">H", places, 2 * glyph, position)
    glyph_map = file.packed(zlib.compress(bytes(places), PACKING))
    widths = " ".join([f"{glyph}[{face.advances[glyph]}]" for glyph in numbers])
    descendant = file.put(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/DW 0/W[{widths}]/CIDToGIDMap {glyph_map} 0 R/FontDescriptor {descriptor} 0 R>>"
    )
    to_unicode = file.packed(zlib.compress(_unicode_map(glyphs), PACKING))
    return file.put(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>"
    )


def _tag(key: str) -> str:
    """The six letters that mark a font as a subset."""
    return "THANA" + chr(ord("A") + int(key[1:]) % 26)


_NOTHING = "\u200b"
"""Stands for a glyph whose letters its neighbours name: every glyph needs a value (6.2.11.7.2)."""


def _unicode_map(glyphs: dict[int, str]) -> bytes:
    known = sorted(glyphs.items())
    out = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        "/CMapName /Thana def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(known), 100):
        group = known[start : start + 100]
        out.append(f"{len(group)} beginbfchar")
        out += [
            f"<{glyph:04X}> <{(chars or _NOTHING).encode('utf-16-be', 'replace').hex().upper()}>"
            for glyph, chars in group
        ]
        out.append("endbfchar")
    out.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(out).encode("ascii")
