"""The monthly statement of the station's work, for the crime meeting."""

from forms.kit.returns import Figure, Return, ReturnRow, Span
from forms.kit.words import Words


def _pair(hi: str, en: str, received: Figure, done: Figure) -> ReturnRow:
    return ReturnRow(Words(hi, en), (received, done))


def _has(form: str, name: str, key: str) -> Figure:
    return Figure(name, form, lambda entry: bool(entry.letter.get(key)))


RETURN = Return(
    code="monthly",
    words=Words("मासिक कार्य विवरण", "Monthly statement of work"),
    to=("क्षेत्राधिकारी",),
    columns=(Words("पंजीकृत / प्राप्त", "Registered, received"), Words("निस्तारित", "Disposed")),
    rows=(
        _pair(
            "प्राथमिकी → आरोप पत्र / अन्तिम रिपोर्ट",
            "FIRs, final reports",
            Figure("fir", "iif_1", also=("fir_rereg",)),
            Figure("final", "iif_5"),
        ),
        _pair(
            "जन शिकायत",
            "Complaints",
            Figure("complaints", "complaint"),
            _has("cmp_enq", "complaints_done", "disposal"),
        ),
        _pair(
            "नागरिक सेवा / सत्यापन",
            "Citizen services",
            Figure("services", "cs_enq"),
            _has("cs_enq", "services_done", "forwarded_at"),
        ),
        _pair(
            "सम्मन / वारण्ट → तामील",
            "Processes, served",
            Figure("processes", "court_ord"),
            _has("court_ord", "processes_done", "served_dt"),
        ),
        _pair(
            "गुमशुदा → बरामद",
            "Missing, traced",
            Figure("missing", "iif_8"),
            _has("iif_8", "missing_done", "traced_dt"),
        ),
        _pair(
            "मेडिको लीगल → रिपोर्ट प्राप्त",
            "Medico-legal, report received",
            Figure("mlc", "mlc"),
            _has("mlc", "mlc_done", "report_received_dt"),
        ),
        _pair(
            "निरोधात्मक → पाबन्द",
            "Preventive, bound over",
            Figure("preventive", "prev"),
            _has("prev", "preventive_done", "bond_dt"),
        ),
        _pair(
            "जमानत प्रार्थना पत्र → आख्या प्रेषित",
            "Bail applications, report sent",
            Figure("bail", "bail"),
            _has("bail", "bail_done", "report_dt"),
        ),
    ),
    span=Span.MONTH,
    annexures=("crime",),
    totals=False,
)
