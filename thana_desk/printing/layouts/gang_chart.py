"""The gang chart of r.5 U.P. Gangsters Rules 2021 out of a gang's profile, activities and members.

Each crime names its clause of s.2(b); what an earlier gangster case used stands in the annexure
alone. The printed columns are ours until the department has confirmed them.
"""

from collections.abc import Iterator

from forms.kit.form import Form
from forms.kit.letter import Letter
from thana_desk.printing import blocks as b
from thana_desk.printing.form_paper import PROVISIONAL, PaperRecord, seal_blocks
from thana_desk.printing.layouts.answers import Answers
from thana_desk.printing.layouts.official import SERIAL

CHILD = "विधि विवादित किशोर (नाम गोपनीय)"
"""Stands for a member under eighteen: s.74 JJ Act lets no paper that is handed round name one."""
_APPROVAL = (
    ("थाना प्रभारी", "SHO"),
    ("क्षेत्राधिकारी", "CO"),
    ("अपर पुलिस अधीक्षक", "ASP"),
    ("पुलिस अधीक्षक", "SP"),
    ("जिला मजिस्ट्रेट", "DM"),
)


def gang_chart_blocks(form: Form, letter: Letter, record: PaperRecord) -> Iterator[b.Block]:
    """Gang, members, crimes of the chart, annexure, property, approvals with their dates."""
    gang = Answers(form, letter, record.masked)
    members = [Answers(*one) for one in record.related if one[0].code == "ocis_3"]
    crimes = [Answers(*one) for one in record.related if one[0].code == "ocis_2"]
    yield b.Heading("गैंग चार्ट", 1, "centre")
    yield b.Paragraph(
        "Gang chart — उ0प्र0 गिरोहबन्द एवं समाज विरोधी क्रियाकलाप (निवारण) अधिनियम 1986, नियमावली 2021 "
        "नियम 5 (प्रारूप पुष्टि शेष)",
        "centre",
        0.92,
    )
    if record.provisional:
        yield b.Note(PROVISIONAL, boxed=True)
    yield b.FieldTable(
        (
            b.Field("थाना", "P.S.", record.thana),
            b.Field("जनपद", "District", record.district),
            b.Field("गैंग", "Gang", _gang_name(gang)),
            b.Field("पंजीकृत गैंग सं0", "Registered no.", gang.text("gang_no"), bold=True),
            b.Field("प्रकार", "Kind", gang.text("kind")),
            b.Field("पंजीकरण आदेश", "Order", gang.text("registered_order")),
            b.Field("गठन", "Formed", gang.date("formed_dt")),
            b.Field("धारा 2(b) के खण्ड", "Clauses", gang.text("crime_types")),
        )
    )
    yield from _members(members)
    used = [one for one in crimes if one.says("chart_place", "ANNEXURE")]
    yield b.Heading(b.label("अपराध जिन पर गैंग चार्ट आधारित है", "Crimes of the chart"), 3)
    children = {one.text("member.name") for one in members if one.says("minor", True)}
    yield _crimes([one for one in crimes if one not in used], children, earlier=False)
    if used:
        yield b.Heading(b.label("परिशिष्ट: पूर्व गैंगस्टर वाद में प्रयुक्त अपराध", "Annexure: used before"), 3)
        yield _crimes(used, children, earlier=True)
    property_rows = gang.rows("property")
    if property_rows:
        yield b.Heading(b.label("सम्पत्ति (धारा 14)", "Property (s.14)"), 3)
        yield b.Grid(
            (
                SERIAL,
                b.Column(b.label("विवरण", "Description", below=True), 4.0),
                b.Column(b.label("मूल्य", "Value", below=True), 1.4, "right"),
            ),
            tuple(
                (str(number), row.text("description"), row.text("value_rs"))
                for number, row in enumerate(property_rows, start=1)
            ),
        )
    yield b.ItemLine(
        "",
        (
            b.Field("पुलिस अधीक्षक व जिला मजिस्ट्रेट की संयुक्त बैठक", "Joint meeting on"),
            b.Field("कमिश्नरेट में अनुमोदन: पुलिस आयुक्त", "CP"),
        ),
    )
    dated = tuple(
        b.Signature(f"{hindi} ({english})", ("दिनांक: ……/……/………",)) for hindi, english in _APPROVAL
    )
    yield b.Together((b.Signatures(dated, space=16.0), *seal_blocks(record, "gang_chart")))


def _gang_name(gang: Answers) -> str:
    name, alias = gang.text("gang_name"), gang.text("alias")
    return f"{name} उर्फ {alias}" if alias else name


def _member_name(member: Answers) -> str:
    if member.says("minor", True):
        return CHILD
    name, alias = member.text("member.name"), member.text("member.alias")
    father = member.text("member.relative_name")
    return "".join(
        (name, f" उर्फ {alias}" if alias else "", f", पिता / पति {father}" if father else "")
    )


def _members(members: list[Answers]) -> Iterator[b.Block]:
    yield b.Heading(b.label("सरगना व सदस्य", "Leader and members"), 3)
    rows = []
    for number, one in enumerate(members, start=1):
        child = one.says("minor", True)
        history = "; ".join(
            f"{row.text('fir_no')} {row.text('thana')} ({row.text('status')})"
            for row in one.rows("history")
        )
        rows.append(
            (
                str(number),
                _member_name(one),
                "" if child else one.text("member.addresses"),
                one.text("role"),
                " ".join(text for text in (one.text("hs_no"), one.text("hs_class")) if text),
                one.text("status"),
                history,
            )
        )
    yield b.Grid(
        (
            SERIAL,
            b.Column(b.label("नाम, उर्फ, पिता / पति", "Name", below=True), 2.2),
            b.Column(b.label("पता", "Address", below=True), 2.2),
            b.Column(b.label("भूमिका", "Role", below=True), 1.0),
            b.Column(b.label("हिस्ट्रीशीट", "H.S.", below=True), 1.0),
            b.Column(b.label("स्थिति", "Status", below=True), 0.9),
            b.Column(b.label("आपराधिक इतिहास", "History", below=True), 2.4),
        ),
        tuple(rows),
        scale=0.92,
    )


def _crimes(crimes: list[Answers], children: set[str], *, earlier: bool) -> b.Grid:
    last = ("पूर्व वाद", "Earlier case") if earlier else ("सम्मिलित सदस्य", "Members")
    rows = []
    for number, one in enumerate(crimes, start=1):
        sections = ", ".join(row.text("section") for row in one.rows("acts"))
        named = (row.text("member") for row in one.rows("members"))
        members = "; ".join(
            CHILD if any(child and child in text for child in children) else text for text in named
        )
        rows.append(
            (
                str(number),
                one.moment("incident_dt"),
                f"{one.text('fir_no')}, {one.text('fir_thana')}",
                sections,
                one.text("clause_2b"),
                one.text("outcome"),
                one.text("earlier_case") if earlier else members,
            )
        )
    return b.Grid(
        (
            SERIAL,
            b.Column(b.label("घटना", "Occurred", below=True), 1.3),
            b.Column(b.label("मु0अ0सं0, थाना", "FIR, P.S.", below=True), 1.8),
            b.Column(b.label("धारा", "Sections", below=True), 1.3),
            b.Column(b.label("धारा 2(b) का खण्ड", "Clause of 2(b)", below=True), 2.2),
            b.Column(b.label("अद्यतन स्थिति", "Present state", below=True), 1.2),
            b.Column(b.label(*last, below=True), 1.8),
        ),
        tuple(rows) or ((b.NIL,) + ("",) * 6,),
        scale=0.92,
    )
