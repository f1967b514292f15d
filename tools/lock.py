"""Write requirements.lock and requirements-dev.lock: every package, its version and the hashes of its files.

    .venv/bin/python tools/lock.py

pip itself resolves `pyproject.toml` without installing anything, once for each platform below, and reports what it
chose. Versions are those of the first platform; the others add the hashes of their own files of the same versions.
No address is written, so the files install from whatever index the machine uses.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The first one decides the versions; it is the platform that CI runs on.
PLATFORMS = (
    (
        "3.11",
        ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    ),
    (
        "3.12",
        ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    ),
    (
        "3.13",
        ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    ),
    (
        "3.11",
        (
            "manylinux_2_28_aarch64",
            "manylinux_2_27_aarch64",
            "manylinux_2_17_aarch64",
            "manylinux2014_aarch64",
        ),
    ),
    ("3.12", ("macosx_14_0_arm64", "macosx_12_0_arm64", "macosx_11_0_arm64")),
)
BUILD_TOOLS = ("setuptools>=77",)  # building our own package takes no download of its own then
HEADER = "# Written by tools/lock.py from pyproject.toml. Do not edit: change pyproject.toml and run it again.\n"


@dataclass
class Locked:
    """One package: its version and the SHA-256 of every file of it that some platform would take."""

    version: str
    hashes: set[str] = field(default_factory=set)


def main() -> None:
    """Resolve the plain and the development requirements, and write one file for each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    plain = [*project["dependencies"], *BUILD_TOOLS]
    write("requirements.lock", plain)
    write("requirements-dev.lock", [*plain, *project["optional-dependencies"]["dev"]])


def write(name: str, wanted: list[str]) -> None:
    """Write the lock file `name` for the requirements `wanted`."""
    packages: dict[str, Locked] = {}
    for place, (python, tags) in enumerate(PLATFORMS):
        pins = [f"{package}=={locked.version}" for package, locked in packages.items()]
        for package, version, sha256 in resolve(pins or wanted, python, tags, deps=place == 0):
            packages.setdefault(package, Locked(version)).hashes.add(sha256)
    (ROOT / name).write_text(HEADER + "".join(map(entry, sorted(packages.items()))), encoding="utf-8")
    sys.stderr.write(f"{name}: {len(packages)} packages\n")


def entry(item: tuple[str, Locked]) -> str:
    """One package as pip reads it: the pin, and a line for each hash."""
    name, locked = item
    hashes = " \\\n".join(f"    --hash=sha256:{sha256}" for sha256 in sorted(locked.hashes))
    return f"{name}=={locked.version} \\\n{hashes}\n"


def resolve(wanted: list[str], python: str, tags: tuple[str, ...], *, deps: bool) -> list[tuple[str, str, str]]:
    """Name, version and SHA-256 of every file that pip would install on one platform; [] where it finds no set."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        platform = [part for tag in tags for part in ("--platform", tag)]
        call = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
        call += ["--only-binary=:all:", "--python-version", python, *platform, "--target", folder]
        call += ["--report", str(report), *([] if deps else ["--no-deps"]), *wanted]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.stderr.write(f"{python} {tags[0]}: {done.stderr.strip().splitlines()[-1]}\n")
            return []
        installs = json.loads(report.read_text(encoding="utf-8"))["install"]
    return [
        (
            i["metadata"]["name"].lower().replace("_", "-").replace(".", "-"),
            i["metadata"]["version"],
            i["download_info"]["archive_info"]["hashes"]["sha256"],
        )
        for i in installs
    ]


if __name__ == "__main__":
    main()
