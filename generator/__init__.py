"""Files that derive from the code: `python -m generator` writes them, `--check` tells which are out of date."""
