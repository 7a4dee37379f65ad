"""How the parts of a citation are printed: years, pages, volumes, imprints, editors, names of outlets."""

from __future__ import annotations

import re

CENTURY = r"(?:1[5-9]|20)\d\d"
RANGE = r"\d{1,4} (?: \s?[-–]\s? \d{1,4} )?"
PAGES = rf"\d{{1,4}} (?: \s?[-–—]\s? \d{{1,4}} )? (?: (?: , | \s(?:and|ve|и|und|et) ) \s? {RANGE} )*"
"""``12``, ``12-15``, ``12, 15-17``, ``12 and 15``."""

YEAR = re.compile(rf"(?<![\d/.–-]) {CENTURY} (?![\d/–-])", re.VERBOSE)  # 1998, not 2025/37 or 1914–1918
DIGIT = re.compile(r"\d")
LETTERS = re.compile(r"[^\W\d_]{2}")

PAGE = re.compile(
    rf"""
    (?<!\w) (?: pp? | ss? | sayfa | S | Seite | с | стр | səh | syf | pages? ) \.? \s?  # p. 12   ss. 12-15
    (?P<page> {PAGES} ) (?! \d | \.\d )
    """,
    re.VERBOSE,
)
PAGE_BEHIND = re.compile(
    rf"\) \s* [,:] \s* (?P<page> {PAGES} ) \s* (?= [.;,] | $ )", re.VERBOSE
)  # (London: Press, 1998), 12-15.
VOLUME = re.compile(
    r"""
    (?<!\w) (?: vol(?:ume)? | cilt | c | bd | band | t | том | cild ) \.? \s? :? \s?  # vol. 3   Cilt: IV
    (?P<volume> \d{1,4} | [IVXLC]{1,6}\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
ISSUE = re.compile(
    r"""
    (?<!\w) (?: no | nr | n° | nº | issue | sayı | heft | № | num | iss ) \.? \s? :? \s?  # no. 4   Sayı: 3-4
    (?P<issue> \d{1,5} (?: \s?[-–/]\s? \d{1,4} )? ) (?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
NUMBER_WORD = re.compile(
    r"""
    (?<!\w) (?:
      pp? | ss? | sayfa | seite | с | стр | səh | syf | pages?                  # p. 12
    | vol(?:ume)? | cilt | c | bd | band | t | том | cild                       # vol. 3
    | no | nr | n° | nº | issue | sayı | heft | № | num | iss                   # no. 4
    ) \.? \s? :? \s? [\dIVXLC]
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A quick test: without it there is no page, volume or issue."""

VOLUME_ISSUE = re.compile(
    r"""
    (?<![\d.]) (?<!\bs\.\s) (?<!\bart\.\s) (?<!\bmd\.\s)                                   # not s. 12 (3)
    (?P<volume> \d{1,3} ) \s? \( (?P<issue> \d{1,3} (?: [-–]\d{1,3} )? ) \)                # 12 (3)
    (?: \s? [,:] \s? (?P<page> \d{1,4} \s?[-–]\s? \d{1,4} ) )?                             # 12(3): 45-67
    """,
    re.VERBOSE,
)
CHICAGO = re.compile(
    rf"""
    (?: (?: vol(?:ume)? | cilt | c | bd | t | том ) \.? \s* )? (?P<volume> \d{{1,3}} ) ,? \s*
    (?: no | nr | sayı | heft | № | n° ) \.? \s* (?P<issue> \d{{1,3}} (?: [-–/]\d{{1,3}} )? ) \s*  # 12, no. 3
    \( [^()]{{0,20}}? (?P<year> {CENTURY} ) \)  # (Spring 1998)
    (?: \s* : \s* (?P<page> {RANGE} ) )?                                                            # : 45-67
    """,
    re.VERBOSE | re.IGNORECASE,
)
IMPRINT = re.compile(
    rf"""
      \( \s* (?P<place> [^():,;]{{2,40}} ) \s* : \s* (?P<publisher> [^():;]{{2,90}}? ) \s* ,? \s*
      (?: [^\W\d_]{{3,12}} \s+ )? (?P<year> {CENTURY} ) \s* \)  # (London: Press, May 1998)
    | (?<=[,.]\s) (?P<place2> [A-ZÇĞİÖŞÜ][^():,;.]{{1,40}} (?: ,\s(?:D\.C\.|[A-Z]{{2}}) )? ) : \s*
      (?P<publisher2> [^():;,]{{2,90}} ) , \s*
      (?: [^\W\d_]{{3,12}} \s+ )? (?P<year2> {CENTURY} )  # , Washington, DC: Press, May 1998
    """,
    re.VERBOSE,
)
LAST_YEAR = re.compile(
    rf"""
    (?: [,(] \s* | ,\s (?: (?:New|Los|San|St\.|Tel|Den|The|Ann|Buenos) \s )?  # , 1998
      [^\W\d_]+ \s )                                                          # , New York 1998
    (?P<year> {CENTURY} ) (?= \s* (?: [,.;)] | $ ) )
    """,
    re.VERBOSE,
)
APA = re.compile(
    rf"""
    (?P<author> [^()“\"«]{{3,160}}? ) \s*
    \( (?P<date> [^()]{{0,20}} {CENTURY} [^()]{{0,16}} ) \) \s* [.,:]? \s+       # Family, G. (1998, May 3).
    (?P<title> [^“\"«\s] [^.?!]{{6,}} [?!]? ) (?: \. | (?<=[?!]) ) \s            # Words of the title.
    """,
    re.VERBOSE,
)
SHORT_FORM = re.compile(
    rf"[”\"’»] ,? \s* (?: pp?\. | ss?\. )? \s* {RANGE} \s* [.;]? \s* $", re.VERBOSE
)  # Family, “Short Title,” 51.

OUTLET = re.compile(
    r"""
    (?<!\w) (?:
      news | times | post | daily | journal | review | agency | herald | tribune | press | radio | tv
    | television | magazine | monitor | observer | telegraph | chronicle | gazette | guardian | independent
    | economist | trend | wikipedia | encyclopedia | blog | portal | report                # The Harbour Times
    | ajansı | gazetesi | haber | haberler | radyo | dergisi | dergi | bakanlığı | enstitüsü | merkezi | vakfı
    | anadolu | hürriyet | milliyet | cumhuriyet | sabah                                   # Anadolu Ajansı
    | department | commission | kremlin | presidency | embassy                           # Department of Ports
    | ministry | institute | center | centre | foundation | government | parliament | nations | council
    | committee | union | nato                                                             # Ministry of Ports
    | reuters | bloomberg | bbc | cnn | tass | interfax | euronews | kommersant | azertac | apa   # Reuters
    | коммерсант | известия | риа | тасс | интерфакс                                       # Коммерсант
    | zeitung | spiegel | zeit | monde | figaro | agentliyi | nazirliyi                    # Hafenzeitung
    ) (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
IN = re.compile(
    r"[\s,.;:]* (?: in | içinde | в | dans | en ) \s* :? \s+", re.VERBOSE | re.IGNORECASE
)  # , in:
EDITED = re.compile(
    r"""
    ,?\s* (?:
      \b (?: eds?\. | edited\s+by | der\. | haz\. | hrsg\. | hg\. | dir\. | ред\. ) \s*
      (?P<name> [^\W\d_][^,;()]{3,60} )                                                    # ed. Given Family
    | \( \s* (?: eds? | der | haz | hrsg | hg | dir | ред ) \.? \s* \)  # Given Family (ed.)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
LOWER_START = re.compile(
    r"(?: , | \b(?:in|by|von|dans) ) \s+ (?=[^\W\d_a-z])", re.VERBOSE
)  # printed in Title
NAME_AFTER = re.compile(
    r"\b [a-zçğıöşüа-яəß]{3,} ,? \s (?: in | by | see | bkz\. | von | dans | par ) \s+ (?=[^\W\d_a-z])",
    re.VERBOSE,
)  # printed in Given Family
NAME_AFTER_SMALL = re.compile(
    r"(?: , | \b(?:in|by|of|see|bkz\.|von|dans|par) ) \s+ (?=[^\W\d_a-z])", re.VERBOSE
)  # and the comments of Given Family
EDITORS_BEHIND = re.compile(
    r",\s* \(? (?: eds? | editors? | haz | der | hrsg | hg | dir | ред ) \b \.? \)? \s* ,\s+",
    re.VERBOSE | re.IGNORECASE,
)  # Given Family, ed., Title
BIBLIOGRAPHY = re.compile(
    r"""
    (?P<author> (?:[^\W\d_a-z]|(?:de|von|van|al)\s) [^\W\d_’'-][\w’'-]* (?:\s[^\W\d_a-z][\w’'-]+)? ,\s
      [^\W\d_a-z][\w’'-]+ (?: \s [^\W\d_a-z][\w’'-]* \.? )? ) (?: \.\s+ | (?<=\.)\s+ ) (?=[^\W\d_a-z])
    """,
    re.VERBOSE,
)  # Family, Given. Title
CAPITALS_FIRST = re.compile(
    r"""
    (?P<author> (?:[A-ZÇĞİÖŞÜƏ'’-]{2,}) (?:\s[A-ZÇĞİÖŞÜƏ'’-]{2,})? , \s
      [A-ZÇĞİÖŞÜƏ] (?: [a-zçğıöşüəâîû]+ | \. ) (?: \s [A-ZÇĞİÖŞÜƏ] (?: [a-zçğıöşüəâîû]+ | \. ) )? ) , \s+
    """,
    re.VERBOSE,
)  # FAMILY, Given, Title
TAIL = 24
"""Characters at the end of a title in which an edition, a season or `adopted on` is looked for."""

EDITION_SIGNS = ("ed", "bask", "aufl", "изд")
"""One of these is in every edition."""

EDITION = re.compile(
    r"""
    (?: ,?\s+ | (?<=[\s,]) ) \(? (?:
      \d{1,2} (?: st | nd | rd | th | \. ) \s? (?: ed(?:n|ition)?\b | baskı | Aufl(?:age)? | изд )  # 4th ed.
    | (?: rev | new ) \.? \s ed                                                                  # rev. ed.
    ) \.? \)? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
DOCUMENT_NUMBER = re.compile(
    r"""
    (?<![\w/.-]) (?:
      [A-Z]{1,5} (?: /[A-Z]{2,8} )* (?: /\d{1,4} )+ (?: /(?:Add|Rev|Corr)\.\d+ )?            # A/RES/62/243
    | (?: COM | JOIN | SWD | SEC ) \s? \( \d{4} \) \s? \d{1,4} (?: \s final )?  # COM(2023) 690 final
    | P\d{1,2}_TA (?: -PROV )? \(\d{4}\) \d{1,4}                                           # P10_TA(2025)0036
    | (?<=,\s) (?! (?:19|20)\d\d/ ) \d{4,5}/\d{2}                                           # 7371/22
    ) (?![\w/])
    """,
    re.VERBOSE,
)
LAW_WORD = re.compile(
    r"""
    (?<!\w) (?: law | act | decree | resolution | regulation | directive | decision | order | protocol
    | recommendation | kanun | yasa | karar | закон | указ ) \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Before `No. 6706`: the number is the name of a law, not of an issue."""

SET_APART_NUMBER = re.compile(rf", \s {DOCUMENT_NUMBER.pattern} \s* (?: [,.;] | $ )", re.VERBOSE)
DOI = re.compile(
    r"(?:\bdoi:?\s*)?\b10\.\d{4,9}/[^\s<>\"“”]+[^\s<>\"“”.,;)\]]", re.IGNORECASE
)  # doi:10.1234/jp.2019
SEASON = re.compile(
    r"""
      ,?\s [^\W\d_]{3,10} \s? /$                                              # Journal, May/(June 2024)
    | ,\s (?: spring | summer | autumn | fall | winter | bahar | ilkbahar | yaz | güz | sonbahar | kış
      | frühjahr | sommer | herbst | весна | лето | осень | зима )$            # Journal, Spring (2024)
    """,
    re.VERBOSE | re.IGNORECASE,
)
DATING = re.compile(
    r",?\s+ (?: adopted | signed | dated | issued | published | held | of | on ) (?: \s+ on )? $", re.VERBOSE
)  # Resolution 853, adopted on
DATE_AT_END = re.compile(rf", \s+ (?: [^\W\d_]+ \s )? {CENTURY} \.? $", re.VERBOSE)  # , April 2024
NUMBERED_HEAD = re.compile(
    r"""
    (?: Resolution | Decision | Recommendation | Document ) \s [\d/]+ (?: \s \(\d{4}\) )? ,\s
    (?= [^\W\d_a-z]\S* (?: \s\S+ ){3} )  # Resolution 62/243, The Words of Its Title
    """,
    re.VERBOSE,
)
QUOTE_GOES_ON = re.compile(
    r"""
    \s (?: dialogue | declaration | initiative | conference | summit | forum | agreement | treaty | act
    | report | project | process | programme | program | doctrine | platform | strategy )
    (?= \s* [,.(] )                                                                 # “Shore” Dialogue,
    """,
    re.VERBOSE | re.IGNORECASE,
)
GOES_ON = re.compile(r"\s[^\W\dA-Z_]{2,}\s")  # (of 3 May 2020) on Ports
NEWSPAPER = re.compile(
    r"""
    \b(?: times | post | daily | herald | tribune | telegraph | chronicle | gazette | guardian | gazetesi
    | zeitung | monde | figaro | qəzeti | газета )\b                           # The Harbour Times
    """,
    re.VERBOSE | re.IGNORECASE,
)
PUBLISHER = re.compile(
    r"""
    \b(?: press | verlag | yayın\w* | kitabevi | university | brill | routledge | springer | palgrave
    | books | éditions? | publish\w* | house )\b                                               # Harbour Press
    """,
    re.VERBOSE | re.IGNORECASE,
)
VOLUME_PAGES = re.compile(
    r", \s (?P<volume> \d{1,3} ) ,\s (?P<page> \d{1,4} \s?[-–—]\s? \d{1,4} ) (?= \s* (?: [.,;] | $ ) )",
    re.VERBOSE,
)  # Journal of Ports, 14, 152–155: the comma, for which a search is quick, is none of it
ARTICLE = re.compile(r"(?:a|an|the|der|die|das|le|la|les|bir|el|los|las|un|une)\s", re.IGNORECASE)
TRAILING_VOLUME = re.compile(r",?\s+(?P<volume>\d{1,3})$")  # Journal of Ports 12
SEPARATOR = re.compile(r"\s+(?:[-–—]|(?P<strong>\||//))\s+")  # Title - Outlet   Title // Outlet
INVERTED = re.compile(r"[^\W\d_]+,\ (?:[^\W\d_]\.\s?){1,3}", re.VERBOSE)  # Family, G. M.
