"""The fortnightly list of non-cognizable cases for the Magistrate (s.174(1)(ii) BNSS)."""

from forms.kit.returns import Figure, Return, ReturnRow
from forms.kit.words import Words

RETURN = Return(
    code="ncr_list",
    words=Words(
        "असंज्ञेय मामलों (एन0सी0आर0) की पाक्षिक सूची",
        "Fortnightly list of non-cognizable cases",
    ),
    to=("न्यायिक मजिस्ट्रेट",),
    columns=(Words("संख्या", "Number"),),
    rows=(
        ReturnRow(Words("पंजीकृत एन0सी0आर0", "NCRs registered"), (Figure("ncr", "ncr"),)),
        ReturnRow(
            Words("मजिस्ट्रेट के आदेश से विवेचना", "Investigated by the Magistrate's order"),
            (Figure("ordered", "ncr", lambda entry: bool(entry.letter.get("mag_order_no"))),),
        ),
    ),
    annexures=("ncr",),
    basis=Words("धारा 174(1)(ii) बी0एन0एस0एस0", "s.174(1)(ii) BNSS"),
    totals=False,
)
