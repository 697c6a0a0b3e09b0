"""Sign-offs: initials and marks with which desks end a report."""

from collections.abc import Callable

import pytest

from tests.council import HEAD, LAST, LEAD, MORE, lines
from workers.arabic.fold import fold
from workers.stages.segmentation.phrases.sign_offs import is_sign_off

Kinds = Callable[[str], list[tuple[str, str]]]

SIGNED = (
    "م.ن/ر.ع",
    "ن.ط.",
    "م ز/ ر ب",
    "/م.ح/ ع.س/",
    "خ.س/ع.ج (د ب أ، رويترز)",
    "--(بترا) ع ع/ أ م",
    "============== م.ن",
    "(النهاية) م ع / ف ا",
    "// انتهى // 21:35ت م 0154",
    "انتهى/س",
    "(إعداد سمير حداد للنشرة العربية - تحرير سعاد الهاشمي)",
)


@pytest.mark.parametrize("line", SIGNED)
def test_a_desks_sign_off_is_a_credit_below_the_text(kinds: Kinds, line: str) -> None:
    """Whatever follows it, and it ends nothing of the text."""
    found = kinds(lines(HEAD, LEAD, MORE, LAST, line, "أخبار ذات صلة", "إغلاق جسر الوادي أمام الشاحنات"))
    assert found[3:5] == [("paragraph", LAST), ("credit", line)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("12/03/2024", id="a date"),
        pytest.param("1/2", id="a page's number"),
        pytest.param("س.ن.م", id="an author's initials"),
        pytest.param("أ ف ب", id="an agency"),
        pytest.param("دولار / شيكل", id="a table's row"),
        pytest.param("د/ سمير حداد", id="a title"),
        pytest.param("انتهى الاجتماع", id="a subheading"),
        pytest.param("*** (صور) ***", id="a mark for pictures"),
        pytest.param("(وكانت المدينة قد أقرت الميزانية)", id="a remark"),
    ],
)
def test_what_is_no_sign_off(line: str) -> None:
    """Dates, agencies, tables and titles have slashes, dots and marks, too."""
    assert not is_sign_off(fold(line).lower())
