"""Keywords: the publisher's tags."""

from workers.stages.metadata.keywords.lines import read_keywords

__all__ = ["read_keywords"]
