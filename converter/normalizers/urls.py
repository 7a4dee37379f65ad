"""Where the web addresses of a text are, and what each is without tracking, for machines and for people."""

from __future__ import annotations

import re
from urllib.parse import unquote

from converter.normalizers.keys import ascii_fold

BODY = re.compile(r"[\w\[][^\s<>\"“”„«»\u200b\u2028\u2029\ufeff\x00-\x1f]*")
"""What may follow ``://``: everything up to white space, angle brackets or double quotes."""

SCHEMES = ("https", "http", "ftp")
TRAILING = ".,;:!?…·•|\\'‘’‚`´*_~^"
CLOSING = {")": "(", "]": "[", "}": "{"}
WWW = re.compile(r"(?i:www)\.(?=\w)")

EMAIL = re.compile(
    r"(?<![\w.+%-])"
    r"[\w][\w.+%-]{0,63}"  # info, first.last+news
    r"@"
    r"(?:[\w](?:[\w-]{0,61}[\w])?\.){1,8}"  # avim.org.
    r"[^\W\d_]{2,24}(?![\w-])",  # tr
)

TRACKING_PREFIXES = ("utm_", "mtm_", "hsa_", "__hs", "_hs", "vero_", "oly_", "__cf_chl")
TRACKING_NAMES = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id yclid ysclid mc_cid mc_eid mc_tc igshid igsh "
    "ref_src ref_url _gl _ga mkt_tok _openstat wickedid rb_clickid s_cid ml_subscriber ml_subscriber_hash epik srsltid "
    "pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content at_medium at_campaign xtor fb_action_ids "
    "fb_action_types fb_source fb_ref __twitter_impression guccounter guce_referrer guce_referrer_sig spm".split()
)

LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
UNSAFE = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]")
UNSAFE_OR_NOT_ASCII = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]|[^\x00-\x7f]")
HIGH_ESCAPES = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
DOI = re.compile(r"(?<![\d.])10\.\d{4,9}(?:/|%2[Ff])[^\s\"“”<>]+")

SECOND_LEVEL = frozenset("ac av bel co com dr edu gen gob gouv gov gv id info k12 mil ne net or org pol tsk tv web".split())
HOSTS_OF_MANY = frozenset(["wordpress", "blogspot", "substack", "tumblr", "github", "livejournal", "medium"])


# --- Finding ----------------------------------------------------------------------------------------------


def find_urls(text: str) -> list[tuple[int, int]]:
    """Return the places of the web addresses in reading order, punctuation around them left out.

    >>> text = "See (https://x.org/a_(b)), or www.y.org."
    >>> [text[start:end] for start, end in find_urls(text)]
    ['https://x.org/a_(b)', 'www.y.org']
    """
    if "://" not in text:
        return _find_www(text, 0, len(text))
    spans: list[tuple[int, int]] = []
    position, mark = 0, text.find("://")
    while mark >= 0:
        start = _scheme_start(text, mark)
        body = BODY.match(text, mark + 3) if start >= position else None
        end = _trim(text, mark + 3, body.end()) if body else -1
        if end > mark + 3:
            spans += _find_www(text, position, start)
            spans.append((start, end))
            position = end
        mark = text.find("://", max(mark + 3, position))
    return spans + _find_www(text, position, len(text))


def _scheme_start(text: str, mark: int) -> int:
    before = text[max(0, mark - 5) : mark].lower()
    for scheme in SCHEMES:
        if before.endswith(scheme):
            return mark - len(scheme)
    return -1


def _find_www(text: str, start: int, end: int) -> list[tuple[int, int]]:
    stretch = text[start:end]
    if "www." not in stretch and "WWW." not in stretch and "Www." not in stretch:
        return []
    spans: list[tuple[int, int]] = []
    position = start
    while match := WWW.search(text, position, end):
        position = match.end()
        glued = match.start() > 0 and (text[match.start() - 1].isalnum() or text[match.start() - 1] in "@.-/_")
        body = None if glued else BODY.match(text, position, end)
        stop = _trim(text, position, body.end()) if body else -1
        if "." in text[position:stop]:
            spans.append((match.start(), stop))
            position = stop
    return spans


