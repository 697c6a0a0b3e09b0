"""How sites write when an article was published.

The truth keeps what a line states. An age of hours states a day, since its minutes are unknown; a day and month without
a year mean the latest such day before the capture; a line that only says when the page was updated states no
publication. Where weekday or Hijri date stand beside the Gregorian one, the Gregorian counts. Day stands before month
unless the numbers refuse it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from hijridate import Gregorian

WEEKDAYS: Final = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
HIJRI: Final = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip
ENGLISH: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS: Final[dict[str, tuple[str, ...]]] = {
    "egypt": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "gulf": (
        "يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيه", "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "levant": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
        "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ),
    "algeria": (
        "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "morocco": (
        "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
    ),
}  # fmt: skip
MONTHS["double"] = tuple(f"{a}/{b}" for a, b in zip(MONTHS["levant"], MONTHS["egypt"], strict=True))
INDIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Moment:
    """When an article was published and its page captured, on one clock, and the site's months' names."""

    published: datetime
    captured: datetime
    months: str

    @property
    def updated(self) -> datetime:
        """A time between the two."""
        return self.published + (self.captured - self.published) / 2

    def month(self, when: datetime) -> str:
        """Name the month as the site does."""
        return MONTHS[self.months][when.month - 1]

    def long(self, when: datetime) -> str:
        """Write weekday, day, month and year."""
        return f"{weekday(when)} {when.day} {self.month(when)} {when.year}"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The lines of a stamp and what they state, ISO 8601 as precise as they are."""

    lines: tuple[str, ...]
    published_at: str | None
    updated_at: str | None = None


Form = Callable[[Moment], Stamp]


def weekday(when: datetime) -> str:
    """Name the day of the week."""
    return WEEKDAYS[when.weekday()]


def clock(when: datetime, morning: str = "ص", evening: str = "م") -> str:
    """Write the time on a 12-hour clock; half past midnight is 12:30 in the morning."""
    return f"{(when.hour % 12) or 12:02d}:{when:%M} {morning if when.hour < 12 else evening}"


def hijri(when: datetime) -> str:
    """Write the Hijri date."""
    day = Gregorian(when.year, when.month, when.day).to_hijri()
    return f"{day.day} {HIJRI[day.month - 1]} {day.year}"


def _day(when: datetime) -> str:
    return f"{when:%Y-%m-%d}"


def _minute(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M}"


def _dated(write: Callable[[Moment, datetime], str]) -> Form:
    return lambda m: Stamp((write(m, m.published),), _day(m.published))


def _timed(write: Callable[[Moment, datetime], str]) -> Form:
    return lambda m: Stamp((write(m, m.published),), _minute(m.published))


def _ordinal(day: int) -> str:
    suffix = "th" if day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def _hijri_numbers(when: datetime) -> str:
    day = Gregorian(when.year, when.month, when.day).to_hijri()
    return f"{day.day}/{day.month}/{day.year}"


def _both(m: Moment) -> Stamp:
    first, last = (f"{weekday(w)} {w:%d} {m.month(w)} {w.year} - {clock(w)}" for w in (m.published, m.updated))
    return Stamp((f"نشر في: {first} | آخر تحديث: {last}",), _minute(m.published), _minute(m.updated))


def _both_numbers(m: Moment) -> Stamp:
    first, last = (f"{w.day}/{w.month}/{w.year}" for w in (m.published, m.updated))
    line = f"نُشر: {first}|آخر تحديث: {last} {clock(m.updated)} (توقيت مكة المكرمة)"
    return Stamp((line,), _day(m.published), _minute(m.updated))


def _both_lines(m: Moment) -> Stamp:
    lines = (f"تم النشر: {_spaced(m.published)}", f"تم التحديث: {_spaced(m.updated)}")
    return Stamp(lines, _minute(m.published), _minute(m.updated))


def _spaced(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M}"


def _updated(m: Moment) -> Stamp:
    return Stamp((f"آخر تحديث: {m.long(m.updated)} - {clock(m.updated)}",), None, _minute(m.updated))


def _hijri_updated(m: Moment) -> Stamp:
    line = (
        f"{weekday(m.published)} {hijri(m.published)}هـ - {m.published.day} {m.month(m.published)} {m.published.year}م"
    )
    return Stamp((f"{line} - آخر تحديث {m.published:%H:%M}",), _day(m.published))


def _three_lines(m: Moment) -> Stamp:
    return Stamp((f"{m.published:%d}", m.month(m.published), str(m.published.year)), _day(m.published))


def _minutes_ago(m: Moment) -> Stamp:
    minutes = int((m.captured - m.published) / timedelta(minutes=1)) % 50 + 10
    return Stamp((f"منذ {minutes} دقيقة",), _minute(m.captured - timedelta(minutes=minutes)))


def _hours_ago(m: Moment) -> Stamp:
    hours = m.published.minute % 8 + 3
    return Stamp((f"منذ {hours} ساعات",), _day(m.captured - timedelta(hours=hours)))


def _days_ago(m: Moment) -> Stamp:
    return Stamp(("نشر منذ يومين",), _day(m.captured - timedelta(days=2)))


def _yesterday(m: Moment) -> Stamp:
    return Stamp(("أمس",), _day(m.captured - timedelta(days=1)))


