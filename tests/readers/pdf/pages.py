"""A PDF written by hand: lines of text at places, in the fonts that every reader of PDF has."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

FONTS = {"F1": "Courier", "F2": "Courier-Bold", "F3": "Courier-Oblique"}
ADVANCE = 0.6
"""Width of every letter, in sizes of the font."""

WIDTH, HEIGHT = 595, 842
LEFT, TOP, SIZE, LEADING = 60, 770, 10, 12
PROSE = tuple(
    wrap(
        "The harbour was deepened again in the spring, and the trade of the whole coast has grown since the "
        "works were ended. Nobody had foreseen that the pilots would be the first to complain of the depth, "
        "for they had asked for it in every report that was sent to the board of the harbour in the last "
        "twenty years, and the board had never failed to answer that the depth of the harbour was that of "
        "the sea before it.",
        76,
    )
)
"""Lines as a paragraph is set."""


@dataclass
class Leaf:
    """One page: what is drawn on it, in the order in which the file has it."""

    drawn: list[str] = field(default_factory=list)
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    form: Leaf | None = None
    """What is drawn as one thing, behind the rest: letterheads and pages set into others are."""

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = SIZE,
        font: str = "F1",
        before: str = "",
        turned: str = "",
    ) -> None:
        """Print words; ``before`` are operators, ``turned`` the first four numbers of the matrix."""
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        matrix = f"{turned or '1 0 0 1'} {x} {y} Tm"
        self.drawn.append(f"BT /{font} {size} Tf {before} {matrix} ({escaped}) Tj ET")

    def marked(self, content: int, x: float, y: float, words: str, size: float = SIZE) -> None:
        """Print words as a stretch of marked content of this number."""
        self.drawn.append(f"/Span <</MCID {content}>> BDC")
        self.text(x, y, words, size)
        self.drawn.append("EMC")

    def lines(
        self, y: float, lines: Sequence[str], *, x: float = LEFT, size: float = SIZE, indent: float = 0
    ) -> float:
        """Print a paragraph from a height on; return the height of the next line."""
        for number, line in enumerate(lines):
            self.text(x + (indent if number == 0 else 0), y, line, size)
            y -= LEADING * size / SIZE
        return y


def written(
    leaves: Sequence[Leaf],
    *,
    information: str = "",
    count: int | None = None,
    packed: bytes = b"",
    elements: Sequence[tuple[str, int]] = (),
) -> bytes:
    """Return the file of these pages; ``packed`` is drawn on each instead, packed as most files have it.

    ``elements`` are those of the first page: each its kind, and how many stretches of marked content it has.
    """
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body if isinstance(body, bytes) else body.encode("cp1252"))
        return len(objects)

    fonts = {
        name: add(f"<</Type/Font/Subtype/Type1/BaseFont/{base}/Encoding/WinAnsiEncoding>>")
        for name, base in FONTS.items()
    }
    named = "<</Font<<" + "".join(f"/{name} {number} 0 R" for name, number in fonts.items()) + ">>"
    usual = f"{add(f'{named}>>')} 0 R"
    own = sum(len(leaf.links) + (leaf.form is not None) for leaf in leaves)
    parent = len(objects) + 2 * len(leaves) + own + 1
    kids: list[int] = []
    for leaf in leaves:
        stream = zlib.compress(packed, 9) if packed else "\n".join(leaf.drawn).encode("cp1252")
        kind = b"/Filter/FlateDecode" if packed else b""
        content = add(b"<<%s/Length %d>>stream\n%s\nendstream" % (kind, len(stream), stream))
        form = add(_form(leaf.form, usual)) if leaf.form else None
        resources = f"{named}/XObject<</X1 {form} 0 R>>>>" if form else usual
        links = [
            add(f"<</Type/Annot/Subtype/Link/Rect[{left} {bottom} {right} {top}]/A<</S/URI/URI({target})>>>>")
            for left, bottom, right, top, target in leaf.links
        ]
        annotations = "/Annots[" + " ".join(f"{link} 0 R" for link in links) + "]" if links else ""
        kids.append(
            add(
                f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources {resources}"
                f"/Contents {content} 0 R{annotations}{'' if kids or not elements else '/StructParents 0'}>>"
            )
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    assert add(f"<</Type/Pages/Count {len(kids) if count is None else count}/Kids[{listed}]>>") == parent
    tree = _tree(elements, kids[0], add, len(objects) + 1) if elements else ""
    catalog = add(f"<</Type/Catalog/Pages {parent} 0 R{tree}>>")
    about = add(f"<<{information}>>")
    return _file(objects, f"/Root {catalog} 0 R/Info {about} 0 R")


def _tree(elements: Sequence[tuple[str, int]], page: int, add: Callable[[str], int], root: int) -> str:
    """Add the elements of a page and their root, which has this number; return the entry of the catalogue."""
    first = root + 1
    numbers = range(first, first + len(elements))
    listed = " ".join(f"{number} 0 R" for number in numbers)
    contents = [number for number, (_, count) in zip(numbers, elements, strict=True) for _ in range(count)]
    parents = " ".join(f"{number} 0 R" for number in contents)
    add(f"<</Type/StructTreeRoot/K[{listed}]/ParentTree<</Nums[0[{parents}]]>>>>")
    at = 0
    for kind, count in elements:
        marked = " ".join(str(number) for number in range(at, at + count))
        add(f"<</Type/StructElem/S/{kind}/P {root} 0 R/Pg {page} 0 R/K[{marked}]>>")
        at += count
    return f"/StructTreeRoot {root} 0 R/MarkInfo<</Marked true>>"


def _form(leaf: Leaf, resources: str) -> str:
    drawn = "\n".join(leaf.drawn)
    head = f"<</Type/XObject/Subtype/Form/BBox[0 0 {WIDTH} {HEIGHT}]/Resources {resources}"
    return f"{head}/Length {len(drawn)}>>stream\n{drawn}\nendstream"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    written = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = f"trailer<</Size {len(objects) + 1}{trailer}>>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + head + table + tail.encode("ascii")
