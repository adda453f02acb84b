"""Forms and registers on paper: official order, nothing lost, nothing hidden shown, no dead ends."""

import copy
import datetime as dt
from collections.abc import Iterator

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from forms.catalogue import gd, iif_1
from forms.kit.condition import Is
from forms.kit.fields import Choice, Group, Line, LongText, Money, Rows, YesNo
from forms.kit.form import Facts, Form, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem
from forms.kit.register import Entry
from forms.kit.words import Words
from forms.parts.lists import Fixed
from forms.registers.gd import REGISTER
from tests.thana_desk.printing.paper import (
    folded,
    make_setup,
    page_sizes,
    pages_text,
    read_by_pdfium,
)
from thana_desk.printing import blocks as b
from thana_desk.printing.document import render
from thana_desk.printing.form_paper import (
    SEALED,
    Amendment,
    PaperRecord,
    form_blocks,
    qr_text,
    short_hash,
)
from thana_desk.printing.layouts import LAYOUTS, layout_for
from thana_desk.printing.layouts.gd_register import DiaryPaper, gd_register_blocks, open_day_foot
from thana_desk.printing.layouts.register import register_blocks

NOW = dt.datetime(2026, 11, 22, 10, 42, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30)))
HASH = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


def make_record(**changes: object) -> PaperRecord:
    values: dict[str, object] = {
        "thana": "नमूनापुर",
        "district": "उदाहरण",
        "number": "0123/2026",
        "registered_at": NOW.isoformat(),
        "registered_by": "हे0का0 नमूना यादव",
        "event_hash": HASH,
    }
    return PaperRecord(**{**values, **changes})  # type: ignore[arg-type]  # keyword names are the dataclass's


def make_fir(**changes: object) -> Letter:
    letter = iif_1.FORM.sample(NOW)
    letter["gd_ref"] = {"record_id": "x", "form": "gd", "number": "025", "title": "पंजीकरण"}
    letter.update(changes)
    iif_1.FORM.prepare(letter, Facts(now=NOW))
    return letter


def printed(blocks: Iterator[b.Block]) -> str:
    return folded(read_by_pdfium(render(blocks, make_setup(running_head=False))))


def fir_text(letter: Letter, **changes: object) -> str:
    return printed(layout_for("iif_1")(iif_1.FORM, letter, make_record(**changes)))


# --- the first information report -----------------------------------------------------------------

OFFICIAL_ORDER = (
    "N.C.R.B.",
    "I.I.F.-I (एकीकृत जाँच फार्म-I)",
    "FIRST INFORMATION REPORT",
    "(Under Section 173 B.N.S.S.)",
    "प्रथम सूचना रिपोर्ट",
    "(धारा 173 बी एन एस एस के तहत)",
    "1. District/Unit (जिला/इकाई): उदाहरण",
    "P.S. (थाना): नमूनापुर",
    "Year (वर्ष): 2026",
    "FIR No. (प्र.सू.रि. सं.): 0123",
    "Date and Time of FIR (प्र.सू.रि. की दिनांक और समय): 22/11/2026 10:42",
    "2. Acts and Sections",
    "303(2)",
    "3. (a) Occurrence of offence",
    "(b) Information received at P.S.",
    "(c) General Diary Reference",
    "Entry No. (प्रविष्टि सं.): 025",
    "4. Type of Information",
    "5. Place of Occurrence",
    "Direction and distance from P.S.",
    "6. Complainant / Informant",
    "(a) Name (नाम): श्रीकृष्ण नमूना प्रसाद",
    "Father's/Husband's Name",
    "Date/Year of Birth",
    "Nationality",
    "UID No.",
    "Passport No.",
    "ID details",
    "Occupation",
    "(i) Address",
    "Phone / Mobile No. (दूरभाष / मोबाइल सं.): 91-9999900000",
    "7. Details of known / suspected / unknown accused",
    "Accused More Than",
    "8. Reasons for delay",
    "9. Particulars of properties of interest",
    "10. Total value of property (In Rs/-) (सम्पत्ति का कुल मूल्य (रु में)): 45,000",
    "11. Inquest Report / U.D. case No.",
    "12. First Information contents",
    "नकल तहरीर हिन्दी वादी",
    "13. Action taken",
    "R.O.A.C. (आर.ओ.ए.सी.)",
    "14.",
    "Signature / Thumb impression",
    "15. Date and time of dispatch to the court",
    "Attachment to item 7",
)


def test_the_fir_follows_the_official_order() -> None:
    text = fir_text(make_fir())
    place = 0
    for words in OFFICIAL_ORDER:
        found = text.find(words, place)
        assert found >= 0, f"{words!r} is missing or out of order"
        place = found


