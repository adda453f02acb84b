"""Setting up: once, never by halves, one at a time, and in plain words when it cannot."""

import subprocess

import pytest

from tests.house.machine import Machine

INSTALL = "python -m pip install"


def test_first_set_up_makes_the_environment_and_says_so_on_stderr_only(machine: Machine) -> None:
    done = machine.set_up()
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "ready" in done.stderr
    (install,) = machine.calls(INSTALL)
    assert "--require-hashes" in install
    assert install.endswith("/requirements.lock")


def test_second_set_up_does_nothing(machine: Machine) -> None:
    machine.set_up()
    machine.calls()
    again = machine.set_up()
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert machine.calls() == []


def test_a_changed_lock_is_installed_into_the_same_environment(machine: Machine) -> None:
    machine.set_up()
    machine.calls()
    (machine.checkout / "requirements.lock").write_text("# newer\n", encoding="utf-8")
    assert machine.set_up().returncode == 0
    asked = machine.calls()
    assert sum(line.startswith(INSTALL) for line in asked) == 1
    assert not any("-m venv" in line for line in asked)


def test_set_up_for_the_tests_covers_the_program_too(machine: Machine) -> None:
    machine.set_up("tests")
    (install,) = machine.calls(INSTALL)
    assert install.endswith("/requirements-dev.lock")
    machine.set_up("program")
    assert machine.calls() == []


def test_set_up_for_the_program_is_not_enough_for_the_tests(machine: Machine) -> None:
    machine.set_up("program")
    machine.calls()
    machine.set_up("tests")
    assert len(machine.calls(INSTALL)) == 1


def test_a_set_up_that_was_cut_off_is_built_again_from_nothing(machine: Machine) -> None:
    assert machine.set_up(PIP_CUT="yes").returncode != 0
    half_written = machine.venv / "lib" / "half.py"
    half_written.parent.mkdir()
    half_written.write_text("", encoding="utf-8")
    done = machine.set_up()
    assert done.returncode == 0, done.stderr
    assert "cut off" in done.stderr
    assert not half_written.exists()
    assert machine.set_up().stderr == ""


def test_an_environment_whose_python_went_away_is_built_again(machine: Machine) -> None:
    machine.set_up()
    (machine.venv / "bin" / "python").unlink()
    (machine.venv / "bin" / "python").symlink_to("/nowhere/python3.11")
    done = machine.set_up()
    assert done.returncode == 0, done.stderr
    assert len(machine.calls("python -m venv")) == 2


def test_a_link_to_an_environment_elsewhere_stays_a_link(machine: Machine) -> None:
    shared = machine.checkout.parent / "shared environment"
    shared.mkdir()
    machine.venv.symlink_to(shared)
    machine.set_up(PIP_CUT="yes")
    assert machine.set_up().returncode == 0
    assert machine.venv.is_symlink()
    assert (shared / "set_up.done").exists()


def test_two_set_ups_at_once_do_the_work_once(machine: Machine) -> None:
    script = str(machine.checkout / "installer" / "set_up.sh")
    both = [machine.start(script, PIP_TAKES="0.5") for _ in range(2)]
    for one in both:
        one.communicate(timeout=60)
    assert [one.returncode for one in both] == [0, 0]
    assert len(machine.calls(INSTALL)) == 1


def test_a_broken_network_names_what_could_not_be_fetched(machine: Machine) -> None:
    done = machine.set_up(
        PIP_SAYS="ERROR: No matching distribution found for segno==1.6.6 (from somewhere)"
    )
    assert done.returncode == 1
    assert "could not fetch segno==1.6.6" in done.stderr
    assert "start again" in done.stderr
    assert not (machine.venv / "set_up.done").exists()


def test_a_broken_network_leaves_the_environment_of_yesterday_in_use(machine: Machine) -> None:
    machine.set_up()
    lock = machine.checkout / "requirements.lock"
    yesterday = lock.read_bytes()
    lock.write_text("# newer\n", encoding="utf-8")
    assert machine.set_up(PIP_SAYS="WARNING: Retrying (Retry(total=0))").returncode == 1
    lock.write_bytes(yesterday)
    machine.calls()
    assert machine.set_up().returncode == 0
    assert machine.calls() == []


@pytest.mark.parametrize(
    ("pip_says", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n"
            "    segno==1.6.6 from a mirror:",
            "refused",
        ),
        ("ERROR: something new", "something new"),
    ],
)
def test_what_pip_says_is_told_in_plain_words(machine: Machine, pip_says: str, told: str) -> None:
    done = machine.set_up(PIP_SAYS=pip_says)
    assert done.returncode == 1
    assert told in done.stderr
    assert done.stdout == ""


