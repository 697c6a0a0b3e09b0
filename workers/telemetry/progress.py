"""A counter that tells work from standstill."""


class Progress:
    """Counts steps of work, whatever they are; read by the watchdog, stepped from any thread."""

    def __init__(self) -> None:
        self.steps = 0

    def tick(self) -> None:
        """Count a step. A step that gets lost between threads does no harm: the next one shows."""
        self.steps += 1
