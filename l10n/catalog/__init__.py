"""The catalogues: PO files read and written without loss, and merged with their articles."""

from l10n.catalog.lossless import decode, encode
from l10n.catalog.merge import merge
from l10n.catalog.notes import served
from l10n.catalog.ownership import is_person, machine_owned, replaceable, worth
from l10n.catalog.pofile import PoFile
from l10n.catalog.store import preview, read, update
from l10n.catalog.templates import template

__all__ = [
    "PoFile",
    "decode",
    "encode",
    "is_person",
    "machine_owned",
    "merge",
    "preview",
    "read",
    "replaceable",
    "served",
    "template",
    "update",
    "worth",
]
