"""Property of interest with its own particulars by category (item 9 of the FIR)."""

from forms.kit.condition import Condition, Is, OneOf
from forms.kit.fields import (
    Choice,
    Decimal,
    Field,
    Group,
    Index,
    Line,
    Money,
    Need,
    Number,
    Rows,
    YesNo,
)
from forms.kit.words import Words
from forms.parts.lists import Listed

PROP_STATUS = Listed("PROP_STATUS")
_VEHICLE = OneOf("category", ("AUTOMOBILES",))
_ELECTRONIC = OneOf("category", ("ELECTRONIC", "MOBILE", "CYBER"))

PROPERTY: tuple[Field, ...] = (
    Choice(
        "category", Words("सम्पत्ति श्रेणी", "Category"), choices=Listed("PROP_CAT"), need=Need.EXPECTED
    ),
    Line("type", Words("सम्पत्ति का प्रकार", "Type"), most=120),
    Line(
        "description",
        Words("विवरण", "Description"),
        most=500,
        need=Need.EXPECTED,
        index=Index.TEXT,
    ),
    Choice("prop_status", Words("स्थिति", "Status"), choices=PROP_STATUS, printed=False),
    Decimal("qty", Words("मात्रा", "Quantity"), least="0", printed=False),
    Line("unit", Words("इकाई", "Unit"), most=30, printed=False),
    Money("value_rs", Words("मूल्य (रु0 में)", "Value (Rs)")),
    Line(
        "registration_no",
        Words("वाहन पंजीयन सं0", "Vehicle registration no."),
        most=15,
        pattern=r"[A-Z]{2}[0-9]{1,2}[A-Z]{0,3}[0-9]{1,4}|[0-9]{2}BH[0-9]{4}[A-Z]{1,2}",
        pattern_words=Words(
            "पंजीयन संख्या बिना जगह के लिखें, जैसे UP32AB1234 या 22BH1234AA।",
            "Write the registration without spaces, such as UP32AB1234 or 22BH1234AA.",
        ),
        index=Index.VEHICLE,
        shown_when=_VEHICLE,
    ),
    Line(
        "chassis_no",
        Words("चेसिस सं0", "Chassis no."),
        most=17,
        pattern=r"[A-Z0-9]{6,17}",
        index=Index.SERIAL,
        shown_when=_VEHICLE,
    ),
    Line(
        "engine_no", Words("इंजन सं0", "Engine no."), most=25, index=Index.SERIAL, shown_when=_VEHICLE
    ),
    Line(
        "make_model",
        Words("मेक / मॉडल", "Make / model"),
        shown_when=OneOf("category", ("AUTOMOBILES", "ELECTRONIC", "MOBILE", "CYBER", "ARMS")),
    ),
    Line("colour", Words("रंग", "Colour"), most=40, shown_when=_VEHICLE),
    Line(
        "imei",
        Words("आई0एम0ई0आई0", "IMEI"),
        most=15,
        pattern=r"[0-9]{15}",
        pattern_words=Words("आई0एम0ई0आई0 15 अंकों का होता है।", "An IMEI has 15 digits."),
        index=Index.SERIAL,
        shown_when=_ELECTRONIC,
    ),
    Line(
        "serial_no",
        Words("क्रम / पहचान सं0", "Serial no."),
        most=60,
        index=Index.SERIAL,
        shown_when=OneOf("category", ("ELECTRONIC", "MOBILE", "CYBER", "ARMS", "DOCUMENTS")),
    ),
    Line(
        "denomination",
        Words("मूल्य वर्ग व नम्बर", "Denomination and numbers"),
        shown_when=Is("category", "CURRENCY"),
    ),
    Decimal(
        "weight_g",
        Words("वजन (ग्राम)", "Weight (g)"),
        least="0",
        shown_when=OneOf("category", ("JEWELLERY", "DRUGS")),
    ),
    Line(
        "malkhana_no",
        Words("मालखाना सं0", "Malkhana no."),
        most=30,
        index=Index.NUMBER,
        printed=False,
    ),
    YesNo("sealed", Words("सील मोहर", "Sealed"), printed=False),
    Number("count", Words("नग", "Pieces"), least=0, most=100000, printed=False),
)


def properties(
    key: str,
    words: Words,
    *,
    item: str = "",
    need: Need = Need.OPTIONAL,
    extra: tuple[Field, ...] = (),
    shown_when: Condition | None = None,
) -> Rows:
    """Any number of items of property."""
    return Rows(
        key,
        words,
        item=item,
        need=need,
        shown_when=shown_when,
        row=Group(
            "property",
            Words("सम्पत्ति", "Property"),
            kind="property",
            gist=("category", "type", "description", "value_rs"),
            parts=(*PROPERTY, *extra),
        ),
    )
