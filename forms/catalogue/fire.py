"""Fire accident (अग्निकाण्ड): no form of law; arson is an FIR under ss.326(f), (g), 287 BNS (duty b-9)."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.fields import (
    Choice,
    DateTime,
    Group,
    LongText,
    Money,
    Need,
    Number,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, is_blank, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import diary, diary_reference, fir_of, in_order
from forms.parts.incident import (
    FIR_CHOSEN,
    fir_choice,
    fir_wanted,
    hides_names,
    name_in,
    only_person,
    place_in,
    take_fir,
    total_value,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.person import person, persons
from forms.parts.place import address
from forms.parts.property import properties
from forms.parts.signing import signs

PLACE_KIND = Fixed(
    "FIRE_PLACE",
    (
        ("HOUSE", Words("आवास", "Dwelling")),
        ("HUT", Words("झोपड़ी", "Hut")),
        ("SHOP", Words("दुकान", "Shop")),
        ("FACTORY", Words("कारखाना", "Factory")),
        ("FIELD", Words("खेत / खलिहान", "Field, threshing floor")),
        ("VEHICLE", Words("वाहन", "Vehicle")),
        ("FOREST", Words("वन", "Forest")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)

INFORMATION = Section(
    "information",
    Words("सूचना", "Information"),
    (
        DateTime("info_dt", Words("सूचना का समय", "Information received at"), need=Need.MUST),
        diary_reference(),
        fir_choice(
            Words("एफ0आई0आर0", "FIR"),
            help=Words(
                "आगजनी या उपेक्षा की प्राथमिकी हो तो यहाँ चुनें।",
                "Choose the FIR where there is one for arson or negligence.",
            ),
        ),
        person("informant", Words("सूचनाकर्ता", "Informant"), need=Need.EXPECTED),
    ),
)

FIRE = Section(
    "fire",
    Words("आग", "The fire"),
    (
        DateTime("fire_dt", Words("आग लगने का समय", "Fire broke out at"), need=Need.EXPECTED),
        address("place", Words("स्थान", "Place"), need=Need.EXPECTED),
        Choice(
            "place_kind",
            Words("स्थान का प्रकार", "Kind of place"),
            choices=PLACE_KIND,
            need=Need.EXPECTED,
        ),
        Choice(
            "cause",
            Words("कारण", "Cause"),
            choices=Fixed(
                "FIRE_CAUSE",
                (
                    ("SHORT_CIRCUIT", Words("शॉर्ट सर्किट", "Short circuit")),
                    ("CYLINDER", Words("सिलेंडर", "Gas cylinder")),
                    ("STOVE", Words("चूल्हा", "Stove or hearth")),
                    ("FIREWORKS", Words("पटाखा", "Fireworks")),
                    ("SMOKING", Words("बीड़ी", "Bidi, cigarette")),
                    ("MISCHIEF", Words("शरारत", "Mischief")),
                    ("LIGHTNING", Words("बिजली गिरना", "Lightning")),
                    ("UNKNOWN", Words("अज्ञात", "Unknown")),
                ),
            ),
            need=Need.EXPECTED,
        ),
        DateTime("brigade_called_dt", Words("फायर ब्रिगेड को सूचना", "Fire brigade called at")),
        DateTime(
            "brigade_arrived_dt", Words("फायर ब्रिगेड के पहुँचने का समय", "Fire brigade arrived at")
        ),
        DateTime("controlled_dt", Words("आग पर काबू पाया", "Fire under control at")),
    ),
)

LOSS = Section(
    "loss",
    Words("हानि", "Loss"),
    (
        properties("property_loss", Words("सम्पत्ति हानि", "Loss of property")),
        Money("loss_total", Words("कुल हानि", "Total loss"), fixed=True),
        persons("dead", Words("मृतक", "Dead"), sealed=True),
        Rows(
            "inquest_refs",
            Words("पंचायतनामा (प्रत्येक शव का)", "Inquest, one for each body"),
            row=Group(
                "inquest",
                Words("पंचायतनामा", "Inquest"),
                parts=(Reference("inquest", Words("पंचायतनामा", "Inquest"), form="iif_11"),),
            ),
        ),
        persons("injured", Words("घायल", "Injured"), sealed=True),
        Rows(
            "animals_lost",
            Words("पशु हानि", "Animals lost"),
            row=Group(
                "animal_lost",
                Words("पशु", "Animals"),
                parts=(
                    Choice(
                        "species",
                        Words("पशु", "Species"),
                        choices=Listed("CATTLE"),
                        need=Need.EXPECTED,
                    ),
                    Number(
                        "count",
                        Words("संख्या", "Number"),
                        least=1,
                        most=100_000,
                        need=Need.EXPECTED,
                    ),
                ),
            ),
        ),
    ),
)

ACTION = Section(
    "action",
    Words("कार्यवाही", "Action"),
    (
        LongText("action", Words("कार्यवाही", "Action taken"), need=Need.EXPECTED, most=10_000),
        YesNo(
            "arson_suspected",
            Words("आगजनी का संदेह", "Is arson suspected?"),
            need=Need.EXPECTED,
            help=Words(
                "संदेह हो तो पहले प्राथमिकी (धारा 326(f)/(g) बीएनएस) लिखें और पहले पृष्ठ पर चुनें।",
                "Where it is, write an FIR (s.326(f) or (g) BNS) first and choose it on the first page.",
            ),
        ),
    ),
)


def an_inquest_for_each_body(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """Every death by fire has its own inquest (s.194 BNSS)."""
    bodies = len(list(rows(letter, "dead")))
    held = sum(not is_blank(row.get("inquest")) for row in rows(letter, "inquest_refs"))
    if held < bodies:
        yield Problem(
            ("inquest_refs",),
            "FIRE.inquest",
            Words(
                f"मृतक {bodies} हैं, पंचायतनामा {held} का लिखा है। शेष का पंचायतनामा (IIF-11) दर्ज कर यहाँ चुनें।",
                f"There are {bodies} dead and {held} inquests. Register the others (IIF-11) and choose them here.",
            ),
            Weight.GAP,
            "194 BNSS",
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR of the case, and the total loss (V16)."""
    take_fir(letter, facts)
    total_value(letter, "property_loss", "loss_total")


