"""Rules that look at other records: what is registered once, and what was seen before."""

from collections.abc import Callable, Iterator

from forms.kit.form import Elsewhere, Facts, Rule
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words

_PROPERTY = (
    ("lost_prop", "items", Words("खोयी संपत्ति", "Lost property")),
    ("iif_1", "property", Words("प्राथमिकी", "FIR")),
    ("fir_rereg", "property", Words("पुनः पंजीकृत प्राथमिकी", "Re-registered FIR")),
    ("iif_4", "items", Words("फर्द बरामदगी", "Seizure memo")),
)
"""The forms whose items of property are looked through for a number, and where they stand."""

_NUMBERS = ("imei", "chassis_no", "engine_no", "registration_no", "serial_no")


def seen_before(own: str, key: str) -> Rule:
    """A hint where a vehicle, phone or weapon of the rows `key` stands in another record.

    `own` is the form itself: the same number in another record of it counts too. What is sealed
    to the reader gives no hint, not even that it is there.
    """

    def find(letter: Letter, facts: Facts) -> Iterator[Problem]:
        for number, row in enumerate(rows(letter, key)):
            for part in _NUMBERS:
                value = row.get(part)
                if isinstance(value, str) and value.strip():
                    yield from _hints((key, number, part), _found(value, part, row, facts))

    return Rule(f"{own}.seen", find)


def _found(value: str, part: str, row: object, facts: Facts) -> Iterator[tuple[Words, Elsewhere]]:
    for form, table, words in _PROPERTY:
        for one in facts.elsewhere(form, f"{table}.{part}", value):
            yield words, one
    if part == "serial_no":
        for one in facts.elsewhere("arms_lic", "weapons.serial_no", value):
            yield Words("शस्त्र लाइसेंस", "Arms licence"), one


def _hints(
    path: tuple[str | int, ...], found: Iterator[tuple[Words, Elsewhere]]
) -> Iterator[Problem]:
    for words, one in found:
        if not one.sealed:
            yield Problem(
                path,
                "seen",
                Words(
                    f"यह संख्या {words.hi} {one.number} में भी है। मिलान कर लें।",
                    f"This number also stands in {words.en} {one.number}. Please compare.",
                ),
                Weight.GAP,
                is_hint=True,
            )


def once(
    code: str,
    form: str,
    key: str,
    hi: str,
    en: str,
    *,
    weight: Weight = Weight.REASON,
    same: Callable[[Letter, Letter], bool] | None = None,
) -> Rule:
    """The answer under `key` stands in no other record of the form; `hi`, `en` say what it is.

    `same` compares further answers. A record that is sealed to the reader is not told of by its
    number; where it would have to be compared, it asks for a reason and refuses nothing.
    """

    def find(letter: Letter, facts: Facts) -> Iterator[Problem]:
        table, _, part = key.partition(".")
        places = (
            [
                ((table, number, part), row.get(part))
                for number, row in enumerate(rows(letter, table))
            ]
            if part
            else [((table,), letter.get(table))]
        )
        for path, value in places:
            if not isinstance(value, str) or not value.strip():
                continue
            for one in facts.elsewhere(form, key, value):
                if same and not one.sealed and not same(letter, one.letter):
                    continue
                own = Weight.REASON if same and one.sealed else weight
                where_hi = "एक गोपनीय अभिलेख" if one.sealed else f"अभिलेख {one.number}"
                where_en = "a sealed record" if one.sealed else f"record {one.number}"
                yield Problem(
                    path,
                    code,
                    Words(
                        f"{hi} {where_hi} में पहले से है। उसी अभिलेख का संशोधन करें"
                        f"{'।' if own is Weight.REFUSE else ', या कारण लिखें।'}",
                        f"{en} stands in {where_en} already. Correct that record"
                        f"{'.' if own is Weight.REFUSE else ', or write the reason.'}",
                    ),
                    own,
                )
                break

    return Rule(code, find)
