"""Bail request (duty e-3): ss.478–483, 485, 491 BNSS, before 1 July 2024 ss.436–439, 441, 446 CrPC."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from forms.codes import flags
from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    Money,
    Need,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections
from forms.parts.age import day_of, is_child
from forms.parts.case import (
    diary,
    diary_reference,
    fir_reference,
    in_order,
    later_diary,
    refer_to_fir,
)
from forms.parts.court_case import (
    SENSITIVE,
    above,
    acts_of,
    arrested_person,
    begin_with,
    court_said,
    fitting,
    fixed_reference,
    is_hidden,
    of_the_case,
    refer_to,
    said_day,
)
from forms.parts.lists import Listed
from forms.parts.officer import court, officer
from forms.parts.person import person, person_parts
from forms.parts.signing import ACCUSED_SIGNS, SURETIES_SIGN

KIND = Listed("BAIL_KIND")
RESULT = Listed("BAIL_RESULT")
_AT_STATION = Is("kind", "STATION")
_IN_COURT = Not(_AT_STATION)
_GRANTED = OneOf("result", ("GRANTED", "CANCELLED", "FORFEITED"))

REQUEST = Section(
    "request",
    Words("जमानत प्रार्थना पत्र", "Application for bail"),
    (
        fir_reference(),
        fixed_reference("accused_ref", Words("अभियुक्त (गिरफ्तारी)", "Accused (arrest)"), "iif_3"),
        Choice("kind", Words("जमानत का प्रकार", "Kind of bail"), choices=KIND, need=Need.MUST),
        court("court", Words("न्यायालय", "Court"), need=Need.EXPECTED, shown_when=_IN_COURT),
        Line(
            "app_no",
            Words("प्रार्थना पत्र सं0", "Application no."),
            most=60,
            index=Index.NUMBER,
            shown_when=_IN_COURT,
        ),
        Date("received_dt", Words("थाने पर प्राप्त", "Received at the station")),
        Date(
            "hearing_dt",
            Words("सुनवाई", "Hearing"),
            future=True,
            need=Need.EXPECTED,
            shown_when=_IN_COURT,
        ),
        acts_and_sections("acts", Words("अधिनियम व धारा", "Acts and sections"), need=Need.EXPECTED),
    ),
)

ACCUSED = Section(
    "accused",
    Words("अभियुक्त", "Accused"),
    (person("accused", Words("अभियुक्त", "Accused"), need=Need.EXPECTED),),
)

REPORT = Section(
    "report",
    Words("थाने की आख्या", "Report of the station"),
    (
        LongText(
            "history_auto",
            Words("आपराधिक इतिहास", "Criminal history"),
            most=8000,
            need=Need.EXPECTED,
            help=Words(
                "थाना, मु0अ0सं0, धारा व वर्तमान स्थिति; इस थाने का इतिहास खोज (नाम, पिता) से व आई.सी.जे.एस. से देखें।",
                "Station, FIR number, sections and how each stands; look by name and father here and in ICJS.",
            ),
        ),
        LongText(
            "opposition",
            Words("जमानत विरोध के आधार", "Grounds against bail"),
            most=8000,
            need=Need.EXPECTED,
            shown_when=_IN_COURT,
        ),
        Date(
            "report_dt",
            Words("आख्या प्रेषण", "Report sent on"),
            need=Need.EXPECTED,
            shown_when=_IN_COURT,
        ),
        YesNo(
            "counsel_informed",
            Words("शासकीय अधिवक्ता को सूचित किया", "Government counsel informed"),
            need=Need.EXPECTED,
            shown_when=_IN_COURT,
        ),
        Date(
            "victim_notice_dt",
            Words("पीड़ित / सूचनाकर्ता को सूचना", "Victim or informant told on"),
            shown_when=_IN_COURT,
            help=Words(
                "यौन अपराधों में सुनवाई के समय सूचनाकर्ता की उपस्थिति हेतु सूचित करें।",
                "In sexual offences tell the informant, so that the informant may be present.",
            ),
        ),
    ),
)

ORDER = Section(
    "order",
    Words("आदेश व बन्धपत्र", "Order and bond"),
    (
        Choice(
            "result",
            Words("आदेश", "Order"),
            choices=RESULT,
            help=Words(
                "आदेश होने तक ‘लम्बित’ रखें; बाद में संशोधन में भरें।",
                "Keep ‘pending’ until the order; fill it then as a new version.",
            ),
        ),
        Date(
            "order_dt",
            Words("आदेश दिनांक", "Date of the order"),
            shown_when=OneOf(
                "result", ("GRANTED", "REFUSED", "WITHDRAWN", "CANCELLED", "FORFEITED")
            ),
            need=Need.EXPECTED,
        ),
        LongText("conditions", Words("शर्तें", "Conditions"), most=4000, shown_when=_GRANTED),
        Money(
            "bond_amount",
            Words("धनराशि", "Amount of the bond"),
            shown_when=_GRANTED,
            need=Need.EXPECTED,
        ),
        Rows(
            "sureties",
            Words("जमानतदार", "Sureties"),
            shown_when=_GRANTED,
            need=Need.EXPECTED,
            row=Group(
                "surety",
                Words("जमानतदार", "Surety"),
                kind="person",
                gist=("name", "relative_name", "relation", "property", "verified_dt"),
                parts=(
                    *person_parts(),
                    Line("relation", Words("अभियुक्त से सम्बन्ध", "Relation to the accused")),
                    Line(
                        "property",
                        Words("सम्पत्ति व उसका प्रमाण", "Property and its proof"),
                        need=Need.EXPECTED,
                    ),
                    Date("verified_dt", Words("सत्यापन दिनांक", "Verified on"), need=Need.EXPECTED),
                    officer("verified_by", Words("सत्यापनकर्ता", "Verified by"), need=Need.EXPECTED),
                ),
            ),
        ),
        DateTime("released_dt", Words("रिहाई", "Released on"), shown_when=_GRANTED),
        diary_reference(),
        diary_reference(key="released_gd_ref", hi="रिहाई की रपट", en="Diary entry of the release"),
    ),
)

AFTER = Section(
    "after",
    Words("उल्लंघन व निरस्तीकरण", "Breach and cancellation"),
    (
        Rows(
            "breach",
            Words("उल्लंघन", "Breach"),
            row=Group(
                "breach_row",
                Words("उल्लंघन", "Breach"),
                parts=(
                    Date("dt", Words("दिनांक", "Date"), need=Need.EXPECTED),
                    Line("brief", Words("विवरण", "What happened"), most=500, need=Need.EXPECTED),
                    Line(
                        "action",
                        Words("कार्यवाही (जैसे 269 बी.एन.एस.)", "Action (such as 269 BNS)"),
                        most=300,
                        need=Need.EXPECTED,
                    ),
                ),
            ),
        ),
        Date("cancel_applied_dt", Words("निरस्तीकरण प्रार्थना पत्र", "Cancellation applied for on")),
        Line(
            "cancel_result",
            Words("निरस्तीकरण का परिणाम", "Result on cancellation"),
            most=300,
            shown_when=Filled("cancel_applied_dt"),
        ),
    ),
    shown_when=_GRANTED,
)


def from_the_station(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """The station gives bail as of right only in bailable offences (s.478)."""
    if (
        letter.get("kind") == "STATION"
        and flags(chosen_sections(letter)).any_non_bailable is not False
        and chosen_sections(letter)
    ):
        yield Problem(
            ("kind",),
            "BAIL.station",
            Words(
                "धाराओं में अजमानतीय (या अज्ञात) अपराध है; थाने से जमानत केवल जमानतीय अपराध में अधिकार है। "
                "थाना प्रभारी कारण लिखकर अनुमति दें।",
                "The sections include a non-bailable (or unknown) offence; bail from the station is a "
                "right only in bailable ones. The officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
            "478 BNSS",
        )


def default_bail(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Default bail comes after the limit of detention that the remands of the case show."""
    if letter.get("kind") != "DEFAULT":
        return
    arrest = above(facts, "iif_3")
    ends = [
        day
        for one in facts.case().of("remand")
        if arrest is None or one.parent_id == arrest.record_id
        if (day := day_of(one.letter.get("clock_end")))
    ]
    asked = day_of(letter.get("received_dt")) or day_of(letter.get("hearing_dt"))
    if ends and asked and asked <= max(ends):
        yield Problem(
            ("kind",),
            "BAIL.default",
            Words(
                f"रिमाण्ड प्रपत्र के अनुसार निरुद्धि की सीमा {said_day(max(ends))} तक है; डिफॉल्ट जमानत उसके बाद होती है। "
                "तिथि जाँचें, या कारण लिखें।",
                f"By the remand form the limit of detention is {said_day(max(ends))}; default bail "
                "comes after it. Check the dates, or write the reason.",
            ),
            Weight.REASON,
            "187(3) BNSS",
        )