def test_only_missing_system_packages_are_installed_after_one_update(machine: Machine) -> None:
    machine.forget_package("libxcb-cursor0")
    machine.forget_package("fonts-sil-annapurna")
    done = machine.set_up(USER_ID="0")
    assert done.returncode == 0, done.stderr
    update, install = machine.calls("apt-get")
    assert update == "apt-get update"
    assert install.split()[-2:] == ["libxcb-cursor0", "fonts-sil-annapurna"]
    assert machine.set_up(USER_ID="0").stderr == ""


def test_without_root_the_missing_packages_are_named_and_the_work_goes_on(machine: Machine) -> None:
    machine.forget_package("fonts-lohit-deva")
    done = machine.set_up()
    assert done.returncode == 0, done.stderr
    assert "sudo apt-get install fonts-lohit-deva" in done.stderr
    assert machine.calls("apt-get") == []


def test_set_up_stops_when_qt_cannot_live_without_the_missing_package(machine: Machine) -> None:
    machine.forget_package("libegl1")
    done = machine.set_up(QT_SAYS="ImportError: libEGL.so.1: cannot open shared object file")
    assert done.returncode == 1
    assert "libEGL.so.1" in done.stderr
    assert "libegl1" in done.stderr.splitlines()[-1]


def test_packages_that_cannot_be_had_are_not_asked_for_at_every_start(machine: Machine) -> None:
    machine.forget_package("fonts-lohit-deva")
    refused = machine.set_up(USER_ID="0", APT_SAYS="E: Unable to locate package fonts-lohit-deva")
    assert refused.returncode == 0
    assert "Unable to locate" in refused.stderr
    machine.calls()
    again = machine.set_up(USER_ID="0")
    assert machine.calls("apt-get") == []
    assert "fonts-lohit-deva" in again.stderr


def test_a_server_of_the_tests_is_missing_only_when_no_new_enough_one_is_there(
    machine: Machine,
) -> None:
    assert "postgresql" not in machine.set_up("tests").stderr
    old = machine.checkout.parent / "postgresql"
    (old / "15").rename(old / "13")
    assert "sudo apt-get install postgresql" in machine.set_up("tests").stderr


def test_a_python_that_cannot_make_environments_says_which_package_is_missing(
    machine: Machine,
) -> None:
    done = machine.set_up(NO_ENSUREPIP="1")
    assert done.returncode == 1
    assert "python3-venv" in done.stderr
    assert machine.calls("apt-get") == []


def test_with_root_the_missing_part_of_python_is_installed(machine: Machine) -> None:
    machine.set_up(NO_ENSUREPIP="1", USER_ID="0")
    assert machine.calls("apt-get install")[0].endswith("python3 python3-venv")


def test_a_machine_without_python_says_what_was_looked_for(machine: Machine) -> None:
    (machine.checkout.parent / "bin" / "python3.11").unlink()
    done = machine.set_up()
    assert done.returncode == 1
    assert "Python 3.11 or newer was not found" in done.stderr


def test_an_unknown_purpose_is_refused(machine: Machine) -> None:
    done = machine.set_up("everything")
    assert done.returncode == 1
    assert "everything" in done.stderr


def test_run_works_through_a_link_from_any_folder_and_hands_on_every_word(machine: Machine) -> None:
    machine.set_up()
    machine.calls()
    link = machine.checkout.parent / "thana"
    link.symlink_to(machine.checkout / "run")
    elsewhere = machine.checkout.parent / "elsewhere"
    elsewhere.mkdir()
    done = machine.run(str(link), "--home", "मेरा थाना", "", cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        *("<-P>", "<-m>", "<thana_desk>", "<--home>", "<मेरा थाना>", "<>"),
    ]
    assert machine.calls("path=") == [f"path={machine.checkout}"]


def test_bench_hands_on_its_words(machine: Machine) -> None:
    done = machine.run(str(machine.checkout / "bench"), "save", "--json")
    assert done.stdout.splitlines() == ["<-P>", "<-m>", "<benchmarks>", "<save>", "<--json>"]


def check(machine: Machine, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    return machine.run(str(machine.checkout / "check"), *arguments, cwd=None, **more)


def test_check_runs_every_step_and_hands_pytest_its_words(machine: Machine) -> None:
    done = check(machine, "tests/forms", "-k", "date")
    assert done.returncode == 0, done.stderr
    asked = " ".join(machine.calls("python -P"))
    for step in ("-m ruff check", "-m ruff format --check", "-m mypy", "importlinter", "-m pytest"):
        assert step in asked
    assert done.stdout.splitlines()[-3:] == ["<tests/forms>", "<-k>", "<date>"]
    assert done.stderr.splitlines()[-1] == "check: all is well"


@pytest.mark.parametrize("step", ["ruff check", "ruff format", "mypy", "pytest"])
def test_check_fails_and_names_the_step_that_failed_after_running_the_rest(
    machine: Machine, step: str
) -> None:
    done = check(machine, STEP_FAILS=step)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"check: FAILED: [{step}]"
    assert any("-m pytest" in line for line in machine.calls())
