"""Physical features, in the column order of the FIR's attachment to item 7."""

from forms.kit.fields import Choice, Field, Line, Number
from forms.kit.words import Words
from forms.parts.lists import Listed

PHYSICAL: tuple[Field, ...] = (
    Choice("build", Words("शारीरिक गठन", "Build"), choices=Listed("BUILD")),
    Number(
        "height_cm",
        Words("कद", "Height"),
        least=30,
        most=250,
        unit=Words("से0मी0", "cm"),
    ),
    Choice("complexion", Words("रंग", "Complexion"), choices=Listed("COMPLEXION")),
    Line("identification_marks", Words("पहचान चिन्ह", "Identification marks"), most=300),
    Line("deformities", Words("विकृति / विशिष्टता", "Deformities / peculiarities"), most=300),
    Choice("teeth", Words("दाँत", "Teeth"), choices=Listed("TEETH")),
    Line("hair", Words("बाल", "Hair"), most=100),
    Choice("eyes", Words("आँखें", "Eyes"), choices=Listed("EYES")),
    Line("habits", Words("आदतें", "Habits"), most=200),
    Line("dress", Words("पहनावा", "Dress habit"), most=200),
    Line("language", Words("भाषा / बोली", "Language / dialect"), most=100),
    Line("burn_mark", Words("जलने का निशान", "Burn mark"), most=100),
    Line("leucoderma", Words("सफेद दाग", "Leucoderma"), most=100),
    Line("mole", Words("तिल", "Mole"), most=100),
    Line("scar", Words("घाव का निशान", "Scar"), most=100),
    Line("tattoo", Words("गुदना", "Tattoo"), most=100),
    Line("other", Words("अन्य", "Other"), most=300),
)
"""`[S]` items of IIF-III 9 and the FIR attachment; blank unless the informant says something."""
