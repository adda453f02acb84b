#!/usr/bin/env bash
# Makes the checkout able to run: system packages that are missing, and .venv from the lock files.
#
#   installer/set_up.sh            what the program needs
#   installer/set_up.sh tests      that, and what ./check and ./bench need
#
# Does nothing when nothing is missing. Speaks on stderr only: stdout belongs to the caller.
# .venv/set_up.done names the lock that stands in the environment; it is written last.
# .venv/set_up.unfinished stands while files are being changed: found by a later set-up, it means
# that the earlier one was cut off, and the environment is built again from nothing.
set -euo pipefail

root="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
purpose="${1:-program}"
venv="$root/.venv"
done_mark="$venv/set_up.done"
unfinished_mark="$venv/set_up.unfinished"
refused_mark="$venv/set_up.refused"
log="$venv/set_up.log"

# Qt's own libraries, the fonts of screen and paper, the words of the spell check.
program_packages=(
    libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4
    libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-shm0
    libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0
    fonts-lohit-deva fonts-noto-core fonts-sil-annapurna hunspell-hi
)
# A screen for the tests, readers and a judge (Java) of PDF, keyboard tables to compare with, a tracer for the faults.
tests_packages=(default-jre-headless m17n-db poppler-utils strace xvfb)
oldest_postgresql=15

say() { printf 'Thana Desk set-up: %s\n' "$*" >&2; }
stop() {
    say "$1"
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}

case "$purpose" in
    program) locks=(requirements.lock) ;;
    # The lock of the tests holds the whole of the program's lock as well.
    tests) locks=(requirements.lock requirements-dev.lock) ;;
    *) stop "'$purpose' is not a purpose: say 'program' or 'tests'." ;;
esac

# --- system packages -------------------------------------------------------------------------

can_install() { command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null; }; }

as_root() ( # without the door: a service that apt starts must not hold it open for ever
    exec {door}<&-
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@" # nobody is there to type a password
    fi
)

apt_lists_are_fresh=""
apt_install() {
    if [ -z "$apt_lists_are_fresh" ]; then
        as_root apt-get update >>"$apt_log" 2>&1 || true # old lists may still do
        apt_lists_are_fresh=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "$@" >>"$apt_log" 2>&1
}

# glib was renamed when Debian and Ubuntu widened their clocks; either name is the library.
is_installed() { grep -qxE "$1(t64)? installed" <<<"$installed"; }

find_missing_packages() { # sets $missing_packages
    local wanted=("${program_packages[@]}") installed package
    missing_packages=()
    command -v dpkg-query >/dev/null || return 0 # not Debian: Qt is asked at the end
    if [ "$purpose" = tests ]; then wanted+=("${tests_packages[@]}"); fi
    installed="$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' \
        "${wanted[@]}" libglib2.0-0t64 2>/dev/null || true)"
    for package in "${wanted[@]}"; do
        is_installed "$package" || missing_packages+=("$package")
    done
    if [ "$purpose" = tests ] && ! has_postgresql; then missing_packages+=(postgresql); fi
}

has_postgresql() {
    local initdb version
    for initdb in "${POSTGRESQL_HOME:-/usr/lib/postgresql}"/*/bin/initdb; do
        [ -x "$initdb" ] || continue
        version="${initdb%/bin/initdb}"
        version="${version##*/}"
        [ "${version%%.*}" -ge "$oldest_postgresql" ] 2>/dev/null && return 0
    done
    return 1
}

# The tests start servers of their own; a cluster of the system would only stand in the way.
install_postgresql() {
    local settings=/etc/postgresql-common/createcluster.conf
    apt_install postgresql-common &&
        as_root sed -i -E 's/^#? *create_main_cluster *=.*/create_main_cluster = false/' "$settings" &&
        apt_install postgresql
}

install_packages() {
    local missing=("$@") rest=() package
    for package in "${missing[@]}"; do
        [ "$package" = postgresql ] || rest+=("$package")
    done
    say "installing system packages: ${missing[*]}"
    if [ "${#rest[@]}" -gt 0 ]; then apt_install "${rest[@]}" || return 1; fi
    if [ "${#rest[@]}" -lt "${#missing[@]}" ]; then install_postgresql || return 1; fi
}

refused_lately() { # the same packages could not be had within this hour: do not ask again
    [ "$(cat "$refused_mark" 2>/dev/null)" = "${missing_packages[*]}" ] &&
        [ -n "$(find "$refused_mark" -mmin -60)" ]
}

set_up_system() {
    [ "${#missing_packages[@]}" -gt 0 ] || return 0
    if ! refused_lately && can_install && install_packages "${missing_packages[@]}"; then
        find_missing_packages
        [ "${#missing_packages[@]}" -gt 0 ] || return 0
    fi
    say "system packages are missing; to install them: sudo apt-get install ${missing_packages[*]}"
    grep -E '^(E|Err|sudo):' "$apt_log" | tail -n 3 | sed 's/^/  /' >&2 || true
}

# --- python ----------------------------------------------------------------------------------

python_is_fit() { # a version that pyproject.toml allows; a pyenv shim may be there and still not run
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1
}
python_makes_venvs() { "$1" -c 'import ensurepip, venv, sqlite3, ssl' >/dev/null 2>&1; }