def test_an_offence_before_the_new_code_prints_under_the_old_one() -> None:
    letter = make_fir(paper_number="0007/2024", paper_date="2024-06-30")
    text = fir_text(letter)
    assert "(Under Section 154 Cr.P.C.)" in text
    assert "173 B.N.S.S." not in text
    assert "FIR No. (प्र.सू.रि. सं.): 0007" in text
    assert "30/06/2024" in text


def test_a_fir_with_nothing_in_it_still_prints() -> None:
    text = fir_text({}, number="", registered_at="", event_hash="")
    assert "15. Date and time of dispatch" in text
    assert text.count("निल") >= 4


def test_the_chosen_action_alone_is_marked() -> None:
    text = fir_text(make_fir(action="ASSIGN_IO"))
    assert "(2) [X] Directed" in text
    assert "(1) [ ] Registered" in text
    assert "[ ] Refused" in text
    assert "[ ] Transferred" in text


def test_an_unknown_hour_is_said_instead_of_left_blank() -> None:
    letter = make_fir(occ_known="UNKNOWN")
    assert "अज्ञात (Unknown)" in fir_text(letter)


def test_forty_accused_and_three_hundred_things_all_stand_on_paper() -> None:
    accused = [{"name": f"अभियुक्त {chr(0x0915 + n)}", "alias": f"उर्फ{n:02d}"} for n in range(25)]
    things = [
        {"category": "AUTOMOBILES", "description": f"वस्तु{n:03d}", "value_rs": "100"}
        for n in range(300)
    ]
    letter = make_fir(accused=accused, property=things, contents="तथ्य " * 2000)
    blocks = layout_for("iif_1")(iif_1.FORM, letter, make_record())
    pages = pages_text(render(blocks, make_setup()))
    text = " ".join(pages)
    assert all(f"उर्फ{n:02d}" in text for n in range(25))
    assert all(f"वस्तु{n:03d}" in text for n in range(300))
    assert "30,000" in text
    assert text.count("तथ्य") >= 2000


def test_sealed_answers_do_not_reach_a_masked_paper() -> None:
    letter = make_fir()
    letter["informant"]["dob"] = "1984-05-17"
    letter["informant"]["ids"] = [{"id_type": "PAN", "id_no": "ABCDE1234F"}]
    for layout in ("iif_1", "fir_receipt", ""):
        text = printed(layout_for(layout)(iif_1.FORM, letter, make_record(masked=True)))
        for secret in ("श्रीकृष्ण", "उदाहरण लाल", "9999900000", "ABCDE1234F", "1984"):
            assert secret not in text, f"{secret} on a masked {layout or 'generic'} paper"
        assert SEALED in text


def test_the_fir_carries_its_code() -> None:
    assert short_hash(HASH) == "2D71-1642-B726-B044"
    assert "2D71-1642-B726-B044" in fir_text(make_fir())
    assert "Verification code" not in fir_text(make_fir(), event_hash="")
    assert qr_text("FIR", "0123/2026", HASH).startswith("THANA-DESK:FIR:0123/2026:2D71")


def test_a_provisional_paper_says_so() -> None:
    for layout in ("iif_1", "fir_receipt", "gd_extract", ""):
        form, letter = (
            (gd.FORM, gd.FORM.sample(NOW)) if layout == "gd_extract" else (iif_1.FORM, make_fir())
        )
        assert "PROVISIONAL" in printed(
            layout_for(layout)(form, letter, make_record(provisional=True))
        )
        assert "PROVISIONAL" not in printed(layout_for(layout)(form, letter, make_record()))


def test_corrections_show_old_and_new_with_reason_person_and_time() -> None:
    amendment = Amendment(
        Words("पिता का नाम", "Father's name"),
        "पुराना नाम",
        "नया नाम",
        "टंकण त्रुटि",
        "हे0का0 नमूना",
        NOW.isoformat(),
    )
    for layout in ("iif_1", ""):
        text = printed(
            layout_for(layout)(iif_1.FORM, make_fir(), make_record(amendments=(amendment,)))
        )
        for words in (
            "पिता का नाम",
            "पुराना नाम",
            "नया नाम",
            "टंकण त्रुटि",
            "हे0का0 नमूना 22/11/2026 10:42",
        ):
            assert words in text


def test_what_is_missing_is_listed_with_its_date() -> None:
    gap = Problem(("beat",), "required", Words("बीट सं0: यह खाली है", "Beat"))
    text = fir_text(make_fir(), deficiencies=(gap,))
    assert "कमी सूची (Deficiency list) — 22/11/2026" in text
    assert "1 बीट सं0: यह खाली है" in text


