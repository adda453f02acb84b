"""The daily return of crime and arrests: what was registered and who was arrested."""

from forms.kit.register import Entry
from forms.kit.returns import Figure, Return, ReturnRow, Span
from forms.kit.words import Words


def _zero(entry: Entry) -> bool:
    return entry.letter.get("zero_fir") is True


def _one(hi: str, en: str, figure: Figure) -> ReturnRow:
    return ReturnRow(Words(hi, en), (figure,))


RETURN = Return(
    code="daily_crime",
    words=Words("दैनिक अपराध व गिरफ्तारी विवरण", "Daily return of crime and arrests"),
    to=("पुलिस अधीक्षक (डी0सी0आर0बी0 / नियंत्रण कक्ष)",),
    columns=(Words("संख्या", "Number"),),
    rows=(
        _one(
            "प्राथमिकी (जीरो छोड़कर)",
            "FIRs, without zero FIRs",
            Figure("fir", "iif_1", lambda entry: not _zero(entry), also=("fir_rereg",)),
        ),
        _one("जीरो एफ0आई0आर0", "Zero FIRs", Figure("zero_fir", "iif_1", _zero)),
        _one("एन0सी0आर0", "NCRs", Figure("ncr", "ncr")),
        _one("गिरफ्तारी", "Arrests", Figure("arrests", "iif_3")),
        _one("निरोधात्मक कार्यवाही", "Preventive actions", Figure("preventive", "prev")),
        _one(
            "आरोप पत्र",
            "Charge sheets",
            Figure("charge_sheets", "iif_5", lambda entry: entry.letter.get("fr_type") == "CS"),
        ),
        _one(
            "अन्तिम रिपोर्ट",
            "Final reports",
            Figure("final_reports", "iif_5", lambda entry: entry.letter.get("fr_type") != "CS"),
        ),
        _one("जब्ती", "Seizures", Figure("seizures", "iif_4")),
        _one("पंचायतनामा", "Inquests", Figure("inquests", "iif_11", also=("iif_10",))),
        _one("गुमशुदगी", "Missing persons", Figure("missing", "iif_8")),
    ),
    span=Span.DAY,
    annexures=("fir", "arrest"),
    totals=False,
)
