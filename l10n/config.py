"""Owns the project's configuration: the table `[tool.l10n]` of `pyproject.toml`, and what it says of one article."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from l10n import filenames, globs
from l10n.config_kept import KeptConfig
from l10n.config_tables import (
    CheckTable,
    Choices,
    Config,
    DisclosureTable,
    EngineTable,
    Fallback,
    LocaleTable,
    Policy,
    PushTable,
    RuleTable,
    Section,
    key_of,
)
from l10n.errors import ConfigError, L10nError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from pydantic import TypeAdapter, ValidationError

    from l10n.model import Segmentation

__all__ = [
    "FILE",
    "CheckTable",
    "Config",
    "DisclosureTable",
    "EngineTable",
    "Fallback",
    "LocaleTable",
    "Policy",
    "PushTable",
    "RuleTable",
    "Section",
    "Settings",
    "catalog_name",
    "has_table",
    "load",
    "sections",
    "settings",
]

FILE = "pyproject.toml"
_LEVELS = 64
"""Deeper than any table that a tool reads."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one article in one locale."""

    engines: tuple[str, ...]
    policy: Policy
    fallback: Fallback
    hold_until: str
    """ISO 8601 time with its offset; nothing is published before it. Empty for none."""
    disclosure: DisclosureTable
    min_coverage: int
    """Per cent of source words, 0…100."""
    max_unedited: int
    """Per cent of the words in reviewed segments that may have been accepted as drafted, 0…100."""
    min_seconds_per_word: float
    """Faster than this nobody is thought to read; 0 where it is not asked how fast anybody does."""
    segmentation: Segmentation
    code_comments: bool
    """Comments in code blocks are translated."""
    exclude: tuple[str, ...] = ()
    """Selectors of elements of HTML that are left alone."""
    front_matter: tuple[str, ...] = ()
    """Fields of front matter that are translated besides the default ones, or not (`l10n.fieldpaths`)."""
    raw_blocks: tuple[str, ...] = ()
    """Names of raw blocks besides the known ones; `!name` takes a known one away."""
    level: str = ""
    """The level of speech that drafts are turned to; empty leaves them as they come."""
    text_props: tuple[str, ...] = ()
    """Properties of components whose words are translated, besides the usual ones; `!name` takes one of those away."""
    shortcode_text: tuple[str, ...] = ()
    """Parameters of shortcodes, includes, fences and directives that are translated besides the usual ones; so too."""


def catalog_name(config: Config, article: str, locale: str) -> str:
    """Return the path of a catalogue, or of a template when `locale` is empty, relative to the project."""
    folder = config.catalogs
    return f"{folder}/{locale}/{article}.po" if locale else f"{folder}/templates/{article}.pot"


def has_table(text: str) -> bool:
    """Tell whether a `pyproject.toml` holds `[tool.l10n]`; False for one that is not TOML."""
    from l10n import toml  # noqa: PLC0415  see `config_kept`

    try:
        tool = toml.loads(text, levels=_LEVELS).get("tool")
    except L10nError:
        return False
    return isinstance(tool, dict) and "l10n" in tool


def load(
    text: str,
    *,
    path: str = FILE,
    engines: Callable[[], Iterable[str]] = tuple,
    rules: Callable[[], Iterable[str]] = tuple,
    registers: Callable[[], Iterable[str]] = tuple,
    layouts: Callable[[Config], Iterable[_Fault]] | None = None,
    kept: Path | None = None,
) -> Config:
    """Read the configuration.

    `engines` gives the names of engines, `rules` those of rules and families, `registers` those of levels of speech,
    any name when there are none; they are asked where one is named, and depend on the program alone. `layouts` says
    what is wrong with layouts, with the folders of articles and builds where one is named, and with what needs one.

    With the root of a project in `kept`, what comes of it is kept in the user's cache folder, and known the next time.

    Raises `ConfigError` with the line of the fault.
    """
    known = KeptConfig(kept, (text, engines, rules, registers, layouts)) if kept else None
    config = known.load() if known else None
    if isinstance(config, Config):
        return config
    config = _validated(text, path)
    _consistent(config, text, path, engines=engines, rules=rules, registers=registers, layouts=layouts)
    if known:
        known.keep(config)
    return config


