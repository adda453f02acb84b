"""A fictional case around a paper of the investigator: its FIR and what is registered in it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from forms.catalogue import form
from forms.kit.check import check, settled
from forms.kit.form import CaseFile, CaseRecord, Facts
from forms.kit.when import IST

NOW = dt.datetime(2026, 11, 23, 10, 42, tzinfo=IST)
OFFICER = {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"}


def ago(hours: float) -> str:
    return (NOW - dt.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")


def make_record(code: str, number: str, letter: dict[str, Any], **more: str) -> CaseRecord:
    at = more.get("registered_at", ago(1) + ":00+05:30")
    return CaseRecord(f"{code}-{number}", code, number, at, letter, more.get("parent_id", "fir"))


def make_fir(**answers: Any) -> CaseRecord:
    """The FIR 0059/2026, registered 30 hours ago, with these answers over the sample's."""
    letter = {**form("iif_1").sample(NOW), "info_at": ago(31), **answers}
    return CaseRecord("fir", "iif_1", "0059/2026", ago(30) + ":00+05:30", letter)


def make_facts(*records: CaseRecord, parent: CaseRecord | None = None, **more: Any) -> Facts:
    case = CaseFile(records, parent or (records[0] if records else None))
    return Facts(now=NOW, role="io", officer=OFFICER, case=lambda: case, **more)


def codes(code: str, letter: dict[str, Any], facts: Facts | None = None) -> set[str]:
    """The codes of what is wrong with `letter`, prepared as the desk prepares it."""
    facts = facts or make_facts()
    asked = form(code)
    answers = settled(asked, letter)
    asked.prepare(answers, facts)
    return {problem.code for problem in check(asked, answers, facts)}


def changed(code: str, without: Iterable[str] = (), **answers: Any) -> dict[str, Any]:
    """The sample of a form with other answers."""
    letter = {**form(code).sample(NOW), **answers}
    return {key: value for key, value in letter.items() if key not in set(without)}
