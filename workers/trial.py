"""The trial: a tiny page that a process leads through the chain before its first record.

The stages read their data files when they first need them. Without a trial a broken one would fail page after page, and
a topic would become dead letters; with it the process ends before it has touched anything. The files are read by then,
so that the first page takes no longer than others.
"""

from datetime import UTC, datetime
from typing import Final

from schemas.annotated_page import AnnotatedPage
from schemas.raw_page import RawPage
from workers.intake import close_page, open_page
from workers.lexicon.loader import LexiconError
from workers.stages.chain import ANNOTATE
from workers.stages.stage import Chain

_CAPTURED_AT: Final = datetime(2025, 3, 4, tzinfo=UTC)
_PAGE: Final = RawPage(
    url="https://trial.example/news/1",
    captured_at=_CAPTURED_AT,
    html="""<!doctype html><html lang="ar"><head><title>مكتبة البلدة تفتح أبوابها من جديد</title>
<meta property="og:site_name" content="صحيفة التجربة"><meta name="author" content="سمير حداد"></head><body>
<ul class="menu"><li><a href="/">الرئيسية</a></li><li><a href="/culture">ثقافة</a></li></ul>
<p>بلدية المدينة تفتتح حديقة الزيتون أمطار خفيفة على الساحل حتى المساء فريق الشباب يكسب ضيفه بهدف متأخر
مدير الجوازات يدشن صالة المغادرة الجديدة الذهب يتراجع مع بداية الأسبوع</p>
<h1>مكتبة البلدة تفتح أبوابها من جديد</h1>
<p>قاعة المطالعة بعد الترميم (فيسبوك)</p>
<p>كتب: سمير حداد - نوافذ المدينة</p>
<p>الثلاثاء 4 مارس 2025 - 10:30 صباحا</p>
<p>عمان - بترا - فتحت مكتبة البلدة أبوابها، صباح الثلاثاء، بعد ترميم دام عامين، وقالت مديرتها ليلى منصور
في حديث لـ"نوافذ المدينة": إن الزوار وجدوا فيها ثلاثة آلاف كتاب جديد.</p>
<p>اقرأ أيضا: وزارة الثقافة تدعم مكتبات القرى</p>
<p>وأضافت أن وزير الثقافة الأردني سيزور المكتبة الأسبوع المقبل، وأن العمل فيها تطوعي.</p>
<p>فريق الشباب يعلن فوزه بكأس البلدة للمرة الأولى</p>
<p>أعلن فريق الشباب فوزه بكأس البلدة للمرة الأولى في تاريخه، بهدفين في المباراة الأخيرة من دون رد.</p>
<p>افتتحت المكتبة اليوم pic.twitter.com/trial1</p>
<p>— مكتبة البلدة (@townlibrary) March 3, 2025</p>
<p>المصدر: وكالة الأنباء الأردنية</p>
<p>كلمات مفتاحية: مكتبة البلدة الأردن ثقافة قراءة</p>
<p>وسوم</p><p>مكتبات</p><p>ثقافة</p><p>طباعة</p>
<p>أخبار ذات صلة</p>
<p>مدرسة القرية تحصل على حديقة جديدة الاثنين، 3 مارس 2025</p>
<p>شاهد: فرقة البلدة تغني في الساحة</p>
<p>غنت فرقة البلدة في الساحة مساء الخميس أمام مئات الأهالي، وقالت إنها ستعود إليها في الصيف المقبل.</p>
<p>الرئيسية محليات الرياضة الثقافة الاقتصاد الرأي صحة وجمال المدارس تفتح أبوابها مساء الاثنين 3 مارس 2025 أعلنت
بلدية المدينة أن مدارسها ستفتح أبوابها مساء لمن يريد أن يتعلم القراءة والكتابة. اقرأ أيضا: دورات جديدة في مركز
المدينة الثقافي وقالت البلدية إن التعليم مجاني. وأضافت أن التسجيل يبدأ يوم الأحد المقبل في مبنى البلدية القديم،
وأن المقاعد محدودة.</p>
</body></html>""",
)
"""A page with one of everything that makes the stages look into a data file; a test tells where one is left out."""


class ChainBroken(Exception):  # noqa: N818  # it names the state of the chain
    """The chain fails on a page that every sound one can read; the message is one line, `__cause__` what was raised."""


def try_chain(chain: Chain = ANNOTATE) -> AnnotatedPage:
    """Lead the built-in page through intake and chain, and give what becomes of it.

    Args:
        chain: the stages that are to annotate pages.

    Raises:
        ChainBroken: any step raised: a data file is broken, or the installation.
    """
    try:
        return close_page(chain(open_page(_PAGE, captured_at=_CAPTURED_AT)))
    except Exception as error:
        raise ChainBroken(_line_of(error)) from error


def _line_of(error: Exception) -> str:
    message = " ".join(str(error).split())
    if isinstance(error, LexiconError):
        return f"the lexicon is broken: {message}"
    return f"the chain is broken: {type(error).__name__}: {message}"
