"""A second program at the same home: registers in a loop and says each number once it is durable.

Run as `python registrar.py HOME COUNT PHASE`; prints one JSON line per registration.
"""

import json
import sys
from pathlib import Path

from thana_desk.actions import demo, records


def main(home: Path, count: int, phase: int) -> None:
    desk = demo.sign_in(home, "moharir")
    for turn in range(count):
        code = "iif_1" if (turn + phase) % 2 else "gd"
        done = records.register(desk, code, desk.forms[code].sample(desk.clock.now()))
        made = [[one.form_code, one.number] for one in done.consequences]
        sys.stdout.write(json.dumps([code, done.number, done.record_id, made]) + "\n")
        sys.stdout.flush()
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
