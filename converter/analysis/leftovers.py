"""What of a citation is in no part of it, and parts that do not look like what they are taken for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.analysis.flow import Flow
from converter.analysis.ledger import Ledger, quoted
from converter.diagnostics import Code
from converter.model import Citation, Field, Text

WORD = re.compile(r"10\.\d{4,}/\S+|[^\W_]+")
"""A DOI, which is known of a work though it is no part of its text, or a word."""
SHORT_WORD = 3
CUES = frozenset(
    """
    acesso aufl disponible disponibile disponível dostępny bahar güz kış yaz r rev tarixi última último
    a à al and at by cf compare d da dans de del den der des di die du e el em en et etc for from i in
    indem l la le les na no nr o of on or per para ref s see also siehe sub t the to trans u und v ve
    vol vols von vgl voir w with y z в и из к на о от под по с см у і та й див az və ilə bkz bakınız krş
    örneğin içinde access accessed date last visited retrieved available online erişim erişildi tarihi
    tarihinde müraciət consulté consultado consultata consultato consulta dostęp zugriff abgerufen
    zuletzt am дата обращения доступа звернення url doi http https www com org p pp pg pgs ss sf f ff sq
    sayfa səh seite seiten page pages с стр σ σσ σελ ص number num numéro número n nº issue sayı cilt jg
    jahrgang heft band bd tome tom т вып volume year yıl № ed eds éd edited edition editor editors hg
    hrsg hgg yay haz red ред сост çev çeviren translated translator trad op cit ibid ebd art chap
    chapter bölüm kapitel annex sec section md madde ст гл ч
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Words that lead to a part or tie parts together; in small letters they say nothing else."""
PART_DOUBTS = {
    "author": re.compile(r"[:;“”«»\"\d]|(?:\S+ ){7}"),
    "editor": re.compile(r"[:;“”«»\"\d]|(?:\S+ ){7}"),
    "container": re.compile(r"[,;:()“”«»\"]|\d|\bi[çc]inde$"),
    "publisher": re.compile(r"[,;:()“”«»\"]|\d"),
    "title": re.compile(r"^(?P<head>[^,.;]+\s[^,.;]+)[,.;]\s|[(\[][^)\]]*$|//"),
}
"""Kind of part → what makes one doubtful."""
LONGEST_UNREAD = 250
"""Characters of a note without a work that may be a citation; a longer one is a comment."""
CITED = re.compile(
    r"""
    [,،“”«»"].*\b(?:1[5-9]|20|۱[۲-۴])[\d۰-۹]{2}\)?[^.]{0,25}\.?$   # Title, Newspaper, 3 May 2024, annex 1.
    | \b(?:op|art|loc)\.\s?cit\b | \ba\.\s?g\.\s?[a-z]\.   # Ost, op. cit.   Ak, a.g.e.
    | \b(?:ibid|ebd|ivi|там\ же|указ\.\ соч)\b
    | \s//\s                                               # Title // Journal
    | \b(?:pp?|ss?|с|стр|səh|σ|ص)\.?\s?\d+[^.]{0,9}\.?$     # at its end: p. 31.
    | \b(?:arts?|md|madd[eə]|ст|para|annex)\.?\s\d          # a law: Art. 2
    | §\s?\d | [\[(](?:19|20)\d\d[\])]\s[A-Z\d]             # § 18, [1999] 3 WLR 1120
    | (?:№|\bn[º°]|\bno\.|\bnr\.|\bn\.º)\s?\d                # No. 20-3311
    | \b(?:vom|от|del?)\s\d{1,2}\.?\s[^\W\d]+\s(?:19|20)\d\d   # vom 3. Juli 2020
    | [\d۰-۹٠-٩]{4}(?:年|،)                                  # 2021年, ۱۳۹۷،
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How a note reads that cites a work, though none was recognised in it."""
OPENING = "“”„«\"'‘‚»‹›『「*_"


def report_leftovers(citation: Citation, start: int, flow: Flow, ledger: Ledger) -> None:
    """Report what stands in a citation and became no part of it, and what may be no such part."""
    if not any(isinstance(item, Field) for item in citation.content):
        return  # a short form
    at = start
    for item in citation.content:
        stretches = left_over(item.text) if isinstance(item, Text) else _doubtful(item, at, flow.text)
        for begin, end in stretches:
            text = quoted(item.text[begin:end])
            ledger.find(Code.CITATION_UNCERTAIN, flow.span(at + begin, at + end), text=text)
        at += len(item.text)


def looks_cited(text: str) -> bool:
    """Tell whether a note in which no work was recognised reads as a citation does.

    >>> looks_cited("Code minier, art. 133"), looks_cited("The distances are correct.")
    (True, False)
    """
    return len(text) <= LONGEST_UNREAD and CITED.search(text) is not None


def left_over(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretch of a text between parts that says something: more than cue words and stops.

    >>> list(left_over(", in: Hafenblatt, S. ")), list(left_over(", no. "))
    ([(6, 16)], [])
    """
    words = [word for word in WORD.finditer(text) if word[0].casefold() not in CUES and "/" not in word[0]]
    if words:
        yield words[0].start(), words[-1].end()


def _doubtful(item: object, at: int, text: str) -> Iterator[tuple[int, int]]:
    """Yield a part whole if it does not look like what it is taken for."""
    if not isinstance(item, Field) or item.name not in PART_DOUBTS:
        return
    is_quoted = item.name == "title" and text[at - 1 : at] in OPENING and at > 0
    match = None if is_quoted else PART_DOUBTS[item.name].search(item.text)
    if match and (item.name != "title" or _may_be_an_author(match["head"])):
        yield 0, len(item.text)


def _may_be_an_author(head: str | None) -> bool:
    """Tell whether the words before a stop in a title are written like a name, with capitals."""
    longer = [word for word in WORD.findall(head or "") if len(word) > SHORT_WORD]
    return head is None or all(word[0].isupper() for word in longer)
