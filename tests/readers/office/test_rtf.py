"""RTF: code pages, characters by number, notes of both kinds, tables, fields and what is no text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import UnreadableInput
from converter.readers import read
from tests.readers.office.printing import printed

FONTS = (
    rb"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset162 Times Tur;}{\f2\fcharset204 Times Cyr;}"
    rb"{\f3\fcharset2 Symbol;}{\f4\fcharset128 Mincho;}{\f5 Plain;}}"
)
STYLES = (
    rb"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b heading 1;}{\s2 Title;}{\s3\i Quote;}{\s4 toc 1;}"
    rb"{\*\cs10\super footnote reference;}}"
)


def rtf(body: bytes, head: bytes = rb"\ansicpg1254") -> bytes:
    """Return a file with this text."""
    return rb"{\rtf1\ansi" + head + rb"\deff0" + FONTS + STYLES + b"\n" + body + b"}"


TEXTS: dict[str, tuple[bytes, list[str]]] = {
    "the code page of the file, for a font that names none": (
        rb"\f5 \'fei\'feek \'fd\'f0\'dd",
        ["şişek ığİ"],
    ),
    "the code page of a font": (rb"{\f1 \'fe} {\f2 \'cf\'f0\'e8\'e2\'e5\'f2} {\f0 \'e9}", ["ş Привет é"]),
    "letters of two bytes": (rb"{\f4 \'93\'fa\'96\'7b}", ["日本"]),
    "signs of a font of symbols": (rb"{\f3 ab\u61537?}", ["αβα"]),
    "characters by number, and what old readers show": (
        rb"\u351?\u8217\'92s {\uc2\u305 ab}c{\uc0\u305}d",
        ["ş’s ıcıd"],
    ),
    "a character in two halves": (rb"\u-10179?\u-8704?", ["😀"]),
    "half a character": (rb"a\u-10179?b\u-8704?", ["a\ufffdb\ufffd"]),
    "signs by name": (rb"a\emdash b\~c\_d\tab e\rquote\lquote\bullet\{\}\\ ", ["a—b\xa0c\u2011d\te’‘•{}\\"]),
    "line ends mean nothing": (b"ab\r\ncd\\par\r\nef", ["abcd", "ef"]),
    "looks": (
        rb"{\b a}\b b\b0 c{\i d}{\ul e\ulnone f}{\super 2}{\up6 3}{\sub 4}\plain g",
        ["{b:ab}c{i:d}{u:e}f{s:23}4g"],
    ),
    "styles": (
        rb"\pard\s2 T\par\pard\s1\outlinelevel0\b H\b0\par\pard\s3\i Q\i0\par\pard\s4 C 3\par\pard x",
        ["heading 1: T", "heading 2: H", "quote: Q", "[navigation]: C 3", "x"],
    ),
    "hidden and deleted text": (rb"a{\v b}{\deleted c}{\revised d}", ["ad"]),
    "groups that a reader may skip": (
        rb"a{\*\unknown b}{\pict 0102}{\object{\*\objdata 00}{\result c}}d",
        ["acd"],
    ),
    "bytes that are no text": (b"a{\\pict\\bin5 {}}{\\x}b", ["ab"]),
    "two forms of one text": (rb"{\upr{\'3f}{\*\ud{\u351?}}}", ["ş"]),
    "a link": (
        rb'{\field{\*\fldinst{ HYPERLINK "https://x.example.org" }}{\fldrslt{\ul link}}}',
        ["{→https://x.example.org:link}"],
    ),
    "a list": (
        (
            rb"\pard{\listtext\tab 1.\tab}\ilvl0\ls1 a\par\pard{\pntext b)\tab}\ilvl1 b\par"
            rb"\pard{\listtext\u61623?\tab}c\par"
        ),
        ["item 1 (1.): 1. a", "item 2 (b)): b) b", "item 1: c"],
    ),
    "a table": (
        rb"\trowd\cellx1\cellx2\pard\intbl a\cell b\par c\cell\row\trowd\pard\intbl d\cell e\cell\row\pard f",
        ["row: | a | b c |", "row: | d | e |", "f"],
    ),
    "a table of one column is text": (rb"\trowd\pard\intbl a\par b\cell\row\pard c", ["a", "b", "c"]),
    "pages and sections": (
        rb"a\page b\par\pard\pagebb c\par\pard d\sect\sectd e\par\sect\sectd\sbknone f",
        ["a", "page-break: ", "b", "page-break: ", "c", "d", "page-break: ", "e", "f"],
    ),
    "a text box, once, behind its paragraph": (
        (
            rb"a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard box\par}}"
            rb"{\shprslt{\*\do{\dptxbxtext box\par}}}}b\par c"
        ),
        ["ab", "box", "c"],
    ),
    "heads and feet, each text once": (
        rb"{\header\pard No 3\par}{\headerl\pard No 3\par}{\footer\pard foot\par}\pard a",
        ["[running-head]: No 3", "a", "[running-foot]: foot"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_is_what_a_page_shows(body: bytes, expected: list[str]) -> None:
    """Each piece of the format reads as it prints."""
    assert printed(rtf(body), "a.rtf") == expected


NOTES: dict[str, tuple[bytes, list[str]]] = {
    "as Word writes them": (
        rb"a{\cs10\super\chftn {\footnote\ltrpar\pard\plain{\cs10\super\chftn} One.\par Two.}}b",
        ["a{^1}b", "note=1: {^1} One.", "note=1: Two."],
    ),
    "in a group that may be skipped": (
        rb"a{\super\chftn}{\*\footnote\chftn\~\plain\pard {\pard One.\par}}b",
        ["a{^1}b", "note=1: {^1} One."],
    ),
    "endnotes, with numbers of their own": (
        rb"\aftnnrlc a{\super\chftn}{\footnote One.}b{\super\chftn}{\footnote\ftnalt{\super\chftn} End.}c",
        ["a{^1}b{^i}c", "note=1: {^1} One.", "note=i: {^i} End."],
    ),
    "with a mark typed by hand": (
        rb"Jane Doe{\super *}{\footnote{\super *} Of the house.} a{\super\chftn}{\footnote One.}",
        ["Jane Doe{^*} a{^1}", "note=*: {^*} Of the house.", "note=1: {^1} One."],
    ),
    "without any mark": (rb"a{\footnote One.}b", ["a{^1}b", "note=1: {^1} One."]),
    "that begin at a number": (
        rb"\ftnstart7 a{\super\chftn}{\footnote One.}",
        ["a{^7}", "note=7: {^7} One."],
    ),
    "that begin anew in each section": (
        (
            rb"\ftnrestart a{\super\chftn}{\footnote One.}\sect"
            rb"\sectd\sbknone\ftnrestart b{\super\chftn}{\footnote Two.}"
        ),
        ["a{^1}", "b{^1}", "note=1: {^1} One.", "note=1: {^1} Two."],
    ),
    "a second marker of one": (
        rb"a{\super\chftn}{\footnote One.}b{\field{\*\fldinst NOTEREF _x \\f \\h}{\fldrslt{\super 1}}}",
        ["a{^1}b{^1}", "note=1: {^1} One."],
    ),
}


@pytest.mark.parametrize(("body", "expected"), NOTES.values(), ids=NOTES.keys())
def test_notes_have_the_label_that_is_printed(body: bytes, expected: list[str]) -> None:
    """Their text comes behind everything else."""
    assert [" ".join(line.split()) for line in printed(rtf(body), "a.rtf")] == expected


def test_properties_are_clues() -> None:
    """A program's fillers are none."""
    info = rb"{\info{\title T\'fcrkiye}{\author User}{\keywords port, law}{\creatim\yr2020}}"
    clues = read(rtf(info + b"a"), "a.rtf").clues
    assert [(clue.field, clue.value) for clue in clues] == [("title", "Türkiye"), ("keywords", "port, law")]


