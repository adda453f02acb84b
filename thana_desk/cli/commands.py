"""What each command does, over the actions."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forms.kit.form import Form
from thana_desk.actions.errors import Refused
from thana_desk.cli import hindi, papers
from thana_desk.cli.answers import DONE, FAILED, out, refused, told
from thana_desk.texts import words

if TYPE_CHECKING:
    from thana_desk.actions.comparing import Comparison
    from thana_desk.actions.desk import Desk


def run(options: argparse.Namespace, home: Path) -> int:
    """Do the command and give its exit code."""
    name = options.command.replace("-", "_")
    if getattr(options, "what", None):
        name = f"{name}_{options.what}"
    try:
        if name in _FREE:
            return _FREE[name](options)
        desk = signed_in(home, options.as_who)
        try:
            if options.order:
                from thana_desk.actions import delegating

                desk = delegating.take_up(desk, options.order)
            return _AT_DESK[name](desk, options)
        finally:
            desk.close()
    except Refused as error:
        return refused(error)
    except OSError as error:
        told(
            f"{words('cli.file').hi} {words('cli.file').en} {error.strerror} {error.filename or ''}"
        )
        return FAILED


def signed_in(home: Path, who: str | None) -> "Desk":
    """The desk that a command acts at.

    In a sample home the role named (the moharir where none is); in a real home the login named,
    with the password from THANA_DESK_PASSWORD or asked for.
    """
    from thana_desk.actions import demo, homes

    homes.sheet(home)
    if homes.is_demo(home):
        return demo.sign_in(home, who or "moharir")
    login = who or input("login: ")
    password = os.environ.get("THANA_DESK_PASSWORD")
    if password is None:
        import getpass

        password = getpass.getpass("password: ")
    return homes.sign_in(home, login, password)


def form_line(form: Form) -> dict[str, Any]:
    """One line of the list of forms."""
    from forms.codes import duties

    known = {duty.id: duty for duty in duties()}
    return {
        "code": form.code,
        "name_hi": form.title.hi,
        "name_en": form.title.en,
        "role": form.role,
        "duty": ", ".join(form.duty),
        "duty_hi": [known[one].words.hi for one in form.duty if one in known],
        "series": [one.series for one in form.numbered if one.series],
        "parent": form.parent or None,
        "also_under": list(form.also_under),
        "trust": form.trust.value,
        "version": form.version,
    }


def duties_list(options: argparse.Namespace) -> int:
    """The duties of the letter, each with the form, screen or command that does it."""
    from thana_desk.actions.duties import duty_lines

    out([line.to_json() for line in duty_lines()])
    return DONE


def grants_list(options: argparse.Namespace) -> int:
    """Every grant, and the duties it rests on."""
    if options.markdown:
        from thana_desk.actions.grant_table import grant_table

        sys.stdout.write(grant_table())
        return DONE
    from thana_desk.actions.duties import grant_lines

    out([line.to_json() for line in grant_lines()])
    return DONE


def names(options: argparse.Namespace) -> int:
    """How like two names are."""
    from thana_desk.hindi.names import SAME, keys, likeness, name_words

    like = likeness(options.one, options.other)
    one, other = ("".join(name_words(text)) for text in (options.one, options.other))
    out(
        {
            "same": like >= SAME,
            "likeness": round(like, 3),
            "keys_one": list(keys(one)),
            "keys_other": list(keys(other)),
        }
    )
    return DONE


def case(desk: "Desk", options: argparse.Namespace) -> int:
    """One case."""
    from thana_desk.actions import cases

    out(cases.case(desk, options.id).to_json())
    return DONE


def phrases_list(desk: "Desk", options: argparse.Namespace) -> int:
    """The phrase book."""
    from thana_desk.actions import phrases

    found = phrases.fitting(phrases.phrases(desk), options.find, form=options.form)
    out([one.to_json() for one in found])
    return DONE


def quality(desk: "Desk", options: argparse.Namespace) -> int:
    """What is missing or late, over all cases."""
    from thana_desk.actions import cases

    found = cases.shortcomings(desk, options.from_day, options.to_day)
    out([one.to_json() for one in found])
    return DONE


def forms_list(options: argparse.Namespace) -> int:
    """All forms."""
    from forms.catalogue import all_forms

    out([form_line(form) for form in all_forms().values()])
    return DONE


def forms_sample(options: argparse.Namespace) -> int:
    """Fictional answers of one form."""
    from forms.catalogue import NoSuchForm, form
    from thana_desk.actions.clock import SystemClock

    try:
        out(form(options.code).sample(SystemClock().now()))
    except NoSuchForm:
        told(words("actions.no_such_form", code=options.code[:60]).en)
        return FAILED
    return DONE


def record_new(desk: "Desk", options: argparse.Namespace) -> int:
    """Register a record from a file."""
    from thana_desk.actions import records

    try:
        text = sys.stdin.read() if options.file == "-" else Path(options.file).read_text("utf-8")
        letter = json.loads(text)
        if not isinstance(letter, dict):
            raise ValueError
    except (ValueError, RecursionError) as error:
        raise Refused(words("cli.not_json")) from error
    reasons = dict(one.partition("=")[::2] for one in options.reason)
    done = records.register(
        desk,
        options.code,
        letter,
        reasons=reasons,
        parent_id=options.parent,
        request_id=options.request,
    )
    out(
        {
            "record_id": done.record_id,
            "number": done.number,
            "title": done.title,
            "consequences": [
                {"form": one.form_code, "record_id": one.record_id, "number": one.number}
                for one in done.consequences
            ],
            "gaps": [gap.to_json() for gap in done.gaps],
            "papers": [paper.code for paper in done.papers],
        }
    )
    return DONE


def record_show(desk: "Desk", options: argparse.Namespace) -> int:
    """One registered record."""
    from thana_desk.actions import records

    view = records.record(desk, options.id)
    out(
        {
            "record_id": view.record_id,
            "form": view.form_code,
            "number": view.number,
            "title": view.title,
            "status": view.status,
            "version": view.version,
            "registered_at": view.registered_at,
            "registered_by": view.registered_by.hi,
            "role": view.role,
            "sensitive": view.sensitive,
            "masked": view.masked,
            "event_hash": view.event_hash,
            "sync": view.sync.state,
            "letter": view.letter,
            "gaps": [gap.to_json() for gap in view.gaps],
            "clocks": [
                {"code": one.code, "due_at": one.due_at, "late": one.late, "hi": one.words.hi}
                for one in view.clocks
            ],
            "versions": [
                {
                    "version": one.version,
                    "at": one.at,
                    "by": one.actor_name.hi,
                    "reason": one.reason,
                }
                for one in view.versions
            ],
        }
    )
    return DONE


def _line(line: Any) -> dict[str, Any]:
    return {
        "record_id": line.record_id,
        "form": line.form_code,
        "number": line.number,
        "title": line.title,
        "registered_at": line.registered_at,
        "sync": line.sync_state,
    }


def record_list(desk: "Desk", options: argparse.Namespace) -> int:
    """Registered records, newest first."""
    from thana_desk.actions import records

    listing = records.listing(desk, options.form, limit=1000)
    out({"total": listing.total, "records": [_line(line) for line in listing.lines]})
    return DONE


def search(desk: "Desk", options: argparse.Namespace) -> int:
    """Find records."""
    from thana_desk.actions import searching
    from thana_desk.cli.findings import found_json, hit_json

    if options.groups:
        out(found_json(searching.find(desk, options.text), _line))
    else:
        out([hit_json(hit, _line) for hit in searching.search(desk, options.text)])
    return DONE


def persons(desk: "Desk", options: argparse.Namespace) -> int:
    """Find persons."""
    from thana_desk.actions import persons as index
    from thana_desk.cli.findings import person_json

    out([person_json(hit, _line) for hit in index.persons(desk, options.text)])
    return DONE


def person_show(desk: "Desk", options: argparse.Namespace) -> int:
    """Everything on record of a person."""
    from thana_desk.actions import identity
    from thana_desk.cli.findings import page_json

    out(page_json(identity.person(desk, options.id), _line))
    return DONE


def person_link(desk: "Desk", options: argparse.Namespace) -> int:
    """Two entries are one person, or are not."""
    from thana_desk.actions import identity
    from thana_desk.actions.person_groups import group_of

    if options.what == "merge":
        done = identity.merge(desk, options.one, options.other, options.reason)
    else:
        done = identity.split(desk, options.one, options.reason, options.other)
    out({"record_id": done.record_id, "person": group_of(desk, options.one)})
    return DONE


def _compare(desk: "Desk", code: str) -> int:
    from thana_desk.actions import comparing

    found = comparing.compare(desk, code)
    out(_comparison(found))
    return DONE if found.holds else FAILED


def _comparison(found: "Comparison") -> dict[str, Any]:
    return {
        "ok": found.holds,
        "state": found.state.value,
        "record": _line(found.line) if found.line else None,
        "version_at": found.version_at,
        "hi": found.words.hi,
        "en": found.words.en,
    }


def _compare_scan(desk: "Desk", file: str) -> int:
    from thana_desk.actions import paper_scans

    pages = paper_scans.compare_scan(desk, Path(file))
    codes = [one for page in pages for one in page.found]
    holds = bool(codes) and all(one.holds for one in codes)
    told = [{"page": one.number, "found": [_comparison(two) for two in one.found]} for one in pages]
    out({"ok": holds, "pages": told})
    return DONE if holds else FAILED


def verify(desk: "Desk", options: argparse.Namespace) -> int:
    """Prove the journal, or compare with it one paper or all papers of a scan."""
    if options.code is not None:
        return _compare(desk, options.code)
    if options.scan is not None:
        return _compare_scan(desk, options.scan)
    from thana_desk.actions import verifying

    outcome = verifying.verify(desk)
    out(
        {
            "ok": outcome.ok,
            "events": outcome.events,
            "head": outcome.head,
            "findings": [
                {"code": one.code, "place": one.place, "hi": one.words.hi, "en": one.words.en}
                for one in outcome.findings
            ],
        }
    )
    return DONE if outcome.ok else FAILED


def gateway(options: argparse.Namespace) -> int:
    """Run the gateway until it is stopped."""
    from sync.gateway.serve import serve

    serve(options.store, options.port, options.host)
    return DONE


def enrol_code(options: argparse.Namespace) -> int:
    """Make an enrolment code at the gateway's store."""
    from thana_desk.actions.demo import new_enrol_code

    out({"code": new_enrol_code(options.store, options.thana), "thana": options.thana})
    return DONE


