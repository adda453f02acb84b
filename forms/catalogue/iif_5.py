"""Final report: charge sheet or final report (IIF-5), duty c-4: s.193 BNSS, before 1 July 2024 s.173 CrPC.

Items follow the newest notified State form (Assam, under s.193(3)(i)); UP's own was not found.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

from forms.kit.condition import AnyRow, Is, Not, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Number,
    Rows,
    YesNo,
)
from forms.kit.fitting import fitting
from forms.kit.form import CaseRecord, ClockEnd, Facts, Form, Numbered, Paper, Rule, Section, Trust
from forms.kit.letter import Letter, rows
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, sections_said
from forms.parts.age import day_of, is_child
from forms.parts.case import (
    fir_of,
    fir_reference,
    in_order,
    moment_of,
    not_before_fir,
    officer_acting,
    only_by_the_case_officer,
    refer_to_fir,
)
from forms.parts.final_report_parts import (
    ARTICLES,
    CHARGED,
    DOCUMENTS,
    NOT_CHARGED,
    PROPERTY,
    WITNESSES,
)
from forms.parts.final_report_rules import (
    answered_before,
    charge_needs_accused,
    every_accused_answered,
    every_item_answered,
    in_time,
    original_or_supplement,
)
from forms.parts.hue_and_cry import CHARGE_NOTICE
from forms.parts.investigation import (
    RAPE_SECTIONS,
    acts_now,
    deadlines,
    has_child,
    is_sensitive_by_sections,
    name_of,
    person_of,
    persons_of,
    properties_of,
    same_name,
    shown_day,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import court, officer, officers
from forms.parts.person import person

_CHARGE = Is("fr_type", "CS")
_SUPPLEMENT = Is("cs_kind", "SUPPLEMENTARY")
_FALSE = Is("unocc_kind", "FALSE")
_RAPE = AnyRow("acts", OneOf("section", RAPE_SECTIONS))

KIND = Fixed(
    "FINAL_REPORT_KIND",
    (
        ("CHARGE_SHEET", Words("आरोप पत्र", "Charge sheet")),
        ("FINAL_REPORT", Words("अन्तिम रिपोर्ट", "Final report")),
    ),
)

HEAD = Section(
    "head",
    Words("1–7. मुकदमा व रिपोर्ट का प्रकार", "1–7. Case and type of report"),
    (
        replace(fir_reference(), item="1"),
        court("court", Words("न्यायालय", "Court"), need=Need.EXPECTED),
        Choice("kind", Words("प्रपत्र", "Paper"), item="2", choices=KIND, fixed=True),
        Date(
            "report_dt", Words("रिपोर्ट दिनांक", "Date of the report"), item="2", need=Need.EXPECTED
        ),
        acts_and_sections(
            "acts", Words("अधिनियम व धारा(एँ)", "Acts and sections"), item="3", need=Need.EXPECTED
        ),
        Choice(
            "fr_type",
            Words("रिपोर्ट का प्रकार", "Type of report"),
            item="4",
            choices=Listed("FR_TYPE"),
            need=Need.MUST,
            help=Words(
                "इसी से आरोप पत्र या अन्तिम रिपोर्ट की क्रम संख्या तय होती है।",
                "This decides whether the number is a charge sheet's or a final report's.",
            ),
        ),
        Choice(
            "unocc_kind",
            Words("घटना असत्य होने का आधार", "Ground of un-occurred"),
            item="5",
            choices=Listed("UNOCC_KIND"),
            shown_when=Is("fr_type", "FR_UNOCC"),
            need=Need.EXPECTED,
        ),
        Choice(
            "cs_kind",
            Words("मूल / पूरक", "Original or supplementary"),
            item="6",
            choices=Listed("CS_KIND"),
            need=Need.MUST,
        ),
        Line(
            "original_number",
            Words("मूल रिपोर्ट की संख्या", "Number of the original report"),
            item="6",
            most=20,
            pattern=r"[0-9]{1,5}[A-Z]*/[0-9]{4}",
            pattern_words=Words(
                "मूल संख्या वर्ष सहित लिखें, जैसे 0031/2026।",
                "Write the original number with its year, such as 0031/2026.",
            ),
            shown_when=_SUPPLEMENT,
            need=Need.MUST,
            index=Index.NUMBER,
        ),
        LongText(
            "deadline",
            Words("रिपोर्ट की अन्तिम तिथि", "Last day for the report"),
            fixed=True,
            printed=False,
            source="187(3), 193(2) BNSS",
        ),
        replace(
            officers("ios", Words("विवेचक", "Investigating officers"), need=Need.EXPECTED), item="7"
        ),
    ),
)

COMPLAINANT = Section(
    "complainant",
    Words("8. वादी", "8. Complainant"),
    (
        person(
            "complainant",
            Words("वादी / सूचनाकर्ता", "Complainant or informant"),
            item="8",
            need=Need.EXPECTED,
            sealed=True,
        ),
    ),
)
GOODS = Section("goods", Words("9. सम्पत्ति व दस्तावेज", "9. Property and documents"), (PROPERTY,))
CHARGED_PAGE = Section(
    "charged", Words("10. आरोपित अभियुक्त", "10. Accused charge-sheeted"), (CHARGED,)
)
NOT_CHARGED_PAGE = Section(
    "not_charged", Words("11. अनारोपित अभियुक्त", "11. Accused not charge-sheeted"), (NOT_CHARGED,)
)
EVIDENCE = Section(
    "evidence",
    Words("12. गवाह, दस्तावेज, वस्तुएँ", "12. Witnesses, documents, articles"),
    (WITNESSES, DOCUMENTS, ARTICLES),
)
FINDINGS = Section(
    "findings",
    Words("13–17. निष्कर्ष", "13–17. Findings"),
    (
        LongText(
            "false_action",
            Words(
                "असत्य सूचना पर कार्यवाही (217 / 248 बीएनएस)",
                "Action on false information (217, 248 BNS)",
            ),
            item="13",
            most=3000,
            shown_when=_FALSE,
            need=Need.EXPECTED,
        ),
        LongText(
            "lab_result",
            Words("प्रयोगशाला / विशेषज्ञ / चिकित्सीय परिणाम", "Laboratory, expert or medical result"),
            item="14",
            most=10_000,
        ),
        YesNo(
            "woman_medical",
            Words("महिला की चिकित्सीय आख्या संलग्न?", "Medical report of the woman attached?"),
            item="15",
            shown_when=_RAPE,
            need=Need.EXPECTED,
            source="193(3)(i)(h) BNSS",
        ),
        Line(
            "sanction",
            Words("अभियोजन स्वीकृति (सं0, दिनांक)", "Prosecution sanction (number, date)"),
            item="16",
            most=300,
        ),
        LongText(
            "brief_facts",
            Words("संक्षिप्त तथ्य व आरोप", "Brief facts and charge"),
            item="17",
            need=Need.EXPECTED,
            help=Words(
                "अन्तिम रिपोर्ट में वह कारण भी लिखें, जिससे आरोप पत्र नहीं दिया जा रहा।",
                "In a final report also write why no charge sheet is filed.",
            ),
        ),
    ),
)
DISPATCH = Section(
    "dispatch",
    Words("18–21. सूचना, प्रेषण, संलग्नक", "18–21. Notice, dispatch, enclosures"),
    (
        Date(
            "complainant_notice_on",
            Words("वादी को सूचना दिनांक", "Notice to the complainant, date"),
            item="18",
            need_when=Not(_CHARGE),
            source="193(3)(iii) BNSS",
        ),
        DateTime(
            "dispatched_at",
            Words("न्यायालय को प्रेषण", "Dispatched to the court"),
            item="19",
            need=Need.EXPECTED,
        ),
        Number(
            "enclosure_count",
            Words("संलग्नकों की संख्या", "Number of enclosures"),
            item="20",
            fixed=True,
        ),
        Rows(
            "enclosures",
            Words("संलग्नक सूची", "List of enclosures"),
            item="21",
            need=Need.EXPECTED,
            row=Group(
                "enclosure",
                Words("संलग्नक", "Enclosure"),
                parts=(
                    Line("title", Words("विवरण", "Title"), need=Need.EXPECTED),
                    Number("pages", Words("पृष्ठ", "Pages"), least=0, most=100_000),
                ),
            ),
        ),
        officer(
            "sho",
            Words("अग्रसारित करने वाला थाना प्रभारी", "Forwarded by the officer in charge"),
            need=Need.EXPECTED,
        ),
    ),
)


# ── rules ──────────────────────────────────────────────────────────────────────────────────────


# ── what it takes over and derives ─────────────────────────────────────────────────────────────


def _charged(facts: Facts) -> list[dict[str, Any]]:
    """The arrested, with code, dates and status, then the named accused of the FIR.

    Whom an earlier report answered is left out: a supplementary report is about others.
    """
    found: list[dict[str, Any]] = []
    before = answered_before(facts, "accused_cs", "accused_ncs")
    for arrest in facts.case().of("iif_3"):
        one = person_of(arrest.letter.get("accused"), facts)
        if not one or same_name(one, before):
            continue
        one["arrest_code"] = arrest.number[:10]
        day = moment_of(arrest.letter.get("arrest_at"))[:10]
        status = _STATUS.get(str(arrest.letter.get("arrest_status")))
        sent = moment_of(arrest.letter.get("produced_at"))[:10] if status == "FORWARDED" else ""
        one |= _given("arrested_on", day) | _given("forwarded_on", sent) | _given("status", status)
        found.append(one)
    for one in persons_of(fir_of(facts), "accused", facts):
        if name_of(one) and not same_name(one, [*found, *before]):
            found.append({**one, "status": "NOT_ARRESTED"})
    return found


_STATUS = {
    "1": "FORWARDED",
    "2": "BAILED_POLICE",
    "3": "BAILED_POLICE",
    "4": "POLICE_CUSTODY",
    "5": "BAILED_COURT",
    "6": "JUDICIAL_CUSTODY",
    "7": "POLICE_CUSTODY",
}
"""What ARREST_STATUS of the arrest form means for ACC_STATUS of the report."""


def _given(key: str, value: object) -> dict[str, Any]:
    return {key: value} if value else {}


def _witnesses(facts: Facts) -> list[dict[str, Any]]:
    """Whose statement the case diary holds, then the witnesses of the seizures."""
    found: list[dict[str, Any]] = []
    before = answered_before(facts, "witnesses")
    for diary in facts.case().of("cd"):
        for row in rows(diary.letter, "statements"):
            one = person_of(row.get("person"), facts)
            if name_of(one) and not same_name(one, [*found, *before]):
                found.append({**one, "statement": True})
    for memo in facts.case().of("iif_4"):
        for one in persons_of(memo, "witnesses", facts):
            if name_of(one) and not same_name(one, [*found, *before]):
                found.append({**one, "evidence_type": "SEIZURE"})
    return found


def _goods(facts: Facts) -> list[dict[str, Any]]:
    found = []
    marks = {row.get("seizure_no") for row in answered_before(facts, "property", "articles")}
    for memo in facts.case().of("iif_4"):
        whose = name_of(memo.letter.get("from_person"))
        register = memo.letter.get("malkhana_no")
        for number, one in enumerate(properties_of(memo, "items", facts), start=1):
            mine = {"malkhana_no": register, **one, "seizure_no": f"{memo.number}-{number}"}
            if mine["seizure_no"] not in marks:
                found.append({k: v for k, v in {**mine, "seized_from": whose}.items() if v})
    return found


def begin(facts: Facts) -> Letter:
    """All that the case knows: sections, persons, property, statements, officers, earlier report."""
    fir = fir_of(facts)
    letter: Letter = {
        "acts": acts_now(facts),
        "court": _court(fir, facts),
        "complainant": person_of(fir.letter.get("informant"), facts) if fir else {},
        "accused_cs": _charged(facts),
        "witnesses": _witnesses(facts),
        "property": _goods(facts),
        "ios": [one for one in [officer_acting(facts)] if one],
        "report_dt": facts.now.date().isoformat(),
        "cs_kind": "SUPPLEMENTARY" if facts.case().of("iif_5") else "ORIGINAL",
    }
    prepare_original(letter, facts)
    return {key: value for key, value in letter.items() if value}


def _court(fir: CaseRecord | None, facts: Facts) -> dict[str, Any]:
    parts = next(one for one in HEAD.fields if one.key == "court")
    return fitting((parts,), fir.letter, facts.now).get("court", {}) if fir else {}


def prepare_original(letter: Letter, facts: Facts) -> None:
    """The number of the report that a supplementary one carries on."""
    earlier = facts.case().of("iif_5")
    if letter.get("cs_kind") == "SUPPLEMENTARY" and not letter.get("original_number") and earlier:
        letter["original_number"] = earlier[0].number


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR, the kind of paper, the number of enclosures, and by when the report is due."""
    refer_to_fir(letter, facts)
    prepare_original(letter, facts)
    letter.pop("kind", None)
    if letter.get("fr_type"):
        letter["kind"] = "CHARGE_SHEET" if letter["fr_type"] == "CS" else "FINAL_REPORT"
    letter.pop("enclosure_count", None)
    if count := len(list(rows(letter, "enclosures"))):
        letter["enclosure_count"] = count
    letter.pop("deadline", None)
    lines = [
        f"{'धारा 193(2)' if clock == 'K13' else f'धारा 187(3), अभियुक्त {code}'}: {shown_day(day)} तक"
        for clock, code, day in deadlines(facts)
        if day
    ]
    if lines:
        letter["deadline"] = "\n".join(lines)


