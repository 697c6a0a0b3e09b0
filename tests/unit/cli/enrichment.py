"""`khabar enrich` as its tests run it, and the article that they feed it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from workers.cli.main import khabar

ARTICLE = (
    "بلدية المرفأ تعيد افتتاح حديقة المنارة\n"
    "تاريخ النشر: 03 مارس 2025\n"
    "أعادت بلدية المرفأ، الاثنين، افتتاح حديقة المنارة أمام الزوار بعد إغلاقها ستة أشهر لتجديد أرضياتها وزراعة أشجار.\n"
    "وقال رئيس البلدية إن كلفة الأعمال بلغت مليوني دينار، وإن الحديقة ستفتح أبوابها يوميا من الصباح حتى منتصف الليل.\n"
    "المصدر: صحيفة الواحة\n"
)


@dataclass(frozen=True)
class Run:
    """What a run of the command gave."""

    code: int
    pages: list[dict[str, Any]]
    complaints: list[str]
    stdout: str


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Run:
    """Run `khabar enrich`."""
    result = CliRunner().invoke(khabar, ["enrich", *map(str, arguments)], input=stdin, prog_name="khabar")
    lines = result.stdout.splitlines()
    pages = [json.loads(line) for line in lines] if lines and lines[0].startswith("{") else []
    return Run(result.exit_code, pages, result.stderr.splitlines(), result.stdout)


def json_page(**fields: object) -> str:
    """Write the article as a JSON page."""
    return json.dumps({"text": ARTICLE, **fields}, ensure_ascii=False)