def _english_age(m: Moment) -> Stamp:
    days = m.published.minute % 5 + 2
    return Stamp((f"{days} days ago",), _day(m.captured - timedelta(days=days)))


def _american(m: Moment) -> Stamp:
    # Only a day above 12 tells this order from the usual one.
    when = m.published.replace(day=13 + m.published.day % 15)
    when = when if when <= m.captured else (when.replace(day=1) - timedelta(days=20)).replace(day=when.day)
    return Stamp((f"{when.month}/{when.day}/{when.year} {clock(when, 'AM', 'PM')}",), _minute(when))


STAMPS: Final[dict[str, Form]] = {
    "weekday, 12-hour": _timed(lambda m, w: f"{m.long(w)} {clock(w)}"),
    "weekday with commas": _timed(lambda m, w: f"{weekday(w)} ، {w.day} {m.month(w)} ، {w.year} , {clock(w)}"),
    "time first": _timed(lambda m, w: f"{clock(w)} {m.long(w)}"),
    "time first, dash": _timed(lambda m, w: f"{w:%H:%M} - {w.day} {m.month(w)} {w.year}"),
    "year after time": _timed(lambda m, w: f"{weekday(w)} {w.day} {m.month(w)} {w:%H:%M} {w.year}"),
    "slashes, month's name": _timed(lambda m, w: f"{weekday(w)} {w:%d}/{m.month(w)}/{w.year} - {clock(w)}"),
    "dots": _dated(lambda _, w: f"{w:%d.%m.%Y}"),
    "dots, time": _timed(lambda _, w: f"{w:%d.%m.%Y} - {w:%H:%M}"),
    "numbers, bar": _timed(lambda _, w: f"{w.day}-{w.month}-{w.year} | {w:%H:%M}"),
    "numbers, AM": _timed(lambda _, w: f"{w:%d-%m-%Y} {clock(w, 'AM', 'PM')}"),
    "slashes": _dated(lambda _, w: f"{w:%d/%m/%Y}"),
    "slashes, hour": _timed(lambda _, w: f"التاريخ: {w:%Y/%m/%d} الساعة {clock(w, 'صباحاً', 'مساءً')}"),
    "American": _american,
    "ISO": _timed(lambda _, w: f"{w:%Y-%m-%dT%H:%M:%S}+03:00"),
    "database": _timed(lambda _, w: f"تاريخ الإضافة : {w:%Y-%m-%d %H:%M:%S}"),
    "month first": _dated(lambda m, w: f"{m.month(w)} {w.day}, {w.year}"),
    "day, comma": _dated(lambda m, w: f"{w.day} {m.month(w)}، {w.year}"),
    "English": _dated(lambda _, w: f"{ENGLISH[w.month - 1]} {w.day}, {w.year}"),
    "English, short": _timed(lambda _, w: f"{w:%d} {ENGLISH[w.month - 1][:3]} {w.year} - {w:%H:%M}"),
    "English ordinal": _timed(
        lambda _, w: f"{_ordinal(w.day)} {ENGLISH[w.month - 1]} {w.year}, {clock(w, 'am', 'pm')}"
    ),
    "Indic digits": _timed(lambda m, w: f"{m.long(w)} - {w:%H:%M}".translate(INDIC)),
    "Indic numbers": _dated(lambda _, w: f"حُرّر في {w.day}/{w.month}/{w.year}".translate(INDIC)),
    "Levantine doubled": _timed(
        lambda _, w: (
            f"تم نشره {weekday(w)} {w:%d} {MONTHS['levant'][w.month - 1]} / "
            f"{MONTHS['egypt'][w.month - 1]} {w.year} {clock(w, 'صباحاً', 'مـساءً')}"
        )
    ),
    "month in parentheses": _dated(
        lambda _, w: f"{w.day} {MONTHS['egypt'][w.month - 1]} ({MONTHS['levant'][w.month - 1]}) {w.year}"
    ),
    "Hijri and Gregorian": _dated(
        lambda _, w: f"{weekday(w)} {_hijri_numbers(w)} هـ - الموافق {w.day}/{w.month}/{w.year} م"
    ),
    "Hijri in words": _dated(lambda m, w: f"{hijri(w)} هـ ، {w.day} {m.month(w)} {w.year} م"),
    "Hijri, updated": _hijri_updated,
    "zone": _timed(lambda m, w: f"{w.day} {m.month(w)} {w.year} {w:%H:%M} بتوقيت غرينتش"),
    "zone in parentheses": _timed(lambda _, w: f"{w:%Y/%m/%d}، {w:%H:%M} (توقيت القدس)"),
    "published and updated": _both,
    "published and updated, numbers": _both_numbers,
    "published and updated, two lines": _both_lines,
    "updated only": _updated,
    "three lines": _three_lines,
    "no year": _dated(lambda m, w: f"{weekday(w)} {w.day} {m.month(w)}"),
    "no year, time": _timed(lambda m, w: f"{w.day} {m.month(w)} , {clock(w)}"),
    "minutes ago": _minutes_ago,
    "hours ago": _hours_ago,
    "days ago": _days_ago,
    "yesterday": _yesterday,
    "English age": _english_age,
    "label, no space": _timed(lambda m, w: f"تاريخ النشر{weekday(w)} {w.day} {m.month(w)} {w.year} {w:%H:%M}"),
}
