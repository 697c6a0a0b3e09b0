"""Write composed pages with their truth as JSON lines.

    python -m tests.composer --count 1000 --seed 7 > pages.jsonl
    python -m tests.composer --count 1000 --seed 7 --articles ../shared/corpus/articles.jsonl.gz > pages.jsonl

The lines are those of the evaluation's own composer, with each page's layout, gap, stamp and traits beside the truth.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.composer.material import OWN_STORIES, read_stories
from tests.composer.stream import compose


def main() -> None:
    """Read the options and write the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, help="stories instead of the project's own")
    parser.add_argument("--count", type=int, default=1000, help="pages to compose")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    own = read_stories(OWN_STORIES)
    stories = (
        own if options.articles is None else (*read_stories(options.articles), *(s for s in own if s.language == "en"))
    )
    for page in compose(stories, options.count, options.seed):
        json.dump(page, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
