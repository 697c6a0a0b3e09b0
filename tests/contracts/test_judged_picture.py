"""The picture of one page, judged: it shows every part, every state and what was chosen."""

from typing import Final
from xml.etree import ElementTree as ET

import pytest

from docs.generator.judged_page import judged_parts
from docs.generator.judged_picture import judged_picture
from workers.cli.pretty import KIND_STYLES
from workers.stages.segmentation.states import STATES

SVG: Final = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def picture() -> ET.Element:
    """Draw and parse the picture."""
    return ET.fromstring(judged_picture())  # noqa: S314  # our own


def test_every_part_and_state_is_named(picture: ET.Element) -> None:
    """Each part's text stands there from right to left, each state above its column."""
    texts = list(picture.iter(f"{SVG}text"))
    assert [each.text for each in texts if each.get("direction") == "rtl"] == [part.text for part in judged_parts()]
    assert [each.text for each in texts if "rotate" in each.get("transform", "")] == list(STATES)


def test_chosen_states_are_marked(picture: ET.Element) -> None:
    """Each part has one mark, in its state's column and of its kind's colour, and the marks run downwards."""
    marks = list(picture.iter(f"{SVG}circle"))
    parts = judged_parts()
    columns = [round((int(mark.get("cx", "0")) - 27) / 14) for mark in marks]
    assert columns == [list(STATES).index(part.state) for part in parts]
    assert [mark.get("class") for mark in marks] == [f"ring {STATES[part.state][0].value}" for part in parts]
    heights = [int(mark.get("cy", "0")) for mark in marks]
    assert heights == sorted(heights)


def test_cells_show_what_speaks_for_a_state(picture: ET.Element) -> None:
    """Each row has a full cell in the column of its best state, and none is more than full."""
    cells = [each for each in picture.iter(f"{SVG}rect") if each.get("class") == "heat"]
    rows: dict[str, dict[int, float]] = {}
    for cell in cells:
        column = round((int(cell.get("x", "0")) - 21) / 14)
        rows.setdefault(cell.get("y", ""), {})[column] = float(cell.get("opacity", "0"))
    best = [int(part.scores.argmax()) for part in judged_parts()]
    assert [row[column] for row, column in zip(rows.values(), best, strict=True)] == [1.0] * len(best)
    assert all(0 < heat <= 1 for row in rows.values() for heat in row.values())


def test_both_grounds_colour_every_kind() -> None:
    """On a light and on a dark ground every kind has a colour, and no two grounds share their own."""
    light, dark = judged_picture().split("prefers-color-scheme: dark")
    for side in (light, dark):
        assert all(f"\n.{kind.value} {{ fill: #" in side for kind in KIND_STYLES)
    assert ".ground { fill: #ffffff; }" in light
    assert ".ground { fill: #ffffff; }" not in dark