def test_the_receipt_is_one_page_with_number_sections_officer_and_code() -> None:
    blocks = list(layout_for("fir_receipt")(iif_1.FORM, make_fir(), make_record()))
    pdf = render(blocks, make_setup())
    assert len(page_sizes(pdf)) == 1
    text = folded(read_by_pdfium(pdf))
    for words in (
        "0123/2026",
        "22/11/2026 10:42",
        "303(2), 317(2)",
        "उ0नि0 नमूना सिंह",
        "निःशुल्क",
        "2D71-1642",
    ):
        assert words in text


# --- any form -------------------------------------------------------------------------------------

COLOURS = Fixed("COLOURS", (("RED", Words("लाल", "Red")), ("BLUE", Words("नीला", "Blue"))))


def make_form(*fields: object) -> Form:
    return Form(
        code="try_out",
        version=1,
        title=Words("परीक्षण प्रपत्र", "Try-out form"),
        short=Words("परीक्षण", "Try"),
        sections=(Section("one", Words("भाग", "Part"), fields),),  # type: ignore[arg-type]  # fields of any kind
        role="moharir",
        duty=(),
        sample=lambda now: {},
    )


def generic(form: Form, letter: Letter, **changes: object) -> str:
    return printed(form_blocks(form, letter, make_record(**changes)))


def test_labels_stand_in_both_languages_with_the_official_number() -> None:
    form = make_form(Line("name", Words("नाम", "Name"), item="6(a)"))
    assert "6(a) नाम Name राम कुमार" in generic(form, {"name": "राम कुमार"})


def test_blank_answers_are_dashed_and_empty_tables_nil() -> None:
    form = make_form(
        Line("name", Words("नाम", "Name"), item="1"),
        Rows(
            "things",
            Words("वस्तुएँ", "Things"),
            item="2",
            row=Group("t", Words("व", "t"), parts=(Line("a", Words("अ", "A")),)),
        ),
    )
    text = generic(form, {})
    assert "1 नाम Name —" in text
    assert "2 वस्तुएँ Things निल" in text


def test_hidden_and_unprinted_fields_are_left_out() -> None:
    form = make_form(
        YesNo("more", Words("और?", "More?")),
        Line("detail", Words("गुप्त विवरण", "Detail"), shown_when=Is("more", True)),
        Line("inner", Words("भीतरी", "Inner"), printed=False),
    )
    text = generic(form, {"more": False, "detail": "छिपा", "inner": "भीतर"})
    assert "नहीं" in text
    for words in ("गुप्त विवरण", "छिपा", "भीतरी", "भीतर"):
        assert words not in text
    assert "गुप्त विवरण" in generic(form, {"more": True, "detail": "दिखा"})


def test_codes_are_printed_as_words() -> None:
    form = make_form(Choice("colour", Words("रंग", "Colour"), choices=COLOURS))
    text = generic(form, {"colour": "RED"})
    assert "लाल" in text
    assert "RED" not in text


def test_rows_become_a_table_and_the_rest_is_gathered() -> None:
    parts = tuple(Line(f"k{n}", Words(f"स्तम्भ{n}", f"C{n}")) for n in range(9))
    form = make_form(
        Rows("rows", Words("पंक्तियाँ", "Rows"), row=Group("r", Words("प", "r"), parts=parts))
    )
    rows = [{f"k{n}": f"मान{row}{n}" for n in range(9)} for row in range(3)]
    text = generic(form, {"rows": rows})
    assert all(f"मान{row}{n}" in text for row in range(3) for n in range(9))
    assert "अन्य विवरण" in text


def test_a_long_answer_gets_the_whole_width() -> None:
    form = make_form(LongText("story", Words("विवरण", "Story"), item="12"))
    story = "यह एक लम्बा विवरण है। " * 60
    found = list(form_blocks(form, {"story": story}, make_record()))
    assert any(isinstance(block, b.Narrative) for block in found)
    assert folded(story) in generic(form, {"story": story})


def test_money_is_grouped_the_indian_way() -> None:
    form = make_form(Money("value", Words("मूल्य", "Value")))
    assert "₹ 12,34,567.50" in generic(form, {"value": "1234567.50"})


@pytest.mark.parametrize("form", [gd.FORM, iif_1.FORM], ids=lambda form: str(form.code))
def test_every_form_and_paper_prints_its_sample_and_an_empty_letter(form: Form) -> None:
    sample = form.sample(NOW)
    form.prepare(sample, Facts(now=NOW))
    for letter in (sample, {}):
        for layout in {paper.layout for paper in form.papers} | {""}:
            pdf = render(
                layout_for(layout)(form, copy.deepcopy(letter), make_record()), make_setup()
            )
            assert page_sizes(pdf)[0] == pytest.approx((595.28, 841.89), abs=0.1)


def test_papers_name_layouts_that_exist() -> None:
    for form in (gd.FORM, iif_1.FORM):
        for paper in form.papers:
            assert not paper.layout or paper.layout in LAYOUTS


