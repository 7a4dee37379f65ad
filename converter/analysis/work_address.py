"""Where a cited work can be found: its printed or linked address, its DOI."""

from __future__ import annotations

from converter.analysis.work_draft import WorkDraft
from converter.analysis.work_patterns import DOI
from converter.normalizers.urls import clean_url, doi_of, site_label, web_target


def read_address(work: WorkDraft) -> None:
    """Take the first address of the stretch; further ones are understood, but not the work's own."""
    text = work.note.text
    for start, end in work.note.urls_before(work.last, work.first):
        if start < work.first:
            continue
        if "url" in work.pieces:
            work.understood.append((start, end))
            continue
        work.take("url", start, end)
        work.url, work.removed = clean_url(text[start:end])
    if "url" not in work.pieces and work.flow.marked:
        _read_linked_address(work)
    if work.url:
        work.web_url = web_target(work.url)
        work.site = site_label(work.url)
    work.doi = doi_of(text[work.first : work.last])
    if work.doi and (printed := DOI.search(text, work.first, work.last)) and work.is_free(*printed.span()):
        work.understood.append(printed.span())


def _read_linked_address(work: WorkDraft) -> None:
    """Take the address that a linked phrase of the citation leads to, though it is not printed."""
    flow = work.flow
    for at, run in enumerate(flow.runs):
        if run.target and run.target.startswith("http") and work.first <= flow.starts[at] < work.last:
            work.url, work.removed = clean_url(run.target)
            return