def test_what_is_left_out_is_reported() -> None:
    """Comments, tracked changes, hidden text, and the end of a file that is cut off."""
    body = rb"a{\*\atnid X}{\*\annotation private\par}{\deleted b}{\v c}{\b d"
    source = read(rtf(body)[:-1], "a.rtf")
    assert "private" not in source.text
    assert [found.code for found in source.diagnostics] == [
        "tracked-changes",
        "comments-left-out",
        "hidden-text",
        "part-not-read",
    ]


def test_other_code_pages() -> None:
    """Of a Mac, of DOS, and one that nobody knows."""
    assert printed(rb"{\rtf1\mac \'8a}", "a.rtf") == ["ä"]
    assert printed(rb"{\rtf1\pca \'84}", "a.rtf") == ["ä"]
    assert printed(rb"{\rtf1\ansi\ansicpg99999 \'e4}", "a.rtf") == ["ä"]


HOSTILE = {
    "groups without end": b"{" * 200_000,
    "groups that were never opened": rb"{\rtf1 a" + b"}" * 200_000,
    "control words": rb"{\rtf1 " + rb"\b\i" * 200_000,
    "numbers": rb"{\rtf1 \u99999999?\uc-5\f99999999 \bin9999999999 a",
    "stray signs": rb"{\rtf1 \'zz\'" + b"\\" * 100_000,
    "notes in notes": rb"{\rtf1 a" + rb"{\footnote b" * 5_000,
    "fields in fields": rb"{\rtf1 a" + rb"{\field{\*\fldinst IF" * 4_000,
    "a note that is looked for far ahead": rb"{\rtf1 " + rb"\chftn " * 20_000 + b"}" * 50_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_end_soon(body: bytes) -> None:
    """With a text or with a code."""
    started = time.process_time()
    content = body if body.startswith(rb"{\rtf1") else rb"{\rtf1 " + body
    assert code_of(content) in {None, "broken-package", "empty-document"}
    assert time.process_time() - started < 10


def code_of(content: bytes) -> str | None:
    """Return the code with which a file is refused, if it is."""
    try:
        read(content, "a.rtf")
    except UnreadableInput as refused:
        return refused.diagnostic.code
    return None


WORDS = st.sampled_from(
    (
        rb"\ud \upr \par \cell \row \footnote \ftnalt \chftn \field \fldinst \fldrslt \u-10179? \u8704? \uc3 "
        rb"\bin3 \'e4 \* { } \fonttbl \f1 \fcharset2 \stylesheet \s1 \outlinelevel0 \info \title \listtext "
        rb"\header \shptxt \sect \intbl"
    ).split()
)


@given(st.lists(WORDS | st.binary(max_size=6), max_size=40))
def test_any_words_give_a_text_or_a_code(words: list[bytes]) -> None:
    """Whatever stands in whatever order, nobody sees a trace."""
    code_of(rb"{\rtf1 a " + b" ".join(words))
