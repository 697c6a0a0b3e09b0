"""`python -m workers.cli`, the same as `khabar`."""

from workers.cli import main

main()
