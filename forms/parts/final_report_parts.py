"""The tables of the final report: accused (items 10, 11), witnesses, documents and articles (item 12)."""

from dataclasses import replace

from forms.kit.condition import Is, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Field,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Number,
    Rows,
    YesNo,
)
from forms.kit.words import Words
from forms.parts.investigation import own_sections, with_printed
from forms.parts.lists import Fixed, Listed
from forms.parts.person import CHARGED_ITEMS, persons
from forms.parts.property import properties

_TAKEN = OneOf("status", ("FORWARDED", "POLICE_CUSTODY", "JUDICIAL_CUSTODY", "ARRESTED"))
_BAILED = OneOf("status", ("BAILED_POLICE", "BAILED_COURT"))

EVIDENCE_TYPE = Fixed(
    "EVIDENCE_TYPE",
    (
        ("EYE", Words("चक्षुदर्शी", "Eye-witness")),
        ("VICTIM", Words("पीड़ित", "Victim")),
        ("CIRCUMSTANCE", Words("परिस्थितिजन्य", "Circumstantial")),
        ("SEIZURE", Words("फर्द / बरामदगी", "Seizure")),
        ("MEDICAL", Words("चिकित्सीय", "Medical")),
        ("EXPERT", Words("विशेषज्ञ", "Expert")),
        ("ELECTRONIC", Words("इलेक्ट्रॉनिक अभिलेख", "Electronic record")),
        ("FORMAL", Words("औपचारिक", "Formal")),
        ("POLICE", Words("पुलिस / विवेचक", "Police or investigating officer")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
LOCATION = Fixed(
    "ARTICLE_LOCATION",
    (
        ("MALKHANA", Words("मालखाना", "Malkhana")),
        ("FSL", Words("विधि विज्ञान प्रयोगशाला", "Forensic laboratory")),
        ("EXPERT", Words("अन्य विशेषज्ञ", "Other expert")),
        ("COURT", Words("न्यायालय", "Court")),
        ("BANK", Words("बैंक", "Bank")),
        ("TREASURY", Words("कोषागार", "Treasury")),
        ("OWNER", Words("सुपुर्दगी (स्वामी)", "Released to the owner")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)

SEIZED: Field = Line(
    "seizure_no",
    Words("फर्द सं0 व क्रम", "Seizure memo and item"),
    most=40,
    index=Index.NUMBER,
    help=Words("जैसे IIF-4/1-2 (फर्द 1 का क्रम 2)।", "Such as IIF-4/1-2 (item 2 of memo 1)."),
)

SURETIES = Rows(
    "sureties",
    Words("जमानतदार", "Sureties"),
    item="xx",
    row=Group(
        "surety",
        Words("जमानतदार", "Surety"),
        parts=(
            Line("name", Words("नाम", "Name"), need=Need.EXPECTED, index=Index.NAME, sealed=True),
            Line("father", Words("पिता का नाम", "Father's name"), sealed=True),
            Line("address", Words("पता", "Address"), sealed=True),
        ),
    ),
)
PREVIOUS = Rows(
    "previous",
    Words("पूर्व दोषसिद्धियाँ", "Previous convictions"),
    item="xxi",
    row=Group(
        "conviction",
        Words("दोषसिद्धि", "Conviction"),
        parts=(
            Line("case_no", Words("मु0अ0सं0 / वाद सं0", "Case no."), most=60, index=Index.NUMBER),
            Line("thana", Words("थाना, जनपद", "Police station, district")),
            Line("sections", Words("धारा", "Sections"), most=120),
            Line("result", Words("दण्ड व दिनांक", "Sentence and date")),
        ),
    ),
)

CHARGED = persons(
    "accused_cs",
    Words("आरोपित अभियुक्त", "Accused charge-sheeted"),
    item="10",
    sealed=True,
    accused=True,
    items=CHARGED_ITEMS,
    extra=(
        YesNo("name_verified", Words("नाम सत्यापित?", "Name verified?"), item="i"),
        Line("arrest_code", Words("अभियुक्त कोड", "Accused code"), most=10, printed=False),
        Line(
            "prov_crim_no",
            Words("अनन्तिम अपराधी सं0", "Provisional criminal no."),
            item="xiv",
            most=40,
        ),
        Line("reg_crim_no", Words("नियमित अपराधी सं0", "Regular criminal no."), item="xv", most=40),
        Date(
            "arrested_on",
            Words("गिरफ्तारी दिनांक", "Date of arrest"),
            item="xvi",
            need_when=_TAKEN,
        ),
        Date(
            "bailed_on",
            Words("जमानत पर छूटने का दिनांक", "Date of release on bail"),
            item="xvii",
            need_when=_BAILED,
        ),
        Date(
            "forwarded_on",
            Words("न्यायालय भेजने का दिनांक", "Date forwarded to court"),
            item="xviii",
            need_when=Is("status", "FORWARDED"),
        ),
        replace(own_sections("own_acts"), item="xix"),
        SURETIES,
        PREVIOUS,
        Choice(
            "status",
            Words("अभियुक्त की स्थिति", "Status of the accused"),
            item="xxii",
            choices=Listed("ACC_STATUS"),
            need=Need.EXPECTED,
        ),
    ),
)

NOT_CHARGED = persons(
    "accused_ncs",
    Words("अनारोपित अभियुक्त", "Accused not charge-sheeted"),
    item="11",
    sealed=True,
    extra=(
        Date("arrested_on", Words("गिरफ्तारी दिनांक", "Date of arrest")),
        LongText(
            "reason",
            Words("आरोपित न करने का कारण", "Why not charge-sheeted"),
            most=3000,
            need=Need.EXPECTED,
        ),
    ),
)

WITNESSES = persons(
    "witnesses",
    Words("गवाह", "Witnesses"),
    item="12(i)",
    sealed=True,
    extra=(
        YesNo("statement", Words("कथन अंकित?", "Statement recorded?"), need=Need.EXPECTED),
        Line("pages", Words("पृष्ठ", "Pages"), most=20),
        Choice(
            "evidence_type",
            Words("साक्ष्य का प्रकार", "Type of evidence"),
            choices=EVIDENCE_TYPE,
            need=Need.EXPECTED,
        ),
        Line("doc_nos", Words("प्रदर्श / दस्तावेज सं0", "Document nos."), most=80),
    ),
)

DOCUMENTS = Rows(
    "documents",
    Words("दस्तावेज", "Documents"),
    item="12(ii)",
    row=Group(
        "document",
        Words("दस्तावेज", "Document"),
        parts=(
            Line("title", Words("विवरण", "Details"), need=Need.EXPECTED),
            Number("pages", Words("पृष्ठ", "Pages"), least=0, most=100_000),
            Line("brief", Words("संक्षेप", "In brief"), most=500),
            Line("witness", Words("साबित करने वाला गवाह", "Witness who proves it"), sealed=True),
        ),
    ),
)

ARTICLES = Rows(
    "articles",
    Words("वस्तुएँ / इलेक्ट्रॉनिक उपकरण", "Articles and electronic devices"),
    item="12(iii)",
    row=Group(
        "article",
        Words("वस्तु", "Article"),
        parts=(
            Line("description", Words("विवरण", "Description"), most=500, need=Need.EXPECTED),
            SEIZED,
            YesNo("perishable", Words("नाशवान?", "Perishable?")),
            Choice("location", Words("कहाँ है", "Where it is"), choices=LOCATION, need=Need.EXPECTED),
            Line("order", Words("निस्तारण आदेश", "Disposal order")),
            YesNo("electronic", Words("इलेक्ट्रॉनिक उपकरण?", "Electronic device?"), printed=False),
            Rows(
                "custody_chain",
                Words("अभिरक्षा का क्रम", "Sequence of custody"),
                need_when=Is("electronic", True),
                source="193(3)(i)(i) BNSS",
                row=Group(
                    "custody",
                    Words("अभिरक्षा", "Custody"),
                    parts=(
                        DateTime("at", Words("दिनांक व समय", "Date and time")),
                        Line("given_by", Words("किसने दिया", "From")),
                        Line("taken_by", Words("किसने लिया", "To"), need=Need.EXPECTED),
                        Line("purpose", Words("प्रयोजन", "Purpose")),
                        Line("hash", Words("हैश", "Hash"), most=128),
                    ),
                ),
            ),
        ),
    ),
)

PROPERTY = with_printed(
    properties(
        "property",
        Words("सम्पत्ति / दस्तावेज (इलेक्ट्रॉनिक सहित)", "Property and documents, electronic included"),
        item="9",
        extra=(
            SEIZED,
            Line("seized_from", Words("किससे / कहाँ से", "From whom or where"), sealed=True),
            Line("disposal", Words("निस्तारण", "Disposal")),
        ),
    ),
    "malkhana_no",
)
