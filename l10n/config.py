"""Owns the project's configuration: the table `[tool.l10n]` of `pyproject.toml`, and what it says of one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from l10n import config_values, filenames, globs, toml
from l10n.config_faults import explained, line_of, near
from l10n.errors import ConfigError, L10nError
from l10n.model import Segmentation, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "FILE",
    "CheckTable",
    "Config",
    "EngineTable",
    "Policy",
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


class Policy(StrEnum):
    """What may be published of an article in one locale."""

    REVIEWED = "reviewed"
    """Reviewed segments; everything else falls back to English."""
    HEADLINE_AND_LEDE = "headline-and-lede"
    """Held until the story's headline and first paragraph are reviewed; then drafts are published and labelled."""
    DRAFTS_LABELLED = "drafts-labelled"
    """Reviewed segments and drafts; an article with drafts says so."""
    HOLD = "hold"
    """Held until every segment is reviewed."""


_Digest = Annotated[str, AfterValidator(config_values.digest)]
_File = Annotated[str, AfterValidator(config_values.file_inside)]
_Folder = Annotated[str, AfterValidator(config_values.inside)]
_LocaleName = Annotated[str, AfterValidator(config_values.locale)]
_Percent = Annotated[int, Field(ge=0, le=100, strict=True)]
_Seconds = Annotated[float, Field(ge=0, le=60, strict=True)]
_Flag = Annotated[bool, Field(strict=True)]
_PropName = Annotated[str, Field(pattern=r"^!?[A-Za-z_$:][A-Za-z0-9_$:.-]*$")]
_RawBlock = Annotated[str, Field(pattern=r"^!?[A-Za-z][A-Za-z0-9_./-]*$")]
"""The name of a raw block, as its tags have it; with `!` before it, of one that is none."""
_Selector = Annotated[str, AfterValidator(config_values.selector)]
_FieldPath = Annotated[str, AfterValidator(config_values.field_path)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))


class RuleTable(_Table):
    """`[tool.l10n.locale.LOCALE.check]`: which rules hold in a language, and how much they matter there."""

    select: tuple[str, ...] = ()
    """Rules and families; empty leaves those of the project, or the default ones."""
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = Field(default_factory=dict)
    """Rule or family → how much its findings matter."""


class CheckTable(RuleTable):
    """`[tool.l10n.check]`: the same for all languages, and what fails."""

    fail_on: Severity = Severity.ERROR
    """The least severity that makes `l10n check` exit with 1."""
    baseline: _File = ""
    """File of findings that are known and not told again; empty for none."""


class _Choices(_Table):
    """The keys that a locale or a section may set; None leaves the project's value."""

    engines: tuple[str, ...] | None = None
    policy: Policy | None = None
    min_coverage: _Percent | None = None
    max_unedited: _Percent | None = None
    min_seconds_per_word: _Seconds | None = None
    level: Annotated[str | None, Field(alias="register")] = None


class _Locale(_Choices):
    check: RuleTable = Field(default_factory=RuleTable)


class _Cutting(_Table):
    """The keys that say how articles are cut, which a section may set; None leaves the project's value."""

    segmentation: Segmentation | None = None
    code_comments: _Flag | None = None
    exclude: tuple[_Selector, ...] | None = None
    front_matter: tuple[_FieldPath, ...] | None = None
    raw_blocks: tuple[_RawBlock, ...] | None = None
    text_props: tuple[_PropName, ...] | None = None
    shortcode_text: tuple[_PropName, ...] | None = None


class Section(_Cutting, _Choices):
    """`[[tool.l10n.section]]`: what holds for a part of the articles."""

    path: str
    """Pattern of paths below the articles folder."""
    empty: _Flag = False
    """It may be that no article is in it."""


class EngineTable(_Table):
    """`[tool.l10n.engine.NAME]`: an engine's own settings."""

    url: str = ""
    timeout: Annotated[float, Field(gt=0, le=600, strict=True)] = 5.0
    """Seconds for one request."""
    key_variable: str = ""
    """Name of the environment variable that holds the service's key; the key itself is never in a file."""
    email: str = ""
    """For MyMemory, which allows more to a caller it knows."""
    model: str = ""
    """Which model answers, for `openai`."""
    template: Literal["", "translategemma"] = ""
    """How `openai` asks a model that was made to translate and takes no instructions; empty for all others."""
    glossary: str = ""
    """Id of a glossary that was made at DeepL."""
    region: str = ""
    """Region of the key, for Microsoft."""
    parallel: Annotated[int, Field(ge=1, le=32, strict=True)] = 4
    """Questions under way at once."""
    rate: Annotated[float, Field(ge=0, le=100_000, strict=True)] = 0.0
    """Questions a minute; 0 for no limit."""
    price: Annotated[float, Field(ge=0, le=1_000_000, strict=True)] = 0.0
    """For a million characters of source text, in any currency."""
    model_digests: dict[str, _Digest] = Field(default_factory=dict)
    """For Firefox: file of a model → the SHA-256 it has to have."""


