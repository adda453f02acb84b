"""Sums that the program writes: the value of property (V16 of the reference)."""

from decimal import Decimal, InvalidOperation

from forms.kit.letter import Letter, rows


def total_value(letter: Letter, key: str, total_key: str) -> None:
    """Write the sum of `value_rs` of the rows under `key`; take it out where nothing is valued."""
    letter.pop(total_key, None)
    values = [row.get("value_rs") for row in rows(letter, key)]
    given = [value for value in values if isinstance(value, str) and value]
    try:
        total = sum((Decimal(value) for value in given), Decimal(0))
    except InvalidOperation:
        return
    if given:
        letter[total_key] = f"{total:f}"
