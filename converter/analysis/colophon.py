"""What the colophon says of the house: address, telephone, fax, e-mail, site, profiles, rights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.analysis.flow import Flow
from converter.normalizers.urls import clean_url, find_emails, find_urls, host_of
from converter.profiles import Profile
from converter.source import Span

PHONE = re.compile(
    r"\b(?:tel|telefon|phone|tlf|gsm|mobile|santral|t)\b\s*[.:]*\s*(?P<value>[+(\d][\d\s()/.+–-]{5,40}\d)",
    re.IGNORECASE,
)
FAX = re.compile(
    r"\b(?:fax|faks|telefax|belgegeçer|belgeç|f)\b\s*[.:]*\s*(?P<value>[+(\d][\d\s()/.+–-]{5,40}\d)",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w.@])@\w{2,40}\b(?!\.\w)")
SOCIAL_HOSTS = re.compile(
    r"(?:^|\.)(?:facebook|twitter|x|instagram|linkedin|youtube|t|threads|telegram|medium|flickr|vk|bsky|mastodon)\.(?:com|me|net|app|social)$|^youtu\.be$"
)
RIGHTS = re.compile(
    r"(?:©|\(c\)\s|copyright\b|all rights reserved|tüm hakları|her hakkı|bütün hakları|все права|alle rechte)",
    re.IGNORECASE,
)
RIGHTS_NAME = re.compile(
    r"(?:©|\(c\)|copyright)+\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*[,.]?\s*(?P<name>[^\W\d_].*?)\s*[.,|–-]*\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*)?"
    r"(?:all rights reserved|tüm hakları.*|her hakkı.*|bütün hakları.*|alle rechte.*|все права.*)?\s*\.?$",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\b(?:sok|sk|cad|cd|caddesi|sokak|sokağı|mah|mahallesi|bulv|bulvarı|blv|street|st|avenue|ave|road|rd|floor|kat|daire|strasse|straße|ул|просп|box|square|lane|building|plaza|apt|no)\b|\b\d{4,6}\b",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s+[•·|]\s+|\s*[•|]\s*")
NAME_FIRST = re.compile(r"(?P<name>[^,()\d]{3,90}\([^()]{2,15}\))\s*[,:–-]\s*(?=\S)")
TRAILING_LABEL = re.compile(
    r"[\s,;|•·-]*(?:(?:\b[\w-]+\s*[.:]+|\b(?:web|site|internet))\s*)?$", re.IGNORECASE
)
PLACE = re.compile(r"\d.*,|,.*\d")
LABEL = re.compile(r"^(?:address|adres|adresse|адрес|ünvan)\s*:\s*", re.IGNORECASE)
ACRONYM = re.compile(r"\((?P<acronym>[^\W\d_][\w.&-]{1,14})\)\s*$")


@dataclass(slots=True)
class Found:
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
        _read_line(flow, imprint, profile)
    _sort_addresses(imprint)
    return imprint


def _read_line(flow: Flow, imprint: Imprint, profile: Profile) -> None:
    if RIGHTS.search(flow.text):
        _read_rights(flow, imprint)
        return
    at = 0
    for sign in [*SEPARATOR.finditer(flow.text), None]:
        end = sign.start() if sign else len(flow.text)
        segment = flow.part(at, end).stripped()
        if segment.text:
            _read_segment(segment, imprint, profile)
        at = sign.end() if sign else end


def _read_segment(flow: Flow, imprint: Imprint, profile: Profile) -> None:
    """Read one stretch between the dots of a line: numbers and addresses first, then what stands before them."""
    text = flow.text
    taken = [*_phones(flow, imprint), *_addresses(flow, imprint)]
    for match in HANDLE.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            imprint.social.append(Found(match[0], flow.span(*match.span())))
            taken.append(match.span())
    stop = min((start for start, _ in taken), default=len(text))
    named = NAME_FIRST.match(text, 0, stop)
    if named and imprint.name is None:
        imprint.name = Found(named["name"], flow.span(*named.span("name")))
    elif not taken and _is_house_name(text, profile):
        imprint.name = imprint.name or Found(text, flow.whole())
        return
    begin = named.end() if named else 0
    label = LABEL.match(text, begin)
    begin = label.end() if label else begin
    rest = TRAILING_LABEL.sub("", text[begin:stop])
    if len(rest) > 8 and (label or ADDRESS.search(rest) or not taken and PLACE.search(rest)):
        imprint.address.append(Found(rest, flow.span(begin, begin + len(rest))))


def _is_house_name(text: str, profile: Profile) -> bool:
    folded = text.casefold()
    return (
        any(name.casefold() == folded for name in profile.publisher.names)
        or ACRONYM.search(text) is not None
        and not ADDRESS.search(text)
    )


def _read_rights(flow: Flow, imprint: Imprint) -> None:
    if imprint.rights is None:
        imprint.rights = Found(flow.text, flow.whole())
        match = RIGHTS_NAME.search(flow.text)
        if match and len(match["name"]) > 2:
            imprint.name = Found(match["name"].strip(), flow.span(*match.span("name")))


def _phones(flow: Flow, imprint: Imprint) -> list[tuple[int, int]]:
    taken = []
    for pattern, name in ((PHONE, "phone"), (FAX, "fax")):
        match = pattern.search(flow.text)
        if match:
            if getattr(imprint, name) is None:
                setattr(imprint, name, Found(match["value"].strip(), flow.span(*match.span("value"))))
            taken.append(match.span())
    return taken


def _addresses(flow: Flow, imprint: Imprint) -> list[tuple[int, int]]:
    taken = []
    text = flow.text
    for start, end in find_urls(text):
        imprint.addresses.append(Found(text[start:end], flow.span(start, end)))
        taken.append((start, end))
    for start, end in find_emails(text):
        if imprint.email is None:
            imprint.email = Found(text[start:end], flow.span(start, end))
        taken.append((start, end))
    return taken


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
        elif path and len(path.strip("/").split("/")) == 1 and host != own:
            imprint.social.append(found)
        elif imprint.website is None:
            imprint.website = found
    imprint.social.sort(key=lambda found: found.span.start)
