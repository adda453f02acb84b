"""Text as it enters the program, and text counted and cut the way a reader of Hindi sees it."""

import unicodedata

VIRAMA = "\u094d"
NUKTA = "\u093c"
ZWNJ = "\u200c"
ZWJ = "\u200d"

# Letters that can carry a virama and join the next letter: क … ह, their nukta twins, Sindhi letters.
_CONSONANTS = frozenset(
    map(chr, (*range(0x0915, 0x093A), *range(0x0958, 0x0960), *range(0x0978, 0x0980)))
)

# Line ends of every system become one newline, so that no two words run together.
_LINE_ENDS = str.maketrans(
    {"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
)

# Invisible marks with no part in Hindi or Urdu spelling: they break search, and the direction
# overrides can show a reader another order of words than the one that is stored.
_INVISIBLE = (
    0x00AD,
    0x180E,
    0x200B,
    0x2060,
    0xFEFF,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x2070),
)


_LONGEST_AKSHARA = 64  # code points; the longest conjunct of Hindi spelling has eleven


class _Unwanted(dict[int, int | None]):
    """A translation table that decides about each character once, when it is first met."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = None if _is_unwanted(code) else code
        return kept


def _is_unwanted(code: int) -> bool:
    if code in (0x09, 0x0A):
        return False
    if code in _INVISIBLE or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return True
    return unicodedata.category(chr(code)) in ("Cc", "Cs")


_UNWANTED = _Unwanted()


def nfc(text: str) -> str:
    """`text` in Unicode normal form C, the one spelling this program keeps."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """`text` as the program may keep it: NFC, one kind of line end, nothing invisible but joiners.

    Removes control characters except newline and tab, noncharacters, lone surrogates, zero-width
    spaces and direction overrides. Keeps ZWJ and ZWNJ, which are spelling, and everything that
    can be seen. Two surrogates that make one character (text handed over in UTF-16 halves) become
    that character. Cleaning twice changes nothing more.
    """
    if any("\ud800" <= character <= "\udfff" for character in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = text.replace("\r\n", "\n").translate(_LINE_ENDS).translate(_UNWANTED)
    return nfc(text)


def is_consonant(character: str) -> bool:
    """Whether `character` is one Devanagari consonant, which can carry a virama."""
    return character in _CONSONANTS


def is_devanagari(character: str) -> bool:
    """Whether `character` belongs to the Devanagari block."""
    return "\u0900" <= character <= "\u097f"


def graphemes(text: str) -> list[str]:
    """The aksharas of `text`: what a reader counts as one letter; joined together they are `text`.

    Extended grapheme clusters (Unicode Annex 29), in which a Devanagari conjunct is one: क्षे is
    one akshara, स्त्री is one. A ZWNJ after the virama ends the akshara, as it ends the conjunct.
    """
    if text.isascii() and "\r" not in text:
        return list(text)
    # Loaded here: it costs some 20 ms, and program start needs none of it.
    import regex

    joined: list[str] = []
    for cluster in regex.findall(r"\X", text):
        if joined and is_consonant(cluster[0]) and _joins_next(joined[-1]):
            joined[-1] += cluster
        else:
            joined.append(cluster)
    return joined


def _joins_next(cluster: str) -> bool:
    """Whether the conjunct that `cluster` begins is still open: consonant … virama, perhaps ZWJ."""
    bare = cluster.rstrip(ZWJ)
    return bare.endswith(VIRAMA) and any(is_consonant(character) for character in bare)


def akshara_count(text: str) -> int:
    """How many aksharas `text` has, spaces and marks of punctuation included."""
    return len(graphemes(text))


def cut(text: str, n: int) -> str:
    """The first `n` aksharas of `text`; never part of one."""
    if len(text) <= n:
        return text
    return "".join(graphemes(text)[: max(n, 0)])


def cut_code_points(text: str, n: int) -> str:
    """The longest beginning of `text` with at most `n` code points that ends between aksharas."""
    if len(text) <= n:
        return text
    kept = 0
    for akshara in graphemes(text):
        if kept + len(akshara) > n:
            break
        kept += len(akshara)
    return text[:kept]


def last_akshara(text: str) -> str:
    """The akshara at the end of `text`, or "" if there is no text."""
    # An akshara is short: looking at the last piece only keeps a key press in a long statement quick.
    piece = text[-_LONGEST_AKSHARA:]
    tail = piece[max(piece.rfind(" ", 0, -1), piece.rfind("\n", 0, -1), 0) :]
    found = graphemes(tail)
    return found[-1] if found else ""