# --- registers ------------------------------------------------------------------------------------


def make_entry(number: int, **changes: object) -> Entry:
    values: dict[str, object] = {
        "number": f"{number:03d}",
        "registered_at": f"2026-11-22T{number % 24:02d}:05:00+05:30",
        "letter": {"gd_type": "RAV", "brief": f"इस समय रवानगी संख्या{number:03d} हुई।"},
        "officer": "हे0का0 नमूना",
        "event_hash": HASH,
    }
    return Entry(**{**values, **changes})  # type: ignore[arg-type]  # keyword names are the dataclass's


def diary(entries: list[Entry], *, closed: bool = False) -> list[str]:
    paper = DiaryPaper("2026-11-22", closed, HASH, 4321, "निरीक्षक उदाहरण")
    setup = make_setup(title="जनरल डायरी", foot_note=open_day_foot(paper))
    return pages_text(render(gd_register_blocks(REGISTER, entries, paper), setup))


def test_every_entry_of_the_day_stands_in_order() -> None:
    text = " ".join(diary([make_entry(n) for n in range(1, 151)]))
    places = [text.find(f"संख्या{n:03d}") for n in range(1, 151)]
    assert -1 not in places
    assert places == sorted(places)


def test_a_remark_follows_its_entry_and_the_linked_number_is_said() -> None:
    entries = [
        make_entry(1, remarks=("रपट देखी गयी।", "अनुपालन हो।"), linked="प्राथमिकी 0123/2026"),
        make_entry(2),
    ]
    text = diary(entries)[0]
    order = [
        "संख्या001",
        "सम्बन्धित अभिलेख: प्राथमिकी 0123/2026",
        "टिप्पणी: रपट देखी गयी।",
        "टिप्पणी: अनुपालन हो।",
        "संख्या002",
    ]
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_an_open_day_says_so_at_the_foot_of_each_page() -> None:
    entries = [make_entry(n) for n in range(1, 151)]
    assert all("अभी बन्द नहीं हुआ" in page for page in diary(entries))
    assert not any("अभी बन्द नहीं हुआ" in page for page in diary(entries, closed=True))


def test_the_day_ends_with_its_count_and_the_head_of_the_chain() -> None:
    last = diary([make_entry(n) for n in range(1, 41)], closed=True)[-1]
    assert "40" in last
    assert "2D71-1642-B726-B044" in last
    assert "4321" in last


def test_a_day_without_entries_says_nil() -> None:
    assert "निल" in diary([])[0]


def test_a_rapat_longer_than_a_page_keeps_its_number() -> None:
    entry = make_entry(7, letter={"gd_type": "RAV", "brief": "लम्बी रपट का विवरण लिखा गया। " * 300})
    pages = diary([entry])
    assert len(pages) > 2
    assert "007 (जारी)" in pages[1]


def test_a_register_takes_its_entries_one_by_one() -> None:
    drawn: list[int] = []

    def entries() -> Iterator[Entry]:
        for number in range(1, 200):
            drawn.append(number)
            yield make_entry(number)

    blocks = list(register_blocks(REGISTER, entries(), "22/11/2026"))
    assert drawn == []
    text = " ".join(pages_text(render(blocks, make_setup())))
    assert len(drawn) == 199
    assert "संख्या199" in text


# --- letters of any shape -------------------------------------------------------------------------

_INNER = (
    "name",
    "act",
    "section",
    "addresses",
    "physical",
    "phones",
    "ids",
    "dob",
    "value_rs",
    "x",
)
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 2100), st.text(max_size=12)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(_INNER), inner, max_size=4)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("form", [gd.FORM, iif_1.FORM], ids=lambda form: str(form.code))
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_a_letter_of_wrong_shapes_still_prints(form: Form, data: st.DataObject) -> None:
    """A draft may be printed before its shapes are checked."""
    keys = st.sampled_from([part.key for part in form.fields()])
    letter = data.draw(st.dictionaries(keys, _JSON, max_size=12))
    record = make_record(masked=data.draw(st.booleans()))
    for layout in {paper.layout for paper in form.papers} | {""}:
        assert render(layout_for(layout)(form, letter, record), make_setup()).startswith(b"%PDF")


def test_parts_with_roman_numbers_are_printed_in_official_order() -> None:
    from forms.catalogue import iif_3

    letter = iif_3.FORM.sample(NOW)
    iif_3.FORM.prepare(letter, Facts(now=NOW))
    text = printed(layout_for("")(iif_3.FORM, letter, make_record()))
    numbers = ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vii)", "(viii)", "(ix)", "(x)", "(xi, xii)"]
    places = [text.index(folded(number)) for number in numbers]
    assert places == sorted(places)
