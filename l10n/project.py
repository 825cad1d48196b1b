"""Owns the project on disk: its root and folders, reading articles, and writing what commands produce."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import charsets, config, disk, files, formats, locales
from l10n.catalog import store
from l10n.errors import ArticleError, ConfigError, L10nError, StorageError, UsageError, blaming
from l10n.keepers import OWN, Keepers
from l10n.protocols import ParseOptions, shortcode_text, text_props
from l10n.publish import layouts
from l10n.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.catalog.pofile import PoFile
    from l10n.config import Config, Settings
    from l10n.engines.settings import EngineSettings
    from l10n.model import Catalog, Document, Entry, Term
    from l10n.protocols import Engine, Memory, Received, Turns
    from l10n.text.facts.name_table import NameTable

__all__ = ["ProjectFolder", "Reader", "cut", "find"]

_MOST = 1 << 24
"""Bytes of a configuration, and of a glossary."""
_cut: Recent[Document] = Recent(1 << 21)
"""The articles that were cut last, by their characters."""


Reader = Callable[[str], "str | bytes | None"]
"""Finds a file by its path relative to a project's root, with `/`."""


def _from_disk(name: str, root: Path = Path(), catalogs: str = "") -> bytes | None:
    """Read a file of a project; never through a link that leads out, a catalogue through none.

    None where there is no catalogue. Raises `StorageError` where the disk refuses and where an article is none.
    """
    path = root / name
    with blaming(name, "reading it"):
        files.check_inside(root, path, name)
        return store.load(path, name) if name.startswith(f"{catalogs}/") else files.read(path, name)


