"""Keys typed in the window become exact Unicode, and Backspace takes them back."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thana_desk.hindi.layouts import all_layouts
from thana_desk.hindi.layouts.inscript import InScript
from thana_desk.hindi.layouts.keystrokes import keystrokes, text_of
from thana_desk.hindi.layouts.layout import US_ROWS, Composer, Digits, Edit, Layout
from thana_desk.hindi.layouts.phonetic import Phonetic
from thana_desk.hindi.text import graphemes, nfc

WORDS = [
    line.split("\t")
    for line in (Path(__file__).parent / "typed_words.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
US_KEYS = "".join(char for row in US_ROWS for chars in row for char in chars) + " \n"

layouts = st.sampled_from([layout for digits in Digits for layout in all_layouts(digits)])
strokes = st.tuples(st.sampled_from(US_KEYS), st.booleans())
hindi_text = st.text(
    st.sampled_from("कनरषड़्ािींँः\u200c\u200dअइ ।a.\u0951\U0001f600")
    | st.characters(exclude_categories=["Cs"])
)


@pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.code)
def test_a_slash_for_set_phrases_is_typed_with_altgr_on_every_layout(layout: Layout) -> None:
    assert text_of(layout, "<AltGr-/>gasht")[0] == "/"


def applied(text: str, edit: Edit) -> str:
    assert 0 <= edit.delete_back <= len(text)
    return text[: len(text) - edit.delete_back] + edit.insert


LAYOUTS = {layout.code: layout for layout in all_layouts()}
COLUMNS = ("inscript", "remington-gail", "remington-cbi", "phonetic")


def type_keys(layout: Layout, keys: str, before: str = "", composer: Composer | None = None) -> str:
    composer = composer or layout.start()
    text = before
    for key in keys:
        text = applied(text, composer.key(key, text))
    return text


def erase(composer: Composer, text: str, times: int = 1, *, whole: bool = False) -> str:
    for _ in range(times):
        text = applied(text, composer.backspace(text, whole=whole))
    return text


def test_the_corpus_is_large_and_nfc() -> None:
    assert len(WORDS) >= 300
    assert len({word for word, *_ in WORDS}) == len(WORDS)
    assert all(unicodedata.is_normalized("NFC", word) for word, *_ in WORDS)
    assert set(COLUMNS) == LAYOUTS.keys()


@pytest.mark.parametrize(("word", "written"), [(row[0], row[1:]) for row in WORDS])
def test_words_of_firs_are_reached_in_every_layout(word: str, written: list[str]) -> None:
    reached = {code: text_of(LAYOUTS[code], keys) for code, keys in by_layout(written)}
    assert reached == dict.fromkeys(COLUMNS, word)


def by_layout(written: list[str]) -> list[tuple[str, str]]:
    return list(zip(COLUMNS, written, strict=True))


def test_a_whole_line_types_as_its_words_do() -> None:
    for number, code in enumerate(COLUMNS, start=1):
        line = " ".join(row[number] for row in WORDS)
        assert text_of(LAYOUTS[code], line) == " ".join(row[0] for row in WORDS)


def test_backspace_takes_back_every_letter_of_every_word() -> None:
    for word, *written in WORDS:
        for code, keys in by_layout(written):
            composer, text = LAYOUTS[code].start(), "क "
            for stroke in keystrokes(keys):
                text = applied(text, composer.key(stroke.char, text, altgr=stroke.altgr))
            assert text == "क " + word
            assert erase(composer, text, len(keys) + len(word)) == ""


# --- keys written as text -----------------------------------------------------------------------


def test_keys_without_a_sign_are_written_by_their_names() -> None:
    assert text_of(InScript(), "k<AltGr-k><Space>k<AltGr-K>") == nfc("कक़ कख़")
    assert text_of(InScript(), "mdl<Backspace>j") == "स्र"
    assert text_of(InScript(), "jec kd<<Ctrl-Backspace>") == "राम "


def test_any_other_angle_is_its_key() -> None:
    assert text_of(InScript(), "kd<") == "क्ष"
    assert text_of(InScript(), "<Space") == "ष" + text_of(InScript(), "Space")
    assert text_of(LAYOUTS["remington-gail"], "<<AltGr->>>") == "ढङझ"


# --- phonetic -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ram", "रम"),
        ("raam", "राम"),
        ("rAm", "राम"),
        ("mukadama", "मुकदम"),
        ("mukadamaa", "मुकदमा"),
        ("kalam", "कलम"),
        ("klam", "क्लम"),
        ("gaee", "गई"),
        ("gaii", "गई"),
        ("gaI", "गई"),
        ("gai", "गै"),
        ("ga`i", "गइ"),
        ("gau", "गौ"),
        ("gaoo", "गऊ"),
        ("jaao", "जाओ"),
        ("aaie", "आइए"),
        ("k.h", "क्"),
        ("zaraa", "ज़रा"),
        ("faisalaa", "फ़ैसला"),
        ("qaidee", "क़ैदी"),
        ("Gham", "ग़म"),
        ("baRaa", "बड़ा"),
        ("ba.Daa", "बड़ा"),
        ("paRhaa", "पढ़ा"),
        ("pa.Dhaa", "पढ़ा"),
        ("gaaMMv", "गाँव"),
        ("gaa.Nv", "गाँव"),
        ("haiM", "हैं"),
        ("hain'", "हैं"),
        ("ang", "अंग"),
        ("panchaayat", "पंचायत"),
        ("ghanTaa", "घंटा"),
        ("kyonki", "क्योंकि"),
        ("sanjnaan", "संज्ञान"),
        ("ant", "अन्त"),
        ("nyaay", "न्याय"),
        ("lakShmaN", "लक्ष्मण"),
        ("laxmaN", "लक्ष्मण"),
        ("bachchaa", "बच्चा"),
        ("achchhaa", "अच्छा"),
        ("u.pr.", "उ.प्र."),
        ("pii.e.", "पी.ए."),
        ("22.11.2026", "22.11.2026"),
        ("dhaaraa 302/34", "धारा 302/34"),
        ("gayaa|", "गया।"),
        ("gayaa||", "गया॥"),
        ("raam'", "राम'"),
        ("`", "`"),
        ("k`k", "कक"),
    ],
)
def test_the_phonetic_scheme(keys: str, text: str) -> None:
    assert type_keys(Phonetic(), keys) == unicodedata.normalize("NFC", text)


def test_phonetic_text_grows_live() -> None:
    composer, text, seen = Phonetic().start(), "", []
    for key in "khaataa":
        text = applied(text, composer.key(key, text))
        seen.append(text)
    assert seen == ["क", "ख", "ख", "खा", "खात", "खात", "खाता"]


@pytest.mark.parametrize(
    ("before", "keys", "text"),
    [
        ("राम", "aa", "रामा"),  # a vowel after a letter that stood there is its matra
        ("राम", "k", "रामक"),  # a consonant begins anew
        ("क्", "k", "क्क"),
        ("क्", "aa", "का"),
        ("क्", "a", "क"),
        ("का", "i", "काइ"),
        ("राम ", "i", "राम इ"),
        ("ड़", "ii", "ड़ी"),
    ],
)
def test_phonetic_typing_goes_on_from_text_that_stands_there(
    before: str, keys: str, text: str
) -> None:
    normal = unicodedata.normalize
    assert type_keys(Phonetic(), keys, normal("NFC", before)) == normal("NFC", text)


@pytest.mark.parametrize(
    ("keys", "times", "text"),
    [
        ("kh", 1, "क"),
        ("kh", 2, ""),
        ("kaa", 1, "क"),
        ("ka", 1, ""),  # the a showed nothing, so the k goes with it
        ("ksh", 1, "क्स"),
        ("ang", 1, "अन"),
        ("raam", 1, "रा"),
        ("gaii", 1, "गै"),
        ("raam k", 2, "राम"),
    ],
)
def test_phonetic_backspace_takes_back_a_key(keys: str, times: int, text: str) -> None:
    composer = Phonetic().start()
    assert erase(composer, type_keys(Phonetic(), keys, "", composer), times) == text


def test_typing_goes_on_after_phonetic_backspace() -> None:
    composer = Phonetic().start()
    text = erase(composer, type_keys(Phonetic(), "kaT", "", composer))
    assert type_keys(Phonetic(), "thaa", text, composer) == "कथा"


def test_phonetic_forgets_a_word_that_the_caret_has_left() -> None:
    composer = Phonetic().start()
    type_keys(Phonetic(), "k", "", composer)
    assert applied("राम", composer.key("h", "राम")) == "रामह"
    composer.reset()
    assert applied("क", composer.key("h", "क")) == "कह"


def test_a_run_without_a_space_keeps_its_meaning() -> None:
    assert type_keys(Phonetic(), "kaa" * 100) == "का" * 100
    assert type_keys(Phonetic(), "k" * 300) == "्".join("क" * 300)


# --- InScript -----------------------------------------------------------------------------------


def test_inscript_number_row_follows_the_setting() -> None:
    assert type_keys(InScript(Digits.ASCII), "1234567890") == "1234567890"
    assert type_keys(InScript(Digits.DEVANAGARI), "1234567890") == "१२३४५६७८९०"
    assert type_keys(Phonetic(Digits.DEVANAGARI), "dhaaraa 302") == "धारा ३०२"


def test_inscript_virama_twice_stays_visible() -> None:
    assert type_keys(InScript(), "kdd<") == "क्\u200cष"


def test_joiners_have_the_same_keys_in_every_layout() -> None:
    for layout in all_layouts():
        composer = layout.start()
        assert composer.key("1", "क्", altgr=True) == Edit(0, "\u200d")
        assert composer.key("2", "क्", altgr=True) == Edit(0, "\u200c")
        assert composer.key("4", "", altgr=True) == Edit(0, "₹")


def test_a_nukta_typed_late_finds_its_place() -> None:
    assert type_keys(InScript(), "v]") == "\u0929"
    assert type_keys(InScript(), "kd]") == "क\u093c\u094d"


def test_inscript_backspace_takes_a_code_point_and_with_ctrl_an_akshara() -> None:
    composer = InScript().start()
    assert erase(composer, "स्त्री") == "स्त्र"
    assert erase(composer, "राम स्त्री", whole=True) == "राम "
    assert erase(composer, "राम", whole=True) == "रा"


def test_backspace_takes_a_joiner_as_one_key() -> None:
    for layout in all_layouts():
        assert erase(layout.start(), "क्\u200d") == "क्"
        assert erase(layout.start(), "क्\u200c") == "क्"


def test_backspace_never_breaks_an_emoji() -> None:
    for layout in all_layouts():
        assert erase(layout.start(), "क\U0001f468\u200d\U0001f469") == "क"


# --- Remington ----------------------------------------------------------------------------------

CBI, GAIL = LAYOUTS["remington-cbi"], LAYOUTS["remington-gail"]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("fd", "कि"),
        ("fLFkfr", "स्थिति"),
        ("LfFkfr", "स्थिति"),  # ि struck inside the cluster goes after it all the same
        ("f[k", "खि"),
        ("fuf'pr", "निश्चित"),
        ("fNz", "छ्रि"),
        ("deZ", "कर्म"),
        ("dehZ", "कर्मी"),
        ("deZh", "कर्मी"),
        ("vkfFkZd", "आर्थिक"),
        ('jk"Vzh', "राष्ट्री"),
        ("v/Zk", "अर्ध"),
        ("Ze", "र्म"),  # nothing stands before it, so it joins what follows
        ("izse", "प्रेम"),
        ("isze", "प्रेम"),  # over the vowel sign too
        ("'zh", "श्री"),
        ("[kksy", "खोल"),
        ("Hkwfe", "भूमि"),
        ("Hwfe", "भूमि"),  # any vowel sign completes a half letter
        ("yksxksa", "लोगों"),
        ("yksxkas", "लोगों"),
        ("vkSj", "और"),
        (",sls", "ऐसे"),
        ("baZV", "ईंट"),
        ("mq", "ऊ"),
        ("ikWap", "पाँच"),
        ("gSa", "हैं"),
        ("MkWDVj", "डॉक्टर"),
        ("22%30", "22:30"),
        ("vr%", "अतः"),
    ],
)
def test_the_typewriters_order_becomes_that_of_unicode(keys: str, text: str) -> None:
    keys_of_gail = keys.replace("%", "#")
    assert text_of(CBI, keys) == text
    assert text_of(GAIL, keys_of_gail) == text


@pytest.mark.parametrize(
    ("layout", "keys", "text"),
    [
        (GAIL, "i(k", "पत्रा"),
        (CBI, "i=", "पत्र"),
        (GAIL, "lM`d", "सड़क"),
        (CBI, "lM+d", "सड़क"),
        (GAIL, "t`ehu", "ज़मीन"),
        (CBI, "fpfM+;k", "चिड़िया"),
        (GAIL, "fN+e", "छ्मि"),  # a virama after the letter keeps ि waiting
        (GAIL, "x;k!", "गया।"),
        (CBI, "x;kA", "गया।"),
        (CBI, "x;kAA", "गया॥"),
        (GAIL, "d++", "क्\u200c"),
    ],
)
def test_each_machine_has_its_own_marks(layout: Layout, keys: str, text: str) -> None:
    assert text_of(layout, keys) == nfc(text)


def test_remington_backspace_takes_back_a_key() -> None:
    assert text_of(CBI, "Hk<Backspace>") == "भ्"
    assert text_of(CBI, "fd<Backspace>") == "ि"
    assert text_of(CBI, "deZ<Backspace>") == "कम"
    assert text_of(CBI, "deZ<Backspace><Backspace><Backspace>") == ""


def test_a_waiting_matra_is_forgotten_where_the_caret_moves() -> None:
    composer = CBI.start()
    text = applied("", composer.key("f", ""))
    composer.reset()
    assert applied(text, composer.key("d", text)) == "िक"
    composer.key("f", text)
    assert applied("राम", composer.key("d", "राम")) == "रामक"


# --- every layout -------------------------------------------------------------------------------


@given(layouts, st.lists(strokes, max_size=60), hindi_text)
def test_typing_keeps_text_in_nfc_and_deletes_only_what_is_there(
    layout: Layout, keys: list[tuple[str, bool]], before: str
) -> None:
    composer = layout.start()
    text = unicodedata.normalize("NFC", before)
    for key, altgr in keys:
        text = applied(text, composer.key(key, text, altgr=altgr))
        assert unicodedata.is_normalized("NFC", text)


@given(
    layouts,
    st.lists(st.sampled_from([*US_KEYS, "<back>", "<whole>", "<move>"]), max_size=60),
    hindi_text,
)
def test_typing_erasing_and_moving_never_fail(layout: Layout, keys: list[str], before: str) -> None:
    composer, text = layout.start(), before
    for key in keys:
        if key == "<move>":
            text = text[: len(text) // 2]
        elif key.startswith("<") and len(key) > 1:
            shorter = erase(composer, text, whole=key == "<whole>")
            assert shorter != text or not text
            text = shorter
        else:
            text = applied(text, composer.key(key, text))


@given(layouts, st.text(min_size=1, max_size=1), hindi_text)
def test_any_character_may_arrive_as_a_key(layout: Layout, char: str, before: str) -> None:
    applied(before, layout.start().key(char, before))


@given(layouts, hindi_text)
def test_ctrl_backspace_takes_the_last_akshara(layout: Layout, text: str) -> None:
    assert erase(layout.start(), text, whole=True) == "".join(graphemes(text)[:-1])


def test_maps_show_every_key_and_what_it_types() -> None:
    for layout in all_layouts():
        rows = layout.map()
        assert [len(row) for row in rows] == [13, 13, 11, 10]
        faces = [face for row in rows for face in row]
        assert [face.key for face in faces] == [char for plain, _ in US_ROWS for char in plain]
        assert all(face.plain and face.shifted for face in faces)
    inscript = {face.key: face for row in InScript().map() for face in row}
    assert inscript["k"][1:] == tuple(unicodedata.normalize("NFC", s) for s in ("क", "ख", "क़", "ख़"))
    assert inscript["5"].plain == "5"
    assert {face.key: face.shifted for row in Phonetic().map() for face in row}["m"] == "ं"


def test_layouts_carry_their_names_in_both_languages() -> None:
    names = [layout.name for layout in all_layouts()]
    assert len(set(names)) == len(names)
    assert all(name.hi and name.en.isascii() for name in names)
