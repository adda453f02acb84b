"""Digits of both scripts, Indian grouping, and amounts of money in words."""

import re

_TO_ASCII = str.maketrans("०१२३४५६७८९", "0123456789")
_TO_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_AMOUNT = re.compile(r"(-?)([0-9]+)(?:\.([0-9]*))?")

# Above ninety-nine kharab a sum is a slip of the key, not an amount at a police station.
_TOO_LARGE = 10**13

_HINDI_WORDS = """
    शून्य एक दो तीन चार पाँच छह सात आठ नौ
    दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
    बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस
    तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
    चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास
    पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ
    साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
    सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी
    अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी
    नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे
"""
_HINDI_UNDER_100 = tuple(_HINDI_WORDS.split())
_HINDI_UNITS = (
    (10**11, "खरब"),
    (10**9, "अरब"),
    (10**7, "करोड़"),
    (10**5, "लाख"),
    (10**3, "हजार"),
    (10**2, "सौ"),
)
_ENGLISH_WORDS = """
    Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen
    Fifteen Sixteen Seventeen Eighteen Nineteen
"""
_ENGLISH_UNDER_20 = tuple(_ENGLISH_WORDS.split())
_ENGLISH_TENS = ("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")
_ENGLISH_UNITS = ((10**7, "Crore"), (10**5, "Lakh"), (10**3, "Thousand"), (10**2, "Hundred"))


class NotAnAmount(ValueError):
    """Text that is not a sum of rupees: letters, three decimals, negative in words, too large."""


def to_ascii_digits(text: str) -> str:
    """`text` with ० … ९ written 0 … 9."""
    return text.translate(_TO_ASCII)


def to_devanagari_digits(text: str) -> str:
    """`text` with 0 … 9 written ० … ९."""
    return text.translate(_TO_DEVANAGARI)


def rupees(amount: str) -> str:
    """`amount` grouped the Indian way: "1234567.50" → "12,34,567.50".

    `amount` is a decimal as text, digits of either script, commas and a rupee sign allowed; the
    decimals come back as they were written. No unit is added.

    Raises:
        NotAnAmount: `amount` is not a decimal number.
    """
    sign, whole, decimals, pointed = _parts(amount)
    head, tail = whole[:-3], whole[-3:]
    groups = [tail]
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return sign + ",".join(groups) + (f".{decimals}" if pointed and decimals else "")


def amount_in_hindi(amount: str) -> str:
    """ "1250.50" → "रुपये एक हजार दो सौ पचास और पचास पैसे मात्र".

    Raises:
        NotAnAmount: not a decimal, negative, a part of a paisa, or from 100 kharab upward.
    """
    whole, paise = _rupees_and_paise(amount)
    if whole == 0 and paise:
        return f"{number_in_hindi(paise)} पैसे मात्र"
    coins = f" और {number_in_hindi(paise)} पैसे" if paise else ""
    return f"रुपये {number_in_hindi(whole)}{coins} मात्र"


def amount_in_english(amount: str) -> str:
    """ "1250.50" → "Rupees One Thousand Two Hundred Fifty and Fifty Paise Only".

    Raises:
        NotAnAmount: not a decimal, negative, a part of a paisa, or from 100 kharab upward.
    """
    whole, paise = _rupees_and_paise(amount)
    if whole == 0 and paise:
        return f"{number_in_english(paise)} Paise Only"
    coins = f" and {number_in_english(paise)} Paise" if paise else ""
    return f"Rupees {number_in_english(whole)}{coins} Only"


def number_in_hindi(number: int) -> str:
    """A whole number from 0 up to 99 kharab in Hindi words: 342 → "तीन सौ बयालीस".

    Raises:
        NotAnAmount: negative, or from 100 kharab upward.
    """
    _refuse_outside(number)
    words = []
    rest = number
    for size, unit in _HINDI_UNITS:
        count, rest = divmod(rest, size)
        if count:
            words += [_HINDI_UNDER_100[count], unit]
    if rest or not words:
        words.append(_HINDI_UNDER_100[rest])
    return " ".join(words)


def number_in_english(number: int) -> str:
    """A whole number in English words with lakh and crore: 150000 → "One Lakh Fifty Thousand".

    Raises:
        NotAnAmount: negative, or from 100 kharab upward.
    """
    _refuse_outside(number)
    words = []
    rest = number
    for size, unit in _ENGLISH_UNITS:
        count, rest = divmod(rest, size)
        if count:
            words += [number_in_english(count), unit]
    if rest or not words:
        words.append(_english_under_100(rest))
    return " ".join(words)


def _english_under_100(number: int) -> str:
    if number < 20:
        return _ENGLISH_UNDER_20[number]
    tens = _ENGLISH_TENS[number // 10 - 2]
    return f"{tens}-{_ENGLISH_UNDER_20[number % 10]}" if number % 10 else tens


def _refuse_outside(number: int) -> None:
    if not 0 <= number < _TOO_LARGE:
        raise NotAnAmount("words exist for numbers from 0 up to 99 kharab")


def _parts(amount: str) -> tuple[str, str, str, bool]:
    plain = to_ascii_digits(amount).strip().removeprefix("₹").replace(",", "").strip()
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        raise NotAnAmount("an amount is digits with at most one point")
    sign, whole, decimals = match[1], match[2], match[3]
    return sign, whole.lstrip("0") or "0", decimals or "", decimals is not None


def _rupees_and_paise(amount: str) -> tuple[int, int]:
    sign, whole, decimals, _ = _parts(amount)
    if sign:
        raise NotAnAmount("a sum in words is never negative")
    if decimals[2:].strip("0"):
        raise NotAnAmount("there is nothing smaller than a paisa")
    if len(whole) > 13:
        raise NotAnAmount("words exist for amounts up to 99 kharab")
    return int(whole), int((decimals + "00")[:2])
