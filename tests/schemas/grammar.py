"""How documents are made from a RELAX NG schema: a random walk through its patterns, the same for a seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
TEI = "{http://www.tei-c.org/ns/1.0}"
FAR = 1000
"""A cost that no choice would take while another is open."""

TEXTS: tuple[str, ...] = (
    "",
    " ",
    "İlaha",
    "Araz-2025 birgə təlimi",
    "5 < 7 & 8 > 6",
    "]]>",
    "Политика баланса",
    "«q»\n",
    "\u200f.",
)
NUMBERS = ("1", "*", "12a", "1)", "xiv", "İ i")
VALUES: dict[str, tuple[str, ...]] = {
    "local.pointer": ("#p1", "#fn1", "#mod2025araz", "#A.b_c-d"),
    "web.address": (
        "https://example.org",
        "http://example.org/a/%C4%B0ran?x=1&y=%5B2%5D#top",
        "https://пример.example/путь|(a);b,c@d!$'*+=~^`",
        "https://example.org/#",
        "https://example.org:8080/?q=%20",
        'https://example.org/{a}<b>"c"\\d',
        "http://?",
        "mailto:info@example.org",
        "doi:10.1234/abc(1)",
    ),
    "gYear": ("2025", "0001", "9999"),
    "gYearMonth": ("2025-05", "1999-12"),
    "date": ("2025-05-30", "2024-02-29", "0001-01-01"),
    "language.tag": (
        "en",
        "az",
        "und",
        "sr-Cyrl",
        "pt-BR",
        "es-419",
        "zh-Hant-TW",
        "de-1996",
        "sl-rozaj",
        "tr-x-a1",
    ),
    "kind": ("separator", "page-number", "webpage", "article-journal", "x"),
    "printed": NUMBERS,
    "schema.reference": ("urn:converter:schema:tei:1.0.0", "urn:converter:schema:tei:1.10.3"),
    "release": ("0", "1.0.0", "1.2.3.4", "1.0rc1", "2025.5.30", "1.0.0b2"),
    "doi": ("10.1234/abc", "10.123456789/x(1)/<y>"),
}
"""For each define that holds a data type (or for each type): values at its edges; all must be valid."""


class Grammar:
    """The patterns of a schema, and how deep the shallowest document of each is."""

    def __init__(self, path: Path) -> None:
        self.root = etree.parse(str(path)).getroot()
        self.defines = {define.get("name", ""): define for define in self.root.iter(f"{RNG}define")}
        self._parts = {pattern: self._find_parts(pattern) for pattern in self.root.iter(f"{RNG}*")}
        self.costs: dict[etree._Element, int] = {}
        while self._lower_costs():
            pass

    def start(self) -> etree._Element:
        """Return the pattern of a whole document."""
        return next(pattern for pattern in self._parts if kind(pattern) == "start")

    def patterns(self) -> Iterator[etree._Element]:
        """Yield every pattern in the schema."""
        for pattern in self._parts:
            if kind(pattern) not in {"grammar", "start", "define", "param"}:
                yield pattern

    def parts(self, pattern: etree._Element) -> list[etree._Element]:
        """Return the patterns that a pattern is made of, references followed."""
        return self._parts[pattern]

    def _find_parts(self, pattern: etree._Element) -> list[etree._Element]:
        if kind(pattern) == "ref":
            pattern = self.defines[pattern.get("name", "")]
        return [part for part in pattern.iterchildren(f"{RNG}*") if kind(part) != "param"]

    def describe(self, pattern: etree._Element) -> str:
        """Name a pattern for a message."""
        define = next((above.get("name", "") for above in pattern.iterancestors(f"{RNG}define")), "start")
        return f"{kind(pattern)} {pattern.get('name', '')} in {define}"

    def cost(self, pattern: etree._Element) -> int:
        """Return how many elements deep the shallowest document of a pattern is."""
        return self.costs.get(pattern, FAR)

    def _lower_costs(self) -> bool:
        lowered = {pattern: self._cost_now(pattern) for pattern in self.patterns()}
        changed = lowered != self.costs
        self.costs = lowered
        return changed

    def _cost_now(self, pattern: etree._Element) -> int:
        costs = [self.cost(part) for part in self.parts(pattern)] or [0]
        if kind(pattern) in {"optional", "zeroOrMore"}:
            return 0
        if kind(pattern) == "choice":
            return min(costs)
        return max(costs) + (kind(pattern) == "element")


def kind(pattern: etree._Element) -> str:
    """Return what a pattern is: ``element`` or ``choice`` or another."""
    return str(pattern.tag).removeprefix(RNG)


class Generator:
    """Makes documents, and prefers at each turn what it has not made yet."""

    def __init__(self, grammar: Grammar, seed: int, deepest: int = 14) -> None:
        self.grammar = grammar
        self.random = Random(seed)  # noqa: S311
        self.deepest = deepest
        self.visits: Counter[etree._Element] = Counter()
        self.numbers = count(1)

    def document(self) -> etree._Element:
        """Return the next document."""
        holder = etree.Element("holder", nsmap={"t": TEI[1:-1]})
        for pattern in self.grammar.parts(self.grammar.start()):
            self._make(pattern, holder, 0)
        return holder[0]

    def _make(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        self.visits[pattern] += 1
        match kind(pattern):
            case "element":
                made = etree.SubElement(into, TEI + pattern.get("name", ""))
                self._make_parts(pattern, made, depth + 1)
            case "attribute":
                name = pattern.get("name", "").replace("xml:", XML)
                into.set(name, self._value(pattern))
            case "text":
                append_text(into, self.random.choice(TEXTS))
            case "data":
                append_text(into, self._datum(pattern))
            case "choice":
                self._make(self._choose(pattern, depth), into, depth)
            case "optional" | "zeroOrMore" | "oneOrMore":
                self._repeat(pattern, into, depth)
            case _:
                self._make_parts(pattern, into, depth)

    def _make_parts(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        for part in self.grammar.parts(pattern):
            self._make(part, into, depth)

    def _repeat(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        least = int(kind(pattern) == "oneOrMore")
        most = {"optional": 1, "zeroOrMore": 3, "oneOrMore": 3}[kind(pattern)]
        full = depth < self.deepest
        for _ in range(self.random.randint(least, most) if full else least):
            self._make_parts(pattern, into, depth)

    def _choose(self, pattern: etree._Element, depth: int) -> etree._Element:
        parts = self.grammar.parts(pattern)
        if depth >= self.deepest:
            return min(parts, key=self.grammar.cost)
        if self.random.random() < 0.3:
            return min(parts, key=lambda part: self.visits[part])
        return self.random.choice(parts)

    def _value(self, pattern: etree._Element) -> str:
        holder = etree.Element("holder")
        for part in self.grammar.parts(pattern):
            self._make_value(part, holder)
        return holder.text or ""

    def _make_value(self, pattern: etree._Element, into: etree._Element) -> None:
        self.visits[pattern] += 1
        match kind(pattern):
            case "value":
                append_text(into, pattern.text or "")
            case "data":
                append_text(into, self._datum(pattern))
            case "choice":
                self._make_value(self._choose(pattern, 0), into)
            case "oneOrMore":
                for _ in range(self.random.randint(1, 3)):
                    append_text(into, " ")
                    self._make_value(self.grammar.parts(pattern)[0], into)
            case _:
                for part in self.grammar.parts(pattern):
                    self._make_value(part, into)

    def _datum(self, pattern: etree._Element) -> str:
        if pattern.get("type") == "ID":
            return f"{self.random.choice('pXz')}{next(self.numbers)}{self.random.choice(('', '.a', '-b_'))}"
        define = next((above.get("name", "") for above in pattern.iterancestors(f"{RNG}define")), "")
        return self.random.choice(VALUES.get(define) or VALUES[pattern.get("type", "")])


def append_text(element: etree._Element, text: str) -> None:
    """Add characters at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
