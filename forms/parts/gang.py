"""What the three gang forms share: clauses of s.2(b) U.P. Gangsters Act 1986, roles, lists of lines."""

from forms.kit.fields import Group, Index, Line, Need, Reference, Rows
from forms.kit.form import Facts
from forms.kit.letter import Letter
from forms.kit.words import Words
from forms.parts.case import case_reference
from forms.parts.lists import Fixed

CLAUSE_2B = Fixed(
    "CLAUSE_2B",
    (
        ("I", Words("(i) शरीर, सम्पत्ति व धमकी के अपराध", "(i) Offences of body, property, threat")),
        ("II", Words("(ii) अवैध शराब / मादक पदार्थ", "(ii) Illicit liquor or drugs")),
        ("III", Words("(iii) अचल सम्पत्ति पर अवैध कब्जा", "(iii) Unlawful hold of land or house")),
        ("IV", Words("(iv) लोक सेवक / साक्षी को रोकना", "(iv) Hindering public servant or witness")),
        ("V", Words("(v) अनैतिक व्यापार", "(v) Immoral traffic")),
        ("VI", Words("(vi) सार्वजनिक जुआ", "(vi) Public gambling")),
        ("VII", Words("(vii) नीलामी / निविदा में बाधा", "(vii) Hindering bids or tenders")),
        ("VIII", Words("(viii) वैध कारोबार में बाधा", "(viii) Disturbing lawful business")),
        ("IX", Words("(ix) चुनाव में बाधा", "(ix) Hindering elections")),
        ("X", Words("(x) साम्प्रदायिक हिंसा भड़काना", "(x) Inciting communal violence")),
        ("XI", Words("(xi) जनता में आतंक फैलाना", "(xi) Terror in public")),
        ("XII", Words("(xii) उपक्रम / कारखाने में आतंक", "(xii) Terrorising undertakings")),
        ("XIII", Words("(xiii) विदेश में नौकरी का झाँसा", "(xiii) False promise of work abroad")),
        ("XIV", Words("(xiv) फिरौती हेतु अपहरण", "(xiv) Kidnapping for ransom")),
        ("XV", Words("(xv) सार्वजनिक परिवहन मोड़ना", "(xv) Diverting public transport")),
        ("XVI", Words("(xvi) अवैध साहूकारी", "(xvi) Unlawful money lending")),
        ("XVII", Words("(xvii) गोवंश तस्करी / गोवध", "(xvii) Smuggling or slaughter of cattle")),
        ("XVIII", Words("(xviii) मानव तस्करी", "(xviii) Human trafficking")),
        (
            "XIX",
            Words("(xix) विधि विरुद्ध क्रियाकलाप (यू0ए0पी0ए0)", "(xix) Unlawful activities (UAPA)"),
        ),
        ("XX", Words("(xx) जाली मुद्रा", "(xx) Fake currency")),
        ("XXI", Words("(xxi) नकली दवा", "(xxi) Spurious medicines")),
        ("XXII", Words("(xxii) अवैध शस्त्र", "(xxii) Unlawful arms")),
        ("XXIII", Words("(xxiii) वन / वन्यजीव", "(xxiii) Forest and wild life")),
        ("XXIV", Words("(xxiv) मनोरंजन / बाजी कर", "(xxiv) Entertainment and betting tax")),
        (
            "XXV",
            Words("(xxv) राज्य सुरक्षा / लोक व्यवस्था", "(xxv) Security of the State, public order"),
        ),
    ),
    scope="offender",
)
"""Short names of ours; clauses (xvi) to (xxv) by the amendment of 2015. To be confirmed."""

MEMBER_ROLE = Fixed(
    "GANG_ROLE",
    (
        ("LEADER", Words("सरगना", "Leader")),
        ("ACTIVE", Words("सक्रिय", "Active")),
        ("SHOOTER", Words("शूटर", "Shooter")),
        ("SCOUT", Words("रेकी", "Scout")),
        ("HARBOURER", Words("पनाहदाता", "Harbourer")),
        ("FINANCIER", Words("फाइनेंसर", "Financier")),
        ("ASSOCIATE", Words("सहयोगी", "Associate")),
    ),
    scope="offender",
)


def line_rows(
    key: str, words: Words, *, need: Need = Need.OPTIONAL, index: Index | None = None
) -> Rows:
    """Any number of single lines under `text`: weapons, hideouts, rivals."""
    return Rows(
        key,
        words,
        need=need,
        row=Group(
            "line_row",
            words,
            parts=(Line("text", words, most=300, need=Need.EXPECTED, index=index),),
        ),
    )


def gang_reference() -> Reference:
    """The field `gang_ref`: the gang a record stands under, written by the program."""
    return Reference("gang_ref", Words("गैंग", "Gang"), form="ocis_1", fixed=True)


def refer_to_gang(letter: Letter, facts: Facts) -> None:
    """Fill `gang_ref` from the parent; to be called in a form's `prepare`."""
    parent = facts.case().parent
    letter.pop("gang_ref", None)
    if parent is not None and parent.form == "ocis_1":
        letter["gang_ref"] = case_reference(parent, str(parent.letter.get("gang_name") or ""))
