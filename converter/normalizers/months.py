"""Which month a word means, in eight languages, and what each language calls its months."""

from __future__ import annotations

from converter.normalizers.spaces import strip_accents, word_set

FULL_NAMES = {
    "en": "January February March April May June July August September October November December",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
}
"""In the form that stands after a day."""

RUSSIAN_ALONE = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
"""In the form that stands without a day."""

OTHER_FULL_NAMES = (
    (1, "jänner"),
    (4, "اپریل"),
    (5, "می"),
    (7, "جولای ژوییه"),
    (8, "آگوست"),
    (9, "setiembre"),
)

ABBREVIATIONS = (
    (1, "jan janv oca yan янв ene"),
    (2, "feb febr fev févr şub фев февр"),
    (3, "mar mär мар"),
    (4, "apr avr nis апр abr"),
    (5, "may май"),
    (6, "jun haz iyn июн"),
    (7, "jul juil tem iyl июл"),
    (8, "aug ağu avq авг ago"),
    (9, "sep sept eyl sen сен сент"),
    (10, "oct okt eki окт"),
    (11, "nov kas noy ноя нояб"),
    (12, "dec dez dek ara дек dic déc"),
)

PERSIAN_LETTERS = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی"})


def fold_month(word: str) -> str:
    """Write a month's name as the tables do: lower case of any language, no accents.

    >>> fold_month("MAYIS"), fold_month("Şubat")
    ('mayis', 'subat')
    """
    folded = word.lower()
    return folded if folded.isascii() else strip_accents(folded).translate(PERSIAN_LETTERS)


def _full() -> dict[str, int]:
    table: dict[str, int] = {}
    for names in (*FULL_NAMES.values(), RUSSIAN_ALONE):
        table |= {fold_month(name): number for number, name in enumerate(names.split(), 1)}
    for number, names in OTHER_FULL_NAMES:
        table |= {fold_month(name): number for name in names.split()}
    return table


FULL = _full()
SHORT = {fold_month(name): number for number, names in ABBREVIATIONS for name in names.split()}
MONTHS = SHORT | FULL

AMBIGUOUS = frozenset(
    map(fold_month, ["may", "march", "mart", "mars", "ekim", "ocak", "kasım", "марта", "می", "مه"])
)
"""Words that mean something else in running text unless written with a capital or beside a day."""

ENGLISH = frozenset(map(fold_month, FULL_NAMES["en"].split())) | word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Names after which a bare number is a day (``May 30``)."""

STOP_AFTER_DAY = frozenset(map(fold_month, [*FULL_NAMES["de"].split(), "jänner"]))
"""Names before which a day has a stop (``1. Mai``)."""