def enrol(desk: "Desk", options: argparse.Namespace) -> int:
    """Enrol this PC."""
    from thana_desk.actions import syncing

    syncing.enrol(desk, options.url, options.code, Path(options.ca) if options.ca else None)
    out({"enrolled": True})
    return DONE


def sync(desk: "Desk", options: argparse.Namespace) -> int:
    """One exchange with the data centre."""
    from thana_desk.actions import syncing

    outcome = syncing.sync_once(desk)
    out(
        {
            "state": outcome.state,
            "sent": outcome.sent,
            "received": outcome.received,
            "acknowledged": outcome.acknowledged,
            "pending": outcome.pending,
            "files_sent": outcome.files_sent,
            "files_received": outcome.files_received,
            "files_waiting": outcome.files_waiting,
            "hi": outcome.words.hi,
            "en": outcome.words.en,
        }
    )
    return DONE if outcome.done else FAILED


def codes_list(desk: "Desk", options: argparse.Namespace) -> int:
    """Every code of every list."""
    from thana_desk.actions import code_lists

    out(
        [
            {
                "list": one.list_id,
                "code": one.code,
                "hi": one.words.hi,
                "en": one.words.en,
                "offered": not one.hidden,
            }
            for one in code_lists.lines(desk)
        ]
    )
    return DONE