# /usr/bin/python3 may stand hidden behind a python3 of the user's own.
find_python() { # sets $python; 1: none can make an environment (then $python may be a fit one)
    local candidate
    python=""
    for candidate in python3.11 python3 "${SYSTEM_PYTHON:-/usr/bin/python3}" python3.12 python3.13 python3.14; do
        python_is_fit "$candidate" || continue
        [ -n "$python" ] || python="$candidate"
        if python_makes_venvs "$candidate"; then
            python="$candidate"
            return 0
        fi
    done
    return 1
}

need_python() {
    find_python && return
    if command -v apt-get >/dev/null && can_install; then
        say "installing python3 and python3-venv"
        apt_install python3 python3-venv && find_python && return
    fi
    if [ -z "$python" ]; then
        stop "Python 3.11 or newer was not found (looked for python3.11, python3, python3.12 to python3.14)." \
            "On Debian 12: sudo apt-get install python3 python3-venv"
    fi
    stop "$python is there, but cannot make an environment: python3-venv (with pip) is missing." \
        "On Debian 12: sudo apt-get install python3-venv"
}

# --- the environment -------------------------------------------------------------------------

fingerprint() { (cd "$root" && sha256sum "$1"); } # one line: digest and name

stands() { # everything this purpose needs is in the environment
    local lock
    [ -x "$venv/bin/python" ] && [ ! -e "$unfinished_mark" ] && [ -r "$done_mark" ] || return 1
    for lock in "${locks[@]}"; do
        grep -qxF "$(fingerprint "$lock")" "$done_mark" || return 1
    done
}

explain_pip() { # what pip's log means for the person at the screen
    local names
    names="$(sed -nE 's/^ERROR: No matching distribution found for ([^ ]+).*/\1/p' "$log" | sort -u | tr '\n' ' ')"
    if grep -q 'No space left on device' "$log"; then
        stop "the disk is full: the Python packages could not be written." \
            "Free about 1 GB and start again."
    elif grep -q 'DO NOT MATCH THE HASHES' "$log"; then
        stop "a package arrived that is not the one in ${locks[-1]}: it was refused." \
            "$(sed -nE 's/^ +([A-Za-z0-9._-]+==[^ ]+).*/\1/p' "$log" | head -n 1)" \
            "Start again; if it happens twice, do not go on: ask whoever keeps your package mirror."
    elif [ -n "$names" ] || grep -qE 'Retrying|Connection|timed out|Temporary failure' "$log"; then
        stop "could not fetch ${names:-the Python packages }over the network." \
            "Nothing that worked before was changed." \
            "Check the network or the proxy (pip config list), then start again: it goes on by itself."
    fi
    stop "pip could not install the Python packages:" "$(tail -n 5 "$log")" "The whole of it: $log"
}

empty_venv() { # .venv may be a link to a folder elsewhere: keep the link
    [ -d "$venv" ] && find -H "$venv" -mindepth 1 -delete
    return 0
}

build_environment() {
    local fresh=""
    if [ -e "$unfinished_mark" ]; then
        say "an earlier set-up was cut off; building .venv again"
        empty_venv
    fi
    mkdir -p "$venv" 2>/dev/null || true
    [ -w "$venv" ] || stop "cannot write to $venv: start this once as the owner of the folder."
    if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        need_python
        say "making .venv with $("$python" -V 2>&1)"
        empty_venv
        fresh=yes
        : >"$unfinished_mark"
        "$python" -m venv "$venv" >"$log" 2>&1 ||
            stop "$python could not make an environment:" "$(tail -n 3 "$log")"
    fi
    say "fetching Python packages (${locks[-1]}); the first time takes a few minutes"
    : >"$unfinished_mark"
    if ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: -r "$root/${locks[-1]}" >"$log" 2>&1; then
        # pip has put back what it had replaced: an environment that stood still stands.
        [ -n "$fresh" ] || rm -f "$unfinished_mark"
        explain_pip
    fi
    local lock
    for lock in "${locks[@]}"; do fingerprint "$lock"; done >"$done_mark.new"
    mv -f "$done_mark.new" "$done_mark"
    rm -f "$unfinished_mark"
    say "ready"
}

# One set-up at a time: the second waits, then finds everything done. The lock is the folder
# itself, so that nothing needs to be cleaned up; it is let go when this script ends.
alone() {
    command -v flock >/dev/null || return 0
    flock -n "$door" && return
    say "another set-up is at work here; waiting for it"
    flock "$door"
}

find_missing_packages
if [ "${#missing_packages[@]}" -eq 0 ] && stands; then exit 0; fi

apt_log="$(mktemp)"
trap 'rm -f "$apt_log"' EXIT
exec {door}<"$root"
alone
find_missing_packages
set_up_system
stands || build_environment

# Without its libraries the program may still run (a server has its own way to draw), so ask Qt.
if ! "$venv/bin/python" -c 'import PySide6.QtWidgets' 2>"$apt_log"; then
    stop "the program cannot open a window on this machine yet: $(tail -n 1 "$apt_log")" \
        "It needs these packages: ${missing_packages[*]:-${program_packages[*]}}"
fi
if [ "${#missing_packages[@]}" -gt 0 ]; then printf '%s' "${missing_packages[*]}" >"$refused_mark"; fi
