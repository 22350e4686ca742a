# SPDX-License-Identifier: MIT
"""Words on figures and tables in the four languages, and Arabic as matplotlib needs it."""
from __future__ import annotations

from ._errors import UsageError

_ORDER = ("en", "ar", "fr", "es")

_WORDS: dict[str, tuple[str, str, str, str]] = {
    "specific": ("Specific", "محدد", "Spécifique", "Específico"),
    "measurable": ("Measurable", "قابل للقياس", "Mesurable", "Medible"),
    "answerable": ("Answerable", "مسؤولية واضحة", "Responsable désigné", "Con responsable"),
    "relevant": ("Relevant", "ذو صلة", "Pertinent", "Relevante"),
    "time_bound": ("Time-bound", "محدد زمنيًا", "Délimité dans le temps", "Con plazos"),
    "score": ("Score", "النتيجة", "Score", "Puntaje"),
    "met": ("met", "مستوفى", "rempli", "cumplido"),
    "partly": ("partly met", "مستوفى جزئيًا", "rempli en partie", "cumplido en parte"),
    "unmet": ("not met", "غير مستوفى", "non rempli", "no cumplido"),
    "commitment": ("Commitment", "الالتزام", "Engagement", "Compromiso"),
    "commitments": ("commitments", "التزامات", "engagements", "compromisos"),
    "milestones": ("Milestones", "المراحل", "Étapes", "Hitos"),
    "period": ("Period", "الفترة", "Période", "Período"),
    "lead": ("Lead", "الجهة القائدة", "Chef de file", "Responsable"),
    "year": ("Year", "السنة", "Année", "Año"),
    "share_of_commitments": ("Share of commitments (%)", "نسبة الالتزامات (%)", "Part des engagements (%)",
                             "Proporción de compromisos (%)"),
    "years_title": ("Ambition and completion by year", "الطموح والإنجاز حسب السنة", "Ambition et achèvement par année",
                    "Ambición y cumplimiento por año"),
    "ambitious": ("ambitious", "طموحة", "ambitieux", "ambiciosos"),
    "complete": ("substantially or fully completed", "منجزة بقدر كبير أو كليًا",
                 "achevés, en grande partie ou en totalité", "cumplidos sustancial o totalmente"),
    "did_it_open_government": ("opened government markedly", "عززت انفتاح الحكومة بوضوح",
                               "ont nettement ouvert le gouvernement", "abrieron notablemente el gobierno"),
    "stars_title": ("Starred commitments by formula", "الالتزامات الحاصلة على نجمة حسب الصيغة",
                    "Engagements étoilés selon la formule", "Compromisos estelares según la fórmula"),
    "star_2013": ("formula of 2013", "صيغة 2013", "formule de 2013", "fórmula de 2013"),
    "star_2014": ("formula of 2014", "صيغة 2014", "formule de 2014", "fórmula de 2014"),
    "star_progress": ("formula of 2015, progress report", "صيغة 2015، تقرير التقدم",
                      "formule de 2015, rapport d’avancement", "fórmula de 2015, informe de avance"),
    "star_end_of_term": ("formula of 2015, end of term", "صيغة 2015، نهاية الدورة", "formule de 2015, fin de mandat",
                         "fórmula de 2015, fin de término"),
    "eligibility_title": ("Eligibility: {name}", "الأهلية: {name}", "Éligibilité : {name}", "Elegibilidad: {name}"),
    "share_of_points": ("Points (% of the applicable maximum)", "النقاط (% من الحد الأقصى المنطبق)",
                        "Points (% du maximum applicable)", "Puntos (% del máximo aplicable)"),
    "threshold": ("needed: {n} %", "المطلوب: {n}%", "requis : {n} %", "requerido: {n} %"),
    "pass": ("enough", "كافٍ", "suffisant", "suficiente"),
    "fail": ("not enough", "غير كافٍ", "insuffisant", "insuficiente"),
    "not-enough-data": ("not enough data", "بيانات غير كافية", "données insuffisantes", "datos insuficientes"),
    "smart_title": ("SMART: {name}", "معايير سمارت (SMART): {name}", "SMART : {name}", "SMART: {name}"),
    "from_table": ("Source: {edition}, as OGP publishes it", "المصدر: {edition} كما تنشره الشراكة",
                   "Source : {edition}, publiée par l’OGP", "Fuente: {edition}, publicada por OGP"),
    "from_plan": ("Source: text of the plan", "المصدر: نص الخطة", "Source : texte du plan", "Fuente: texto del plan"),
    "from_indices": ("Source: the indices named by OGP", "المصدر: المؤشرات التي تعتمدها الشراكة",
                     "Source : indices retenus par l’OGP", "Fuente: índices adoptados por OGP"),
    "rulebook": ("rulebook of {version}", "مدوّنة القواعد بتاريخ {version}", "recueil de règles du {version}",
                 "reglamento del {version}"),
    "undated": ("without a year: {n}", "بلا سنة: {n}", "sans année : {n}", "sin año: {n}"),
    "more": ("{n} more rows", "صفوف أخرى: {n}", "{n} lignes de plus", "{n} filas más"),
    "comma": (", ", "، ", ", ", ", "),
}


def word(name: str, lang: str, /, **arguments: object) -> str:
    """A word in a language, its arguments put in, isolated from an Arabic text around them."""
    text = _WORDS[name][_ORDER.index(lang)]
    edges = ("\u2068", "\u2069") if lang == "ar" else ("", "")
    return text.format(**{key: f"{edges[0]}{value}{edges[1]}"
                          for key, value in arguments.items()}) if arguments else text


def _embedded(text: str) -> str:
    """Isolates as embeddings, which python-bidi knows: first strong ones by their first letter."""
    parts = text.split("\u2068")
    for i, part in enumerate(parts[1:], 1):
        strong = next((letter for letter in part if letter.isalpha()), "")
        parts[i] = ("\u202b" if _is_arabic(strong) else "\u202a") + part.replace("\u2069", "\u202c")
    return "".join(parts)


def _is_arabic(text: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in text)


def shaped(text: str) -> str:
    """Text as matplotlib, which draws letter by letter from the left, shows it right: Arabic joined, and in visual
    order. Needs ``arabic_reshaper`` and ``bidi`` (Debian: python3-arabic-reshaper, python3-bidi) once the text has
    Arabic letters."""
    if not _is_arabic(text):
        return text.replace("\u2068", "").replace("\u2069", "")
    try:
        import arabic_reshaper
        from bidi.algorithm import get_display
    except ImportError:
        raise UsageError(
            "Arabic on figures needs arabic_reshaper and python-bidi: pip install arabic_reshaper python-bidi"
        ) from None
    lines = _embedded(text).split("\n")
    return "\n".join(str(get_display(arabic_reshaper.reshape(line), base_dir="R")) for line in lines)
