"""Owns the way between the bytes of a PO file and a catalogue: what nobody changed keeps its exact bytes."""

from __future__ import annotations

import codecs

from l10n.catalog import charset
from l10n.catalog.pofile import PoFile
from l10n.catalog.reading import read
from l10n.catalog.splice import weave
from l10n.errors import CatalogError, blaming
from l10n.model import Catalog

__all__ = ["decode", "encode"]

_ANEW = (
    "Restore it from version control or a backup; if it never held a text, delete it, and `l10n extract` makes it anew."
)


def decode(data: bytes, *, path: str, article: str, locale: str) -> PoFile:
    """Read a PO file strictly; `path` is for messages, `article` and `locale` name the catalogue.

    Raises `CatalogError` with path and line for whatever cannot be read completely: bytes that are not of the
    header's charset, a header without charset, a file cut off (as far as it shows: see `tokenizer`), conflict
    markers, two live entries of one key, lines that are no PO. EUC-KR is read as its superset CP949, like editors do.
    """
    with blaming(path, "reading it"):
        return _decoded(data, path, article, locale)


def _decoded(data: bytes, path: str, article: str, locale: str) -> PoFile:
    bom = data.startswith(codecs.BOM_UTF8)
    plain = data[len(codecs.BOM_UTF8) :] if bom else data
    if not plain or plain.isspace():
        raise CatalogError("the file is empty; a PO file has at least a header", path=path, remedy=_ANEW)
    text, codec = charset.to_text(plain, path)
    cut = read(text, path)
    charset.check(cut.header, codec, path, empty=not cut.entries)
    end = text.find("\n")
    return PoFile(
        path=path,
        catalog=Catalog(article, locale, cut.entries),
        data=data,
        text=text,
        starts=cut.starts,
        header=cut.header,
        place=cut.place,
        codec=codec,
        bom=bom,
        newline="\r\n" if end > 0 and text[end - 1] == "\r" else "\n",
    )


def encode(catalog: Catalog, base: PoFile | None, *, plural_forms: str = "") -> bytes:
    """Write a catalogue over the file it was made from, or as a new file.

    An entry equal to the base's keeps its exact bytes; of a changed one the lines that say the same keep theirs.
    `plural_forms` goes into the header of a new file only. Raises `CatalogError` for what PO or the file's charset
    cannot say: an entry whose state its fields contradict, two live entries of one key, an empty source, NUL.
    """
    if base is not None and catalog.entries == base.catalog.entries:
        return base.data
    path = base.path if base else catalog.article
    text = weave(catalog, base, plural_forms=plural_forms)
    codec = base.codec if base and base.header else "utf-8"
    return charset.to_bytes(text, codec, bom=base is not None and base.bom, path=path)
