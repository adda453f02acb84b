"""What a final report must answer (s.193 BNSS): accused, property, time, original and supplement."""

from collections.abc import Iterator
from typing import Any

from forms.kit.form import Facts
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import fir_of, moment_of
from forms.parts.investigation import deadlines, name_of, same_name, shown_day


def charge_needs_accused(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """V14: a charge sheet charges somebody and names a witness; a final report charges nobody."""
    charged = any(True for _ in rows(letter, "accused_cs"))
    if letter.get("fr_type") == "CS" and not charged:
        yield Problem(
            ("accused_cs",),
            "V14",
            Words(
                "आरोप पत्र में कम से कम एक आरोपित अभियुक्त (मद 10) आवश्यक है। अभियुक्त जोड़ें, या रिपोर्ट का प्रकार बदलें।",
                "A charge sheet needs at least one accused in item 10. Add the accused, or change the type.",
            ),
            Weight.REFUSE,
            "193(3) BNSS",
        )
    if letter.get("fr_type") == "CS" and not any(True for _ in rows(letter, "witnesses")):
        yield Problem(
            ("witnesses",),
            "V14.witness",
            Words(
                "आरोप पत्र में कोई गवाह (मद 12(i)) नहीं है। गवाह जोड़ें, या कारण लिखें।",
                "The charge sheet names no witness in item 12(i). Add one, or write the reason.",
            ),
            Weight.REASON,
        )
    if letter.get("fr_type") not in (None, "", "CS") and charged:
        yield Problem(
            ("accused_cs",),
            "V14.type",
            Words(
                "मद 10 में आरोपित अभियुक्त हैं, पर रिपोर्ट का प्रकार आरोप पत्र नहीं है। प्रकार बदलें, या कारण लिखें।",
                "Item 10 charges somebody, yet the type is not a charge sheet. Change it, or write the reason.",
            ),
            Weight.REASON,
        )


def answered_before(facts: Facts, *keys: str) -> list[Any]:
    """The rows that the earlier reports of the case hold under these keys."""
    reports = facts.case().of("iif_5")
    return [row for one in reports for key in keys for row in rows(one.letter, key)]


def every_accused_answered(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Every accused of the FIR and everybody arrested stands in item 10 or 11, here or earlier."""
    answered: list[object] = [*rows(letter, "accused_cs"), *rows(letter, "accused_ncs")]
    answered += answered_before(facts, "accused_cs", "accused_ncs")
    fir = fir_of(facts)
    asked: list[Any] = [*rows(fir.letter, "accused")] if fir else []
    asked += [one.letter.get("accused") for one in facts.case().of("iif_3")]
    left = dict.fromkeys(
        name_of(one) for one in asked if name_of(one) and not same_name(one, answered)
    )
    if left:
        names = ", ".join(left)
        yield Problem(
            ("accused_ncs",),
            "IIF5.accused",
            Words(
                f"प्राथमिकी / गिरफ्तारी के ये अभियुक्त मद 10 या 11 में नहीं हैं: {names}। उन्हें जोड़ें, या कारण लिखें।",
                f"These accused of the FIR or arrested stand neither in item 10 nor 11: {names}. Add them, "
                "or write the reason.",
            ),
            Weight.REASON,
        )


def every_item_answered(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Every item of a seizure memo of the case stands in item 9 or 12(iii), here or earlier."""
    answered = [row for key in ("property", "articles") for row in rows(letter, key)]
    answered += answered_before(facts, "property", "articles")
    marks = {str(row.get("seizure_no") or "").strip() for row in answered}
    told = {_plain(row.get("description")) for row in answered} - {""}
    left = [
        mark
        for mark, row in seized_items(facts)
        if mark not in marks and _plain(row.get("description")) not in told
    ]
    if left:
        yield Problem(
            ("property",),
            "IIF5.items",
            Words(
                f"जब्त सम्पत्ति के ये क्रम मद 9 या 12(iii) में नहीं हैं: {', '.join(left)}। उन्हें जोड़ें, या कारण लिखें।",
                f"These seized items stand neither in item 9 nor 12(iii): {', '.join(left)}. Add them, or "
                "write the reason.",
            ),
            Weight.REASON,
        )


def seized_items(facts: Facts) -> Iterator[tuple[str, Any]]:
    """Every item of the seizure memos with its mark, `IIF-4/1-2`."""
    for memo in facts.case().of("iif_4"):
        for number, row in enumerate(rows(memo.letter, "items"), start=1):
            yield f"{memo.number}-{number}", row


def _plain(text: object) -> str:
    return " ".join(str(text or "").casefold().split())


def in_time(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Two months in rape and POCSO cases (s.193(2)); 60 or 90 days where somebody is detained."""
    filed = moment_of(letter.get("dispatched_at"))[:10] or str(letter.get("report_dt") or "")
    charged = {str(row.get("arrest_code") or "") for row in rows(letter, "accused_cs")}
    if letter.get("cs_kind") == "SUPPLEMENTARY" or not filed:
        return
    for clock, code, day in deadlines(facts):
        if day and filed > day and (clock == "K13" or code in charged or not charged - {""}):
            whom = f" (अभियुक्त {code})" if code else ""
            yield Problem(
                ("report_dt",),
                f"{clock}.late",
                Words(
                    f"रिपोर्ट की अन्तिम तिथि{whom} {shown_day(day)} थी। विलम्ब का कारण लिखें।",
                    f"The last day for the report{f' (accused {code})' if code else ''} was {shown_day(day)}. "
                    "Write the reason of the delay.",
                ),
                Weight.REASON,
                "193(2) BNSS" if clock == "K13" else "187(3) BNSS",
            )


def original_or_supplement(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A case has one original report; what follows supplements it (s.193(9) BNSS)."""
    earlier = facts.case().of("iif_5")
    numbers = [one.number for one in earlier]
    if letter.get("cs_kind") == "ORIGINAL" and earlier:
        yield Problem(
            ("cs_kind",),
            "IIF5.second",
            Words(
                f"इस मुकदमे में रिपोर्ट {', '.join(numbers)} पहले से है। पूरक चुनें, या दूसरी मूल रिपोर्ट का कारण लिखें।",
                f"This case has report {', '.join(numbers)} already. Choose supplementary, or write the "
                "reason for a second original.",
            ),
            Weight.REASON,
            "193(9) BNSS",
        )
    supplement = letter.get("cs_kind") == "SUPPLEMENTARY"
    if supplement and earlier and letter.get("original_number") not in numbers:
        yield Problem(
            ("original_number",),
            "IIF5.original",
            Words(
                f"मूल संख्या इस मुकदमे की रिपोर्टों ({', '.join(numbers)}) में नहीं है। संख्या ठीक करें, या कारण लिखें।",
                f"The original number is none of this case's reports ({', '.join(numbers)}). Put it right, "
                "or write the reason.",
            ),
            Weight.REASON,
        )
