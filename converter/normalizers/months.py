"""Which month a word means, in some twenty languages, and what each language calls its months."""

from __future__ import annotations

from unicodedata import normalize

from converter.normalizers.spaces import strip_accents, strip_marks, word_set

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

UKRAINIAN_ALONE = (
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"
)
RUSSIAN_ALONE = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
"""In the form that stands without a day."""

MORE_NAMES = (
    "januar februar mart april maj . . avgust septembar oktobar novembar decembar",
    "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
    "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
    "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan . studeni prosinac",
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna . studenoga prosinca",
    "януари февруари март април май юни юли август септември октомври ноември декември",
    "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "stycznia lutego marca kwietnia . czerwca lipca sierpnia września października . grudnia",
    "styczeń luty marzec kwiecień . czerwiec lipiec sierpień wrzesień październik . grudzień",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    (
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
        "Νοεμβρίου Δεκεμβρίου"
    ),
    (
        "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος "
        "Νοέμβριος Δεκέμβριος"
    ),
    (
        "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի "
        "դեկտեմբերի"
    ),
    "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր",
    "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
    "იანვარს თებერვალს მარტს აპრილს მაისს ივნისს ივლისს აგვისტოს სექტემბერს ოქტომბერს ნოემბერს დეკემბერს",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
)
"""Serbian, Bosnian, Croatian, Bulgarian, Macedonian, Polish, Czech, Italian, Portuguese, Romanian, Swedish,
Dutch, Norwegian, Uzbek, Greek, Armenian, Georgian, Hebrew; a stop stands for a name that is in no table."""

OTHER_FULL_NAMES = (
    (2, "veljaca"),
    (5, "maja"),
    (11, "listopada studenog"),
    (1, "jänner"),
    (4, "اپریل"),
    (5, "می"),
    (7, "جولای ژوییه"),
    (8, "آگوست"),
    (9, "setiembre"),
    (1, "يناير"),
    (2, "فبراير شباط"),
    (3, "آذار"),
    (4, "أبريل إبريل ابريل نيسان"),
    (5, "مايو أيار ايار"),
    (6, "يونيو حزيران"),
    (7, "يوليو تموز"),
    (8, "أغسطس اغسطس آب"),
    (9, "سبتمبر أيلول ايلول"),
    (10, "أكتوبر اكتوبر"),
    (11, "نوفمبر"),
    (12, "ديسمبر"),
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


MARCH_NOT_MARCO = "março"
"""Without its accent it would be the given name Marco."""


def fold_month(word: str) -> str:
    """Write a month's name as the tables do: lower case of any language, no accents.

    >>> fold_month("MAYIS"), fold_month("Şubat")
    ('mayis', 'subat')
    """
    folded = word.lower()
    return (
        folded
        if folded.isascii() or folded == MARCH_NOT_MARCO
        else strip_accents(folded).translate(PERSIAN_LETTERS)
    )


def _full() -> dict[str, int]:
    table: dict[str, int] = {}
    for names in (*MORE_NAMES, *FULL_NAMES.values(), RUSSIAN_ALONE, UKRAINIAN_ALONE):
        for number, name in enumerate(names.split(), 1):
            table |= dict.fromkeys((fold_month(name), strip_marks(normalize("NFD", name.lower()))), number)
    for number, names in OTHER_FULL_NAMES:
        table |= {fold_month(name): number for name in names.split()}
    return {name: number for name, number in table.items() if name not in (".", "marco")}


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

STOP_AFTER_DAY = frozenset(
    map(fold_month, " ".join([FULL_NAMES["de"], *MORE_NAMES[:6], MORE_NAMES[10], MORE_NAMES[16]]).split())
) | word_set("janner listopada studenog")
"""Names before which a day has a stop (``1. Mai``)."""

GIVEN_NAMES = word_set("maja marta marca juna jula маја")
"""Months that are names as well, read only between a day and a year: ``3 maja 2021``."""

WITH_YEAR = GIVEN_NAMES | {"maj"}
"""Months that after a day need a year: ``12 Maj. Gen.`` is none."""

CROATIAN_OCTOBER = "listopada"
"""November in Polish, where no stop stands after the day: ``9 listopada``, but ``9. listopada``."""
