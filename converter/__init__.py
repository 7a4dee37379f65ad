"""Turn a raw think-tank commentary into TEI-XML, JSON and BibTeX, and report every doubt.

>>> import converter
>>> result = converter.convert_text('''
... THE LAMPS
...
... Ada ORMAN
...
... The lamps on the northern shore were lit again this spring[1].
...
... [1] The lamps are lit, 9 May 2024, https://news.example.org/lamps
...
... To cite this article: ORMAN, Ada. 2024. "The Lamps." Tidal Institute, Commentary No.2024 / 12. May 14.
... ''')
>>> result.is_valid
True
>>> result.commentary.metadata.published.date
'2024-05-14'
>>> print(result.bibtex.splitlines()[0])
@techreport{orman2024lamps,
>>> [finding.code for finding in result.diagnostics if finding.severity == "error"]
[]

``parse_references(text)`` reads a plain list of references, one a line.

``convert(path)`` does the same with a file, ``convert_bytes(content, name)`` with bytes at hand. A result has
the document (``commentary``), what was written (``tei``, ``json``, ``bibtex``) and the findings
(``diagnostics``). Names are imported when first asked for, so that ``import converter`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from converter.version import __version__

if TYPE_CHECKING:
    from converter.diagnostics import Diagnostic, Severity
    from converter.errors import ConverterError, UnknownFormat, UnreadableInput
    from converter.model import Commentary
    from converter.pipeline import Result, convert, convert_bytes, convert_text
    from converter.references import ParsedReference, ReferenceList, parse_references
    from converter.source import Span

__all__ = [
    "Commentary",
    "ConverterError",
    "Diagnostic",
    "ParsedReference",
    "ReferenceList",
    "Result",
    "Severity",
    "Span",
    "UnknownFormat",
    "UnreadableInput",
    "__version__",
    "convert",
    "convert_bytes",
    "convert_text",
    "parse_references",
]

_HOMES = {
    "Commentary": "model",
    "ConverterError": "errors",
    "Diagnostic": "diagnostics",
    "ParsedReference": "references",
    "ReferenceList": "references",
    "Result": "pipeline",
    "Severity": "diagnostics",
    "Span": "source",
    "UnknownFormat": "errors",
    "UnreadableInput": "errors",
    "convert": "pipeline",
    "convert_bytes": "pipeline",
    "convert_text": "pipeline",
    "parse_references": "references",
}
"""Public name → the module that it is imported from when it is first asked for."""


if not TYPE_CHECKING:  # a type checker reads the imports above, and still objects to a name that is not there

    def __getattr__(name: str) -> object:
        """Import a public name (PEP 562)."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    """List what is there and what can be asked for."""
    return sorted({*globals(), *__all__})
