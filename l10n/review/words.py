"""Owns what the pages say to people, in English; nothing that is shown is written anywhere else in this room.

No text takes a plural: a number stands behind a colon, so that no language has to bend a word to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["WORDS", "say"]

_PLACE = re.compile(r"\{(\w+)\}")

WORDS: Mapping[str, str] = {
    # Where a text stands, by `Substate`.
    "state.accepted": "reviewed as drafted",
    "state.edited": "reviewed, edited",
    "state.human": "reviewed, by hand",
    "state.draft": "draft, not read",
    "state.in_work": "draft in work",
    "state.urgent": "stale, urgent",
    "state.stale": "stale",
    "state.missing": "missing",
    "state.unsent": "not saved yet",
    "state.conflict": "changed by both",
    # What a text is, by `Kind`.
    "kind.headline": "headline",
    "kind.heading": "heading",
    "kind.paragraph": "paragraph",
    "kind.quote": "quote",
    "kind.caption": "caption",
    "kind.list item": "list item",
    "kind.cell": "table cell",
    "kind.term": "term",
    "kind.footnote": "footnote",
    "kind.alt": "text of a picture",
    "kind.byline": "byline",
    "kind.aside": "aside",
    "kind.meta": "field",
    # The desk.
    "desk.title": "Review desk",
    "desk.search": "Search",
    "desk.search-hint": "path of an article",
    "desk.language": "Language",
    "desk.languages": "all languages",
    "desk.show": "Show",
    "desk.show.waiting": "what waits for a review",
    "desk.show.urgent": "stale, urgent",
    "desk.show.stale": "stale",
    "desk.show.draft": "drafts",
    "desk.show.missing": "missing texts",
    "desk.show.done": "what is reviewed",
    "desk.show.all": "everything",
    "desk.sort": "Sort",
    "desk.sort.urgency": "urgent first, then most to review",
    "desk.sort.article": "by article",
    "desk.sort.least": "least to review first",
    "desk.count": "{shown} of {all}",
    "desk.none": "Nothing of this kind is left.",
    "desk.more": "Show more",
    "desk.article": "Article",
    "desk.progress": "Progress",
    "desk.waits": "To review",
    "desk.words": "Words: {n}",
    "desk.urgent": "Urgent texts: {n}",
    "desk.reviewed": "{percent} % reviewed",
    "desk.all-reviewed": "all reviewed",
    "desk.errors": "What could not be read",
    "desk.legend": "What the colours mean",
    # The page of an article.
    "page.back": "All articles",
    "page.keys": "Keys",
    "page.tools": "Tools",
    "page.undo": "Undo",
    "page.texts": "Texts of the article, English beside {language}",
    "page.reviewed": "{reviewed} of {all} reviewed",
    "page.select-drafts": "Select the drafts",
    "page.select-none": "Select none",
    "page.approve-selected": "Approve selected: {n}",
    "page.select": "Select text {n}",
    "page.open": "Text {n}, {state}: work on it",
    "page.target": "Translation into {language}",
    "page.empty": "no text",
    "page.approve": "Approve",
    "page.save": "Save, not approved",
    "page.then-now": "The English then and now",
    "page.was": "was: ",
    "page.now": "now: ",
    "page.urgent": "Urgent: the English changed in fact ({what}).",
    "page.urgent.number": "number",
    "page.urgent.negation": "negation",
    "page.urgent.name": "name",
    "page.urgent.quotation": "quotation",
    "page.urgent.unknown": "what it was is not known",
    "page.note": "Note",
    "page.comments": "Translators’ notes",
    "page.line": "line {n}",
    "page.drafted": "drafted by {by}",
    "page.imported": "imported from {by}",
    "page.read-by": "read by {name}",
    "page.suggestions": "From the memory",
    "page.suggestion": "Take it ({key})",
    "page.score": "{percent} % alike",
    "page.findings": "Checks",
    "page.findings.none": "The checks have nothing to say.",
    "page.findings.waiting": "Checking …",
    "page.severity.error": "error",
    "page.severity.warning": "warning",
    "page.severity.info": "hint",
    "page.ask": "The checks have found errors. Approve once more if the text is right all the same.",
    "page.theirs": "On the disk now",
    "page.yours": "Yours, not saved, is in the field.",
    "page.take-theirs": "Take that text",
    "page.keep-mine": "Keep mine",
    "page.lost": "Texts of yours whose place in the article is gone",
    "page.forget": "Forget it",
    # What would be published, beside the texts.
    "preview.show": "Preview",
    "preview.title": "The article as it would be published",
    "preview.busy": "Drawing the preview …",
    # The language of the pages.
    "tongue.title": "Read this page in",
    # What is told as it happens.
    "told.approved": "Approved.",
    "told.saved": "Saved, not approved.",
    "told.same": "Nothing to save.",
    "told.finished": "Every text of the article is reviewed.",
    "told.undone": "Undone.",
    "told.nothing-to-undo": "There is nothing to undo.",
    "told.not-undone": "Not undone: the text was changed by somebody else since.",
    "told.conflict": "Not saved: somebody else changed this text meanwhile. Both texts are shown.",
    "told.changed": "Not saved: somebody else changed this text meanwhile. It is shown as it is now.",
    "told.merged": "Changed on the disk and shown here: {n}",
    "told.restored": "Texts of yours that were not saved are here again: {n}",
    "told.busy": "Saving …",
    "told.empty": "An empty text cannot be approved.",
    "told.batch": "Approved: {n}",
    "told.batch-left": "Left alone, as somebody else changed them meanwhile: {n}",
    "told.gone": "The server does not answer. What you type is kept in this browser.",
    "told.back": "The server answers again.",
    "told.stranger": "The server was started anew. Open the address that it printed; what you typed is kept.",
    "told.failed": "It did not work: {error}",
    # Approving several at once.
    "batch.title": "Approve the selected texts?",
    "batch.count": "Texts: {n}; words of the English: {words}.",
    "batch.unopened": "Not opened by anybody on this page: {n}",
    "batch.unedited": "Reviewed words that are as a machine drafted them would be {percent} %; {most} % is allowed.",
    "batch.skipped": "Left out, as they have no text or are changed and not saved: {n}",
    "batch.wrong": "Texts with errors, as the checks see it: {n}. Approve all the same?",
    "batch.yes": "Approve them",
    "batch.no": "Cancel",
    # The keys.
    "keys.title": "Keys",
    "keys.approve": "Approve, and go to the next one that is not reviewed",
    "keys.save": "Save, not approved",
    "keys.move": "Previous or next text",
    "keys.take": "Take a suggestion",
    "keys.undo": "Undo, across saves too",
    "keys.leave": "Leave the field; what you typed stays",
    "keys.preview": "Show the article as it would be published, or the English again",
    "keys.help": "Show these keys (outside of the field)",
    "keys.close": "Close",
    # Errors as pages.
    "error.title": "It cannot be shown",
}
"""A text by its name; what stands in braces is put in."""


def say(words: Mapping[str, str], name: str, **values: object) -> str:
    """Return a text in the language of `words`; raises `KeyError` for a name that is none."""
    return _PLACE.sub(lambda match: str(values[match[1]]), words[name])