def is_sensitive(letter: Letter) -> bool:
    """The sensitive sections, and children among complainant, accused and witnesses."""
    day = str(letter.get("report_dt") or "")
    return (
        is_sensitive_by_sections(letter)
        or is_child(letter.get("complainant"), day_of(day))
        or any(has_child(letter, key, day) for key in ("accused_cs", "accused_ncs", "witnesses"))
    )


def line(letter: Letter) -> str:
    """Type, sections and how many are charged; it names nobody."""
    kind = Listed("FR_TYPE").words_of(str(letter.get("fr_type") or ""))
    charged = len(list(rows(letter, "accused_cs")))
    told = (
        kind.hi if kind else "",
        "पूरक" if letter.get("cs_kind") == "SUPPLEMENTARY" else "",
        sections_said(letter),
        f"{charged} अभियुक्त" if charged else "",
    )
    return " · ".join(filter(None, told)) or "अन्तिम रिपोर्ट"


def sample(now: dt.datetime) -> Letter:
    """A fictional charge sheet for theft of a motor cycle."""
    today = now.strftime("%Y-%m-%d")
    home = {"village_town": "ग्राम नमूनापुर", "tehsil": "सदर", "district": "नमूना जनपद"}
    seized_at = (now - dt.timedelta(days=20)).strftime("%Y-%m-%dT%H:%M")

    def someone(name: str, father: str, **more: Any) -> dict[str, Any]:
        return {
            "name": name,
            "relation_type": "FATHER",
            "relative_name": father,
            "gender": "MALE",
            "birth_year": 1990,
            "addresses": [{"address_type": "PRESENT", **home}],
            **more,
        }

    return {
        "court": {"court_type": "CJM", "court_name": "मुख्य न्यायिक मजिस्ट्रेट", "place": "नमूना जनपद"},
        "fr_type": "CS",
        "cs_kind": "ORIGINAL",
        "report_dt": today,
        "acts": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}],
        "ios": [{"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"}],
        "complainant": someone("श्रीकृष्ण नमूना प्रसाद", "उदाहरण लाल", phones=[{"phone": "9999900000"}]),
        "property": [
            {
                "category": "AUTOMOBILES",
                "description": "काली मोटर साइकिल Hero Splendor",
                "value_rs": "45000",
                "registration_no": "UP00ZZ0000",
                "malkhana_no": "0017/2026",
                "seizure_no": "IIF-4/1-1",
                "seized_from": "नमूना कुमार",
                "disposal": "न्यायालय के आदेश से सुपुर्दगी",
            }
        ],
        "accused_cs": [
            someone(
                "नमूना कुमार",
                "उदाहरण प्रसाद",
                religion="NOT_STATED",
                caste="नमूना",
                caste_category="UNKNOWN",
                name_verified=True,
                arrest_code="A1",
                arrested_on=(now - dt.timedelta(days=20)).strftime("%Y-%m-%d"),
                forwarded_on=(now - dt.timedelta(days=19)).strftime("%Y-%m-%d"),
                own_acts=[{"act": "BNS", "section": "303(2)"}],
                previous=[
                    {
                        "case_no": "0000/2020",
                        "thana": "नमूनागंज, नमूना जनपद",
                        "sections": "379 IPC",
                        "result": "अर्थदण्ड (नमूना)",
                    }
                ],
                status="FORWARDED",
            )
        ],
        "accused_ncs": [
            someone("उदाहरण राम", "नमूना राम", reason="घटना में संलिप्तता का कोई साक्ष्य नहीं मिला। (नमूना)")
        ],
        "witnesses": [
            someone(
                "साक्षी नमूना लाल",
                "दृष्टान्त लाल",
                statement=True,
                pages="3-4",
                evidence_type="SEIZURE",
                doc_nos="2",
            )
        ],
        "documents": [
            {"title": "प्राथमिकी", "pages": 4, "brief": "मूल सूचना", "witness": "का0 मोहर्रिर नमूना"},
            {"title": "फर्द बरामदगी", "pages": 2},
        ],
        "articles": [
            {
                "description": "मोबाइल फोन (नमूना)",
                "seizure_no": "IIF-4/1-3",
                "perishable": False,
                "location": "FSL",
                "electronic": True,
                "custody_chain": [
                    {
                        "at": seized_at,
                        "given_by": "विवेचक",
                        "taken_by": "मालखाना प्रभारी",
                        "purpose": "जमा",
                        "hash": "0" * 64,
                    }
                ],
            }
        ],
        "lab_result": "परीक्षण आख्या प्रतीक्षित। (नमूना)",
        "brief_facts": "विवेचना से अभियुक्त नमूना कुमार द्वारा वादी की मोटर साइकिल चोरी करना व उसके कब्जे से बरामद "
        "होना पाया गया। अतः आरोप पत्र प्रेषित है। (यह काल्पनिक नमूना है)",
        "complainant_notice_on": today,
        "dispatched_at": now.strftime("%Y-%m-%dT%H:%M"),
        "enclosures": [
            {"title": "केस डायरी", "pages": 22},
            {"title": "फर्द बरामदगी", "pages": 2},
        ],
        "sho": {"name": "निरीक्षक उदाहरण वर्मा", "rank": "INSPECTOR", "pno": "000000002"},
    }


