"""Dead animal or carcass (मरे हुए जानवर / लोथ): 325 BNS, Cow Slaughter Act 1955; duty d-6."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import All, Is, OneOf
from forms.kit.fields import (
    Choice,
    DateTime,
    Group,
    Index,
    Line,
    Need,
    Number,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import diary_reference
from forms.parts.case_link import linked_fir, names_a_fir, take_fir
from forms.parts.gist import meaning, name_in, place_in
from forms.parts.lists import Fixed, Listed
from forms.parts.person import person
from forms.parts.place import address
from forms.parts.record_rows import files
from forms.parts.under_diary import diary_if_none, take_diary_entry

SPECIES = Listed("CATTLE")
BOVINE = ("COW", "BULLOCK", "CALF", "BUFFALO", "BUFFALO_CALF")
SEX = Fixed(
    "ANIMAL_SEX",
    (
        ("MALE", Words("नर", "Male")),
        ("FEMALE", Words("मादा", "Female")),
        ("MIXED", Words("दोनों", "Both")),
        ("UNKNOWN", Words("अज्ञात", "Unknown")),
    ),
)
CAUSE = Fixed(
    "ANIMAL_DEATH",
    (
        ("ILLNESS", Words("बीमारी", "Illness")),
        ("ACCIDENT", Words("दुर्घटना", "Accident")),
        ("ELECTRIC", Words("करंट", "Electric shock")),
        ("POISON", Words("विष", "Poison")),
        ("SLAUGHTER", Words("अवैध वध", "Illegal slaughter")),
        ("FIGHT", Words("आपसी लड़ाई", "Fight")),
        ("UNKNOWN", Words("अज्ञात", "Not known")),
    ),
)

FOUND = Section(
    "found",
    Words("सूचना व स्थान", "Information and place"),
    (
        diary_reference(),
        DateTime("found_dt", Words("मिलने का समय", "Found at"), need=Need.EXPECTED),
        address("place", Words("स्थान", "Place"), need=Need.EXPECTED),
        person("informant", Words("सूचनाकर्ता", "Informant")),
    ),
)

ANIMAL = Section(
    "animal",
    Words("पशु", "Animal"),
    (
        Choice("species", Words("प्रजाति", "Species"), choices=SPECIES, need=Need.EXPECTED),
        Number("count", Words("संख्या", "Number"), least=1, most=100_000, need=Need.EXPECTED),
        Choice("sex", Words("नर / मादा", "Sex"), choices=SEX),
        Line(
            "marks",
            Words("रंग / चिन्ह / टैग सं0", "Colour, marks, tag no."),
            most=300,
            index=Index.TEXT,
        ),
        Line("condition", Words("लोथ की दशा", "Condition of the carcass"), most=300),
        YesNo("cut_marks", Words("काटने के निशान हैं?", "Cut marks?")),
        Choice(
            "cause", Words("सम्भावित कारण", "Suspected cause"), choices=CAUSE, need=Need.EXPECTED
        ),
        YesNo(
            "illegal_slaughter",
            Words("अवैध वध का संदेह?", "Illegal slaughter suspected?"),
            need=Need.EXPECTED,
            need_when=All(Is("cut_marks", True), OneOf("species", BOVINE)),
            need_then=Need.MUST,
            help=Words(
                "हाँ होने पर प्राथमिकी पंजीकृत होती है (325 बी.एन.एस. / गोवध निवारण अधिनियम)।",
                "If yes, an FIR is registered (325 BNS / Cow Slaughter Act).",
            ),
        ),
        person("owner", Words("स्वामी", "Owner")),
    ),
)

DISPOSAL = Section(
    "disposal",
    Words("परीक्षण व निस्तारण", "Examination and disposal"),
    (
        Group(
            "vet",
            Words("पशु चिकित्सक", "Veterinary doctor"),
            parts=(
                DateTime("called_dt", Words("बुलाने का समय", "Called at")),
                Line("name", Words("चिकित्सक का नाम", "Name")),
                DateTime("dt", Words("परीक्षण का समय", "Examined at")),
                Line(
                    "pm_no", Words("पोस्टमार्टम सं0", "Post-mortem no."), most=40, index=Index.NUMBER
                ),
                Line("cause", Words("मृत्यु का कारण", "Cause of death"), most=300),
                Line("sample", Words("नमूना", "Sample"), most=200),
            ),
        ),
        Group(
            "disposal",
            Words("लोथ का निस्तारण", "Disposal of the carcass"),
            need=Need.EXPECTED,
            parts=(
                Line("how", Words("कैसे", "How"), need=Need.EXPECTED),
                Line("where", Words("कहाँ", "Where"), need=Need.EXPECTED),
                Line("by", Words("किसके द्वारा (नगर निकाय)", "By (municipal body)")),
                DateTime("dt", Words("समय", "At"), need=Need.EXPECTED),
            ),
        ),
        files("photos", Words("फोटो", "Photographs"), need=Need.EXPECTED, pictures=True),
        linked_fir(need_when=Is("illegal_slaughter", True)),
    ),
)


def cause_and_suspicion(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A cause of illegal slaughter is a suspicion of it."""
    if letter.get("cause") == "SLAUGHTER" and letter.get("illegal_slaughter") is False:
        yield Problem(
            ("illegal_slaughter",),
            "animal.slaughter",
            Words(
                "कारण ‘अवैध वध’ लिखा है पर संदेह में ‘नहीं’ है। कृपया एक ठीक करें।",
                "The cause is illegal slaughter, yet the suspicion is answered no. Please put one right.",
            ),
        )


