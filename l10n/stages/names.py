"""The verbs that fill the name memories: learning from reviewed texts, and taking over a list of names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from l10n import disk, formats, languages
from l10n.errors import StorageError, UsageError, blaming, collecting
from l10n.exchange import kornorms
from l10n.memory.learning import lesson
from l10n.model import IMPORTED, KnownName
from l10n.stages.workset import opened
from l10n.text.facts import name_table
from l10n.text.facts.known_names import known
from l10n.text.facts.name_lessons import ReviewedText, lessons
from l10n.text.facts.name_pairs import folded
from l10n.text.sentences.words import blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from l10n.errors import L10nError
    from l10n.model import Document, Term
    from l10n.project import ProjectFolder
    from l10n.stages.workset import Workset
    from l10n.text.facts.name_lessons import NameLesson
    from l10n.text.facts.name_table import Clash, Renewed

__all__ = ["NamesImported", "NamesWritten", "import_names", "learn_names"]

_MOST = 1 << 27
"""Bytes of a list of names."""


@dataclass(frozen=True, slots=True)
class NamesWritten:
    """What became of the name memory of a locale."""

    locale: str
    path: str
    """Relative to the project."""
    added: tuple[KnownName, ...]
    changed: tuple[KnownName, ...]
    """Rows of the program's that are spelt otherwise now."""
    clashes: tuple[Clash, ...]
    """Names that stand there otherwise, and were left."""
    doubtful: tuple[NameLesson, ...] = ()
    """Names that reviewed texts spell in several ways: none is written."""


@dataclass(frozen=True, slots=True)
class NamesImported:
    """What came of a list of names."""

    written: tuple[NamesWritten, ...]
    rows: int
    passed: int
    """Rows that are no names in Latin letters."""
    doubtful: Mapping[str, tuple[str, ...]]
    """Names that the list itself spells in several ways: none is written."""


def learn_names(work: Workset, failures: list[L10nError]) -> list[NamesWritten]:
    """Write what reviewed texts of all articles spell in one way into the name memories of the locales of a command.

    What the glossary has is left to it. A locale whose glossary or name memory cannot be read is left out, as is one
    of whose language it is not known how names of others are written; what cannot be read goes to `failures`.
    """
    everything = replace(work, articles=tuple(work.project.articles()[0]), whole=True)
    written = []
    for locale, terms in work.terms.items():
        if languages.of(locale).names is None:
            continue
        taught = lessons(list(_reviewed(work.project, everything.documents, locale, failures)), locale)
        rows = [KnownName(one.name, one.ways[0].target, one.ways[0].article) for one in taught if len(one.ways) == 1]
        new = known(terms, rows, locale).memory
        with collecting(failures, work.project.names_name(locale), "writing it"):
            done = _write(work.project, locale, [row for row in rows if row.source in new])
            decided = _decided(done, terms)
            doubtful = [one for one in taught if len(one.ways) > 1 and folded(one.name) not in decided]
            written.append(_told(done, locale, work.project.names_name(locale), doubtful))
    return written


def import_names(work: Workset, file: Path, shown: str, failures: list[L10nError]) -> NamesImported:
    """Take the loanword examples of the National Institute of Korean Language into the name memories they are for.

    Raises `UsageError` where no locale of the command is written by them, or the file is none, with its line, and
    `StorageError` where it cannot be read. `shown` is its name in messages.
    """
    wanted = [locale for locale in work.locales if _lists(locale)]
    if not wanted:
        raise UsageError(
            f"no locale of {', '.join(work.locales)} spells names by this list",
            remedy="Name one with -l, or add Korean to the project: `l10n add-locale ko`.",
        )
    try:
        data = disk.read(file, linked=True, most=_MOST)
    except FileNotFoundError as err:
        raise StorageError("is not there", path=shown, remedy="Name a file that is.") from err
    except OSError as err:
        told = f"Name a file that may be read, of at most {_MOST >> 20} MB."
        raise StorageError(f"cannot be read: {err.strerror}", path=shown, remedy=told) from err
    with blaming(shown, "reading it"):
        found = kornorms.read(data, path=shown)
    written = []
    for locale in wanted:
        with collecting(failures, work.project.names_name(locale), "writing it"):
            done = _write(work.project, locale, found.names)
            written.append(_told(done, locale, work.project.names_name(locale)))
    return NamesImported(tuple(written), found.rows, found.passed, found.doubtful)


def _lists(locale: str) -> bool:
    facet = languages.of(locale).names
    return facet is not None and IMPORTED in facet.lists


def _reviewed(
    project: ProjectFolder, documents: Sequence[Document], locale: str, failures: list[L10nError]
) -> Iterator[ReviewedText]:
    for document, po in opened(project, documents, locale, failures):
        inline = formats.load(document.format).inline
        for one in lesson(po.catalog, project.config.source).translations if po else ():
            source, target = blank(one.source, inline(one.source)), blank(one.target, inline(one.target))
            yield ReviewedText(document.path, source, target)


def _write(project: ProjectFolder, locale: str, names: Sequence[KnownName]) -> Renewed:
    path = project.names_name(locale)
    last: list[Renewed] = []
    project.update_names(locale, partial(_renewed, names=names, path=path, last=last))
    return last[-1]


def _renewed(text: str | None, *, names: Sequence[KnownName], path: str, last: list[Renewed]) -> str:
    last.append(name_table.renewed(text, names, path=path))
    return last[-1].text


def _told(done: Renewed, locale: str, path: str, doubtful: Sequence[NameLesson] = ()) -> NamesWritten:
    return NamesWritten(locale, path, done.added, done.changed, done.clashes, tuple(doubtful))


def _decided(done: Renewed, terms: Sequence[Term]) -> set[str]:
    """Return the names that a person has settled: a term of the glossary, or a row of hers."""
    rows = name_table.parse(done.text, path="", marks=True).rows
    return {folded(term.source) for term in terms} | {folded(row.source) for row in rows if not row.learned}
