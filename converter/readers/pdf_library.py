"""The door to PDFium: a document and its pages, opened and closed in order, and its calls made quick."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from types import SimpleNamespace
from typing import Any

from converter.diagnostics import Code, Diagnostic
from converter.errors import UnreadableInput

HANDLE, INT, DOUBLE, ULONG, SIZE = (
    ctypes.c_void_p, ctypes.c_int, ctypes.c_double, ctypes.c_ulong, ctypes.c_size_t,
)  # fmt: skip

Handle = int
"""What PDFium knows one of its objects by; 0 and ``None`` are none."""

CALLS: dict[str, tuple[Any, ...]] = {
    "FPDF_LoadMemDocument64": (HANDLE, HANDLE, SIZE, ctypes.c_char_p),
    "FPDF_GetPageCount": (INT, HANDLE),
    "FPDF_LoadPage": (HANDLE, HANDLE, INT),
    "FPDF_ClosePage": (None, HANDLE),
    "FPDF_CloseDocument": (None, HANDLE),
    "FPDF_GetLastError": (ULONG,),
    "FPDF_DocumentHasValidCrossReferenceTable": (INT, HANDLE),
    "FPDF_GetMetaText": (ULONG, HANDLE, ctypes.c_char_p, HANDLE, ULONG),
    "FPDFCatalog_GetLanguage": (ULONG, HANDLE, HANDLE, ULONG),
    "FPDF_GetPageBoundingBox": (INT, HANDLE, HANDLE),
    "FPDFText_LoadPage": (HANDLE, HANDLE),
    "FPDFText_ClosePage": (None, HANDLE),
    "FPDFText_CountChars": (INT, HANDLE),
    "FPDFText_GetText": (INT, HANDLE, INT, INT, HANDLE),
    "FPDFText_GetUnicode": (ctypes.c_uint, HANDLE, INT),
    "FPDFText_GetCharIndexFromTextIndex": (INT, HANDLE, INT),
    "FPDFText_GetTextObject": (HANDLE, HANDLE, INT),
    "FPDFText_GetCharOrigin": (INT, HANDLE, INT, HANDLE, HANDLE),
    "FPDFText_GetLooseCharBox": (INT, HANDLE, INT, HANDLE),
    "FPDFText_GetCharBox": (INT, HANDLE, INT, HANDLE, HANDLE, HANDLE, HANDLE),
    "FPDFText_IsGenerated": (INT, HANDLE, INT),
    "FPDFText_GetFontSize": (DOUBLE, HANDLE, INT),
    "FPDFText_GetMatrix": (INT, HANDLE, INT, HANDLE),
    "FPDFTextObj_GetFont": (HANDLE, HANDLE),
    "FPDFTextObj_GetTextRenderMode": (INT, HANDLE),
    "FPDFFont_GetBaseFontName": (SIZE, HANDLE, HANDLE, SIZE),
    "FPDFFont_GetFlags": (INT, HANDLE),
    "FPDFCatalog_IsTagged": (INT, HANDLE),
    "FPDFPageObj_GetMarkedContentID": (INT, HANDLE),
    "FPDF_StructTree_GetForPage": (HANDLE, HANDLE),
    "FPDF_StructTree_Close": (None, HANDLE),
    "FPDF_StructTree_CountChildren": (INT, HANDLE),
    "FPDF_StructTree_GetChildAtIndex": (HANDLE, HANDLE, INT),
    "FPDF_StructElement_GetType": (ULONG, HANDLE, HANDLE, ULONG),
    "FPDF_StructElement_CountChildren": (INT, HANDLE),
    "FPDF_StructElement_GetChildAtIndex": (HANDLE, HANDLE, INT),
    "FPDF_StructElement_GetChildMarkedContentID": (INT, HANDLE, INT),
    "FPDFPageObj_CountMarks": (INT, HANDLE),
    "FPDFPageObj_GetMark": (HANDLE, HANDLE, ULONG),
    "FPDFPageObjMark_GetName": (INT, HANDLE, HANDLE, ULONG, HANDLE),
    "FPDFLink_Enumerate": (INT, HANDLE, HANDLE, HANDLE),
    "FPDFLink_GetAnnotRect": (INT, HANDLE, HANDLE),
    "FPDFLink_GetAction": (HANDLE, HANDLE),
    "FPDFAction_GetURIPath": (ULONG, HANDLE, HANDLE, HANDLE, ULONG),
}
"""The calls that are made, each with what it returns and takes."""

PASSWORD, SECURITY = 4, 5
"""Errors of PDFium: a password is wanted, the kind of encryption is not known."""


@cache
def calls() -> SimpleNamespace:
    """Return the calls of PDFium, which the import starts.

    The bindings check every argument; a page has thousands of characters, so that plain handles are passed
    instead, at a third of the cost.
    """
    import pypdfium2.raw as raw

    return SimpleNamespace(
        **{
            name: ctypes.PYFUNCTYPE(*kinds)(ctypes.cast(getattr(raw, name), HANDLE).value or 0)
            for name, kinds in CALLS.items()
        }
    )


@contextmanager
def opened(content: bytes, name: str) -> Iterator[Handle]:
    """Open a document with the empty password; raise ``UnreadableInput`` if it cannot be."""
    try:
        library = calls()
    except ImportError as problem:
        raise UnreadableInput(name, Code.MISSING_PART.at(None, part="pdf", type="PDF")) from problem
    held = ctypes.c_char_p(content)  # the bytes themselves, which PDFium only reads
    document = library.FPDF_LoadMemDocument64(ctypes.cast(held, HANDLE), len(content), b"")
    if not document:
        raise UnreadableInput(name, _failure(library.FPDF_GetLastError()))
    try:
        yield document
    finally:
        library.FPDF_CloseDocument(document)
        del held


def _failure(error: int) -> Diagnostic:
    if error in (PASSWORD, SECURITY):
        return Code.ENCRYPTED.at(None)
    return Code.UNREADABLE.at(None, reason="the PDF is damaged or cut off; fetch the file again")


@contextmanager
def page_of(document: Handle, number: int) -> Iterator[tuple[Handle, Handle]]:
    """Open a page and its text; both are 0 if there is no such page."""
    library = calls()
    page = library.FPDF_LoadPage(document, number) or 0
    text = (library.FPDFText_LoadPage(page) or 0) if page else 0
    try:
        yield page, text
    finally:
        if text:
            library.FPDFText_ClosePage(text)
        if page:
            library.FPDF_ClosePage(page)


def meta_text(document: Handle, key: str) -> str:
    """Return an entry of the document information, or an empty string."""
    return _wide(lambda buffer, size: calls().FPDF_GetMetaText(document, key.encode(), buffer, size))


def language_of(document: Handle) -> str:
    """Return the language that the document itself names, or an empty string."""
    return _wide(lambda buffer, size: calls().FPDFCatalog_GetLanguage(document, buffer, size))


def _wide(call: Callable[[int | None, int], int]) -> str:
    """Ask for a text in UTF-16 whose length is told first."""
    size = call(None, 0)
    if not 2 < size < 65536:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(ctypes.addressof(buffer), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").strip("\0 \r\n\t")
