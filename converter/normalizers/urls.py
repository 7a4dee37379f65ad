"""What a web address is without tracking, for machines and for people, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Container

from converter.normalizers.keys import ascii_fold
from converter.normalizers.spaces import word_set
from converter.normalizers.url_finding import EMAIL, SCHEMES, doi_of, find_emails, find_urls, names_www

__all__ = [
    "clean_url",
    "display_url",
    "doi_of",
    "find_emails",
    "find_urls",
    "host_of",
    "is_web_url",
    "names_www",
    "percent_encode_unsafe",
    "site_label",
    "web_target",
]

TRACKING_PREFIXES = ("utm_", "mtm_", "hsa_", "__hs", "_hs", "vero_", "oly_", "__cf_chl")
TRACKING_NAMES = word_set("""
    fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id yclid ysclid mc_cid mc_eid mc_tc
    igshid igsh ref_src ref_url _gl _ga mkt_tok _openstat wickedid rb_clickid s_cid ml_subscriber
    ml_subscriber_hash epik srsltid pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content at_medium
    at_campaign xtor fb_action_ids fb_action_types fb_source fb_ref __twitter_impression guccounter
    guce_referrer guce_referrer_sig
""")

LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
AUTHORITY_END = re.compile(r"[/?#\\]")
UNSAFE = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]")
UNSAFE_OR_NOT_ASCII = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]|[^\x00-\x7f]")
LOOSE_SIGN = re.compile(r"[\[\]#]|%(?![0-9A-Fa-f]{2})")
"""Signs that a link must escape, though pages print them: brackets, a lone percent, a second ``#``."""

PLAIN = re.compile(
    r"https?://(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}(?:/[\w.,~!$&'()*+;=:@/-]*)?", re.ASCII
)
"""An address in which nothing is to be changed or judged, as most are."""

LONGEST_HOST = 253
HIGH_ESCAPES = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")

SECOND_LEVEL = word_set(
    "ac av bel co com dr edu gen gob gouv gov gv id info k12 mil ne net or org pol tsk tv web"
)
"""Labels that stand before a country's and name no site: ``mod.gov.az``."""

HOSTS_OF_MANY = word_set("""
    wordpress blogspot substack tumblr github gitlab livejournal medium wixsite weebly webnode blogcu narod
    ucoz example
""")
"""Sites whose subdomains belong to others; below ``example`` stands whatever a text invents (RFC 2606)."""


# --- Changing ---------------------------------------------------------------------------------------------


def clean_url(url: str, more: Container[str] = ()) -> tuple[str, tuple[str, ...]]:
    """Take the tracking parameters out of an address; everything else stays byte for byte.

    The second value names what was removed; ``more`` are further parameters that only track. An address
    without scheme (``www.``) becomes ``http://``; a scheme in capitals, which means the same (RFC 3986,
    6.2.2.1), is written small.

    >>> clean_url("https://x.org/?id=1&utm_source=chatgpt.com")
    ('https://x.org/?id=1', ('utm_source',))
    """
    if url[:4].lower() == "www.":
        url = f"http://{url}"
    scheme, colon, rest = url.partition(":")
    if not scheme.islower():
        url = scheme.lower() + colon + rest
    if "?" not in url and "#" not in url:
        return url, ()
    rest, hash_sign, fragment = url.partition("#")
    path, question_mark, query = rest.partition("?")
    removed: list[str] = []
    if query:
        query, removed = _without_tracking(query, more)
        question_mark = question_mark if query or not removed else ""
    directive = fragment.find(":~:")
    if directive >= 0:
        fragment = fragment[:directive]
        hash_sign = hash_sign if fragment else ""
        removed.append(":~:text")
    if not removed:
        return url, ()
    return path + question_mark + query + hash_sign + fragment, tuple(removed)


def _without_tracking(query: str, more: Container[str]) -> tuple[str, list[str]]:
    kept: list[str] = []
    removed: list[str] = []
    for parameter in query.split("&"):
        name = parameter.partition("=")[0].removeprefix("amp;")
        lowered = name.lower()
        if lowered in TRACKING_NAMES or lowered in more or lowered.startswith(TRACKING_PREFIXES):
            removed.append(name)
        else:
            kept.append(parameter)
    return "&".join(kept), removed