@dataclass(frozen=True, slots=True)
class ProjectFolder:
    """A folder with a configuration; every path that goes in or out is relative to `root`, with `/`."""

    root: Path
    config: Config
    read: Reader = field(default=_from_disk, compare=False, repr=False)
    """Returns a file by its path, as text or as bytes, or None where there is none; the disk's unless another is given.

    All articles and, where they are only read, all catalogues come through here, so that an editor's buffer can stand
    in front: `ProjectFolder(root, config, read=lambda name: buffers.get(name) or disk(name))` with `disk` the `read` of
    another `ProjectFolder`. What is written goes to the disk, and is worked out from what is there.
    """

    def __post_init__(self) -> None:
        if self.read is _from_disk:
            object.__setattr__(self, "read", partial(_from_disk, root=self.root, catalogs=self.config.catalogs))

    @property
    def on_disk(self) -> bool:
        """Whether all is read from the disk, as another process can do too."""
        return isinstance(self.read, partial) and self.read.func is _from_disk

    def settings(self, article: str, locale: str) -> Settings:
        """Return what the configuration says of one article in one locale."""
        return config.settings(self.config, article, locale)

    def articles(self) -> tuple[list[str], list[L10nError]]:
        """Walk the articles folder: the paths of articles in order, and a fault for each file of unknown format."""
        others = layouts.no_articles(self.config, lambda: self.built().wrote)
        return files.articles(self.root, self.config.articles, formats.EXTENSIONS, others)

    def source(self, article: str) -> str:
        """Read an article; raises `ArticleError` or `StorageError` with its path."""
        shown = f"{self.config.articles}/{article}"
        data = self.read(shown)
        if data is None:
            raise StorageError("is not there", path=shown, remedy="Name an article that is.")
        return charsets.decoded(data, shown, formats.EXTENSIONS.get(Path(article).suffix.lower(), ""))

    def options(self, article: str) -> ParseOptions:
        """Return how an article is to be cut."""
        settings = self.settings(article, "")
        return ParseOptions(
            segmentation=settings.segmentation,
            code_comments=settings.code_comments,
            source=self.config.source,
            exclude=settings.exclude,
            fields=settings.front_matter,
            raw_blocks=settings.raw_blocks,
            text_props=text_props(settings.text_props),
            shortcode_text=shortcode_text(settings.shortcode_text),
        )

    def document(self, article: str) -> Document:
        """Read and cut an article; raises `ArticleError` or `StorageError` with path and line."""
        return cut(article, self.source(article), self.options(article), folder=self.config.articles)

    def catalog_name(self, article: str, locale: str) -> str:
        """Return the path of a catalogue, or of a template when `locale` is empty, relative to the root."""
        return config.catalog_name(self.config, article, locale)

    def catalog_bytes(self, article: str, locale: str) -> bytes | None:
        """Read the bytes of a catalogue; None when there is none yet. Raises `StorageError`."""
        data = self.read(self.catalog_name(article, locale))
        return data.encode() if isinstance(data, str) else data

    def catalog(self, article: str, locale: str) -> PoFile | None:
        """Read a catalogue; None when there is none yet. Raises `CatalogError` where it is broken."""
        name = self.catalog_name(article, locale)
        return store.settled(partial(self.catalog_bytes, article, locale), name=name, article=article, locale=locale)

    def update_catalog(
        self,
        article: str,
        locale: str,
        compute: Callable[[Catalog | None], Catalog],
        *,
        dry: bool = False,
        released: Callable[[Entry], bool] | None = None,
        mended: Callable[[Entry], str | None] | None = None,
    ) -> bool:
        """Replace a catalogue by what `compute` makes of it; tell whether it changed (or, `dry`, would).

        `released` says which texts of persons may go, `mended` what they may become (see `store.update`).
        """
        name = self.catalog_name(article, locale)
        path = self.root / name
        plural_forms = locales.plural_forms(locale) if locale else ""
        if dry:
            return store.preview(self.catalog(article, locale), compute, plural_forms=plural_forms)
        return store.update(
            path,
            compute,
            root=self.root,
            name=name,
            article=article,
            locale=locale,
            plural_forms=plural_forms,
            released=released,
            mended=mended,
        )

    def update_catalogs(
        self, computes: Iterable[tuple[str, str, Callable[[Catalog | None], Catalog]]]
    ) -> list[str | L10nError]:
        """Do what `update_catalog` does for many articles and locales, waiting for the disk once for many of them.

        Returns for each the SHA-256 of what was written, empty where nothing was, or the error that kept it from being.
        """
        jobs = []
        for article, locale, compute in computes:
            name = self.catalog_name(article, locale)
            plural_forms = locales.plural_forms(locale) if locale else ""
            jobs.append(store.Job(self.root / name, compute, name, article, locale, plural_forms))
        return list(store.update_many(jobs, root=self.root))

    def orphans(self, locale: str, articles: Iterable[str]) -> list[str]:
        """Return the articles that have a catalogue in a locale but are not among `articles`."""
        base = self.root / self.config.catalogs / locale
        known = set(articles)
        names = (name.removesuffix(".po") for name in files.walk(base) if name.endswith(".po"))
        return [name for name in names if name not in known]

    def read_from(self) -> list[Path]:
        """Return the files and folders that commands read from, save what git has; not all need be there."""
        names = [config.FILE, self.config.articles, self.config.catalogs, self.config.build, self.config.check.baseline]
        own = [f"{OWN}/{name}{more}" for name in ("memory.sqlite", "journal.sqlite") for more in ("", "-wal")]
        built = files.built_list(self.root).path
        return [*(self.root / name for name in (*names, *own) if name), *([built] if built else ())]

    def backup_folder(self, stamp: str) -> Path:
        """Return a folder for copies of what is about to be deleted; it does not exist yet.

        Raises `StorageError` where there can be none, so that nothing is deleted.
        """
        base = self.root / OWN / "backup"
        for folder in (base.parent, base):
            try:
                disk.check_folder(folder)
            except OSError as err:
                name, told = folder.relative_to(self.root).as_posix(), disk.remedy(err, "Check its permissions.")
                raise StorageError(f"backups cannot be kept there: {err.strerror}", path=name, remedy=told) from err
        from l10n.catalog import backup  # noqa: PLC0415  see `_names`

        return backup.free_folder(base, stamp)

    def build_name(self, article: str, locale: str) -> str:
        """Return the path of a localized article relative to the root."""
        return layouts.output(self.config, article, locale)

    def built(self) -> files.Builds:
        """Return the folder of builds, with the list of what builds have written."""
        return files.Builds(self.root, self.config.build, shared=self.shares_builds)

    @property
    def shares_builds(self) -> bool:
        """Whether people keep files of their own in the folder of builds."""
        return not layouts.articles_aside(self.config)

    def write_build(self, name: str, text: str | bytes | None, built: files.Builds, *, dry: bool = False) -> bool:
        """Write a file of the build, or remove it (None); tell whether anything changed (or, `dry`, would).

        Raises `StorageError` where what is to be removed is not what a build wrote, and where what is to be replaced is
        not in a folder where people keep files of their own.
        """
        if built.linked(name):
            raise StorageError("lies behind a symbolic link", path=name, remedy="Replace the link by a real folder.")
        data = files.encoded(text) if isinstance(text, str) else text
        with files.writing(name):
            before = built.read(name)
            built.check(name, data, before)
            if dry:
                return before != data
            if data is not None:
                built.write(name, data, before)
            elif before is not None:
                built.remove(name)
        return before != data

    def read_file(self, name: str) -> str | None:
        """Read a file that a command keeps in the project; None where there is none. Raises `StorageError`."""
        return None if (data := self.file_bytes(name)) is None else charsets.decoded(data, name)

    def file_bytes(self, name: str) -> bytes | None:
        """Read the bytes of such a file; None where there is none. Raises `StorageError`."""
        files.check_inside(self.root, self.root / name, name)
        return files.read(self.root / name, name) if os.path.lexists(self.root / name) else None

    def place(self, name: str) -> str:
        """Return the path, from the root, of a file that a person asks a command to write; raises as `files.place`."""
        return files.place(self.root, name, kept=(self.config.articles, self.config.catalogs, OWN))

    def write_file(self, name: str, text: str | bytes) -> None:
        """Write such a file and its folder, whole or not at all; raises `StorageError`."""
        files.check_inside(self.root, self.root / name, name)
        with files.writing(name):
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            disk.replace(self.root / name, text.encode() if isinstance(text, str) else text)

    @property
    def keepers(self) -> Keepers:
        """What keeps answers and translations for it."""
        return Keepers(self.root, self.config)

    @property
    def shared(self) -> bool:
        """Whether memory and journal are in a database that other machines have too; raises `ConfigError`."""
        return self.keepers.address is not None

    def memory(self) -> Memory:
        """Open the project's translation memory: the one that its user shares, else a cache under `.l10n/`."""
        return self.keepers.memory(self.glossary)

    def glossary_name(self, locale: str) -> str:
        """Return the path of a locale's glossary relative to the root; the file need not be there."""
        return f"{self.config.catalogs}/{locale}/glossary.tsv"

    def glossary(self, locale: str) -> tuple[Term, ...]:
        """Read a locale's glossary, `glossary.tsv` in its folder; no terms where there is none.

        Raises `UsageError` with path and line where it is not one, and `StorageError` where it cannot be read.
        """
        name = self.glossary_name(locale)
        path = self.root / name
        files.check_inside(self.root, path, name)
        if not os.path.lexists(path):
            return ()
        from l10n.text.facts import terms  # noqa: PLC0415  see `_names`

        try:
            return terms.parse(files.read(path, name, most=_MOST).decode(), path=name)
        except UnicodeDecodeError as err:
            line = err.object.count(b"\n", 0, err.start) + 1
            raise UsageError("not UTF-8", path=name, line=line, remedy="Save the glossary as UTF-8.") from err

    def names_name(self, locale: str) -> str:
        """Return the path of a locale's name memory relative to the root; the file need not be there."""
        return f"{self.config.catalogs}/{locale}/names.tsv"

    def names(self, locale: str) -> NameTable:
        """Read a locale's name memory, `names.tsv` in its folder; no rows where there is none.

        Raises `UsageError` with path and line where it is not one, and `StorageError` where it cannot be read.
        """
        from l10n.catalog import side_files  # noqa: PLC0415  see `_names`
        from l10n.text.facts import name_table  # noqa: PLC0415

        name = self.names_name(locale)
        files.check_inside(self.root, self.root / name, name)
        return name_table.parse(side_files.read_side_file(self.root / name, name, most=_MOST) or "", path=name)

    def update_names(self, locale: str, compute: Callable[[str | None], str]) -> bool:
        """Change the file of a name memory by a function of its text; tell whether it was written."""
        from l10n.catalog import side_files  # noqa: PLC0415  see `_names`

        name = self.names_name(locale)
        files.check_inside(self.root, self.root / name, name)
        return side_files.update_side_file(self.root / name, compute, name=name, most=_MOST)

    def journal(self, run: str = "") -> Received:
        """Open the journal of received answers, which is no cache; a shared one counts what a `run` costs."""
        return self.keepers.journal(run)

    def price(self, name: str) -> float:
        """Return what an engine costs for a million characters, by the configuration; 0.0 without a price."""
        table = self.config.engine.get(name)
        return table.price if table else 0.0

    def engine(self, name: str, turns: Callable[[str, str, float], Turns] | None = None) -> Engine:
        """Create an engine with the project's settings for it; `turns` are those of its journal (`Received`)."""
        from l10n import engines  # noqa: PLC0415  see `_names`

        return engines.load(name, self._engine_settings(name, turns))

    def destination(self, name: str) -> str:
        """Return where an engine sends text; empty when it stays on this machine."""
        from l10n import engines  # noqa: PLC0415  see `_names`

        return engines.destination(name, self._engine_settings(name))

    def _engine_settings(self, name: str, turns: Callable[[str, str, float], Turns] | None = None) -> EngineSettings:
        from l10n.engines.settings import EngineSettings  # noqa: PLC0415  see `_names`

        return EngineSettings.of(self.config.engine.get(name), turns)