def victim_told(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """In sexual offences the informant is told of the hearing."""
    if (
        flags(chosen_sections(letter)).sexual
        and letter.get("kind") in ("REGULAR", "ANTICIPATORY", "SESSION_HC", "INTERIM")
        and not letter.get("victim_notice_dt")
    ):
        yield Problem(
            ("victim_notice_dt",),
            "BAIL.victim",
            Words(
                "यौन अपराध में पीड़ित / सूचनाकर्ता को सुनवाई की सूचना दी जाती है; उसकी तिथि लिखी नहीं है।",
                "In a sexual offence the victim or informant is told of the hearing; the date is not written.",
            ),
            Weight.GAP,
        )


def release(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Nobody is released before the order; an anticipatory bail has no arrest before it."""
    order, released = day_of(letter.get("order_dt")), day_of(letter.get("released_dt"))
    if order and released and released < order:
        yield Problem(
            ("released_dt",),
            "V01.released",
            Words(
                "रिहाई आदेश से पहले की है। कृपया तिथि ठीक करें।",
                "The release is before the order. Please put the date right.",
            ),
        )
    if letter.get("kind") == "ANTICIPATORY" and above(facts, "iif_3") is not None:
        yield Problem(
            ("kind",),
            "BAIL.anticipatory",
            Words(
                "अभियुक्त गिरफ्तार हो चुका है; अग्रिम जमानत गिरफ्तारी से पहले होती है। प्रकार बदलें, या कारण लिखें।",
                "The accused is arrested already; anticipatory bail comes before arrest. Change the "
                "kind, or write the reason.",
            ),
            Weight.REASON,
            "482 BNSS",
        )
    for number, row in enumerate(rows(letter, "sureties")):
        verified = day_of(row.get("verified_dt"))
        if verified and released and verified > released:
            yield Problem(
                ("sureties", number, "verified_dt"),
                "BAIL.surety",
                Words(
                    "जमानतदार का सत्यापन रिहाई के बाद का है। तिथि जाँचें, या कारण लिखें।",
                    "The surety was verified after the release. Check the dates, or write the reason.",
                ),
                Weight.REASON,
            )


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR and the arrest of the case."""
    refer_to_fir(letter, facts)
    refer_to(letter, facts, "accused_ref", "iif_3")


def begin(facts: Facts) -> Letter:
    """The accused and his sections; the court where the case has one."""
    arrest, known = above(facts, "iif_3"), above(facts, "court_no")
    group, court_group = FORM.field_at("accused"), FORM.field_at("court")
    assert isinstance(group, Group)  # for the type checker: these fields are groups
    assert isinstance(court_group, Group)  # likewise
    stated = known.letter.get("court") if known else None
    return begin_with(
        {
            "acts": acts_of(arrest, facts),
            "accused": fitting(group.parts, arrested_person(arrest)),
            "court": fitting(court_group.parts, stated) if isinstance(stated, Mapping) else {},
            "received_dt": facts.now.date().isoformat() if arrest or known else "",
        }
    )


def is_sensitive(letter: Letter) -> bool:
    """By the sections of the case, or because the accused is a child."""
    day = day_of(letter.get("received_dt")) or day_of(letter.get("hearing_dt"))
    return is_child(letter.get("accused"), day) or flags(chosen_sections(letter)).sensitive


def _who(letter: Letter, hidden: bool = False) -> str:
    stated = letter.get("accused")
    name = str(stated.get("name") or "") if isinstance(stated, Mapping) else ""
    return "अभियुक्त" if hidden or is_sensitive(letter) or not name else f"अभियुक्त {name}"


def _subject(letter: Letter, facts: Facts) -> str:
    return f"थाने से जमानत {_who(letter, is_hidden(facts))}"


def _brief(letter: Letter, facts: Facts) -> str:
    amount = letter.get("bond_amount")
    count = len(list(rows(letter, "sureties")))
    return (
        f"इस समय {_who(letter, is_hidden(facts))}{of_the_case(letter, facts)} को"
        + (f" {amount} रु0 के बन्धपत्र" if amount else " बन्धपत्र")
        + (f" व {count} जमानतदार" if count else "")
        + " पर थाने से जमानत पर छोड़ा गया।"
    )


def _released(letter: Letter, facts: Facts) -> str:
    order = said_day(day_of(letter.get("order_dt")))
    return (
        f"{_who(letter, is_hidden(facts))}{of_the_case(letter, facts)} की न्यायालय के आदेश"
        + (f" दिनांक {order}" if order else "")
        + " पर जमानत पर रिहाई हुई। बीट को अवगत कराया गया।"
    )


def line(letter: Letter) -> str:
    """Who, what bail, how it ended."""
    kind, result = (
        KIND.words_of(str(letter.get("kind"))),
        RESULT.words_of(str(letter.get("result"))),
    )
    who = f"{_who(letter)} · {SENSITIVE}" if is_sensitive(letter) else _who(letter)
    parts = [who, kind.hi if kind else "जमानत"]
    if letter.get("kind") != "STATION":
        parts.append(court_said(letter))
    return " · ".join([*parts, result.hi if result else "लम्बित"])


def sample(now: dt.datetime) -> Letter:
    """A fictional regular bail, granted with one surety."""

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).date().isoformat()

    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
    return {
        "kind": "REGULAR",
        "court": {"court_type": "CJM", "court_name": "मुख्य न्यायिक मजिस्ट्रेट", "place": "नमूना जनपद"},
        "app_no": "नमूना/45",
        "received_dt": day(8),
        "hearing_dt": day(4),
        "acts": [{"act": "BNS", "section": "303(2)"}],
        "accused": {
            "name": "नमूना कुमार",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 27,
            "addresses": [{"address_type": "PERMANENT", **where}],
        },
        "history_auto": "इस थाने पर अन्य कोई मुकदमा पंजीकृत होना नहीं पाया गया। (काल्पनिक नमूना)",
        "opposition": "अभियुक्त से चोरी की मोटर साइकिल बरामद हुई है; साक्षियों को प्रभावित करने की सम्भावना है। (नमूना)",
        "report_dt": day(6),
        "counsel_informed": True,
        "result": "GRANTED",
        "order_dt": day(4),
        "conditions": "प्रत्येक नियत तिथि पर उपस्थित रहेगा; साक्ष्य से छेड़छाड़ नहीं करेगा। (नमूना)",
        "bond_amount": "50000",
        "sureties": [
            {
                "name": "उदाहरण लाल",
                "relation_type": "FATHER",
                "relative_name": "नमूना प्रसाद",
                "gender": "MALE",
                "age_years": 55,
                "addresses": [{"address_type": "PERMANENT", **where}],
                "relation": "पिता",
                "property": "खतौनी ग्राम नमूनापुर, गाटा सं0 000",
                "verified_dt": day(3),
                "verified_by": {"name": "उ0नि0 नमूना सिंह", "rank": "SI"},
            }
        ],
        "released_dt": f"{day(2)}T17:30",
    }


FORM = Form(
    code="bail",
    version=1,
    title=Words("जमानत अनुरोध", "Bail request"),
    short=Words("जमानत", "Bail"),
    sections=(REQUEST, ACCUSED, REPORT, ORDER, AFTER),
    role="pairokar",
    duty=("e-3",),
    law=Words("धारा 478–483 बी.एन.एस.एस.", "Sections 478–483 B.N.S.S."),
    parent="iif_3",
    also_under=("iif_1", "fir_rereg", "court_no", "prev"),
    numbered=(Numbered("bail"),),
    rules=(
        in_order(
            "received_dt",
            "order_dt",
            "आदेश प्रार्थना पत्र प्राप्त होने से पहले का है। कृपया तिथि ठीक करें।",
            "The order is before the application was received. Please put the dates right.",
        ),
        in_order(
            "report_dt",
            "hearing_dt",
            "आख्या सुनवाई के बाद भेजी गयी है। तिथि जाँचें, या कारण लिखें।",
            "The report was sent after the hearing. Check the dates, or write the reason.",
            code="BAIL.report",
            weight=Weight.REASON,
        ),
        Rule("BAIL.station", from_the_station),
        Rule("BAIL.default", default_bail),
        Rule("BAIL.victim", victim_told),
        Rule("BAIL.release", release),
    ),
    consequences=(
        replace(diary("BAIL-PS", "gd_ref", _subject, _brief), when=_AT_STATION),
        later_diary(
            "INFO",
            "released",
            "जमानत पर रिहाई",
            _released,
            when=All(_IN_COURT, Filled("released_dt")),
            link="released_gd_ref",
            at="released_dt",
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("जमानत आख्या", "Report on bail"),
            "",
            copies=(
                Words("शासकीय अधिवक्ता / अभियोजन प्रति", "Government counsel's copy"),
                Words("न्यायालय प्रति", "Court copy"),
                Words("थाना प्रति", "Station copy"),
            ),
            signers=(ACCUSED_SIGNS, SURETIES_SIGN),
        ),
    ),
    line=line,
    occurred="received_dt",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
