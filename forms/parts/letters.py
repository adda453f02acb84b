"""The letters and slips that go with records: acknowledgement, intimation, request, label, explanation."""

import datetime as dt

from forms.kit.letter import Letter, rows
from forms.kit.paper import PaperFacts, PaperText, Sign
from forms.kit.words import Words
from forms.parts.acts import sections_said
from forms.parts.columns import moment_said, officer_said, person_said, place_said
from forms.parts.lists import Fixed

ENCLOSURE = Fixed(
    "REMAND_ENCLOSURE",
    (
        ("CD", Words("केस डायरी की प्रति", "Copy of case diary entries")),
        ("MEMO", Words("गिरफ्तारी मेमो", "Arrest memo")),
        ("MEDICAL", Words("चिकित्सीय आख्या", "Medical report")),
        ("FIR", Words("प्राथमिकी की प्रति", "Copy of the FIR")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
"""What goes with a request for remand."""


def at_said(value: object) -> str:
    """A day or moment in one line."""
    return moment_said(value).replace("\n", " समय ")


def case_said(letter: Letter) -> str:
    """The case by number and sections, with dots where either is not known."""
    reference = letter.get("fir_ref")
    number = reference.get("number") if isinstance(reference, dict) else ""
    law = sections_said(letter, short=True)
    return f"मु0अ0सं0 {number or '……'} धारा {law or '……'}"


def complaint_receipt(letter: Letter, about: PaperFacts) -> PaperText:
    """What the complainant takes home: number, day, who will look into it."""
    complainant = person_said(letter.get("complainant"))
    return PaperText(
        paragraphs=(
            f"आपका प्रार्थना पत्र दिनांक {at_said(letter.get('received_at'))} को थाना {about.thana} पर प्राप्त हुआ "
            f"और क्रमांक {about.number} पर अंकित किया गया।",
        ),
        told=(
            ("शिकायतकर्ता", complainant),
            ("विषय", str(letter.get("brief") or "")[:300]),
            ("जाँच अधिकारी", officer_said(letter.get("eo")) or "नियुक्त होना शेष"),
        ),
        signed_by=(
            Sign("प्राप्तकर्ता (शिकायतकर्ता) के हस्ताक्षर"),
            Sign("प्राप्त करने वाले अधिकारी", (about.registered_by,)),
        ),
        note="जाँच की स्थिति जानने के लिए यह पावती साथ लायें। पावती का कोई शुल्क नहीं है।",
    )


def arrest_intimation(letter: Letter, about: PaperFacts) -> PaperText:
    """To the relative or friend whom the arrested person named (s.48 BNSS)."""
    relative = letter.get("relative")
    relative = relative if isinstance(relative, dict) else {}
    to = [str(relative[key]) for key in ("name", "address") if isinstance(relative.get(key), str)]
    arrested = person_said(letter.get("accused"))
    return PaperText(
        to=tuple(to) or ("…………………………",),
        subject=f"गिरफ्तारी की सूचना — धारा 48 बी0एन0एस0एस0, {case_said(letter)}",
        paragraphs=(
            f"आपको सूचित किया जाता है कि {arrested.replace(chr(10), ', ')} को दिनांक "
            f"{at_said(letter.get('arrest_at'))} को {place_said(letter.get('place')) or 'थाना क्षेत्र'} से "
            f"{case_said(letter)} में गिरफ्तार किया गया है।",
            f"वह थाना {about.thana}, जनपद {about.district} में निरुद्ध है और गिरफ्तारी के 24 घण्टे के भीतर "
            "(यात्रा का समय छोड़कर) मजिस्ट्रेट के समक्ष प्रस्तुत किया जायेगा। उसे अपनी पसन्द के अधिवक्ता से "
            "मिलने का अधिकार है।",
        ),
        told=(
            ("सूचना का माध्यम", str(relative.get("means") or "")),
            ("सूचना का समय", at_said(letter.get("relative_at"))),
        ),
        signed_by=(
            Sign("सूचना पाने वाले के हस्ताक्षर / अंगूठा"),
            Sign("गिरफ्तार करने वाले अधिकारी", (officer_said(letter.get("io")),)),
        ),
    )


def remand_request(letter: Letter, about: PaperFacts) -> PaperText:
    """To the Magistrate before whom the accused is produced (s.187 BNSS)."""
    court = letter.get("magistrate")
    court = court if isinstance(court, dict) else {}
    to = tuple(str(court[key]) for key in ("court_name", "place") if court.get(key))
    days = letter.get("days")
    return PaperText(
        to=to or ("…………………………",),
        subject=f"अभियुक्त के रिमाण्ड हेतु प्रार्थना — धारा 187 बी0एन0एस0एस0, {case_said(letter)}",
        paragraphs=(
            f"निवेदन है कि {person_said(letter.get('accused')).replace(chr(10), ', ')} को दिनांक "
            f"{at_said(letter.get('arrest_dt'))} को {case_said(letter)} में गिरफ्तार किया गया। गिरफ्तारी के 24 घण्टे में "
            "विवेचना पूर्ण होना सम्भव नहीं है।",
            f"रिमाण्ड के आधार: {letter.get('grounds') or '…………'}",
            f"अतः प्रार्थना है कि अभियुक्त का {days or '……'} दिन का रिमाण्ड स्वीकृत करने की कृपा करें।",
        ),
        told=(
            ("केस डायरी पर्चा", str(letter.get("cd_no") or "")),
            ("पूर्व पुलिस / न्यायिक अभिरक्षा (दिन)", _days(letter)),
            ("संलग्नक", _enclosures(letter)),
        ),
        signed_by=(Sign("प्रार्थी — विवेचक", (officer_said(letter.get("officer")),)),),
    )


def _days(letter: Letter) -> str:
    used = (letter.get("pc_used"), letter.get("jc_used"))
    return " / ".join("0" if one in (None, "") else str(one) for one in used)


def _enclosures(letter: Letter) -> str:
    said = []
    for row in rows(letter, "enclosures"):
        kind = ENCLOSURE.words_of(str(row.get("kind") or ""))
        said.append(str(row.get("title") or (kind.hi if kind else "")))
    return ", ".join(filter(None, said))


def malkhana_labels(letter: Letter, about: PaperFacts) -> PaperText:
    """A label for each seized thing: case, malkhana number, what it is, who seized it."""
    slips = []
    items = list(rows(letter, "items"))
    for count, item in enumerate(items, 1):
        quantity = " ".join(str(item[key]) for key in ("qty", "unit") if item.get(key))
        slips.append(
            (
                f"मालखाना सं0 {letter.get('malkhana_no') or '……'} · वस्तु {count}/{len(items)}",
                f"थाना {about.thana} · {case_said(letter)}",
                " · ".join(filter(None, (str(item.get("description") or ""), quantity))),
                f"जब्ती {at_said(letter.get('seize_at'))} · {officer_said(letter.get('io'))}",
            )
        )
    return PaperText(
        slips=tuple(slips) or ((f"जब्ती {about.number}", "कोई वस्तु नहीं लिखी गयी — निल"),)
    )


def upload_explanation(letter: Letter, about: PaperFacts) -> PaperText:
    """Why an FIR reached the data centre late, or has not yet; the officer fills in the reason."""
    registered = _moment(about.registered_at)
    printed = _moment(about.printed_at)
    hours = ""
    if registered and printed:
        hours = f"{int((printed - registered).total_seconds() // 3600)} घण्टे"
    sent = "डेटा केन्द्र की पावती प्राप्त" if about.sync_state == "acked" else "डेटा केन्द्र को भेजना शेष"
    return PaperText(
        to=("क्षेत्राधिकारी", f"जनपद {about.district}"),
        subject=f"प्राथमिकी {about.number} अपलोड करने में विलम्ब का स्पष्टीकरण",
        paragraphs=(
            f"प्राथमिकी {about.number} थाना {about.thana} पर दिनांक {at_said(about.registered_at)} को पंजीकृत हुई।",
        ),
        told=(
            ("मुद्रण के समय तक बीता समय", hours),
            ("मुद्रण के समय स्थिति", sent),
            ("सार्वजनिक करने से रोक", "हाँ — संवेदनशील" if letter.get("sensitive") is True else "नहीं"),
            ("विलम्ब का कारण", "…………………………………………………………………………………………"),
        ),
        signed_by=(
            Sign("कम्प्यूटर आपरेटर / हे0मो0", (about.registered_by,)),
            Sign("थाना प्रभारी"),
        ),
    )


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