def cut(article: str, source: str, options: ParseOptions, *, folder: str) -> Document:
    """Cut an article of a folder of articles; raises `ArticleError` with its path from the root, and line.

    What was cut last is kept: the verbs of one command cut an article once.
    """
    try:
        with blaming(f"{folder}/{article}", "cutting it"):
            return _cut.get((article, source, options), len(source), partial(formats.parse, article, source, options))
    except ArticleError as err:
        raise ArticleError(err.message, path=f"{folder}/{article}", line=err.line, remedy=err.remedy) from err


def find(start: Path, *, cached: bool = False) -> ProjectFolder:
    """Return the project that `start` lies in: the nearest folder upwards with `[tool.l10n]`.

    `cached` uses what is known of its configuration (`config.load`), and keeps what is found out.

    Raises `UsageError` where there is none and `ConfigError` where its configuration is wrong.
    """
    start = start.resolve()
    if not start.is_dir():
        raise UsageError(f"there is no folder {start}", remedy="Name an existing one with -C.")
    for folder in (start, *start.parents):
        path = folder / config.FILE
        if not os.path.lexists(path) or (folder != start and not path.is_file()):
            continue
        try:
            text = disk.read(path, linked=True, most=_MOST).decode()
        except OSError as err:
            told = disk.remedy(err, "Check its permissions.")
            raise ConfigError(f"cannot be read: {err.strerror}", path=str(path), remedy=told) from err
        except UnicodeDecodeError as err:
            raise ConfigError(f"cannot be read: {err}", path=str(path), remedy="Save it as UTF-8.") from err
        if folder == start or config.has_table(text):
            table = config.load(
                text,
                path=_shown(path, start),
                engines=partial(_names, "engines"),
                rules=partial(_names, "rules"),
                registers=partial(_names, "registers"),
                layouts=layouts.faults,
                kept=folder if cached else None,
            )
            return ProjectFolder(folder, table)
    raise UsageError(
        f"no l10n project in {start} or above it", remedy="Run `l10n init -l ko`, or name its folder with -C."
    )


def _names(of: str) -> Iterable[str]:
    """Return names that a configuration may use; what a command does not ask for is not imported by it."""
    from l10n import checks, engines, languages  # noqa: PLC0415

    if of == "engines":
        return (*engines.NAMES, "memory")
    return checks.names() if of == "rules" else languages.registers()


def _shown(path: Path, start: Path) -> str:
    return path.relative_to(start).as_posix() if path.is_relative_to(start) else str(path)
