"""What stands before the permanent address of a page (`Permalink: …`), in many languages."""

from __future__ import annotations

import re

PERMANENT = re.compile(
    r"""
    (?: perma(?:nent\s)?link | url | original\s(?:link|url) | online\sat | available\s(?:online\s)?at | link
      | постоянный\sадрес(?:\sстатьи)? | адрес\sстатьи | ссылка(?:\sна\sстатью)? | постійна\sадреса
      | 本文网址 | 本文链接 | 原文链接 | 原文网址 | kalıcı\s(?:bağlantı|adres) | yazının\sadresi
      | bağlantı | məqalənin\sünvanı | keçid | permalien | lien\spermanent | enlace\spermanente | enlace
      | link\spermanente | adres\s(?:strony|artykułu) | نشانی\sاین\sمطلب | لینک | الرابط | σύνδεσμος | հղում
    ) \s* [:：] \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands before the address of the page itself."""