def percent_encode_unsafe(url: str, *, non_ascii: bool = False) -> str:
    """Percent-encode what no address may hold: blanks, braces, double quotes, backslash, control characters.

    >>> percent_encode_unsafe("https://x.org/a b{c}")
    'https://x.org/a%20b%7Bc%7D'
    """
    pattern = UNSAFE_OR_NOT_ASCII if non_ascii else UNSAFE
    return pattern.sub(_escape, url)


def _escape(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))


def display_url(url: str) -> str:
    """Decode for people the escapes that are printable letters beyond ASCII; all others stay.

    >>> display_url("https://x.org/%C4%B0ran%20%FF")
    'https://x.org/İran%20%FF'
    """
    return HIGH_ESCAPES.sub(_readable, url) if "%" in url else url


def _readable(match: re.Match[str]) -> str:
    try:
        decoded = bytes.fromhex(match[0].replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return decoded if decoded.isprintable() else match[0]


# --- Judging ----------------------------------------------------------------------------------------------


def is_web_url(url: str) -> bool:
    """Say whether an address can be followed: a known scheme, a sound host, a possible port.

    User names before the host are refused: they are how addresses deceive.
    """
    scheme, colon, rest = url.partition(":")
    scheme = scheme.lower()
    if not colon or UNSAFE.search(url):
        return False
    if scheme == "mailto":
        return EMAIL.fullmatch(rest.partition("?")[0]) is not None
    if scheme not in SCHEMES or not rest.startswith("//"):
        return False
    return _is_host(AUTHORITY_END.split(rest[2:], maxsplit=1)[0])


def web_target(url: str) -> str | None:
    """Return an address as a link can hold it: clean, and what no address may hold escaped; or ``None``.

    >>> web_target("www.x.org/a[1]?utm_source=y"), web_target("ftp://x.org/")
    ('http://www.x.org/a%5B1%5D', None)
    """
    if PLAIN.fullmatch(url) and len(url) <= LONGEST_HOST:
        return url
    target = clean_url(url)[0]
    if not is_web_url(target) or target[:4].lower() == "ftp:":
        return None
    if not LOOSE_SIGN.search(target):
        return target
    address, hash_sign, fragment = target.partition("#")
    return LOOSE_SIGN.sub(_escape, address) + hash_sign + LOOSE_SIGN.sub(_escape, fragment)


def _is_host(authority: str) -> bool:
    host, colon, port = authority.partition(":")
    if colon and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536):
        return False
    labels = host.removesuffix(".").split(".")
    if len(labels) < 2 or len(host) > LONGEST_HOST or not all(map(LABEL.fullmatch, labels)):
        return False
    if labels[-1].isdigit():
        return len(labels) == 4 and all(label.isdigit() and int(label) < 256 for label in labels)
    return len(labels[-1]) > 1


def host_of(url: str) -> str:
    """Return the host of an address in lower case, without port and user name.

    >>> host_of("https://WWW.avim.org.tr:80/x")
    'www.avim.org.tr'
    """
    rest = url.partition("://")[2] or url.removeprefix("mailto:")
    authority = AUTHORITY_END.split(rest, maxsplit=1)[0]
    return authority.rpartition("@")[2].partition(":")[0].rstrip(".").lower()


def site_label(url: str) -> str:
    """Return the site's own name, for the key of a work without an author.

    >>> site_label("https://az.sputniknews.ru/x"), site_label("https://www.bbc.co.uk/")
    ('sputniknews', 'bbc')
    """
    labels = [label for label in host_of(url).split(".") if label]
    if len(labels) > 1 and labels[0] == "www":
        del labels[0]
    if not labels:
        return ""
    own = max(len(labels) - 2, 0)
    if own and labels[own] in SECOND_LEVEL and len(labels[-1]) == 2:
        own -= 1
    if own and labels[own] in HOSTS_OF_MANY:
        own -= 1
    return ascii_fold(_from_punycode(labels[own])).replace(" ", "")


def _from_punycode(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