FORM = Form(
    code="iif_5",
    version=1,
    title=Words("अन्तिम रिपोर्ट / आरोप पत्र (IIF-5)", "Final report or charge sheet (IIF-5)"),
    short=Words("आरोप पत्र / अन्तिम रिपोर्ट", "Charge sheet or final report"),
    sections=(
        HEAD,
        COMPLAINANT,
        GOODS,
        CHARGED_PAGE,
        NOT_CHARGED_PAGE,
        EVIDENCE,
        FINDINGS,
        DISPATCH,
    ),
    role="io",
    duty=("c-4",),
    trust=Trust.SOURCED,
    law=Words("धारा 193 बी.एन.एस.एस.", "Section 193 B.N.S.S."),
    rules=(
        Rule("case_io", only_by_the_case_officer),
        Rule("V14", charge_needs_accused),
        Rule("IIF5.accused", every_accused_answered),
        Rule("IIF5.items", every_item_answered),
        Rule("IIF5.time", in_time),
        Rule("IIF5.kind", original_or_supplement),
        not_before_fir("dispatched_at", "प्रेषण का समय", "The dispatch"),
        in_order(
            "report_dt",
            "dispatched_at",
            "प्रेषण रिपोर्ट की तिथि से पहले का है। कृपया तिथि ठीक करें।",
            "The dispatch is before the date of the report. Please put it right.",
        ),
    ),
    numbered=(
        Numbered("charge_sheet_supplement", when=_SUPPLEMENT, base="original_number"),
        Numbered("charge_sheet", when=_CHARGE),
        Numbered("final_report"),
    ),
    parent="iif_1",
    also_under=("fir_rereg",),
    parent_must=True,
    ends=(ClockEnd("K13", "dispatched_at"), ClockEnd("K25", "dispatched_at")),
    papers=(
        Paper(
            "form",
            Words("आरोप पत्र / अन्तिम रिपोर्ट", "Charge sheet or final report"),
            "",
            copies=(
                Words("न्यायालय प्रति", "Court copy"),
                Words("अभियुक्त प्रति (न्यायालय द्वारा)", "Copy for the accused (through the court)"),
                Words("वादी / सूचनाकर्ता प्रति", "Informant's copy"),
                Words("क्षेत्राधिकारी प्रति", "Circle officer's copy"),
                Words("सहायक अभियोजन अधिकारी प्रति", "Prosecution officer's copy"),
            ),
        ),
        CHARGE_NOTICE,
    ),
    line=line,
    occurred="report_dt",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
