"""Files that derive from the code: `python -m docs.generator` writes them, `--check` tells which are out of date."""
