"""Write the derived files, or check them."""

import argparse
import sys
from pathlib import Path

from docs.generator.artefacts import artefacts, release, stale, write

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Run the command and return its exit code: 1 where a file is out of date."""
    parser = argparse.ArgumentParser(
        prog="python -m docs.generator", description="Write the files that derive from the code."
    )
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="write nothing; fail where a file is out of date")
    choice.add_argument("--release", action="store_true", help="note the schemas as released, for later comparison")
    arguments = parser.parse_args()
    if arguments.check:
        names = stale(ROOT, artefacts())
        for name in names:
            sys.stderr.write(f"{name} is out of date: run `make generate`\n")
        return 1 if names else 0
    written = write(ROOT, release() if arguments.release else artefacts(), keep_others=arguments.release)
    for name in written:
        sys.stdout.write(f"{name}\n")
    return 0


sys.exit(main())
