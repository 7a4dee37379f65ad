"""What the colophon says of the house: address, telephone, fax, e-mail, site, profiles, rights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from converter.analysis.flow import Flow
from converter.analysis.permanent import PERMANENT
from converter.analysis.wording import has_rights
from converter.normalizers.house_names import house_name
from converter.normalizers.urls import clean_url, find_emails, find_urls, host_of
from converter.profiles import Cue, Profile
from converter.profiles.words import plain
from converter.source import Span

NUMBER = re.compile(r"[\s.:：]*(?P<value>[+(\d][\d\s()/.+–-]{5,40}\d)")
"""A telephone number behind its label: ``Tel: +90 (312) 438 50 23``."""
FIGURES = re.compile(r"\d[\d\s()/.+–-]{4}")
"""A quick test for a telephone number."""

HANDLE = re.compile(r"(?<![\w.@])@\w{2,40}\b(?!\.\w)")  # @handle
SOCIAL_HOSTS = re.compile(
    r"""
    (?:^|\.) (?: facebook | twitter | x | instagram | linkedin | youtube | t | threads | telegram | medium
      | flickr | vk | bsky | mastodon ) \. (?: com | me | net | app | social ) $      # www.facebook.com
    | ^ youtu\.be $
    """,
    re.VERBOSE,
)
YEARS = r"\d{4} (?: \s*[-–]\s* \d{4} )?"
RESERVED = (
    r"all\ rights\ reserved | tüm\ hakları.* | her\ hakkı.* | bütün\ hakları.* | alle\ rechte.*"
    r" | все\ права.* | tous\ droits.* | todos\ los\ derechos.* | tutti\ i\ diritti.* | wszelkie\ prawa.*"
    r" | усі\ права.* | всі\ права.* | bütün\ hüquqlar.* | με\ επιφύλαξη.* | todos\ os\ direitos.*"
)
RIGHTS_NAME = re.compile(
    rf"""
    (?: © | \(c\) | copyright )+ \s* (?: ©\s* )? (?: {YEARS} )? \s* [,.]? \s*        # © 2009-2025
    (?P<name> [«“„"]? [^\W\d_].*? ) \s* [.,|–-]* \s*                              # Name of the House
    (?: {YEARS} [\s.,|–-]* )? (?: {RESERVED} )? \s* \.?
    (?: \s* (?: this | the\ content | licensed | published\ under | cc\b | lizenz | licen[cs] ) .* )? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
ADDRESS = re.compile(
    r"""
      \b (?: sok | sk | sokak | sokağı | cad | cd | caddesi | mah | mahallesi | bulv | bulvarı | blv
        | kat | daire | apt | plaza | no                                              # Nazif Sok. No: 12
        | street | st | avenue | ave | road | rd | floor | box | square | lane | building    # 12 Port Road
        | strasse | straße | ул | просп | вул | пр-т | наб | пер | пл | бул              # ул. Портовая
        | rue | quai | boulevard | bd | place | allée | calle | avenida | avda | paseo | plaza | plaça
        | via | viale | piazza | corso | largo | ulica | al | pl | küç | prospekti | küçəsi | quay | drive
        | οδός | λεωφόρος | خیابان | کوچه | شارع | փողոց | ქუჩა | postfach ) \b
    | \w (?: straße | strasse | str\. | weg | platz | allee | gasse | ufer | damm | gata | gatan | vej
        | veien | straat | laan | utca | gränd ) \b                                     # Kaistraße 4
    | \b [A-Z]{1,2}\d[A-Z\d]?\ ?\d[A-Z]{2} \b                                          # TL2 2AA
    | \b \d{4,6} \b                                                                   # 06550
    """,
    re.VERBOSE | re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s+[•·|–—]\s+|\s*[•|]\s*")  # Tel: 1 • Fax: 2
BARE_NUMBER = re.compile(r"\+?\(?\d[\d\s()/-]{7,}\d")
"""A stretch that is a telephone number and nothing else: ``+1 555 010 1722``."""
NO_ADDRESS = re.compile(
    r"(?:e-?issn|p-?issn|issn|isbn|doi)\b|[^:\d]{3,40}?\s?:\s*[^:\d]*$|[+(\d][\d\s()-]+$", re.IGNORECASE
)
"""`ISSN 2555-0101`, `Editor: Ada Orman`, a number alone."""
LICENCE = re.compile(
    r"\bCC[ -]BY\b|\bCC0\b|creative\s+commons"
    r"|\b(?:licen[cs]e|lizenz|licence|licencia|licenza|licencja|лицензи|ліцензі)\w*\s*:",
    re.IGNORECASE,
)  # CC BY-SA 4.0
NAME_FIRST = re.compile(
    r"(?P<name>[^,()\d]{3,90}\([^()]{2,15}\))\s*(?:[,:–-]\s*|\s)(?=\S)"
)  # Name of the House (NOH), Port Road 1
TRAILING_LABEL = re.compile(
    r"[\s,;|•·-]* (?: (?: \b[\w-]+\s*:+ | \b(?:web|site|internet|e-?mail|courriel|e-?posta) ) \s* )? $",
    re.VERBOSE | re.IGNORECASE,
)  # Port Road 1, Tel:
BARE_LABELS = ("web", "site", "internet", "e-mail", "mail", "courriel", "e-posta", "eposta")
PLACE = re.compile(r"\d.*,|,.*\d")
PHONE_ALONE = re.compile(r"\+\d[\d\s()-]{7,20}\d")
SHORT_NAME = re.compile(r"[A-ZÇĞİÖŞÜƏ]{2,8},\s+(?=[^\W\d_])")  # TDAD, Port Road 1
RIGHTS_ALONE = 0.95
HOUSE_END = re.compile(r"(?<!\be)(?<!\sV)\s*[,.:–—]\s+|(?<=\sV\.),\s+")
ACRONYM = re.compile(r"\((?P<acronym>[^\W\d_][\w.&-]{1,14})\)\s*$")  # Name of the House (NOH)
SHORTEST_ADDRESS = 8

Place = tuple[int, int]


class Found(NamedTuple):
    """A value with its place."""

    value: str
    span: Span


@dataclass(slots=True)
class Imprint:
    """What was found of the house, each value with its place."""

    address: list[Found] = field(default_factory=list)
    phone: Found | None = None
    fax: Found | None = None
    email: Found | None = None
    website: Found | None = None
    addresses: list[Found] = field(default_factory=list)
    """All web addresses, in order."""
    social: list[Found] = field(default_factory=list)
    rights: Found | None = None
    name: Found | None = None


def read_colophon(flows: Sequence[Flow], profile: Profile) -> Imprint:
    """Read the lines of the colophon in order."""
    imprint = Imprint()
    for flow in flows:
        if PERMANENT.match(flow.text):
            continue
        if has_rights(flow.text) or LICENCE.search(flow.text):
            begin, end = _rights_place(flow.text)
            is_whole = begin == 0 and ("creativecommons" in flow.text or end > RIGHTS_ALONE * len(flow.text))
            _read_rights(flow if is_whole else flow.part(begin, end), imprint)
            if not is_whole or "@" in flow.text:
                _read_line(flow.part(0, begin).stripped(), imprint, profile)
                _read_line(flow.part(end, len(flow.text)).stripped(), imprint, profile)
        else:
            _read_line(flow, imprint, profile)
    _sort_addresses(imprint)
    return imprint


def _read_line(flow: Flow, imprint: Imprint, profile: Profile) -> None:
    """Read the stretches between the dots of a line."""
    at = 0
    for sign in SEPARATOR.finditer(flow.text):
        _read_segment(flow.part(at, sign.start()).stripped(), imprint, profile)
        at = sign.end()
    _read_segment(flow.part(at, len(flow.text)).stripped(), imprint, profile)


def _read_segment(flow: Flow, imprint: Imprint, profile: Profile) -> None:
    """Read one stretch: numbers and addresses first, then what stands before them."""
    label = profile.publisher_label.match(flow.text)
    if label:
        flow = flow.part(label.end(), len(flow.text)).stripped()
    text = flow.text
    if not text:
        return
    taken = _phones(flow, imprint, profile)
    taken += _addresses(flow, imprint)
    if "@" in text:
        taken += _handles(flow, taken, imprint)
    stop = min([start for start, _ in taken], default=len(text))
    name_end, begin = _name_first(text, stop)
    if name_end and imprint.name is None:
        imprint.name = Found(text[:name_end], flow.span(0, name_end))
    elif not taken and _is_house_name(text, profile):
        imprint.name = imprint.name or Found(text, flow.whole())
        return
    _read_address(flow, begin, stop, imprint, profile)


def _name_first(text: str, stop: int) -> tuple[int, int]:
    """Return where the house's name at the beginning of a stretch ends, and where what follows it begins."""
    if "(" in text and (named := NAME_FIRST.match(text, 0, stop)):
        return named.end("name"), named.end()
    for sign in HOUSE_END.finditer(text, 0, stop):
        name = text[: sign.start()]
        if house_name(name) and not ADDRESS.search(name):
            return sign.start(), sign.end()
    return 0, 0


def _read_address(flow: Flow, begin: int, stop: int, imprint: Imprint, profile: Profile) -> None:
    """Take what stands before the numbers of a stretch as postal address, if it reads like one."""
    label = profile.address.match(flow.text) if begin == 0 else None
    begin = label.end() if label else begin
    if short := SHORT_NAME.match(flow.text, begin, stop):
        begin = short.end()
    rest = _without_label(flow.text[begin:stop]).rstrip(" –—-,;|")
    if len(rest) <= SHORTEST_ADDRESS or NO_ADDRESS.match(rest):
        return
    if (
        label
        or _is_known(rest, profile)
        or ADDRESS.search(rest)
        or (stop == len(flow.text) and PLACE.search(rest))
    ):
        imprint.address.append(Found(rest, flow.span(begin, begin + len(rest))))


def _is_known(text: str, profile: Profile) -> bool:
    """Know the postal address of the house, or the beginning of it, by the profile."""
    return any(plain(text).startswith(plain(address)) for address in profile.publisher.address)


def _without_label(text: str) -> str:
    """Leave out the label of the number that follows."""
    if text[-1:].isalnum() and not plain(text[-8:]).endswith(BARE_LABELS):
        return text
    return TRAILING_LABEL.sub("", text)


def _is_house_name(text: str, profile: Profile) -> bool:
    if (ACRONYM.search(text) is not None or house_name(text)) and not PLACE.search(text):
        return True
    folded = text.casefold()
    return any(name.casefold() == folded for name in profile.publisher.all_names)


def _rights_place(text: str) -> Place:
    """Return where the words of the rights stand in a line that also has contacts before or behind them."""
    sign = text.find("©")
    begin = sign if sign > 0 and (ADDRESS.search(text[:sign]) or "@" in text[:sign]) else 0
    contacts = [start for start, _ in [*find_emails(text), *find_urls(text)] if start > begin]
    end = min(contacts, default=len(text))
    return begin, begin + len(text[begin:end].rstrip(" |·•,;–—-"))


def _read_rights(flow: Flow, imprint: Imprint) -> None:
    if imprint.rights is None:
        imprint.rights = Found(flow.text, flow.whole())
        match = RIGHTS_NAME.search(flow.text)
        if match and len(match["name"]) > 2:
            imprint.name = Found(match["name"].strip(), flow.span(*match.span("name")))


def _phones(flow: Flow, imprint: Imprint, profile: Profile) -> list[Place]:
    if not FIGURES.search(flow.text):
        return []
    taken = []
    phone = _numbered(flow, profile.phone)
    if phone is None and PHONE_ALONE.fullmatch(flow.text):
        phone = ((0, len(flow.text)), Found(flow.text, flow.whole()))
    if phone:
        imprint.phone = imprint.phone or phone[1]
        taken.append(phone[0])
    if fax := _numbered(flow, profile.fax):
        imprint.fax = imprint.fax or fax[1]
        taken.append(fax[0])
    if not taken and BARE_NUMBER.fullmatch(flow.text):
        imprint.phone = imprint.phone or Found(flow.text, flow.whole())
        taken.append((0, len(flow.text)))
    return taken


def _numbered(flow: Flow, labels: Cue) -> tuple[Place, Found] | None:
    """Return the first number that one of the labels stands before, and the place of both."""
    at = 0
    while label := labels.search(flow.text, at):
        if number := NUMBER.match(flow.text, label.end()):
            found = Found(number["value"].strip(), flow.span(*number.span("value")))
            return (label.start(), number.end()), found
        at = label.end()
    return None


def _addresses(flow: Flow, imprint: Imprint) -> list[Place]:
    text = flow.text
    urls = find_urls(text)
    imprint.addresses += [Found(text[start:end], flow.span(start, end)) for start, end in urls]
    emails = find_emails(text) if "@" in text else []
    if emails and imprint.email is None:
        start, end = emails[0]
        imprint.email = Found(text[start:end], flow.span(start, end))
    return urls + emails


def _handles(flow: Flow, taken: Sequence[Place], imprint: Imprint) -> list[Place]:
    found = [
        match.span()
        for match in HANDLE.finditer(flow.text)
        if not any(start <= match.start() < end for start, end in taken)
    ]
    imprint.social += [Found(flow.text[start:end], flow.span(start, end)) for start, end in found]
    return found


def _sort_addresses(imprint: Imprint) -> None:
    """Tell the house's site from its profiles: the site has no path, or the host of the e-mail address."""
    own = imprint.email.value.rpartition("@")[2].casefold() if imprint.email else None
    for found in imprint.addresses:
        url = clean_url(found.value)[0]
        host = host_of(url).removeprefix("www.")
        path = url.partition("://")[2].partition("/")[2]
        if SOCIAL_HOSTS.search(host):
            imprint.social.append(found)
        elif imprint.website is None and (not path or host == own):
            imprint.website = found
        elif path and "/" not in path.strip("/") and host != own:
            imprint.social.append(found)
        elif imprint.website is None:
            imprint.website = found
    imprint.social.sort(key=lambda found: found.span.start)