class Config(_Table):
    """The whole table, checked."""

    source: _LocaleName = "en"
    locales: tuple[_LocaleName, ...]
    articles: _Folder = "articles"
    catalogs: _Folder = "locales"
    build: _Folder = "build"
    segmentation: Segmentation = Segmentation.PARAGRAPH
    code_comments: _Flag = False
    exclude: tuple[_Selector, ...] = ()
    front_matter: tuple[_FieldPath, ...] = ()
    raw_blocks: tuple[_RawBlock, ...] = ()
    text_props: tuple[_PropName, ...] = ()
    shortcode_text: tuple[_PropName, ...] = ()
    engines: tuple[str, ...] = ("memory", "firefox", "apertium")
    policy: Policy = Policy.REVIEWED
    min_coverage: _Percent = 0
    max_unedited: _Percent = 100
    min_seconds_per_word: _Seconds = 0.0
    level: Annotated[str, Field(alias="register")] = ""
    """The level of speech that drafts are turned to; empty leaves them as they come."""
    check: CheckTable = Field(default_factory=CheckTable)
    locale: dict[_LocaleName, _Locale] = Field(default_factory=dict)
    section: tuple[Section, ...] = ()
    engine: dict[str, EngineTable] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one article in one locale."""

    engines: tuple[str, ...]
    policy: Policy
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
    try:
        tool = toml.loads(text, levels=_LEVELS).get("tool")
    except L10nError:
        return False
    return isinstance(tool, dict) and "l10n" in tool


def load(
    text: str,
    *,
    path: str = FILE,
    engines: frozenset[str] = frozenset(),
    rules: Callable[[], Iterable[str]] = tuple,
    registers: Callable[[], Iterable[str]] = tuple,
) -> Config:
    """Read the configuration; `engines` are the names an engine may have (any name when empty).

    `rules` gives the names of rules and families, `registers` those of levels of speech, any name when there are none;
    they are asked where one is named.

    Raises `ConfigError` with the line of the fault.
    """
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
        config = Config.model_validate(table)
    except ValidationError as err:
        raise _explain(err, text, path) from err
    _consistent(config, text, path, engines=engines, rules=rules, registers=registers)
    return config


def settings(config: Config, article: str, locale: str) -> Settings:
    """Work out what holds for an article in a locale: a section beats the locale, the locale the project.

    Of several sections that match, the last one that sets a key decides.
    """
    matching = sections(config, article)
    layers: list[_Choices] = [config.locale[locale]] if locale in config.locale else []
    chosen: dict[str, Any] = {
        key: next(
            (value for layer in reversed(row) if (value := getattr(layer, key)) is not None), getattr(config, key)
        )
        for table, row in ((_Choices, [*layers, *matching]), (_Cutting, matching))
        for key in table.model_fields
    }
    return Settings(**chosen)


def sections(config: Config, article: str) -> list[Section]:
    """Return the sections that an article is in; of those that set a key the last decides."""
    return [section for section in config.section if globs.matches(section.path, article)]


def _consistent(
    config: Config,
    text: str,
    path: str,
    *,
    engines: frozenset[str],
    rules: Callable[[], Iterable[str]],
    registers: Callable[[], Iterable[str]],
) -> None:
    """Refuse what is well formed but means nothing."""
    faults = (
        *_locale_faults(config),
        *_folder_faults(config),
        *_engine_faults(config, engines),
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


def _folder_faults(config: Config) -> Iterator[_Fault]:
    folders = {"articles": config.articles, "catalogs": config.catalogs, "build": config.build}
    for name, folder in folders.items():
        for other, outer in folders.items():
            if name != other and (
                outer == "." or filenames.folded(f"{folder}/").startswith(filenames.folded(f"{outer}/"))
            ):
                yield (name,), f"`{name}` ({folder}) lies inside `{other}` ({outer})", "Choose separate folders."


def _engine_faults(config: Config, engines: frozenset[str]) -> Iterator[_Fault]:
    chains: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(config.engines, ("engines",))]
    chains += [(c.engines or (), ("locale", name, "engines")) for name, c in config.locale.items()]
    chains += [(s.engines or (), ("section", "engines")) for s in config.section]
    chains += [((name,), ("engine", name)) for name in config.engine]
    for chain, where in chains:
        for name in chain:
            if engines and name not in engines:
                told = f"Use one of: {', '.join(sorted(engines))}."
                yield where, f"no engine is called `{name}`", " ".join(filter(None, (near(name, engines), told)))


def _register_faults(config: Config, registers: Callable[[], Iterable[str]]) -> Iterator[_Fault]:
    chosen: list[tuple[str, tuple[str, ...]]] = [(config.level, ("register",))]
    chosen += [(c.level or "", ("locale", name, "register")) for name, c in config.locale.items()]
    chosen += [(s.level or "", ("section", "register")) for s in config.section]
    named = [(name, where) for name, where in chosen if name]
    known = sorted(registers()) if named else []
    for name, where in named:
        if known and name not in known:
            told = f"Use one of: {', '.join(known)}."
            yield where, f"no register is called `{name}`", " ".join(filter(None, (near(name, known), told)))


def _rule_faults(config: Config, rules: Callable[[], Iterable[str]]) -> Iterator[_Fault]:
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
    first = err.errors(include_url=False)[0]
    where = tuple(str(part) for part in first["loc"] if not isinstance(part, int) and part != "[key]")
    tables: dict[str, type[_Table]] = {
        "check": CheckTable,
        "locale": RuleTable if where[2:3] == ("check",) else _Locale,
        "section": Section,
        "engine": EngineTable,
    }
    table = tables.get(where[0], Config) if len(where) > 1 else Config
    return explained(first, [field.alias or key for key, field in table.model_fields.items()], text, path)
