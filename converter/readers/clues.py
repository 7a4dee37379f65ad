"""Which properties of a file a person wrote, and which a program filled in."""

from __future__ import annotations

FILLED_IN = frozenset(
    {
        "admin", "administrator", "author", "autor", "c", "default", "kullanıcı", "microsoft office user",
        "normal", "office", "owner", "pc", "python-docx", "un-named", "und", "unknown", "unknown author",
        "unknown title", "untitled", "user", "windows user", "word document", "yazar", "администратор",
        "пользователь", "автор",
    }
)  # fmt: skip
"""What programs write where nobody wrote anything."""


def means_something(text: str) -> bool:
    """Tell a value that a person wrote from what a program fills in.

    >>> means_something("The Quiet Harbour"), means_something("Microsoft Word - Document1")
    (True, False)
    """
    plain = text.casefold()
    return bool(plain) and plain not in FILLED_IN and not plain.startswith(("microsoft word - ", "document1"))
