"""Texts stand where a reader of a Hindi dictionary or a list of names looks for them."""

import ctypes
import itertools
import shutil
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thana_desk.hindi.collation import sort_key

# Each line is in order; between two lines nothing is said.
IN_ORDER = (
    # The bare letter; with a nasal, in its two signs; with a visarga; before another letter; with the
    # matras in their order; and at the end what it is joined to.
    "क कं कँ कः कक कह का कि की कु कू कृ के कै कॉ को कौ क्",
    "अंगद अंशु अकबर अनिल आनंद इमरान ईश्वर उमेश ऊषा ऋषि एकता ऐश्वर्या ओम औरंगजेब",
    "कंचन कमल कल्लू काजल किरन कीर्ति कुमार कृष्ण केशव कैलाश कौशल क्रांति क्षमा खान",
    "चंद चंद्र चमन चाँद चेतन चौहान च्यवन छोटू",
    "जगत जितेंद्र जीत ज्ञान ज्योति झब्बू",
    "तारा तिवारी तेज त्यागी त्रिलोक थापा",
    "सड़क सढ सण",
    "पंकज पप्पू पवन पाण्डेय पाल पुष्पा प्रकाश प्रेम फातिमा",
    "रंजीत रमेश राजू राधा राम रामू रावत रूपा रेखा रोशन",
    "शंकर शबाना शर्मा शांति शिव शुक्ला शेर श्याम श्री श्रीराम षडानन संजय",
    "संगीता सक्सेना सत्य सलीम सिंह सीता सुनीता सूरज सोनू स्वाति हंसराज हरि हिंदू हृदय",
    # A nukta is the least of differences: letters behind it decide before it does.
    "कलम क़लम कलमा क़लमा",
    "राजा राज़ा राजी",
    "गड गड़ गडा गड़ा",
    # A shorter name before the longer; words before what is written as one.
    "राम राम|कुमार राम|लाल रामकुमार रामलाल",
    # Numbers by value, in either script, before letters.
    "वार्ड|1 वार्ड|२ वार्ड|3 वार्ड|१० वार्ड|11 वार्ड|१०० वार्ड|क",
    "0009/2026 10/2026 १०१/2026 102/2026",
    # Latin after Devanagari, small and capital beside each other.
    "12 अमन हरि aman Aman amit AMIT Amitabh zoya",
    # Signs before numbers and letters.
    "(क) 1 क",
    "उ0प्र0 उत्तर उप",
)

EQUAL = (
    ("१२", "12"),
    ("12", "012"),
    ("क्ष", "क्\u200dष"),
    ("हे0का0 राम", "हे०का० राम"),
    ("उ.प्र.", "उ॰प्र॰"),
    ("ज\u093c", "\u095b"),
    ("राम\u00a0लाल", "राम लाल"),
)

CHOSEN = (
    *("ॐ", "ं", "ँ", "ः", "़", "्", "ा", "ि", "ी", "ु", "ू", "ृ", "े", "ै", "ॉ", "ो", "ौ"),
    *"अआइईउऊऋएऐऑओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहऽ",
    *" -,()/&'1290१९०abzABZ",
)
CHOSEN_TEXTS = st.lists(st.sampled_from(CHOSEN), max_size=8).map("".join)


def _as_told(line: str) -> list[str]:
    return [word.replace("|", " ") for word in line.split()]


@pytest.mark.parametrize("line", IN_ORDER)
def test_the_order_is_that_of_a_dictionary(line: str) -> None:
    told = _as_told(line)
    assert sorted(reversed(told), key=sort_key) == told
    for one, other in itertools.pairwise(told):
        assert sort_key(one) < sort_key(other), (one, other)


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_what_only_looks_different_is_equal(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


@given(st.text(max_size=200))
def test_whatever_is_written_has_a_key_that_the_store_orders_as_python_does(text: str) -> None:
    key = sort_key(text)
    assert "\0" not in key
    assert key == sort_key(text)


@given(CHOSEN_TEXTS, CHOSEN_TEXTS)
def test_a_text_stands_before_what_it_begins(text: str, more: str) -> None:
    assert sort_key(text) <= sort_key(text + " " + more)


# --- judges that share no code with ours --------------------------------------------------------


@pytest.fixture(scope="module")
def icu_key() -> Callable[[str], bytes]:
    """Sort keys of ICU for Hindi with numbers by value, where this machine has the library."""
    version, library = _icu()
    error = ctypes.c_int(0)
    open_collator = getattr(library, f"ucol_open_{version}")
    open_collator.restype = ctypes.c_void_p
    collator = ctypes.c_void_p(open_collator(b"hi-u-kn", ctypes.byref(error)))
    get_key = getattr(library, f"ucol_getSortKey_{version}")
    get_key.restype = ctypes.c_int32

    def key(text: str) -> bytes:
        units = text.encode("utf-16-le")
        room = (ctypes.c_uint8 * 4096)()
        length = get_key(collator, units + b"\0\0", len(units) // 2, room, 4096)
        return bytes(room[: length - 1])

    return key


def _icu() -> tuple[int, ctypes.CDLL]:
    for version in range(80, 60, -1):
        try:
            return version, ctypes.CDLL(f"libicui18n.so.{version}")
        except OSError:
            continue
    pytest.skip("ICU is not on this machine")


def _turn(one: object, other: object) -> int:
    return (one > other) - (one < other)  # type: ignore[operator]  # two keys of one kind


@given(one=CHOSEN_TEXTS, other=CHOSEN_TEXTS)
def test_icu_says_the_same(icu_key: Callable[[str], bytes], one: str, other: str) -> None:
    if not _is_abbreviated(one) and not _is_abbreviated(other):
        assert _turn(sort_key(one), sort_key(other)) == _turn(icu_key(one), icu_key(other))


def _is_abbreviated(text: str) -> bool:
    """A zero as the sign of an abbreviation, which ICU reads as a number."""
    return any(a not in " -,()/&'1290१९०abzABZ" and b in "0०" for a, b in itertools.pairwise(text))


_PERL = """
use utf8; use open qw(:std :utf8); use Unicode::Collate::Locale;
my $c = Unicode::Collate::Locale->new(locale => 'hi', variable => 'non-ignorable');
while (<STDIN>) { chomp; print join('|', $c->sort(split /\\|/)), "\\n"; }
"""


def test_perl_says_the_same_of_the_names() -> None:
    perl = shutil.which("perl")
    has_it = (
        perl
        and not subprocess.run(
            [perl, "-MUnicode::Collate::Locale", "-e1"], capture_output=True, check=False
        ).returncode
    )
    if not perl or not has_it:
        pytest.skip("Perl's collation is not on this machine")
    lines = [_as_told(line) for line in IN_ORDER if not any(c.isdecimal() for c in line)]
    names = sorted({name for line in lines for name in line if not name.isascii()})
    asked = "|".join(reversed(names))
    answer = subprocess.run(
        [perl, "-CS", "-e", _PERL], input=asked + "\n", capture_output=True, check=True, text=True
    )
    assert answer.stdout.strip().split("|") == sorted(names, key=sort_key)