def begin(facts: Facts) -> Letter:
    """Of the FIR: informant, times, place, property."""
    fir = fir_of(facts)
    if fir is None:
        return {}
    begun: Letter = {
        "info_dt": fir.letter.get("info_at"),
        "informant": only_person(fir.letter.get("informant")),
        "fire_dt": fir.letter.get("occ_from"),
        "place": fir.letter.get("place"),
        "property_loss": [dict(row) for row in rows(fir.letter, "property")],
    }
    return {key: value for key, value in begun.items() if not is_blank(value)}


def _subject(letter: Letter, facts: Facts) -> str:
    return f"अग्निकाण्ड सं0 {facts.numbers.get('fire', '')}".strip()


def _harm(letter: Letter) -> str:
    dead, hurt = (len(list(rows(letter, key))) for key in ("dead", "injured"))
    return ", ".join(filter(None, (f"मृतक {dead}" if dead else "", f"घायल {hurt}" if hurt else "")))


def _diary(letter: Letter, facts: Facts) -> str:
    who = "" if hides_names(facts) else name_in(letter, "informant")
    kind = PLACE_KIND.words_of(str(letter.get("place_kind") or ""))
    where, harm = place_in(letter, "place"), _harm(letter)
    fire = f"{f'{where} पर ' if where else ''}{f'{kind.hi} में ' if kind else ''}"
    return (
        f"इस समय {who or 'सूचनाकर्ता'} ने {fire}आग लगने की सूचना दी। अग्निकाण्ड सं0 "
        f"{facts.numbers.get('fire', '')} पर दर्ज किया गया। {f'{harm}। ' if harm else 'जनहानि की सूचना नहीं। '}"
        "मौके पर पुलिस बल भेजा गया, आवश्यक कार्यवाही की जा रही है।"
    )


def line(letter: Letter) -> str:
    """Kind of place, where, and who came to harm in number."""
    kind = PLACE_KIND.words_of(str(letter.get("place_kind") or ""))
    parts = ("आग" + (f" – {kind.hi}" if kind else ""), place_in(letter, "place"), _harm(letter))
    return " · ".join(filter(None, parts))


