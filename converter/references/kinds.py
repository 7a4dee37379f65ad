"""What kind of work a reference is of, in the words of CSL: by which parts it has and the words in them."""

from __future__ import annotations

import re

from converter.model import PrintedDate

CONFERENCE = re.compile(
    r"""
    \b(?: proceedings | proc\. | conference | conf\. | congress | symposium | workshop | kongre
    | sempozyum | tagung
    | colloque | congrès | actas | atti | конференци | konferen )
    """,
    re.VERBOSE | re.IGNORECASE,
)
NEWSPAPER = re.compile(
    r"""
    \b(?: times | post | daily | herald | tribune | guardian | telegraph | chronicle | gazete\w*
    | zeitung | haber
    | ajansı | agency | reuters | bbc | cnn | tass | monde | figaro | spiegel | zeit | известия
    | коммерсант\w*
    | правда | газета | gazeta | hürriyet | milliyet | cumhuriyet | sabah | news | observer )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
TREATY = re.compile(
    r"""
    (?:\w+\s){0,3} (?: treaty | convention | protocol | charter | agreement | antlaşma\w* | sözleşme\w*
    | договор
    | konvensiya | vertrag\svon | traité )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
LAW = re.compile(
    r"(?:law|act|decree|directive|regulation|kanun|yasa|закон|указ|gesetz|loi)\b|.*\b(?:act|law)\s+(?:of|no)\b",
    re.IGNORECASE,
)
CASE = re.compile(r"\b(?:v|vs|c)\.\s+[^\W\d_a-z]|^[Cc]ase\s+of\b|\bdavası\b")
THESIS = re.compile(
    r"""
    thes[ie]s | dissertation | diss\b | tezi?\b | thèse | mémoire | arbeit | schrift | дис | авторефер
    | doktorsk
    | magister | rozprawa | tesis | tesi\b | ph\.?\s?d
    """,
    re.VERBOSE | re.IGNORECASE,
)
INTERVIEW = re.compile(
    r"interview|röportaj|mülakat|söyleşi|интервью|entretien|wywiad|müsahibə", re.IGNORECASE
)
REPORT = re.compile(
    r"""
    report | paper | rapor | bericht | rapport | brief | memo | доклад | informe | raport | komentarz | analiz
    | aktuell | commentary | yorum | note\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def kind_of(values: dict[str, str], issued: PrintedDate | None, *, editors: bool) -> str:
    """Return the CSL type of a work, by its parts."""
    special = _by_words(values)
    if special:
        return special
    container = values.get("container", "")
    if "volume" in values and container and "publisher" not in values and "place" not in values:
        return "article-journal"
    if container:
        return _in_container(values, container, issued, editors=editors)
    return _alone(values)


def _by_words(values: dict[str, str]) -> str | None:
    title, genre = values.get("title", ""), values.get("genre", "")
    if genre and INTERVIEW.search(genre):
        return "interview"
    if genre and THESIS.search(genre):
        return "thesis"
    if "container" not in values and CASE.search(title):
        return "legal_case"
    alone = "container" not in values and "publisher" not in values
    if alone and TREATY.match(title):
        return "treaty"
    if alone and LAW.match(title):
        return "legislation"
    if (genre and REPORT.search(genre)) or ("number" in values and "publisher" in values):
        return "report"
    return "document" if "number" in values and "container" not in values else None


def _in_container(
    values: dict[str, str], container: str, issued: PrintedDate | None, *, editors: bool
) -> str:
    if CONFERENCE.search(container) and "issue" not in values:
        return "paper-conference"
    if "issue" in values or "volume" in values:
        return "article-journal"
    if editors or "publisher" in values or ("place" in values and "url" not in values):
        return "chapter"
    if "page" in values and "url" not in values:
        return (
            "article-newspaper"
            if NEWSPAPER.search(container)
            else "article-journal"
            if not _has_day(issued)
            else "article-newspaper"
        )
    if NEWSPAPER.search(container) or (_has_day(issued) and "url" not in values):
        return "article-newspaper"
    return "webpage" if "url" in values else "article-journal" if "doi" in values else "article"


def _has_day(issued: PrintedDate | None) -> bool:
    return issued is not None and issued.precision == "day"


def _alone(values: dict[str, str]) -> str:
    if "publisher" in values and "url" not in values:
        return "book"
    if "place" in values or "edition" in values or "isbn" in values:
        return "book"
    if "url" in values:
        return "webpage"
    if "publisher" in values:
        return "report"
    return "article-journal" if "doi" in values and "page" in values else "document"
