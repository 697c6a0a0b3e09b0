"""A short article and the beginnings of three others, invented, for tests that write a page around them."""

from workers.stages.segmentation.lines import Line

HEAD = "مجلس المدينة يقر ميزانية العام المقبل بالإجماع"
LEAD = "أقر مجلس المدينة في جلسته مساء الاثنين ميزانية العام المقبل بالإجماع، بعد نقاش استمر أكثر من خمس ساعات كاملة."
MORE = "وتزيد الميزانية الجديدة على سابقتها بنحو العشر، ويذهب أكبر بنودها إلى المدارس والطرق وشبكة المياه في الأحياء."
LAST = "وقال رئيس المجلس إن الميزانية تراعي مطالب السكان في الأحياء القديمة، وإن العمل في الطرق سيبدأ مطلع الربيع."

BRIDGE = "إغلاق جسر الوادي أمام الشاحنات حتى نهاية الشهر"
BRIDGE_LEAD = (
    "أعلنت مديرية النقل إغلاق جسر الوادي أمام الشاحنات الثقيلة، وقالت إن فرق الصيانة ستفحص دعائمه الحجرية كلها."
)
MUSEUM = "متحف الفخار يستعيد أربع جرار نادرة من الخارج"
MUSEUM_LEAD = (
    "أكد متحف الفخار وصول أربع جرار نادرة كانت معروضة في الخارج منذ عقود، وستعرض للزوار بعد ترميمها في الخريف."
)
HARBOUR = "إغلاق جسر المرفأ القديم أمام الشاحنات"
HARBOUR_LEAD = "أغلقت سلطات المرفأ اليوم الجسر القديم أمام الشاحنات الثقيلة بعد ظهور شقوق في أعمدته الثلاثة الوسطى."


def of(*texts: str) -> list[Line]:
    """Make parts of some texts, as settlement is given them; where they stand plays no role there."""
    return [Line(0, len(text), text) for text in texts]


def lines(*parts: str) -> str:
    """Write parts on lines of their own."""
    return "\n".join(parts)
