"""The forms in which ``converter validate`` says what it found; each is a module, imported when asked for."""

from __future__ import annotations

from importlib import import_module

from converter.validation.findings import Report

FORMS = ("json", "sarif", "github", "junit")
"""Beside ``text``, the lines on standard error."""


def written(form: str, report: Report) -> str:
    """Write a report in a form for machines, with its last line end."""
    text = import_module(f"{__name__}.{form}").write(report)
    if not isinstance(text, str):
        raise TypeError(form)
    return text