def _validated(text: str, path: str) -> Config:
    """Read what each value by itself may be; raises `ConfigError` with the line of the fault."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415  see `config_kept`

    from l10n import toml  # noqa: PLC0415

    try:
        tables = toml.loads(text, levels=_LEVELS)
    except L10nError as err:
        raise ConfigError(
            f"not valid TOML: {err.message}", path=path, line=err.line, remedy="Mend the syntax."
        ) from err
    tool = tables.get("tool", {})
    table = tool.get("l10n") if isinstance(tool, dict) else None
    if table is None:
        raise ConfigError("there is no table [tool.l10n]", path=path, remedy="Run `l10n init -l ko`.")
    try:
        return _adapter(TypeAdapter).validate_python(table)
    except ValidationError as err:
        raise _explain(err, text, path) from err


@lru_cache(maxsize=1)
def _adapter(made: type[TypeAdapter[Config]]) -> TypeAdapter[Config]:
    """Return what validates the whole table; it takes a while to be made."""
    return made(Config)


def settings(config: Config, article: str, locale: str) -> Settings:
    """Work out what holds for an article in a locale: a section beats the locale, the locale the project.

    Of several sections that match, the last one that sets a key decides.
    """
    matching = sections(config, article)
    layers: list[Choices] = [config.locale[locale]] if locale in config.locale else []
    layers += matching
    chosen: dict[str, Any] = {}
    for key in (one.name for one in fields(Settings)):
        said = (value for layer in reversed(layers) if (value := getattr(layer, key, None)) is not None)
        chosen[key] = next(said, getattr(config, key))
    return Settings(**chosen)


def sections(config: Config, article: str) -> list[Section]:
    """Return the sections that an article is in; of those that set a key the last decides."""
    return [section for section in config.section if globs.matches(section.path, article)]


def _consistent(
    config: Config,
    text: str,
    path: str,
    *,
    engines: Callable[[], Iterable[str]],
    rules: Callable[[], Iterable[str]],
    registers: Callable[[], Iterable[str]],
    layouts: Callable[[Config], Iterable[_Fault]] | None,
) -> None:
    """Refuse what is well formed but means nothing."""
    from l10n.config_faults import line_of  # noqa: PLC0415  see `config_kept`

    laid = config.layout or any(one.layout for one in config.locale.values())
    faults = (
        *_locale_faults(config),
        *_site_faults(config),
        *_folder_faults(config, {"articles", "build"} if laid and layouts else set()),
        *(layouts(config) if layouts else ()),
        *_engine_faults(config, engines),
        *_memory_faults(config),
        *_register_faults(config, registers),
    )
    for where, message, remedy in (*faults, *_rule_faults(config, rules)):
        raise ConfigError(message, path=path, line=line_of(text, where), remedy=remedy)


_Fault = tuple[tuple[str, ...], str, str]
"""Where in the table, what is wrong, what to do."""


def _locale_faults(config: Config) -> Iterator[_Fault]:
    if not config.locales:
        yield ("locales",), "`locales` is empty", 'Name at least one, such as locales = ["ko"].'
    if len(set(config.locales)) != len(config.locales):
        yield ("locales",), "`locales` names a locale twice", "Name each once."
    if config.source in config.locales:
        yield ("locales",), f"`locales` names the source language `{config.source}`", "Take it out."
    for name in config.locale:
        if name not in config.locales:
            known = ", ".join(config.locales)
            yield ("locale", name), f"[tool.l10n.locale.{name}] is not in `locales` ({known})", "Add it there."


def _site_faults(config: Config) -> Iterator[_Fault]:
    if config.json_ld and not config.site:
        where = "`json-ld` tells the address of the original, and there is none"
        yield ("json-ld",), where, 'Set it, such as site = "https://example.org/", or leave `json-ld` out.'


def _folder_faults(config: Config, aside: set[str]) -> Iterator[_Fault]:
    """Refuse folders that lie in one another, save the two that a layout has to say of."""
    folders = {"articles": config.articles, "catalogs": config.catalogs, "build": config.build}
    for name, folder in folders.items():
        for other, outer in folders.items():
            if name != other and {name, other} != aside and filenames.within(folder, outer):
                yield (name,), f"`{name}` ({folder}) lies inside `{other}` ({outer})", "Choose separate folders."


def _memory_faults(config: Config) -> Iterator[_Fault]:
    for name in config.memory_also:
        if not name or name == config.memory_name:
            yield ("memory-also",), f"`memory-also` names {name or 'nothing'}", "Name other projects than this one."


def _engine_faults(config: Config, engines: Callable[[], Iterable[str]]) -> Iterator[_Fault]:
    chains: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(config.engines, ("engines",))]
    chains += [(c.engines or (), ("locale", name, "engines")) for name, c in config.locale.items()]
    chains += [(s.engines or (), ("section", "engines")) for s in config.section]
    chains += [((name,), ("engine", name)) for name in config.engine]
    named = [(name, where) for chain, where in chains for name in chain]
    known = sorted(engines()) if named else []
    yield from _unknown("engine", named, known)


def _register_faults(config: Config, registers: Callable[[], Iterable[str]]) -> Iterator[_Fault]:
    chosen: list[tuple[str, tuple[str, ...]]] = [(config.level, ("register",))]
    chosen += [(c.level or "", ("locale", name, "register")) for name, c in config.locale.items()]
    chosen += [(s.level or "", ("section", "register")) for s in config.section]
    named = [(name, where) for name, where in chosen if name]
    known = sorted(registers()) if named else []
    yield from _unknown("register", named, known)


def _unknown(what: str, named: Iterable[tuple[str, tuple[str, ...]]], known: Sequence[str]) -> Iterator[_Fault]:
    from l10n.config_faults import near  # noqa: PLC0415  see `config_kept`

    for name, where in named:
        if known and name not in known:
            told = f"Use one of: {', '.join(known)}."
            yield where, f"no {what} is called `{name}`", " ".join(filter(None, (near(name, known), told)))


def _rule_faults(config: Config, rules: Callable[[], Iterable[str]]) -> Iterator[_Fault]:
    from l10n.config_faults import near  # noqa: PLC0415  see `config_kept`

    tables: list[tuple[RuleTable, tuple[str, ...]]] = [(config.check, ("check",))]
    tables += [(choices.check, ("locale", name, "check")) for name, choices in config.locale.items()]
    named: list[tuple[str, tuple[str, ...]]] = []
    for table, where in tables:
        named += [(name, (*where, "select")) for name in table.select]
        named += [(name, (*where, "ignore")) for name in table.ignore]
        named += [(name, (*where, "severity", name)) for name in table.severity]
    known = sorted(rules()) if named else []
    for name, where in named:
        if known and name not in known:
            remedy = near(name, known) or "See `l10n check --explain all`."
            yield where, f"no rule or family is called `{name}`", remedy


def _explain(err: ValidationError, text: str, path: str) -> ConfigError:
    """Say what is wrong first; the keys are those of the table that holds it."""
    from l10n.config_faults import explained  # noqa: PLC0415  see `config_kept`

    first = err.errors(include_url=False)[0]
    where = tuple(str(part) for part in first["loc"] if not isinstance(part, int) and part != "[key]")
    tables: dict[str, type] = {
        "check": CheckTable,
        "locale": RuleTable if where[2:3] == ("check",) else LocaleTable,
        "section": Section,
        "engine": EngineTable,
        "push": PushTable,
        "disclosure": DisclosureTable,
    }
    table = tables.get(where[0], Config) if len(where) > 1 else Config
    return explained(first, [key_of(one.name) for one in fields(table)], text, path)
