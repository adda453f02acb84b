"""A second program at the same home: registers in a loop and says each number once it is durable.

Run as `python registrar.py HOME COUNT PHASE`; prints one JSON line per registration.
"""

import json
import sys
import time
from pathlib import Path

from thana_desk.actions import demo, records
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import MustWait


def signed_in(home: Path) -> Desk:
    """The station writer's desk; a try beside another program's open one waits as it is told to."""
    while True:
        try:
            return demo.sign_in(home, "moharir")
        except MustWait as error:
            time.sleep(error.seconds)


def main(home: Path, count: int, phase: int) -> None:
    desk = signed_in(home)
    for turn in range(count):
        code = "iif_1" if (turn + phase) % 2 else "gd"
        done = records.register(desk, code, desk.forms[code].sample(desk.clock.now()))
        made = [[one.form_code, one.number] for one in done.consequences]
        sys.stdout.write(json.dumps([code, done.number, done.record_id, made]) + "\n")
        sys.stdout.flush()
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
