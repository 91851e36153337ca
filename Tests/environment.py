"""Makes the virtual environment that runs the Python of this repository; does nothing if it is there and up to date.

    python3 Tests/environment.py .build/venv
    python3 Tests/environment.py .build/privacy-venv privacy-requirements.txt

It holds what `requirements.txt`, or the file of that name beside it, lists, and nothing that those packages ask for besides. It is made
again when that file or the interpreter changes. Debian splits `ensurepip`,
which brings pip into an environment, from Python into the package python3-venv; without it, pip is unpacked from Debian's
archive into the environment's folder. Nothing outside that folder changes, and no rights are needed.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

LEAST = (3, 11)


class Failed(Exception):
    """The environment cannot be made."""


def main() -> int:
    if len(sys.argv) not in (2, 3):
        sys.exit(f"usage: {sys.argv[0]} FOLDER [REQUIREMENTS]")
    folder = Path(sys.argv[1]).absolute()
    requirements = Path(__file__).resolve().with_name(sys.argv[2] if len(sys.argv) == 3 else "requirements.txt")
    stamp = folder / "made-of"
    made_of = f"{os.path.realpath(sys.executable)}\n{sys.version}\n{requirements.read_text()}"
    if (folder / "bin/python3").exists() and stamp.exists() and stamp.read_text() == made_of:
        return 0
    try:
        make(folder, requirements)
    except Failed as failed:
        print(f"{folder}: error: {failed}", file=sys.stderr)
        return 1
    # Written last: an environment that was not finished is made again.
    stamp.write_text(made_of)
    return 0


def make(folder: Path, requirements: Path) -> None:
    if sys.version_info < LEAST:
        raise Failed(f"Python {sys.version.split()[0]} is too old\n  fix: put Python 3.11 or later on PATH as python3")
    print(f"installing the packages of {requirements.name} in {folder}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, symlinks=True, with_pip=False)
    python = str(folder / "bin/python3")
    around = dict(os.environ)
    if importlib.util.find_spec("ensurepip") is not None:
        run([python, "-m", "ensurepip"], around, "pip could not be installed")
    else:
        around["PYTHONPATH"] = str(unpacked_pip(folder / "debian"))
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement", str(requirements)]
    run(install, around, "the packages could not be installed\n  fix: see what pip says above; it takes its index from PIP_INDEX_URL")
    shutil.rmtree(folder / "debian", ignore_errors=True)


def unpacked_pip(folder: Path) -> Path:
    """The wheel of pip that Debian hands to `ensurepip`, which Python can import as it is."""
    advice = "Python has no ensurepip\n  fix: install it; on Debian and Ubuntu: apt-get install python3-venv"
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise Failed(advice)
    lists, cache = folder / "lists", folder / "cache"
    for needed in (lists / "partial", cache / "archives/partial"):
        needed.mkdir(parents=True)
    # Lists of its own, for the machine's may be missing, old, or not this user's to bring up to date.
    apt = ["apt-get", "-qq", "-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={cache}", "-o", "APT::Sandbox::User="]
    run([*apt, "update"], dict(os.environ), advice, folder)
    run([*apt, "download", "python3-pip-whl"], dict(os.environ), advice, folder)
    for package in folder.glob("*.deb"):
        run(["dpkg-deb", "--extract", str(package), str(folder)], dict(os.environ), advice)
    wheel = next(folder.glob("usr/share/python-wheels/pip-*.whl"), None)
    if wheel is None:
        raise Failed(advice)
    return wheel


def run(command: list[str], around: dict[str, str], failure: str, folder: Path | None = None) -> None:
    done = subprocess.run(command, env=around, cwd=folder, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout, end="", file=sys.stderr)
        raise Failed(failure)


if __name__ == "__main__":
    sys.exit(main())