def codes_update(desk: "Desk", options: argparse.Namespace) -> int:
    """Take a signed update."""
    from thana_desk.actions import code_lists

    taken = code_lists.take_update(desk, Path(options.file))
    out({"version": taken.version, "newer": taken.files})
    return DONE


def codes_hide(desk: "Desk", options: argparse.Namespace) -> int:
    """Offer a code no longer, or again."""
    from thana_desk.actions import code_lists

    hidden = options.what == "hide"
    code_lists.hide(desk, options.list, options.code, hidden=hidden)
    out({"list": options.list, "code": options.code, "offered": not hidden})
    return DONE


def sign_codes(options: argparse.Namespace) -> int:
    """Sign newer data files with the data centre's key."""
    import datetime as dt

    from sync.gateway.store import Store
    from thana_desk.actions.code_lists import pack
    from thana_desk.actions.papers import write_whole

    texts = {one.stem: one.read_text("utf-8") for one in Path(options.folder).glob("*.toml")}
    store = Store(options.store, now=dt.datetime.now(dt.UTC))
    try:
        write_whole(Path(options.out), pack(texts, options.codes_version, store.key))
    finally:
        store.close()
    out({"file": options.out, "files": sorted(texts)})
    return DONE


def backup(desk: "Desk", options: argparse.Namespace) -> int:
    """A verified copy."""
    from thana_desk.actions import keeping

    made = keeping.backup(desk, Path(options.out))
    out({"path": str(made.path), "at": made.at})
    return DONE


_FREE: dict[str, Callable[[argparse.Namespace], int]] = {
    "duties": duties_list,
    "grants": grants_list,
    "names": names,
    "forms_list": forms_list,
    "forms_sample": forms_sample,
    "gateway": gateway,
    "keys": hindi.keys,
    "convert": hindi.convert,
    "spell": hindi.spell,
    "sign_codes": sign_codes,
    "enrol_code": enrol_code,
}
_AT_DESK: dict[str, Callable[["Desk", argparse.Namespace], int]] = {
    "case": case,
    "quality": quality,
    "phrases": phrases_list,
    "record_new": record_new,
    "record_show": record_show,
    "record_list": record_list,
    "search": search,
    "persons": persons,
    "person_show": person_show,
    "person_merge": person_link,
    "person_split": person_link,
    "verify": verify,
    "print": papers.printed,
    "register": papers.register,
    "registers": papers.registers_list,
    "print_log": papers.print_log,
    "return": papers.made_return,
    "returns": papers.returns_list,
    "enrol": enrol,
    "sync": sync,
    "backup": backup,
    "codes_list": codes_list,
    "codes_update": codes_update,
    "codes_hide": codes_hide,
    "codes_offer": codes_hide,
}
