"""Property search and seizure memo (IIF-4), duty c-3: ss.49, 103–107, 185 BNSS, before 1 July 2024 ss.51, 100, 102, 165 CrPC."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal as Exact
from decimal import InvalidOperation

from forms.kit.condition import Filled
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Trust
from forms.kit.letter import Letter, is_blank, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import sections_said
from forms.parts.age import day_of, is_child
from forms.parts.case import (
    diary,
    in_order,
    later_diary,
    not_before_fir,
    officer_acting,
    refer_to_fir,
)
from forms.parts.elsewhere_rules import seen_before
from forms.parts.investigation import (
    acts_now,
    case_named,
    clock_read,
    has_child,
    is_case_sensitive,
    is_sensitive_by_sections,
    name_of,
)
from forms.parts.letters import malkhana_labels
from forms.parts.seizure_parts import (
    CUSTODY,
    GROUNDS,
    HEAD,
    ITEMS,
    NDPS,
    PERSON,
    VIDEO,
    VIDEO_LAW,
    WITNESSES,
)
from forms.parts.signing import OFFICER_SIGNS, signs, witnesses_sign


def two_witnesses(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Two or more independent witnesses, or the reason why not (s.103(4) BNSS)."""
    if len(list(rows(letter, "witnesses"))) < 2 and is_blank(letter.get("few_witnesses_why")):
        yield Problem(
            ("witnesses",),
            "IIF4.witnesses",
            Words(
                "जब्ती में दो गवाह आवश्यक हैं। दूसरा गवाह जोड़ें, या दो गवाह न होने का कारण लिखें।",
                "A seizure needs two witnesses. Add the other, or write why there are not two.",
            ),
            Weight.REASON,
            "103(4) BNSS",
        )


