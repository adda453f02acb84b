"""What search and the person index found, as the command line prints it."""

from collections.abc import Callable, Mapping
from typing import Any

from thana_desk.actions.identity import PersonPage
from thana_desk.actions.views import Found, Hit, Line, PersonHit, Reason, ValueHit

LineJson = Callable[[Line], Mapping[str, Any]]


def hit_json(hit: Hit, line: LineJson) -> dict[str, Any]:
    """A found record."""
    return {
        **line(hit.line),
        "why": hit.why,
        "rank": hit.rank,
        "kind": hit.kind,
        "reasons": [_reason(one) for one in hit.reasons],
    }


def person_json(hit: PersonHit, line: LineJson) -> dict[str, Any]:
    """A found person."""
    return {
        "person_id": hit.person_id,
        "name": hit.name,
        "relation_hi": hit.relation.hi,
        "relation_en": hit.relation.en,
        "relative": hit.relative,
        "age": hit.age,
        "address": hit.address,
        "phones": list(hit.phones),
        "kind": hit.kind,
        "likeness": hit.likeness,
        "reasons": [_reason(one) for one in hit.reasons],
        "record": line(hit.line),
    }


def found_json(found: Found, line: LineJson) -> dict[str, Any]:
    """Everything of one question, by kind."""
    return {
        "records": [hit_json(hit, line) for hit in found.records],
        "persons": [person_json(hit, line) for hit in found.persons],
        "vehicles": [_value(hit, line) for hit in found.vehicles],
        "phones": [_value(hit, line) for hit in found.phones],
        "sections": [
            {
                "act": hit.act,
                "section": hit.section,
                "hi": hit.words.hi,
                "en": hit.words.en,
                "records": hit.count,
                "related": hit.related,
            }
            for hit in found.sections
        ],
    }


def page_json(page: PersonPage, line: LineJson) -> dict[str, Any]:
    """A person with everything on record of him."""
    return {
        "person_id": page.person_id,
        "entries": [
            {
                **person_json(one, line),
                "role_hi": page.roles[one.person_id].hi,
                "role_en": page.roles[one.person_id].en,
            }
            for one in page.entries
        ],
        "hidden": page.hidden,
        "statements": [
            {
                "record_id": one.record_id,
                "act": "merge" if one.joined else "split",
                "one": one.one,
                "other": one.other,
                "at": one.at,
                "officer_hi": one.officer.hi,
                "officer_en": one.officer.en,
                "reason": one.reason,
                "stands": one.stands,
            }
            for one in page.statements
        ],
        "possible": [
            {**person_json(one.hit, line), "why": [_reason(each) for each in one.why]}
            for one in page.possible
        ],
    }


def _reason(reason: Reason) -> dict[str, str]:
    return {
        "field_hi": reason.field.hi,
        "field_en": reason.field.en,
        "text": reason.text,
        "kind": reason.kind,
    }


def _value(hit: ValueHit, line: LineJson) -> dict[str, Any]:
    return {
        "text": hit.text,
        "field_hi": hit.field.hi,
        "field_en": hit.field.en,
        "kind": hit.kind,
        "record": line(hit.line),
    }
