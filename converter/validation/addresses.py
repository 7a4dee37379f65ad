"""What keeps a value from being an address that can be followed."""

from __future__ import annotations

import re

from converter.normalizers.urls import host_of, is_web_url

SCHEME = re.compile(r"(?P<name>[A-Za-z][A-Za-z\d+.-]*):")
FOLLOWED = ("http", "https", "ftp", "mailto", "doi")
BLANK = re.compile(r"\s")


def address_problem(value: str) -> str | None:
    """Say what keeps a value from being an address of the web, ``mailto:`` and ``doi:`` included.

    >>> address_problem("https://example.org/a"), address_problem("www.example.org")
    (None, 'it lacks https:// before it')
    >>> address_problem("https://example"), address_problem("https://example.org/a b")
    ('example is no host', 'a blank stands in it')
    """
    if BLANK.search(value):
        return "a blank stands in it"
    if is_web_url(value):
        return None
    scheme = SCHEME.match(value)
    name = scheme["name"].lower() if scheme else ""
    if name == "doi":
        return None if value[4:].startswith("10.") else "a DOI begins with 10."
    if name == "mailto":
        return "it is no address of e-mail"
    if name in FOLLOWED:
        return _broken(value, name)
    if not name or is_web_url(f"https://{value}"):
        return "it lacks https:// before it"
    return f"{name}: is not followed, only {', '.join(FOLLOWED)}"


def _broken(value: str, name: str) -> str:
    """Say what is wrong with an address whose scheme is right."""
    if not value[len(name) + 1 :].startswith("//"):
        return f"// is missing behind {name}:"
    host = host_of(value) if value.partition("://")[2].strip("/") else ""
    if not is_web_url(f"{name}://{host}"):
        return f"{host} is no host" if host else "it has no host"
    return "it holds a user name, a port that cannot be, or a sign that must be written as %XX"
