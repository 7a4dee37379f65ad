"""Markup that is built and never written by hand: a text in it stays a text, whatever signs it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element


class Markup:
    """Makes elements of one namespace: ``made.p({"class": "x"}, "text", made.b("more"))``."""

    def __init__(self, namespace: str | None = None) -> None:
        self._prefix = f"{{{namespace}}}" if namespace else ""
        self._namespace = namespace

    def __getattr__(self, tag: str) -> Maker:
        """Return what makes elements of a name."""
        return Maker(f"{self._prefix}{tag}", self._namespace)


class Maker:
    """Makes elements of one name."""

    def __init__(self, tag: str, namespace: str | None) -> None:
        self._tag = tag
        self._names = {None: namespace} if namespace else None

    def __call__(self, *content: _Element | str | Mapping[str, str], **attributes: str) -> _Element:
        """Return an element with texts and elements in it; a mapping holds attributes."""
        # the stubs know no default namespace
        made = etree.Element(self._tag, attributes, nsmap=self._names)  # type: ignore[arg-type]
        for part in content:
            if isinstance(part, str):
                _add_text(made, part)
            elif isinstance(part, Mapping):
                for name, value in part.items():
                    made.set(name, value)
            else:
                made.append(part)
        return made


def _add_text(parent: _Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
