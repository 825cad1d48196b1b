"""The configuration: what it says of an article, and how it is refused."""

import pytest

from l10n import config
from l10n.config import Policy
from l10n.errors import ConfigError
from l10n.model import Segmentation, Severity

ENGINES = "memory", "firefox", "apertium", "google"


def load(body):
    return config.load("[tool.l10n]\n" + body, engines=lambda: ENGINES, rules=lambda: ("numbers", "markup", "facts"))


def test_the_defaults_are_those_the_documentation_shows():
    made = load('locales = ["ko"]')
    assert (made.source, made.articles, made.catalogs, made.build) == ("en", "articles", "locales", "build")
    assert made.engines == ("memory", "firefox", "apertium")
    assert (made.policy, made.min_coverage, made.segmentation) == (Policy.REVIEWED, 0, Segmentation.PARAGRAPH)
    assert (made.max_unedited, made.min_seconds_per_word) == (100, 0.0)


def test_a_section_beats_a_locale_and_a_locale_the_project():
    made = load(
        'locales = ["ko", "pt-BR"]\npolicy = "hold"\n'
        '[tool.l10n.locale.pt-BR]\npolicy = "drafts-labelled"\nmin-coverage = 40\n'
        '[[tool.l10n.section]]\npath = "opinion/**"\nmin-coverage = 90\nsegmentation = "sentence"\n'
    )
    column = config.settings(made, "opinion/2026/a.md", "pt_BR")
    assert (column.policy, column.min_coverage, column.segmentation) == (
        Policy.DRAFTS_LABELLED,
        90,
        Segmentation.SENTENCE,
    )
    assert config.settings(made, "news/a.md", "ko").policy is Policy.HOLD
    assert config.settings(made, "news/a.md", "pt_BR").min_coverage == 40


