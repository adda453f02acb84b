"""Missing cattle (लापता मवेशी): where theft is suspected, an FIR under s.303(2) BNS (duty b-7)."""

import datetime as dt

from forms.kit.condition import All, Filled, Is
from forms.kit.fields import (
    Attachment,
    Choice,
    DateTime,
    Decimal,
    Group,
    Index,
    Line,
    LongText,
    Money,
    Need,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Paper, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Weight
from forms.kit.words import Words
from forms.parts.case import diary, diary_reference, in_order, later_diary
from forms.parts.incident import (
    FIR_CHOSEN,
    fir_choice,
    fir_wanted,
    name_in,
    place_in,
    total_value,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.person import person, persons
from forms.parts.place import address
from forms.parts.signing import signs

CATTLE = Listed("CATTLE")
STATUS = Fixed(
    "CATTLE_STATUS",
    (
        ("MISSING", Words("लापता", "Missing")),
        ("FOUND", Words("मिला", "Found")),
        ("CLOSED", Words("बन्द", "Closed")),
    ),
)
_FOUND = Is("status", "FOUND")
_THEFT = Is("theft_suspected", True)

OWNER = Section(
    "owner",
    Words("पशु स्वामी", "Owner"),
    (diary_reference(), person("owner", Words("पशु स्वामी", "Owner"), need=Need.MUST)),
)

ANIMALS = Section(
    "animals",
    Words("पशु", "Animals"),
    (
        Rows(
            "animals",
            Words("पशु", "Animal"),
            need=Need.MUST,
            row=Group(
                "animal",
                Words("पशु", "Animal"),
                gist=("species", "sex", "colour", "tag_no"),
                parts=(
                    Choice("species", Words("पशु", "Species"), choices=CATTLE, need=Need.EXPECTED),
                    Line("breed", Words("नस्ल", "Breed"), most=60),
                    Choice(
                        "sex",
                        Words("लिंग", "Sex"),
                        choices=Fixed(
                            "ANIMAL_SEX",
                            (("MALE", Words("नर", "Male")), ("FEMALE", Words("मादा", "Female"))),
                        ),
                    ),
                    Decimal(
                        "age_y",
                        Words("आयु", "Age"),
                        least="0",
                        most="50",
                        places=1,
                        unit=Words("वर्ष", "years"),
                    ),
                    Line("colour", Words("रंग", "Colour"), most=60, need=Need.EXPECTED),
                    Line("horn", Words("सींग", "Horns"), most=100),
                    Line(
                        "tag_no",
                        Words("कान का टैग (12 अंक)", "Ear tag (12 digits)"),
                        most=12,
                        pattern=r"[0-9]{12}",
                        pattern_words=Words(
                            "कान के टैग (पशु आधार) में 12 अंक होते हैं।", "An ear tag has 12 digits."
                        ),
                        index=Index.SERIAL,
                    ),
                    Line("marks", Words("चिन्ह / दाग", "Brand, marks"), most=300, index=Index.TEXT),
                    Money("value_rs", Words("मूल्य (रु0 में)", "Value (Rs)")),
                ),
            ),
        ),
        Money("animals_total", Words("कुल मूल्य", "Total value"), fixed=True),
        Attachment("photo", Words("फोटो", "Photo"), mimes=("image/jpeg", "image/png")),
    ),
)

LOSS = Section(
    "loss",
    Words("कब, कहाँ, कैसे लापता", "When, where and how"),
    (
        DateTime("lost_dt", Words("लापता दिनांक व समय", "Missing since"), need=Need.EXPECTED),
        address("lost_place", Words("स्थान", "Place"), need=Need.EXPECTED),
        LongText(
            "circumstances",
            Words("परिस्थितियाँ", "Circumstances"),
            need=Need.EXPECTED,
            most=10_000,
        ),
        YesNo(
            "theft_suspected",
            Words("चोरी का संदेह", "Is theft suspected?"),
            need=Need.EXPECTED,
            help=Words(
                "चोरी या वध का संदेह हो तो पहले प्राथमिकी लिखें और नीचे चुनें।",
                "Where theft or slaughter is suspected write the FIR first and choose it below.",
            ),
        ),
        fir_choice(Words("प्राथमिकी", "FIR"), shown_when=_THEFT),
        persons("suspects", Words("संदिग्ध", "Suspected person"), shown_when=_THEFT),
    ),
)

OUTCOME = Section(
    "outcome",
    Words("स्थिति", "Status"),
    (
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.EXPECTED),
        DateTime(
            "found_dt", Words("मिलने का दिनांक", "Found at"), shown_when=_FOUND, need=Need.EXPECTED
        ),
        address("found_place", Words("मिलने का स्थान", "Where found"), shown_when=_FOUND),
        diary_reference(key="found_gd_ref", hi="मिलने की रपट", en="Diary entry of the find"),
        Choice(
            "found_condition",
            Words("दशा", "Condition"),
            choices=Fixed(
                "CATTLE_FOUND",
                (
                    ("ALIVE", Words("जीवित", "Alive")),
                    ("DEAD", Words("मृत", "Dead")),
                    ("INJURED", Words("घायल", "Injured")),
                ),
            ),
            shown_when=_FOUND,
            need=Need.EXPECTED,
        ),
        person("returned_to", Words("किसे सौंपा गया", "Returned to"), shown_when=_FOUND),
    ),
)


def prepare(letter: Letter, facts: Facts) -> None:
    """The total value (V16)."""
    total_value(letter, "animals", "animals_total")


def _animals(letter: Letter) -> str:
    count: dict[str, int] = {}
    for row in rows(letter, "animals"):
        species = CATTLE.words_of(str(row.get("species") or ""))
        name = species.hi if species else "पशु"
        count[name] = count.get(name, 0) + 1
    return ", ".join(f"{number} {name}" for name, number in count.items())


def _subject(letter: Letter, facts: Facts) -> str:
    return f"लापता मवेशी सं0 {facts.numbers.get('miss_cattle', '')}".strip()


def _diary(letter: Letter, facts: Facts) -> str:
    where = place_in(letter, "lost_place")
    return (
        f"इस समय {name_in(letter, 'owner') or 'पशु स्वामी'} ने {f'{where} से ' if where else ''}"
        f"{_animals(letter) or 'मवेशी'} के लापता होने की सूचना दी। लापता मवेशी सं0 "
        f"{facts.numbers.get('miss_cattle', '')} पर दर्ज किया गया। सम्बन्धित बीट को तलाश हेतु अवगत कराया गया।"
    )


def _found(letter: Letter, facts: Facts) -> str:
    where = place_in(letter, "found_place")
    return (
        f"लापता मवेशी सं0 {facts.numbers.get('miss_cattle', '')} में अंकित {_animals(letter) or 'मवेशी'} "
        f"{f'{where} में ' if where else ''}मिले। मवेशी सुपुर्दगी की कार्यवाही की गयी।"
    )


def line(letter: Letter) -> str:
    """The animals, the owner, and how it stands."""
    status = STATUS.words_of(str(letter.get("status") or ""))
    parts = (_animals(letter), name_in(letter, "owner"), status.hi if status else "")
    return " · ".join(filter(None, parts))


def sample(now: dt.datetime) -> Letter:
    """A fictional buffalo with its calf that strayed from the field."""
    where = {"village_town": "ग्राम नमूनापुर", "landmark": "नहर की पटरी", "district": "नमूना जनपद"}
    return {
        "owner": {
            "name": "नमूना यादव",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण यादव",
            "gender": "MALE",
            "age_years": 50,
            "occupation": "कृषक",
            "addresses": [{"address_type": "PRESENT", **where}],
            "phones": [{"phone": "9999900006"}],
        },
        "animals": [
            {
                "species": "BUFFALO",
                "breed": "मुर्रा",
                "sex": "FEMALE",
                "age_y": "5.5",
                "colour": "काला",
                "horn": "मुड़े हुए",
                "tag_no": "000000000001",
                "marks": "माथे पर सफेद टीका",
                "value_rs": "80000",
            },
            {"species": "BUFFALO_CALF", "sex": "FEMALE", "colour": "भूरा", "value_rs": "8000"},
        ],
        "lost_dt": (now - dt.timedelta(hours=10)).strftime("%Y-%m-%dT%H:%M"),
        "lost_place": where,
        "circumstances": "चरते हुए खूँटे की रस्सी टूट जाने से चली गयीं; आस-पास के गाँव में तलाश की। "
        "(यह काल्पनिक नमूना है)",
        "theft_suspected": False,
        "status": "MISSING",
    }


FORM = Form(
    code="miss_cattle",
    version=1,
    title=Words("लापता मवेशी", "Missing cattle"),
    short=Words("लापता मवेशी", "Missing cattle"),
    sections=(OWNER, ANIMALS, LOSS, OUTCOME),
    law=Words(
        "चोरी हो तो धारा 303(2) बी.एन.एस.",
        "Theft: section 303(2) BNS",
    ),
    role="moharir",
    duty=("b-7",),
    rules=(
        FIR_CHOSEN,
        fir_wanted(
            "theft_suspected",
            True,
            "CATTLE.theft",
            Words(
                "चोरी का संदेह है: धारा 303(2) बीएनएस की प्राथमिकी लिखकर यहाँ चुनें; गोवंश हो तो गोवध निवारण अधिनियम भी "
                "देखें। प्राथमिकी के बिना दर्ज करने हेतु थाना प्रभारी कारण लिखकर स्वीकृति दें।",
                "Theft is suspected: write an FIR under s.303(2) BNS and choose it here; for cows and bulls "
                "look at the Cow Slaughter Act too. Without one the officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
            "173(1) BNSS",
        ),
        in_order(
            "lost_dt",
            "found_dt",
            "मवेशी लापता होने से पहले मिला लिखा है। कृपया समय ठीक करें।",
            "The animal was found before it went missing. Please put the time right.",
        ),
    ),
    numbered=(Numbered("missing_cattle"),),
    consequences=(
        diary("INFO", "gd_ref", _subject, _diary),
        later_diary(
            "INFO",
            "found",
            "लापता मवेशी का मिलना",
            _found,
            when=All(_FOUND, Filled("found_dt")),
            link="found_gd_ref",
            at="found_dt",
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("लापता मवेशी की सूचना – प्राप्ति रसीद", "Missing cattle: acknowledgement"),
            "",
            copies=(
                Words("पशु स्वामी प्रति", "Owner's copy"),
                Words("थाना प्रति", "Station copy"),
            ),
            signers=(signs("पशु स्वामी", "Owner", "owner"),),
        ),
    ),
    line=line,
    occurred="lost_dt",
    prepare=prepare,
    sample=sample,
)