def _trim(text: str, start: int, end: int) -> int:
    """Give back the punctuation, quotes and unmatched brackets at the end of an address."""
    end = _host_stop(text, start, end)
    while end > start:
        last = text[end - 1]
        if last in TRAILING or (last in CLOSING and not _closes(text, start, end, last)):
            end -= 1
        else:
            return end
    return start


def _host_stop(text: str, start: int, end: int) -> int:
    """Stop at a quote in the host (``avim.org.tr'de``) and at the middle of a Markdown link."""
    link = text.find("](", start, end)
    end = link if link >= 0 else end
    slash = text.find("/", start, end)
    for quote in "'’":
        at = text.find(quote, start, slash if slash >= 0 else end)
        end = at if at >= 0 else end
    return end


def _closes(text: str, start: int, end: int, bracket: str) -> bool:
    return text.count(CLOSING[bracket], start, end) >= text.count(bracket, start, end)


def find_emails(text: str) -> list[tuple[int, int]]:
    """Return the places of the e-mail addresses in reading order.

    >>> find_emails("E-Mail: info@avim.org.tr.")
    [(8, 24)]
    """
    return [match.span() for match in EMAIL.finditer(text)] if "@" in text else []


def doi_of(text: str) -> str | None:
    """Return the first DOI in a text or address.

    >>> doi_of("https://doi.org/10.18449/2021C32.")
    '10.18449/2021C32'
    """
    if "10." not in text:
        return None
    for match in DOI.finditer(text):
        end = _trim(text, match.start(), match.end())
        doi = unquote(text[match.start() : end]).partition("?")[0]
        told = "doi" in text[max(0, match.start() - 16) : match.start()].lower()
        if told or len(doi.partition("/")[2]) >= 4:
            return doi
    return None


# --- Changing ---------------------------------------------------------------------------------------------


def clean_url(url: str) -> tuple[str, tuple[str, ...]]:
    """Take the tracking parameters out of an address; everything else stays byte for byte.

    The second value names what was removed. An address without scheme (``www.``) becomes ``http://``.

    >>> clean_url("https://x.org/?id=1&utm_source=chatgpt.com")
    ('https://x.org/?id=1', ('utm_source',))
    """
    if url[:4].lower() == "www.":
        url = f"http://{url}"
    if "?" not in url and "#" not in url:
        return url, ()
    rest, hash_sign, fragment = url.partition("#")
    path, question_mark, query = rest.partition("?")
    removed: list[str] = []
    if query:
        query, removed = _without_tracking(query)
        question_mark = question_mark if query or not removed else ""
    directive = fragment.find(":~:")
    if directive >= 0:
        fragment = fragment[:directive]
        hash_sign = hash_sign if fragment else ""
        removed.append(":~:text")
    if not removed:
        return url, ()
    return path + question_mark + query + hash_sign + fragment, tuple(removed)


def _without_tracking(query: str) -> tuple[str, list[str]]:
    kept: list[str] = []
    removed: list[str] = []
    for parameter in query.split("&"):
        name = parameter.partition("=")[0].removeprefix("amp;")
        lowered = name.lower()
        if lowered in TRACKING_NAMES or lowered.startswith(TRACKING_PREFIXES):
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
    return _is_host(re.split(r"[/?#]", rest[2:], maxsplit=1)[0])


def _is_host(authority: str) -> bool:
    host, colon, port = authority.partition(":")
    if colon and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536):
        return False
    labels = host.removesuffix(".").split(".")
    if len(labels) < 2 or len(host) > 253 or not all(map(LABEL.fullmatch, labels)):
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
    authority = re.split(r"[/?#\\]", rest, maxsplit=1)[0]
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