def test_limits_on_unread_text_hold_for_project_locale_and_section_and_zero_is_a_limit():
    made = load(
        'locales = ["ko", "ja"]\nmax-unedited = 50\nmin-seconds-per-word = 0.5\n'
        "[tool.l10n.locale.ja]\nmax-unedited = 0\nmin-seconds-per-word = 2\n"
        '[[tool.l10n.section]]\npath = "opinion/**"\nmin-seconds-per-word = 0\n'
    )
    found = {
        (article, locale): config.settings(made, article, locale)
        for article in ("a", "opinion/a")
        for locale in ("ko", "ja")
    }
    assert {key: one.max_unedited for key, one in found.items()} == {
        ("a", "ko"): 50, ("opinion/a", "ko"): 50, ("a", "ja"): 0, ("opinion/a", "ja"): 0,
    }  # fmt: skip
    assert {key: one.min_seconds_per_word for key, one in found.items()} == {
        ("a", "ko"): 0.5, ("opinion/a", "ko"): 0, ("a", "ja"): 2, ("opinion/a", "ja"): 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "inside", "outside"),
    [
        ("opinion/*", "opinion/a.md", "opinion/b/a.md"),
        ("**/draft-?.md", "a/b/draft-1.md", "draft-10.md"),
        ("opinion/**", "opinion/b/a.md", "news/opinion/a.md"),
    ],
)
def test_a_section_matches_paths_by_folder(pattern, inside, outside):
    made = load(f'locales = ["ko"]\n[[tool.l10n.section]]\npath = "{pattern}"\nmin-coverage = 7\n')
    assert config.settings(made, inside, "ko").min_coverage == 7
    assert config.settings(made, outside, "ko").min_coverage == 0


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ('locales = ["ko"]\nlocale_s = 1', 3, "unknown key `locale_s`"),
        ('locales = ["ko"]\n\n[tool.l10n.locale.ko]\npolci = "hold"', 5, "unknown key `locale.ko.polci`"),
        ('locales = ["kr"]', 2, "Write `ko`"),
        ("locales = []", 2, "empty"),
        ('locales = ["ko", "ko"]', 2, "twice"),
        ('locales = ["en"]', 2, "source language"),
        ('locales = ["ko"]\n[tool.l10n.locale.ja]\npolicy = "hold"', 3, "not in `locales`"),
        ('locales = ["ko"]\nmin-coverage = 101', 3, "must be 100 or less, not 101"),
        ('locales = ["ko"]\npolicy = "all"', 3, "policy"),
        ('locales = ["ko"]\nengines = ["bing"]', 3, "no engine is called `bing`"),
        ('locales = ["ko"]\n[tool.l10n.engine.bing]\nurl = "x"', 3, "no engine is called `bing`"),
        ('locales = ["ko"]\n[tool.l10n.check]\nignore = ["markup"]\nselect = ["nubmers"]', 5, "mean `numbers`"),
        ('locales = ["ko"]\n[tool.l10n.check]\nignore = ["x"]', 4, "no rule or family is called `x`"),
        ('locales = ["ko"]\nignore = ["notes/"]', 3, "must be a pattern of paths"),
        ('locales = ["ko"]\nignore = ["../x"]', 3, "must be a pattern of paths"),
        ('locales = ["ko"]\n[tool.l10n.check.severity]\nmarkup = "info"\nfact = "info"', 5, "mean `facts`"),
        ('locales = ["ko"]\n[tool.l10n.check.severity]\nmarkup = "fatal"', 4, "check.severity.markup"),
        ('locales = ["ko"]\n[tool.l10n.check]\nfail-on = "never"', 4, "check.fail-on"),
        ('locales = ["ko"]\n[tool.l10n.check]\nfail = 1', 4, "Use one of: select, ignore, severity, fail-on"),
        ('locales = ["ko"]\n[tool.l10n.check]\nbaseline = "../x"', 4, "inside the project"),
        ('locales = ["ko"]\n[tool.l10n.check]\nbaseline = "x/"', 4, "a file inside the project"),
        ('locales = ["ko"]\n[tool.l10n.locale.ko.check]\nignore = ["num"]', 4, "no rule or family is called `num`"),
        ('locales = ["ko"]\n[tool.l10n.locale.ko.check]\nfail-on = "info"', 4, "Use one of: select, ignore, severity."),
        ('locales = ["ko"]\nbuild = "../out"', 3, "inside the project"),
        ('locales = ["ko"]\nbuild = "/out"', 3, "inside the project"),
        ('locales = ["ko"]\ncatalogs = ".git/x"', 3, "inside the project"),
        ('locales = ["ko"]\nbuild = "articles/out"', 3, "lies inside"),
        ('locales = ["ko"]\nbuild = ', 3, "not valid TOML"),
    ],
)
def test_a_fault_is_named_with_its_line(body, line, says):
    with pytest.raises(ConfigError) as caught:
        load(body)
    assert says in str(caught.value)
    assert (caught.value.path, caught.value.line) == ("pyproject.toml", line)
    assert caught.value.remedy


def test_a_project_without_locales_is_told_what_to_add():
    with pytest.raises(ConfigError, match=r'locales = \["ko", "es"\]'):
        load("")


def test_the_rules_are_asked_for_only_where_one_is_named():
    def fail():
        raise AssertionError

    config.load('[tool.l10n]\nlocales = ["ko"]\n[tool.l10n.check]\nfail-on = "info"', rules=fail)
    made = config.load('[tool.l10n]\nlocales = ["ko"]\n[tool.l10n.check]\nignore = ["anything"]')
    assert made.check.ignore == ("anything",)