def disposed_after(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """The carcass is removed after it was found, and after the doctor saw it."""
    found, disposal, vet = letter.get("found_dt"), letter.get("disposal"), letter.get("vet")
    removed = disposal.get("dt") if isinstance(disposal, dict) else None
    seen = vet.get("dt") if isinstance(vet, dict) else None
    if isinstance(removed, str) and isinstance(found, str) and removed < found:
        yield Problem(
            ("disposal", "dt"),
            "V01",
            Words(
                "निस्तारण मिलने से पहले का लिखा है। कृपया समय ठीक करें।",
                "The disposal is before the finding. Please put the time right.",
            ),
        )
    elif isinstance(removed, str) and isinstance(seen, str) and removed < seen:
        yield Problem(
            ("disposal", "dt"),
            "animal.examined",
            Words(
                "निस्तारण पशु चिकित्सक के परीक्षण से पहले का है। समय ठीक करें, या कारण लिखें।",
                "The disposal is before the doctor's examination. Put the time right, or write the reason.",
            ),
            Weight.REASON,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR and the diary entry above."""
    take_fir(letter, facts)
    take_diary_entry(letter, facts)


def _what(letter: Letter) -> str:
    return f"{letter.get('count') or 1} {meaning(SPECIES, letter.get('species')) or 'पशु'}"


def _subject(letter: Letter, _facts: Facts) -> str:
    return f"मृत पशु: {_what(letter)}"


def _brief(letter: Letter, facts: Facts) -> str:
    teller = name_in(letter.get("informant"), "सूचनाकर्ता")
    doubt = "अवैध वध का संदेह है। " if letter.get("illegal_slaughter") is True else ""
    return (
        f"इस समय {teller} की सूचना पर {place_in(letter.get('place'), 'थाना क्षेत्र')} में {_what(letter)} मृत मिलने "
        f"की सूचना मृत पशु सं0 {facts.numbers.get('dead_anim', '')} पर अंकित की गयी। {doubt}"
        "पशु चिकित्सक से परीक्षण व लोथ के निस्तारण की कार्यवाही की जा रही है।"
    )


def line(letter: Letter) -> str:
    """How many of what, where, from what."""
    cause = meaning(CAUSE, letter.get("cause"))
    told = (_what(letter), place_in(letter.get("place")), cause)
    return " · ".join(one for one in told if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional stray bullock killed by a current."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {"village_town": "कस्बा नमूनागंज", "landmark": "नमूना चौराहा", "district": "नमूना जनपद"}
    return {
        "found_dt": hours(9),
        "place": where,
        "informant": {
            "name": "नमूना प्रसाद",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "addresses": [{"address_type": "PRESENT", **where}],
        },
        "species": "BULLOCK",
        "count": 1,
        "sex": "MALE",
        "marks": "सफेद, कान में टैग नमूना-123",
        "condition": "ताजा",
        "cut_marks": False,
        "cause": "ELECTRIC",
        "illegal_slaughter": False,
        "vet": {
            "called_dt": hours(8),
            "name": "डा0 उदाहरण सिंह",
            "dt": hours(6),
            "pm_no": "नमूना-5",
            "cause": "विद्युत आघात",
        },
        "disposal": {
            "how": "गड्ढे में दबाया गया",
            "where": "नगर पंचायत भूमि",
            "by": "नगर पंचायत नमूनागंज",
            "dt": hours(3),
        },
        "photos": [
            {
                "file": {
                    "sha256": "0" * 64,
                    "name": "namuna.jpg",
                    "mime": "image/jpeg",
                    "size": 1000,
                    "caption": "नमूना फोटो",
                },
                "caption": "मौके का फोटो",
            }
        ],
    }


FORM = Form(
    code="dead_anim",
    version=1,
    title=Words("मृत पशु / लोथ", "Dead animal or carcass"),
    short=Words("मृत पशु", "Dead animal"),
    sections=(FOUND, ANIMAL, DISPOSAL),
    role="operator",
    duty=("d-6",),
    law=Words(
        "धारा 325 बी.एन.एस.; उ0प्र0 गोवध निवारण अधिनियम 1955",
        "Section 325 B.N.S.; U.P. Prevention of Cow Slaughter Act 1955",
    ),
    rules=(
        Rule("animal.slaughter", cause_and_suspicion),
        Rule("animal.disposal", disposed_after),
        names_a_fir(),
    ),
    numbered=(Numbered("dead_animal"),),
    parent="gd",
    also_under=("iif_1", "fir_rereg"),
    consequences=(diary_if_none("INFO", _subject, _brief),),
    papers=(
        Paper(
            "form",
            Words("मृत पशु", "Dead animal"),
            "",
            copies=(
                Words("पशु चिकित्सक प्रति", "Veterinary doctor's copy"),
                Words("नगर निकाय प्रति", "Municipal body's copy"),
                Words("थाना प्रति", "Station copy"),
            ),
        ),
    ),
    line=line,
    occurred="found_dt",
    prepare=prepare,
    sample=sample,
)
