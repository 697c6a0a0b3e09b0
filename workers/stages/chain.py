"""The explicit list of stages that annotate a page, in order."""

from workers.stages.dedupe import FINGERPRINT
from workers.stages.entities import ENTITIES
from workers.stages.metadata import METADATA
from workers.stages.repair import REPAIR
from workers.stages.segmentation import SEGMENTATION
from workers.stages.stage import Chain

ANNOTATE = Chain([REPAIR, SEGMENTATION, METADATA, ENTITIES, FINGERPRINT])
"""From a raw page to one that only awaits comparison with earlier documents."""