def test_the_defaults_of_the_checks_hide_nothing_and_fail_on_errors():
    made = load('locales = ["ko"]')
    assert (made.check.select, made.check.ignore, made.check.severity) == ((), (), {})
    assert (made.check.fail_on, made.check.baseline) == (Severity.ERROR, "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tool = 1\n", "there is no table"),
        ("tool = []\n", "there is no table"),
        ("[tool]\nl10n = 1\n", "`[tool.l10n]` must be a table, not 1"),
        (f"[tool.l10n]\nlocales = ['ko']\n{'a.' * 10_000}a = 1\n", "pyproject.toml:3: not valid TOML: more than"),
        (f"[tool.l10n]\nlocales = ['ko']\nx = {'[' * 10_000}{']' * 10_000}\n", "pyproject.toml:3: not valid TOML"),
        (f"[tool.l10n]\nlocales = ['ko']\nmin-coverage = {'9' * 5000}\n", "pyproject.toml:3: not valid TOML"),
        (f"[tool.l10n]\nlocales = ['ko']\nmin-coverage = {'9' * 4000}\n", "pyproject.toml:3: `min-coverage`"),
        ("[tool.l10n]\nlocales = ['ko']\nmin-coverage = inf\n", "pyproject.toml:3: `min-coverage`"),
    ],
)
def test_depth_and_huge_numbers_are_refused_with_a_message(text, says):
    assert config.has_table(text) in {True, False}
    with pytest.raises(ConfigError) as refused:
        config.load(text)
    assert says in str(refused.value)
    assert len(str(refused.value)) < 400


def test_a_baseline_that_leads_out_is_asked_to_be_a_file():
    with pytest.raises(ConfigError, match="must be a file inside the project"):
        load('locales = ["ko"]\n[tool.l10n.check]\nbaseline = "../x.json"\n')


def test_a_register_is_chosen_for_the_project_a_locale_or_a_section():
    made = load(
        'locales = ["ko", "es"]\nregister = "haera"\n[tool.l10n.locale.es]\nregister = ""\n'
        '[[tool.l10n.section]]\npath = "guide/**"\nregister = "hapsyo"\n'
    )
    places = [("news/a.md", "ko"), ("news/a.md", "es"), ("guide/a.md", "ko")]
    assert [config.settings(made, *place).level for place in places] == ["haera", "", "hapsyo"]


@pytest.mark.parametrize(
    "body",
    [
        'locales = ["ko"]\nregister = "hapsio"',
        'locales = ["ko"]\n[tool.l10n.locale.ko]\nregister = "hapsio"',
        'locales = ["ko"]\n[[tool.l10n.section]]\npath = "a/**"\nregister = "hapsio"',
    ],
)
def test_a_register_that_no_language_has_is_refused_with_its_line(body):
    with pytest.raises(ConfigError, match="no register is called `hapsio`") as refused:
        config.load(f"[tool.l10n]\n{body}", registers=lambda: ("haera", "hapsyo"))
    assert refused.value.line == body.count("\n") + 2
    assert "Did you mean `hapsyo`?" in refused.value.remedy


def test_an_unknown_key_is_told_with_the_keys_as_they_are_written():
    with pytest.raises(ConfigError, match="unknown key `registr`") as refused:
        load('locales = ["ko"]\nregistr = "haera"')
    assert "Did you mean `register`?" in refused.value.remedy


def test_a_section_decides_which_raw_blocks_there_are():
    made = load(
        'locales = ["ko"]\nraw-blocks = ["chart"]\n[[tool.l10n.section]]\npath = "a/**"\nraw-blocks = ["!raw"]\n'
    )
    assert [config.settings(made, place, "").raw_blocks for place in ("a/x.md", "b.md")] == [("!raw",), ("chart",)]


def test_a_section_decides_which_parameters_of_shortcodes_are_words():
    made = load(
        'locales = ["ko"]\nshortcode-text = ["text"]\n[[tool.l10n.section]]\npath = "a/**"\nshortcode-text = ["!alt"]\n'
    )
    assert [config.settings(made, place, "").shortcode_text for place in ("a/x.md", "b.md")] == [("!alt",), ("text",)]


@pytest.mark.parametrize("name", ["", "a b", "{% a %}", "!!a", "1"])
def test_what_cannot_name_a_raw_block_is_refused(name):
    with pytest.raises(ConfigError) as refused:
        load(f'locales = ["ko"]\nraw-blocks = ["{name}"]')
    assert refused.value.line == 3
