"""Write the pages of `tests/sites` as JSON lines with their truth: `python -m tests.sites [REGION]`."""

import json
import sys

from tests.sites.reader import site_pages


def main() -> None:
    """Write them to standard output, for `khabar enrich` and for the evaluation."""
    for page in site_pages(*sys.argv[1:2]):
        json.dump(page, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
