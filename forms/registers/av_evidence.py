"""Audio-video recordings of search and seizure, with the fingerprint of each file."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import an_officer, answer, case_number, moment, number

REGISTER = Register(
    code="av_evidence",
    words=Words("श्रव्य-दृश्य अभिलेख रजिस्टर — धारा 105", "Register of recordings, s.105"),
    form="iif_4",
    shelf=Shelf.INVESTIGATION,
    landscape=True,
    basis=Words("धारा 105 बी0एन0एस0एस0", "s.105 BNSS"),
    columns=(
        number(8, "जब्ती सं0", "Seizure no."),
        case_number(),
        moment("av_start", "प्रारम्भ", "Begun"),
        moment("av_end", "समाप्त", "Ended"),
        answer("av_device", "उपकरण", "Device", 14),
        answer("av_sha256", "SHA-256", "SHA-256", 22),
        answer("av_sent_to", "किसे भेजा", "Sent to", 12),
        moment("av_sent_at", "प्रेषण", "Sent"),
        answer("no_av_why", "अभिलेखन न होने का कारण", "Why there is none", 18),
        an_officer("io", "अधिकारी", "Officer"),
    ),
)