def sample(now: dt.datetime) -> Letter:
    """A fictional fire in a threshing yard."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {"village_town": "ग्राम नमूनापुर", "landmark": "खलिहान", "district": "नमूना जनपद"}
    farmer = {
        "name": "नमूना मौर्य",
        "relation_type": "FATHER",
        "relative_name": "उदाहरण मौर्य",
        "gender": "MALE",
        "age_years": 45,
        "addresses": [{"address_type": "PRESENT", **where}],
        "phones": [{"phone": "9999900008"}],
    }
    return {
        "info_dt": hours(4),
        "informant": farmer,
        "fire_dt": hours(5),
        "place": where,
        "place_kind": "FIELD",
        "cause": "SHORT_CIRCUIT",
        "brigade_called_dt": hours(4),
        "brigade_arrived_dt": hours(3),
        "controlled_dt": hours(2),
        "property_loss": [
            {
                "category": "AGRICULTURE",
                "type": "गेहूँ की फसल (नमूना)",
                "description": "कटी हुई फसल के बोझ, लगभग दो बीघा",
                "value_rs": "60000",
            },
            {"category": "OTHERS", "description": "भूसा (नमूना)", "value_rs": "12000"},
        ],
        "injured": [{**farmer, "name": "काल्पनिक मौर्य", "age_years": 19}],
        "animals_lost": [{"species": "GOAT", "count": 2}],
        "action": "मौके पर पुलिस बल व फायर ब्रिगेड पहुँची, घायल को उपचार हेतु भेजा गया, तहसील को सूचना दी गयी। "
        "(यह काल्पनिक नमूना है)",
        "arson_suspected": False,
    }


FORM = Form(
    code="fire",
    version=1,
    title=Words("आग हादसा (अग्निकाण्ड)", "Fire accident"),
    short=Words("अग्निकाण्ड", "Fire"),
    sections=(INFORMATION, FIRE, LOSS, ACTION),
    law=Words(
        "आगजनी हो तो धारा 326(f)(g), उपेक्षा हो तो 287 बी.एन.एस.",
        "Arson: section 326(f)(g); negligence: 287 BNS",
    ),
    role="moharir",
    duty=("b-9",),
    rules=(
        FIR_CHOSEN,
        in_order(
            "fire_dt",
            "info_dt",
            "आग लगने का समय सूचना के बाद का है। कृपया समय ठीक करें।",
            "The fire broke out after the information. Please put the time right.",
        ),
        in_order(
            "brigade_called_dt",
            "brigade_arrived_dt",
            "फायर ब्रिगेड सूचना से पहले पहुँची लिखी है। कृपया समय ठीक करें, या कारण लिखें।",
            "The fire brigade arrived before it was called. Put the time right, or write the reason.",
            code="V01.brigade",
            weight=Weight.REASON,
        ),
        in_order(
            "fire_dt",
            "controlled_dt",
            "आग लगने से पहले काबू पाना लिखा है। कृपया समय ठीक करें।",
            "The fire was under control before it broke out. Please put the time right.",
        ),
        fir_wanted(
            "arson_suspected",
            True,
            "FIRE.arson",
            Words(
                "आगजनी का संदेह है: धारा 326(f) / 326(g) बीएनएस की प्राथमिकी लिखकर यहाँ चुनें। "
                "प्राथमिकी के बिना दर्ज करने हेतु थाना प्रभारी कारण लिखकर स्वीकृति दें।",
                "Arson is suspected: write an FIR under s.326(f) or (g) BNS and choose it. Without one the "
                "officer in charge allows the report with a reason.",
            ),
            Weight.APPROVAL,
            "173(1) BNSS",
        ),
        Rule("FIRE.inquest", an_inquest_for_each_body),
    ),
    numbered=(Numbered("fire"),),
    also_under=("iif_1", "fir_rereg"),
    consequences=(diary("FIRE", "gd_ref", _subject, _diary),),
    papers=(
        Paper(
            "form",
            Words("अग्निकाण्ड रिपोर्ट", "Report of a fire"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("उप जिला मजिस्ट्रेट / तहसील प्रति", "SDM's or tehsil's copy"),
                Words("सूचनाकर्ता प्रति", "Informant's copy"),
            ),
            signers=(signs("सूचनाकर्ता", "Informant", "informant"),),
        ),
    ),
    line=line,
    occurred="fire_dt",
    prepare=prepare,
    begin=begin,
    sample=sample,
)