def begin(facts: Facts) -> Letter:
    """The sections of the case and the acting officer."""
    letter: Letter = {}
    if acts := acts_now(facts):
        letter["acts"] = acts
    if acting := officer_acting(facts):
        letter["io"] = acting
    return letter


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR of the case and the total value (V16)."""
    refer_to_fir(letter, facts)
    letter.pop("items_total", None)
    try:
        values = [Exact(row["value_rs"]) for row in rows(letter, "items") if row.get("value_rs")]
    except InvalidOperation:
        return
    if values:
        letter["items_total"] = f"{sum(values, Exact(0)):f}"


def is_sensitive(letter: Letter) -> bool:
    """The sensitive sections, and children among those named."""
    day = str(letter.get("seize_at") or "")
    return (
        is_sensitive_by_sections(letter)
        or is_child(letter.get("from_person"), day_of(day))
        or has_child(letter, "witnesses", day)
    )


def goods(letter: Letter) -> str:
    """The items in few words: description and quantity."""
    said = []
    for row in rows(letter, "items"):
        what = str(row.get("description") or row.get("type") or "").strip()
        much = " ".join(str(row[key]) for key in ("qty", "unit") if row.get(key))
        if what:
            said.append(f"{what} ({much})" if much else what)
    return "; ".join(said) or "सम्पत्ति"


def _in_case(letter: Letter, facts: Facts) -> str:
    sections = sections_said(letter)
    return " ".join(filter(None, (case_named(letter, facts), sections and f"धारा {sections}")))


def subject(letter: Letter, facts: Facts) -> str:
    """What the diary entry is about."""
    return f"बरामदगी {facts.numbers.get('iif_4', '')} {case_named(letter, facts)}".strip()


def seizure_entry(letter: Letter, facts: Facts) -> str:
    """The diary entry of the seizure; nobody and no place of a sensitive case."""
    secret = is_sensitive(letter) or is_case_sensitive(letter, facts)
    owner = name_of(letter.get("from_person"))
    place = str((letter.get("place") or {}).get("village_town") or "")
    by = str((letter.get("io") or {}).get("name") or "विवेचक")
    case = _in_case(letter, facts)
    told = [
        f"इस समय {by} द्वारा दिनांक {clock_read(letter.get('seize_at'))} को",
        f"{case} में" if case else "",
        f"{place} में" if place and not secret else "",
        f"{owner} के कब्जे से" if owner and not secret else "",
        "मुकदमे से सम्बन्धित सम्पत्ति" if secret else goods(letter)[:1500],
        "बरामद / जब्त कर फर्द मौके पर तैयार की गयी।",
        f"गवाह {len(list(rows(letter, 'witnesses')))}।",
        "तलाशी व जब्ती का श्रव्य-दृश्य अभिलेखन किया गया।" if letter.get("av_start") else "",
    ]
    return " ".join(filter(None, told))


def deposit_entry(letter: Letter, facts: Facts) -> str:
    """The diary entry of the deposit in the malkhana."""
    secret = is_sensitive(letter) or is_case_sensitive(letter, facts)
    case = _in_case(letter, facts)
    what = "माल" if secret else f"माल {goods(letter)[:1500]}"
    return (
        f"इस समय {f'{case} से सम्बन्धित ' if case else ''}{what} मालखाना सं0 {letter.get('malkhana_no', '')} पर "
        "दाखिल किया गया।"
    )


def deposit_subject(letter: Letter, facts: Facts) -> str:
    """What the entry of the deposit is about."""
    return f"दाखिला मालखाना {case_named(letter, facts)}".strip()


def _goods_out(letter: Letter, facts: Facts) -> str:
    secret = is_sensitive(letter) or is_case_sensitive(letter, facts)
    case, number = _in_case(letter, facts), letter.get("malkhana_no")
    return (
        f"{f'{case} से सम्बन्धित ' if case else ''}{'माल' if secret else f'माल {goods(letter)[:1500]}'}"
        f"{f' मालखाना सं0 {number}' if number else ''}"
    )


def to_laboratory_entry(letter: Letter, facts: Facts) -> str:
    """The diary entry of property that is sent for examination."""
    row = next(rows(letter, "fsl"), {})
    lab, docket = row.get("lab") or "विधि विज्ञान प्रयोगशाला", row.get("docket")
    docket = f" (डॉकेट सं0 {docket})" if docket else ""
    return f"{_goods_out(letter, facts)} वास्ते परीक्षण {lab}{docket} भेजा गया।"


def to_court_entry(letter: Letter, facts: Facts) -> str:
    """The diary entry of property that is produced in court."""
    return f"{_goods_out(letter, facts)} न्यायालय में प्रस्तुत करने हेतु निकाला गया।"


def disposed_entry(letter: Letter, facts: Facts) -> str:
    """The diary entry of property that is disposed of under an order."""
    row = next(rows(letter, "disposal"), {})
    mode = row.get("mode")
    return (
        f"{_goods_out(letter, facts)} का निस्तारण आदेश सं0 {row.get('order_no') or '—'} के अनुपालन में "
        f"किया गया{f': {mode}' if mode else ''}।"
    )


def line(letter: Letter) -> str:
    """What was seized and when."""
    when = clock_read(letter.get("seize_at"))
    if is_sensitive(letter):
        return f"जब्ती {when} · संवेदनशील"
    return f"{goods(letter)[:90]} · {when}"


def sample(now: dt.datetime) -> Letter:
    """A fictional recovery of a stolen motor cycle."""

    def ago(hours: float) -> str:
        return (now - dt.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")

    home = {"village_town": "ग्राम नमूनापुर", "tehsil": "सदर", "district": "नमूना जनपद"}

    def witness(name: str, father: str, work: str) -> Letter:
        return {
            "name": name,
            "relation_type": "FATHER",
            "relative_name": father,
            "gender": "MALE",
            "age_years": 40,
            "occupation": work,
            "addresses": [{"address_type": "PRESENT", **home}],
        }

    return {
        "acts": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}],
        "nature": "STOLEN",
        "power": "106",
        "seize_at": ago(3),
        "place": {"village_town": "नमूना तिराहा", "landmark": "बस अड्डा", "district": "नमूना जनपद"},
        "place_desc": "सड़क के उत्तर की ओर बन्द दुकान के पीछे खाली भूमि। (नमूना)",
        "from_person": {
            **witness("नमूना कुमार", "उदाहरण प्रसाद", "मजदूर"),
            "birth_year": 1998,
        },
        "prof_receiver": False,
        "witnesses": [
            witness("साक्षी नमूना लाल", "दृष्टान्त लाल", "दुकानदार"),
            witness("साक्षी उदाहरण दास", "नमूना दास", "कृषक"),
        ],
        "perishable_action": "लागू नहीं",
        "valuable_action": "लागू नहीं",
        "identification_req": True,
        "items": [
            {
                "category": "AUTOMOBILES",
                "type": "मोटर साइकिल (नमूना)",
                "description": "काली मोटर साइकिल Hero Splendor",
                "prop_status": "REC",
                "qty": "1",
                "unit": "अदद",
                "value_rs": "45000",
                "registration_no": "UP00ZZ0000",
                "chassis_no": "SAMPLE0CHASSIS001",
                "sealed": False,
            },
            {
                "category": "OTHERS",
                "description": "मास्टर चाबी",
                "prop_status": "SEI",
                "qty": "2",
                "unit": "अदद",
                "value_rs": "50",
                "sealed": True,
            },
        ],
        "grounds": "अभियुक्त की निशानदेही पर चोरी की मोटर साइकिल व चाबियाँ बरामद हुईं; अभियुक्त स्वामित्व का कोई "
        "कागज नहीं दिखा सका। (यह काल्पनिक नमूना है)",
        "copy_given": True,
        "sealed": [{"property": "मास्टर चाबी 2 अदद", "signed_on": "कपड़े के पैकेट पर"}],
        "person_sign": "SIGNATURE",
        "io": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "av_device": "थाना मोबाइल नमूना 01",
        "av_start": ago(3.1),
        "av_end": ago(2.5),
        "av_sha256": "0" * 64,
        "av_sent_to": "JMFC",
        "av_sent_at": ago(1),
        "mag_report_at": ago(1),
        "malkhana_no": "0017/2026",
    }


FORM = Form(
    code="iif_4",
    version=1,
    title=Words("संपत्ति तलाशी व जब्ती प्रपत्र (IIF-4)", "Property search and seizure form (IIF-4)"),
    short=Words("फर्द बरामदगी", "Seizure memo"),
    sections=(HEAD, PERSON, WITNESSES, ITEMS, GROUNDS, VIDEO, CUSTODY, NDPS),
    role="io",
    duty=("c-3",),
    trust=Trust.SOURCED,
    law=Words("धारा 49, 106, 185 बी.एन.एस.एस.", "Sections 49, 106, 185 B.N.S.S."),
    rules=(
        seen_before("iif_4", "items"),
        not_before_fir("seize_at", "जब्ती का समय", "The seizure"),
        Rule("IIF4.witnesses", two_witnesses),
        in_order(
            "av_start",
            "av_end",
            "अभिलेखन की समाप्ति प्रारम्भ से पहले की है। कृपया समय ठीक करें।",
            "The recording ends before it begins. Please put the time right.",
        ),
        in_order(
            "av_end",
            "av_sent_at",
            "अभिलेखन का प्रेषण उसकी समाप्ति से पहले का है। कृपया समय ठीक करें।",
            "The recording was sent before it ended. Please put the time right.",
        ),
        in_order(
            "seize_at",
            "mag_report_at",
            "मजिस्ट्रेट को सूचना जब्ती से पहले की है। कृपया समय ठीक करें।",
            "The report to the Magistrate is before the seizure. Please put the time right.",
        ),
        in_order(
            "seize_at",
            "court_produced_at",
            "न्यायालय में प्रस्तुति जब्ती से पहले की है। कृपया समय ठीक करें।",
            "Production in court is before the seizure. Please put the time right.",
        ),
        in_order(
            "court_produced_at",
            "inventory_at",
            "न्यायालय की सूची प्रस्तुति से पहले की है। कृपया समय ठीक करें।",
            "The court's inventory is before the production. Please put the time right.",
        ),
    ),
    numbered=(Numbered("seizure"),),
    parent="iif_1",
    also_under=("fir_rereg", "gd"),
    parent_must=True,
    consequences=(
        diary("SEIZ", "gd_ref", subject, seizure_entry),
        replace(
            diary("MAL-IN", "malkhana_gd_ref", deposit_subject, deposit_entry),
            when=Filled("malkhana_no"),
            later=True,
        ),
        later_diary(
            "MAL-OUT",
            "to_laboratory",
            "निकासी मालखाना: परीक्षण",
            to_laboratory_entry,
            when=Filled("sent_at"),
            link="out_gd_ref",
            at="sent_at",
            rows="fsl",
            by=("sent_at", "lab"),
        ),
        later_diary(
            "MAL-OUT",
            "to_court",
            "निकासी मालखाना: न्यायालय",
            to_court_entry,
            when=Filled("court_produced_at"),
            link="court_gd_ref",
            at="court_produced_at",
        ),
        later_diary(
            "MAL-OUT",
            "disposed",
            "माल का निस्तारण",
            disposed_entry,
            when=Filled("ordered_on"),
            link="out_gd_ref",
            rows="disposal",
            by=("order_no", "ordered_on"),
        ),
    ),
    clocks=(
        ClockStart("K20", at="seize_at", done="av_sent_at", when=VIDEO_LAW),
        ClockStart("K21", at="seize_at", done="mag_report_at"),
        ClockStart(
            "K34", at="court_produced_at", done="inventory_at", when=Filled("court_produced_at")
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("फर्द बरामदगी / जब्ती", "Search and seizure memo"),
            "",
            copies=(
                Words("सम्बन्धित व्यक्ति प्रति", "Copy for the person searched"),
                Words("न्यायालय प्रति", "Court copy"),
                Words("मालखाना प्रति", "Malkhana copy"),
            ),
            signers=(
                signs(
                    "जिससे जब्त किया गया",
                    "Person from whom seized",
                    "from_person",
                    when=Filled("from_person"),
                ),
                witnesses_sign(),
                OFFICER_SIGNS,
            ),
        ),
        Paper("labels", Words("मालखाना पर्ची", "Malkhana labels"), "", text=malkhana_labels),
    ),
    line=line,
    occurred="seize_at",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
