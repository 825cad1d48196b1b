"""Localization of English articles through gettext PO files."""

__version__ = "0.1.0"
