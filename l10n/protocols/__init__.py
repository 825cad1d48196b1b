"""The contracts of the plug-ins: formats, engines, memories, checks, reports.

A format, a check family and a report are *modules*; engines and memories hold a connection and are objects.
"""

from __future__ import annotations

from l10n.protocols.checks import Check, Example, FindInArticle, FindInLocale, FindInText, Pair, Rule, Scope
from l10n.protocols.engines import AnswerStore, CostLedger, Engine, Held, Hit, Memory, Received, Turns
from l10n.protocols.formats import SHORTCODE_TEXT, TEXT_PROPS, Format, ParseOptions, shortcode_text, text_props
from l10n.protocols.reports import CoverageReport, Listing, Report

__all__ = [
    "SHORTCODE_TEXT",
    "TEXT_PROPS",
    "AnswerStore",
    "Check",
    "CostLedger",
    "CoverageReport",
    "Engine",
    "Example",
    "FindInArticle",
    "FindInLocale",
    "FindInText",
    "Format",
    "Held",
    "Hit",
    "Listing",
    "Memory",
    "Pair",
    "ParseOptions",
    "Received",
    "Report",
    "Rule",
    "Scope",
    "Turns",
    "shortcode_text",
    "text_props",
]
