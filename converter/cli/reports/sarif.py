"""A validation as SARIF 2.1.0, which code-scanning services and editors read."""

from __future__ import annotations

import json
import os
from urllib.parse import quote

from converter.validation.explanations import explanations
from converter.validation.findings import FileFinding, Report
from converter.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}

Object = dict[str, object]


def write(report: Report) -> str:
    """Write one run: the rules that spoke, the files, and every finding with its place."""
    codes = list(dict.fromkeys(found.diagnostic.code for found in report.findings))
    driver: Object = {"name": "converter", "version": __version__, "rules": [_rule(code) for code in codes]}
    run: Object = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri(path)}} for path in report.files],
        "results": [_result(found, codes) for found in report.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> Object:
    entry = explanations()[code]
    return {
        "id": code,
        "shortDescription": {"text": entry.meaning.partition(". ")[0].removesuffix(".") + "."},
        "fullDescription": {"text": entry.meaning},
        "help": {"text": entry.advice},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
    }


def _result(found: FileFinding, codes: list[str]) -> Object:
    place: Object = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(found.path)},
            "region": {"startLine": found.line, "startColumn": found.column},
        }
    }
    if found.part:
        place["logicalLocations"] = [{"fullyQualifiedName": found.part}]
    return {
        "ruleId": found.diagnostic.code,
        "ruleIndex": codes.index(found.diagnostic.code),
        "level": LEVELS[found.diagnostic.severity],
        "message": {"text": found.diagnostic.message},
        "locations": [place],
    }


def uri(path: str) -> str:
    """Return a path as the reference that SARIF wants: relative as it is, an absolute one as ``file:``.

    >>> uri("out/a b.json"), uri("/x/ı.json")
    ('out/a%20b.json', 'file:///x/%C4%B1.json')
    """
    encoded = quote(os.fsencode(path.replace(os.sep, "/")))
    return f"file://{encoded}" if path.startswith("/") else encoded
