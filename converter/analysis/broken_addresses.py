"""Where a web address is broken at the end of a line, and what the text is when it is joined."""

from __future__ import annotations

import re

from converter.analysis.flow import Flow
from converter.normalizers.urls import find_urls

BROKEN = re.compile(
    r"""
      < https?://[^\s<>]+ (?P<bracket>\s) (?= [^\s<>]+ > )                    # <https://example.org/a-lo⏎ng/index.html>
    | https?://\S+ [/-] (?P<open>\s) (?= [\w%] [\w%~-]* [./?=&\#-] [\w%] )  # https://example.org/a-⏎long/index.html
    """,
    re.VERBOSE,
)
FEWEST_PIECES = 3
"""Of a flow that holds a line end: a line, the blank that stands for it, a line."""

LONGEST_LINE_END = 2
"""Characters of a line end in the source; more of them are a line end and blanks."""


def join_addresses(flow: Flow) -> tuple[Flow, list[str]]:
    """Join the addresses that a line end breaks; return the flow, and the joined addresses.

    Only where the next line goes on without a blank: then nothing else can have been meant.
    """
    joined: list[str] = []
    at = 0
    if len(flow.starts) < FEWEST_PIECES:
        return flow, joined
    while "://" in flow.text and (match := BROKEN.search(flow.text, at)):
        at = match.end()
        place = match.start(match.lastgroup or 0)
        if not _is_line_end(flow, place):
            continue
        flow = Flow.joined([flow.part(0, place), flow.part(place + 1, len(flow.text))], "")
        at = match.start()
        urls = [flow.text[start:end] for start, end in find_urls(flow.text) if start <= place < end]
        joined = [*(url for url in joined if not any(one.startswith(url) for one in urls)), *urls]
    return flow, joined


def _is_line_end(flow: Flow, at: int) -> bool:
    """Tell whether a blank of the flow stands for a line end: it is a piece of its own."""
    return at in flow.starts and flow.place(at + 1) - flow.place(at) <= LONGEST_LINE_END
