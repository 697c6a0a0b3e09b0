"""Why a record could not be enriched, in Kafka Connect's header names."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a record became a dead letter."""

    NOT_UTF8 = "not_utf8"
    INVALID_JSON = "invalid_json"
    NOT_A_PAGE = "not_a_page"
    EMPTY_PAGE = "empty_page"
    PAGE_TOO_LARGE = "page_too_large"
    EVENT_TOO_LARGE = "event_too_large"
    STAGE_FAILED = "stage_failed"
