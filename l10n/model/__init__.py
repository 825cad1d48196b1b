"""The values that the whole program speaks of: documents, catalogues, drafts, findings, coverage.

Nothing here reads a file or knows a library. Every type is immutable; a change is a new value.
"""

from l10n.model.catalogs import Catalog, Entry, Origin, OriginKind, Review, Stale, State
from l10n.model.documents import (
    Document,
    Edition,
    Inline,
    InlineRole,
    Joint,
    Key,
    Kind,
    Part,
    Place,
    Segment,
    Segmentation,
    Shell,
    Slot,
    SlotKind,
    SpanKind,
)
from l10n.model.drafts import IMPORTED, Answer, DraftFix, Form, KnownName, Request, Term, Translation
from l10n.model.results import Coverage, Finding, Flaw, Gap, Inspection, Pace, Severity, Spot, Standing, Tally

__all__ = [
    "IMPORTED",
    "Answer",
    "Catalog",
    "Coverage",
    "Document",
    "DraftFix",
    "Edition",
    "Entry",
    "Finding",
    "Flaw",
    "Form",
    "Gap",
    "Inline",
    "InlineRole",
    "Inspection",
    "Joint",
    "Key",
    "Kind",
    "KnownName",
    "Origin",
    "OriginKind",
    "Pace",
    "Part",
    "Place",
    "Request",
    "Review",
    "Segment",
    "Segmentation",
    "Severity",
    "Shell",
    "Slot",
    "SlotKind",
    "SpanKind",
    "Spot",
    "Stale",
    "Standing",
    "State",
    "Tally",
    "Term",
    "Translation",
]
