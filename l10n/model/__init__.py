"""The values that the whole program speaks of: documents, catalogues, drafts, findings, coverage.

Nothing here reads a file or knows a library. Every type is immutable; a change is a new value.
"""

from l10n.model.catalogs import Catalog, Entry, Origin, State
from l10n.model.documents import (
    Document,
    Edition,
    Joint,
    Key,
    Kind,
    Part,
    Segment,
    Segmentation,
    Shell,
    Slot,
    SlotKind,
    Span,
    SpanKind,
)
from l10n.model.drafts import Answer, Form, Request, Term
from l10n.model.results import Coverage, Finding, Flaw, Gap, Inspection, Severity, Spot, Tally

__all__ = [
    "Answer",
    "Catalog",
    "Coverage",
    "Document",
    "Edition",
    "Entry",
    "Finding",
    "Flaw",
    "Form",
    "Gap",
    "Inspection",
    "Joint",
    "Key",
    "Kind",
    "Origin",
    "Part",
    "Request",
    "Segment",
    "Segmentation",
    "Severity",
    "Shell",
    "Slot",
    "SlotKind",
    "Span",
    "SpanKind",
    "Spot",
    "State",
    "Tally",
    "Term",
]
