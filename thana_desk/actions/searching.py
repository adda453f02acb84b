"""Find records by anything written in them, names also by their sound."""

from thana_desk.actions.desk import Desk
from thana_desk.actions.permission import sees_sealed
from thana_desk.actions.projecting import NAME_MARK, sound_keys
from thana_desk.actions.records import line_of
from thana_desk.actions.registration import with_store_errors
from thana_desk.actions.views import Hit

ENOUGH = 50


def search(desk: Desk, text: str, limit: int = ENOUGH) -> list[Hit]:
    """Records in which every word of `text` begins some word, then those that only sound like it.

    A sensitive record is found by a role that may not see its persons only through its number.
    """
    from thana_desk.hindi.fold import fold, terms

    wanted = terms(text)
    if not wanted:
        return []
    sounds = [NAME_MARK + key for key in sound_keys(text)]
    found: dict[str, list[str]] = {}
    with with_store_errors():
        for terms_now in (wanted, sounds):
            if not terms_now or len(found) >= limit:
                continue
            for hit in desk.store.search(terms_now, limit):
                form = desk.forms.get(hit.form)
                if form is None or not desk.may("read", form.code) or hit.record_id in found:
                    continue
                why = [row.shown for row in hit.matched if row.kind not in ("sound", "mark")]
                if hit.sensitive and not sees_sealed(desk.session.role, form):
                    if not (hit.number and fold(text) and fold(text) in fold(hit.number)):
                        continue
                    why = [hit.number]
                found[hit.record_id] = list(dict.fromkeys(why))[:4]
        hits = []
        for record_id, why in list(found.items())[:limit]:
            record = desk.store.record(record_id)
            if record is not None:
                hits.append(Hit(line_of(desk, record.row), why))
    return hits
