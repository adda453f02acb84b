"""A person in any part: informant, victim, accused, witness (items 6 and 7 of the FIR)."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from forms.kit.condition import Condition, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    Field,
    Group,
    Index,
    Keeps,
    Line,
    Need,
    Number,
    Rows,
)
from forms.kit.words import Words
from forms.parts.build import PHYSICAL
from forms.parts.lists import Listed
from forms.parts.place import typed_address_parts

FIR_ITEMS: Mapping[str, str] = MappingProxyType(
    {
        "name": "a",
        "relation_type": "b",
        "relative_name": "b",
        "dob": "c",
        "birth_year": "c",
        "age_years": "c",
        "nationality": "d",
        "uid_no": "e",
        "passport_no": "f",
        "passport_issued": "f",
        "passport_place": "f",
        "ids": "g",
        "occupation": "h",
        "addresses": "i",
        "phones": "j",
    }
)
"""Letters of item 6 of the printed FIR."""
ARREST_ITEMS: Mapping[str, str] = MappingProxyType(
    {
        "name": "i",
        "relative_name": "ii",
        "alias": "iii",
        "nationality": "v",
        "passport_no": "vi",
        "ids": "vi",
        "religion": "vii",
        "caste": "viii",
        "caste_category": "ix",
        "occupation": "x",
        "addresses": "xi, xii",
        "physical": "9",
    }
)
"""Numbers of item 6 of the arrest form (IIF-3); its item 9 stands with the person."""
CHARGED_ITEMS: Mapping[str, str] = MappingProxyType(
    {
        "name": "i",
        "relative_name": "ii",
        "dob": "iii",
        "birth_year": "iii",
        "age_years": "iii",
        "gender": "iv",
        "nationality": "v",
        "passport_no": "vi",
        "ids": "vii",
        "phones": "viii",
        "email": "ix",
        "religion": "x",
        "caste_category": "xi",
        "occupation": "xii",
        "addresses": "xiii",
    }
)
"""Numbers of item 10 of the final report (IIF-5)."""

_NAME = r"[^0-9०-९<>{}\[\]|\\]*"
_NAME_WORDS = Words(
    "नाम में अंक या कोष्ठक नहीं होते। कृपया केवल नाम लिखें; अज्ञात हो तो ‘अज्ञात’ लिखें।",
    "A name has no digits or brackets. Please write the name alone; if unknown, write ‘अज्ञात’.",
)
_PHONE_WORDS = Words(
    "मोबाइल नम्बर 10 अंकों का होता है और 6 से 9 के बीच के अंक से शुरू होता है; "
    "लैंडलाइन 0 और एस.टी.डी. कोड सहित लिखें।",
    "A mobile number has 10 digits and starts with 6 to 9; write a landline with 0 and its STD code.",
)
_UID_WORDS = Words(
    "आधार 12 अंकों का होता है। पूरा नम्बर नहीं रखा जाता: केवल अन्तिम 4 अंक लिखें, जैसे XXXXXXXX1234।",
    "Aadhaar has 12 digits. The full number is not kept: write only the last 4, such as XXXXXXXX1234.",
)


def person_parts(
    *,
    sealed: bool = False,
    accused: bool = False,
    photo: Need = Need.OPTIONAL,
    body: bool = False,
    items: Mapping[str, str] | None = None,
) -> tuple[Field, ...]:
    """The parts of a person in the order of item 6 of the FIR.

    `items` are the official item numbers of the parts by key: only where the form has them, so
    that no other form shows letters that are not its own. A numbered part is printed.

    `sealed` masks what may reveal the person for roles that may not see it (BNS 72, POCSO 23,
    JJ Act 74); `accused` asks for religion and caste, as the arrest form does. `photo` is how much the photo is wanted;
    `body` prints photo and physical features with the person, where the form is about the body.
    """
    wanted = Need.EXPECTED if accused else Need.OPTIONAL
    parts: tuple[Field, ...] = (
        Line(
            "name",
            Words("नाम", "Name"),
            most=300,
            need=Need.EXPECTED,
            pattern=_NAME,
            pattern_words=_NAME_WORDS,
            index=Index.NAME,
            sealed=sealed,
            help=Words(
                "पूरा नाम एक साथ लिखें। नाम न मालूम हो तो ‘अज्ञात’ लिखें।",
                "Write the full name together. If it is not known, write ‘अज्ञात’.",
            ),
        ),
        Line(
            "alias",
            Words("उर्फ", "Alias"),
            most=200,
            index=Index.NAME,
            sealed=sealed,
        ),
        Choice(
            "relation_type",
            Words("रिश्ता", "Relation"),
            choices=Listed("REL_TYPE"),
        ),
        Line(
            "relative_name",
            Words("पिता / पति का नाम", "Father's / husband's name"),
            need_when=Not(Is("name", "अज्ञात")),
            pattern=_NAME,
            pattern_words=_NAME_WORDS,
            index=Index.RELATIVE,
            sealed=sealed,
        ),
        Choice("gender", Words("लिंग", "Gender"), choices=Listed("GENDER"), need=wanted),
        Date(
            "dob",
            Words("जन्म तिथि", "Date of birth"),
            sealed=sealed,
            help=Words(
                "जन्म तिथि, जन्म वर्ष या आयु में से कोई एक।",
                "One of date of birth, year of birth or age.",
            ),
        ),
        Number(
            "birth_year",
            Words("जन्म वर्ष", "Year of birth"),
            least=1900,
            most=2100,
            shown_when=Not(Filled("dob")),
        ),
        Number(
            "age_years",
            Words("आयु (वर्ष)", "Age (years)"),
            least=0,
            most=120,
            shown_when=Not(Filled("dob")),
        ),
        Number(
            "age_months",
            Words("आयु (माह)", "Age (months)"),
            least=0,
            most=11,
            shown_when=OneOf("age_years", (0, 1, 2)),
        ),
        Choice("nationality", Words("राष्ट्रीयता", "Nationality"), choices=Listed("COUNTRY")),
        Line(
            "uid_no",
            Words("यूआईडी सं0 (आधार, अन्तिम 4 अंक)", "UID no. (Aadhaar, last 4 digits)"),
            most=12,
            pattern=r"X{8}[0-9]{4}",
            pattern_words=_UID_WORDS,
            sealed=True,
        ),
        Line(
            "passport_no",
            Words("पासपोर्ट सं0", "Passport no."),
            most=20,
            pattern=r"[A-Z0-9]{6,20}",
            pattern_words=Words(
                "पासपोर्ट संख्या बड़े अंग्रेजी अक्षरों और अंकों में लिखें, जैसे A1234567।",
                "Write the passport number in capital letters and digits, such as A1234567.",
            ),
            index=Index.IDENTITY,
        ),
        Date(
            "passport_issued",
            Words("जारी करने की तिथि", "Date of issue"),
            shown_when=Filled("passport_no"),
        ),
        Line(
            "passport_place",
            Words("जारी करने का स्थान", "Place of issue"),
            shown_when=Filled("passport_no"),
        ),
        Rows(
            "ids",
            Words("पहचान विवरण", "ID details"),
            row=Group(
                "id",
                Words("पहचान पत्र", "Identity document"),
                parts=(
                    Choice(
                        "id_type",
                        Words("पहचान पत्र का प्रकार", "ID type"),
                        choices=Listed("ID_TYPE"),
                        need=Need.EXPECTED,
                    ),
                    Line(
                        "id_no",
                        Words("पहचान संख्या", "ID number"),
                        most=40,
                        need=Need.EXPECTED,
                        index=Index.IDENTITY,
                        sealed=True,
                    ),
                ),
            ),
        ),
        Line("occupation", Words("व्यवसाय", "Occupation")),
        Choice(
            "religion",
            Words("धर्म", "Religion"),
            choices=Listed("RELIGION"),
            need=wanted,
            printed=False,
        ),
        Line("caste", Words("जाति", "Caste"), most=80, need=wanted, printed=False),
        Choice(
            "caste_category",
            Words("वर्ग", "Category"),
            choices=Listed("CASTE_CAT"),
            need=wanted,
            printed=False,
        ),
        Choice(
            "marital_status",
            Words("वैवाहिक स्थिति", "Marital status"),
            choices=Listed("MARITAL"),
            printed=False,
        ),
        Choice(
            "education", Words("शिक्षा", "Education"), choices=Listed("EDUCATION"), printed=False
        ),
        Rows(
            "addresses",
            Words("पता", "Address"),
            need=Need.EXPECTED,
            row=Group(
                "address",
                Words("पता", "Address"),
                kind="address",
                parts=typed_address_parts(sealed),
            ),
        ),
        Rows(
            "phones",
            Words("दूरभाष / मोबाइल", "Phone / mobile"),
            row=Group(
                "phone_row",
                Words("नम्बर", "Number"),
                parts=(
                    Line(
                        "phone",
                        Words("नम्बर", "Number"),
                        most=16,
                        pattern=r"[6-9][0-9]{9}|0[0-9]{9,11}|\+[1-9][0-9]{7,14}",
                        pattern_words=_PHONE_WORDS,
                        index=Index.PHONE,
                        sealed=sealed,
                    ),
                ),
            ),
        ),
        Line(
            "email",
            Words("ई-मेल", "E-mail"),
            most=120,
            pattern=r"[^@\s]+@[^@\s]+\.[^@\s]+",
            pattern_words=Words(
                "ई-मेल पता ऐसे लिखें: naam@example.in",
                "Write an e-mail address like naam@example.in",
            ),
            printed=False,
        ),
        Attachment(
            "photo",
            Words("फोटो", "Photo"),
            mimes=("image/jpeg", "image/png"),
            keeps=Keeps.LIKENESS,
            sides=("front",),
            need=photo,
            printed=body,
            sealed=sealed,
        ),
        Group(
            "physical",
            Words("शारीरिक विशेषताएँ", "Physical features"),
            kind="physical",
            parts=PHYSICAL,
            printed=body,
        ),
    )
    if items is None:
        return parts
    return tuple(
        replace(one, item=items.get(one.key, ""), printed=one.printed or one.key in items)
        for one in parts
    )


def person(
    key: str,
    words: Words,
    *,
    item: str = "",
    need: Need = Need.OPTIONAL,
    sealed: bool = False,
    accused: bool = False,
    photo: Need = Need.OPTIONAL,
    body: bool = False,
    items: Mapping[str, str] | None = None,
    extra: tuple[Field, ...] = (),
    shown_when: Condition | None = None,
    need_when: Condition | None = None,
) -> Group:
    """One person."""
    return Group(
        key,
        words,
        item=item,
        need=need,
        need_when=need_when,
        kind="person",
        parts=(
            *person_parts(sealed=sealed, accused=accused, photo=photo, body=body, items=items),
            *extra,
        ),
        shown_when=shown_when,
    )


def persons(
    key: str,
    words: Words,
    *,
    item: str = "",
    need: Need = Need.OPTIONAL,
    sealed: bool = False,
    accused: bool = False,
    items: Mapping[str, str] | None = None,
    extra: tuple[Field, ...] = (),
    help: Words | None = None,
    shown_when: Condition | None = None,
    need_when: Condition | None = None,
) -> Rows:
    """Any number of persons."""
    return Rows(
        key,
        words,
        item=item,
        need=need,
        need_when=need_when,
        shown_when=shown_when,
        help=help,
        row=Group(
            "person",
            words,
            kind="person",
            gist=("name", "alias", "relative_name", "gender", "age_years"),
            parts=(*person_parts(sealed=sealed, accused=accused, items=items), *extra),
        ),
    )
