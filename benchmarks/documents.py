"""Fictional FIRs of the usual size: forty answers, about four kilobytes of Hindi."""

import random
from typing import TypeAlias

Document: TypeAlias = dict[str, "str | int"]

_NAMES = (
    "नमूना कुमार",
    "परीक्षण सिंह",
    "काल्पनिक देवी",
    "उदाहरण प्रसाद",
    "दृष्टान्त यादव",
    "आदर्श परीक्षण",
)
_STORY = (
    "घटना स्थल पर वादी अपने घर से बाजार जा रहा था तभी रास्ते में अज्ञात व्यक्ति ने मोटरसाइकिल रोककर थैला"
    " छीन लिया और गाली देते हुए भाग गया शोर सुनकर आस पास के लोग आये पीछा किया गया परन्तु पकड़ में नहीं"
    " आया थैले में नकद रुपये मोबाइल आधार कार्ड तथा बैंक की पासबुक रखी थी प्रार्थना पत्र जाँच कर मुकदमा दर्ज"
    " करने की कृपा करें निरीक्षण क्षेत्र चौराहा ट्रैक्टर विद्यालय कृषक सूचना दिनांक समय लगभग उत्तर दिशा"
)
_WORDS = _STORY.split()
_LINES = (
    *("father", "village", "tehsil", "post_office", "occupation", "direction", "beat", "weapon"),
    *("vehicle", "colour", "language", "education", "relation", "landmark", "road"),
)
_TEXTS = (
    *("address", "accused", "accused_address", "property", "delay"),
    *("witnesses", "first_steps", "remarks"),
)


def fir(serial: int) -> Document:
    """The same answers for the same serial; nobody in them exists."""
    chance = random.Random(serial)
    document: Document = {
        "number": f"{serial:04d}/2026",
        "station": f"थाना नमूना {serial % 7}",
        "status": "registered",
        "registered_at": f"2026-{serial % 12 + 1:02d}-{serial % 28 + 1:02d}T10:42:00+05:30",
        "complainant": chance.choice(_NAMES),
        "age": chance.randint(18, 80),
        "phone": f"00000{serial % 100000:05d}",
        "occurred_from": "2026-11-22T21:00:00+05:30",
        "occurred_to": "2026-11-22T21:30:00+05:30",
        "distance": f"{chance.randint(1, 40)}.5",
    }
    document |= {f"section_{n}": f"बी.एन.एस. {chance.randint(1, 358)}" for n in range(1, 7)}
    document |= {key: _text(chance, 2) for key in _LINES}
    document |= {key: _text(chance, 10) for key in _TEXTS}
    document["narrative"] = _text(chance, 140)
    return document


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))
