"""Every topic, declared once; Faust's topics, `khabar topics`, docs/topics.md and the compose file derive from here."""

from datetime import timedelta
from typing import Final

from schemas.annotated_page import AnnotatedPage
from schemas.enriched_document import EnrichedDocument
from schemas.enriched_page import EnrichedPage
from schemas.raw_page import RawPage
from schemas.source_profile import MOST_PROFILE_BYTES, SourceProfile
from schemas.story_link import StoryLink
from topics.topic import Catalogue, CleanupPolicy, Topic

__all__ = [
    "ANNOTATED_PAGES",
    "CATALOGUE",
    "DEAD_LETTERS",
    "DEDUPE_INDEX_CHANGELOG",
    "ENRICHED_ARTICLES",
    "ENRICHED_PAGES",
    "RAW_PAGES",
    "SOURCE_PROFILES",
    "STORY_LINKS",
    "TEASERS",
    "Catalogue",
    "CleanupPolicy",
    "Topic",
]

_MIB: Final = 1024 * 1024

_WIDTH: Final = 8
"""Partitions of topics that spread: annotating workers beyond this number stand idle."""

RAW_PAGES: Final = Topic(
    name="raw-pages",
    description="Scraped pages as they come in: a JSON page, or UTF-8 text that is not JSON.",
    key="anything or nothing; pages of one key stay in order",
    value=RawPage,
    partitions=_WIDTH,
    retention=timedelta(days=14),
    cleanup_policy=CleanupPolicy.DELETE,
    # The longest page taken has 1,000,000 code points, and JSON may spend 6 bytes on each.
    max_message_bytes=6 * _MIB,
    producers=("ingestion pipelines", "khabar produce", "khabar dead-letters replay"),
    consumers=("annotate",),
)

ANNOTATED_PAGES: Final = Topic(
    name="annotated-pages",
    description="Pages whose documents are known but not yet compared with earlier ones; between the agents only.",
    key="page_id",
    value=AnnotatedPage,
    partitions=1,
    ordered=True,
    retention=timedelta(days=14),
    cleanup_policy=CleanupPolicy.DELETE,
    # A raw page of the same text, its fingerprints, and some 100 bytes for each segment and entity.
    max_message_bytes=8 * _MIB,
    producers=("annotate", "khabar dead-letters replay"),
    consumers=("dedupe", "profiles"),
)

ENRICHED_PAGES: Final = Topic(
    name="enriched-pages",
    description="Pages with all that the stages found: segments, documents, metadata, entities, dedupe decisions.",
    key="page_id",
    value=EnrichedPage,
    partitions=_WIDTH,
    retention=timedelta(days=30),
    cleanup_policy=CleanupPolicy.DELETE,
    max_message_bytes=8 * _MIB,
    producers=("dedupe",),
    consumers=("downstream systems", "khabar watch"),
)

ENRICHED_ARTICLES: Final = Topic(
    name="enriched-articles",
    description="One record an article, with its body text; the last record of a key is the article's state.",
    key="document_id",
    value=EnrichedDocument,
    partitions=_WIDTH,
    retention=None,
    cleanup_policy=CleanupPolicy.COMPACT,
    max_message_bytes=8 * _MIB,
    producers=("dedupe",),
    consumers=("downstream systems", "khabar watch"),
)

TEASERS: Final = Topic(
    name="teasers",
    description="One record a teaser: headline and beginning of another article that a page shows.",
    key="document_id",
    value=EnrichedDocument,
    partitions=_WIDTH,
    retention=None,
    cleanup_policy=CleanupPolicy.COMPACT,
    max_message_bytes=8 * _MIB,
    producers=("dedupe",),
    consumers=("downstream systems", "khabar watch"),
)

STORY_LINKS: Final = Topic(
    name="story-links",
    description="How a document relates to an earlier one of the same story.",
    key="link_id",
    value=StoryLink,
    partitions=_WIDTH,
    retention=None,
    cleanup_policy=CleanupPolicy.COMPACT,
    max_message_bytes=1 * _MIB,
    producers=("dedupe",),
    consumers=("downstream systems", "khabar watch"),
)

SOURCE_PROFILES: Final = Topic(
    name="source-profiles",
    description="What each source's pages have taught: the learner's state, and what annotating workers read with.",
    key="source",
    value=SourceProfile,
    partitions=1,
    retention=None,
    cleanup_policy=CleanupPolicy.COMPACT,
    # The longest profile, and a batch's own fields.
    max_message_bytes=MOST_PROFILE_BYTES + 64 * 1024,
    producers=("profiles",),
    consumers=("annotate", "profiles", "khabar profiles"),
)

DEAD_LETTERS: Final = Topic(
    name="dead-letters",
    description="Records that could not be enriched: key, value and headers as they were, reason and time in headers.",
    key="the original record's key",
    value=None,
    partitions=1,
    retention=timedelta(days=14),
    cleanup_policy=CleanupPolicy.DELETE,
    # The largest source and the headers that say what happened.
    max_message_bytes=9 * _MIB,
    producers=("annotate", "dedupe"),
    consumers=("khabar dead-letters",),
)

DEDUPE_INDEX_CHANGELOG: Final = Topic(
    name="dedupe-index-changelog",
    description="The dedupe index, one entry a page, from which a worker restores its state; nobody else's to read.",
    key="page_id",
    value=None,
    # Faust wants as many partitions as the agent's source topic has.
    partitions=1,
    ordered=True,
    # The agent itself deletes expired entries, by capture time, so the broker must not delete by its own clock.
    retention=None,
    cleanup_policy=CleanupPolicy.COMPACT,
    max_message_bytes=8 * _MIB,
    producers=("dedupe",),
    consumers=("dedupe",),
)

CATALOGUE: Final = Catalogue(
    (
        RAW_PAGES,
        ANNOTATED_PAGES,
        ENRICHED_PAGES,
        ENRICHED_ARTICLES,
        TEASERS,
        STORY_LINKS,
        SOURCE_PROFILES,
        DEAD_LETTERS,
        DEDUPE_INDEX_CHANGELOG,
    ),
    dead_letters=DEAD_LETTERS.name,
)
