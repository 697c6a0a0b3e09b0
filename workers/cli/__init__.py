"""The command line: one module a command, and the only room that prints.

Exit codes: 0 all done; 1 something failed, and a line on the error stream says what; 2 the command was called wrongly;
10 the broker does not let us in; 130 interrupted; 141 whoever read the output has left. `khabar worker` has more:
`workers.delivery.failure.ExitCode`.
"""

from workers.cli.main import main

__all__ = ["main"]
