"""A validation as JUnit XML, which test reports of CI systems show: a file is a test."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element

from converter.cli.reports.words import plain
from converter.cli.terminal import finding_line, visible
from converter.validation.explanations import advice
from converter.validation.findings import FileFinding, Report

NAME = "converter validate"


def write(report: Report) -> str:
    """Write a test for each file: it fails with all its errors; warnings are what it printed."""
    by_file = _by_file(report)
    failed = sum(any(map(_is_error, findings)) for findings in by_file.values())
    counts = {"name": NAME, "tests": str(len(by_file)), "failures": str(failed), "errors": "0"}
    root = etree.Element("testsuites", counts)
    suite = etree.SubElement(root, "testsuite", {**counts, "skipped": "0"})
    for path, findings in by_file.items():
        _add_test(suite, path, findings)
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _by_file(report: Report) -> Mapping[str, list[FileFinding]]:
    """Return the findings of each file; a finding may be of a file that could not be looked at."""
    by_file: dict[str, list[FileFinding]] = {path: [] for path in report.files}
    for found in report.findings:
        by_file.setdefault(found.path, []).append(found)
    return by_file


def _add_test(suite: _Element, path: str, findings: list[FileFinding]) -> None:
    name = visible(plain(path))
    test = etree.SubElement(suite, "testcase", {"classname": NAME, "name": name, "file": name})
    errors = [found for found in findings if _is_error(found)]
    if errors:
        codes = ", ".join(dict.fromkeys(found.diagnostic.code for found in errors))
        failure = etree.SubElement(test, "failure", {"message": codes, "type": errors[0].diagnostic.code})
        failure.text = "\n".join(f"{_line(found)}\n  {advice(found.diagnostic.code)}" for found in errors)
    others = [found for found in findings if not _is_error(found)]
    if others:
        etree.SubElement(test, "system-out").text = "\n".join(map(_line, others))


def _line(found: FileFinding) -> str:
    return finding_line(plain(found.path), found.line, found.column, found.diagnostic, found.part)


def _is_error(found: FileFinding) -> bool:
    return found.diagnostic.severity == "error"
