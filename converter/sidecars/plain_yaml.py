"""YAML as keys with words: no types, no tags, no pointing from one place to another, not deep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import yaml

DEEPEST = 5
"""How deep a value may be nested: a list of persons in parts is three deep."""

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class PlainYamlError(ValueError):
    """A file that is no YAML, or none that we read; the message says why."""


class Entry(NamedTuple):
    """A key with its values, and the line that it stands on."""

    key: str
    values: Sequence[str]
    line: int


def entries_of(content: bytes) -> Iterator[Entry]:
    """Yield the entries of a file; raise ``PlainYamlError`` if it is no YAML, or none that we read."""
    import yaml

    root = _root(content)
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise PlainYamlError("it has no keys: write title: …, author: … and so on")
    for key, value in root.value if root else ():
        values = list(_words(value))
        if values:
            yield Entry(str(key.value), values, key.start_mark.line + 1)


def _root(content: bytes) -> yaml.Node | None:
    """Return the tree of a file, after a look at its events, which cost little however many they are."""
    import yaml

    try:
        text = content.decode("utf-8-sig")
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST or isinstance(event, yaml.AliasEvent):
                raise PlainYamlError("it points from one place to another, or is nested too deeply")
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        raise PlainYamlError("not UTF-8") from None
    except (yaml.YAMLError, RecursionError) as problem:
        raise PlainYamlError(_in_words(problem)) from None


def _in_words(problem: Exception) -> str:
    mark = getattr(problem, "problem_mark", None)
    where = f" in line {mark.line + 1}" if mark is not None else ""
    return f"it is no YAML{where}: {getattr(problem, 'problem', None) or problem}"


def _words(node: object) -> Iterator[str]:
    """Yield the words of a value: one, those of a list, the parts of a name with a comma between."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        if node.value.strip() not in NOTHING or node.style in ("'", '"'):
            yield " ".join(node.value.split())
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _words(item)
    elif isinstance(node, yaml.MappingNode):
        yield from _name({str(key.value): " ".join(_words(value)) for key, value in node.value})


def _name(parts: dict[str, str]) -> Iterator[str]:
    """Yield a name that is given in parts: ``{ given: Ada, family: Orman }``."""
    whole = parts.get("literal") or parts.get("name")
    person = ", ".join(filter(None, (parts.get("family"), parts.get("given"))))
    if whole or person:
        yield whole or person
