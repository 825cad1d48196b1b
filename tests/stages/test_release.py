"""When an article is let out: a time that it waits for, what stays of one that is held, and a place for the notice."""

from datetime import UTC, datetime

import pytest

from l10n.config import Policy
from l10n.model import Catalog, Document, Entry, Key, Kind, Origin, OriginKind, Segment, Shell, State
from l10n.publish.policy import Release
from l10n.stages import build_article as building
from l10n.stages.built import BuildInput
from tests.conftest import Site

PAGE = "build/ko/a.md"
MADE = "hold-until: 2026-12-01T06:00:00+09:00"
"""In UTC it is still November."""


class Clock(datetime):
    """A clock that somebody sets."""

    shown = datetime(2026, 11, 30, 20, 59, tzinfo=UTC)

    @classmethod
    def now(cls, tz=None):
        return cls.shown.astimezone(tz)


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr(building, "datetime", Clock)
    monkeypatch.setattr(Clock, "shown", Clock.shown)
    return Clock


def project(site: Site, article: str, more: str = "", name: str = "a.md") -> Site:
    site.configure(f'locales = ["ko"]\nengines = ["pseudo"]\n{more}')
    site.write(f"articles/{name}", article)
    site.ok("extract")
    return site


@pytest.mark.parametrize("command", ["build", "run"])
def test_an_article_is_let_out_when_its_time_has_come_though_nothing_has_changed(site, clock, command):
    project(site, f"---\ntitle: Tax\n{MADE}\n---\n\nTaxes fall.\n")
    for _ in range(3):
        done = site.run(command)
        assert f"{PAGE}: held: `hold-until` is 2026-12-01T06:00:00+09:00" in done.err
        assert not (site.root / PAGE).exists()
    clock.shown = datetime(2026, 11, 30, 21, 0, tzinfo=UTC)
    site.ok(command)
    assert (site.root / PAGE).is_file()


def test_a_preview_lets_it_out_then_too_and_so_do_feeds_of_the_original(site, clock):
    more = 'build-source = true\nfeeds = true\nsite = "https://wire.example/"\n'
    project(site, f"---\ntitle: Tax\ndate: 2026-12-01\n{MADE}\n---\n\nTaxes fall.\n", more)
    for _ in range(2):
        site.ok("build", "--preview")
        site.ok("build")
        assert "Taxes fall." not in site.read("preview/en/a.md.html")
        assert not (site.root / "build").exists()
    clock.shown = datetime(2026, 11, 30, 21, 0, tzinfo=UTC)
    site.ok("build", "--preview")
    site.ok("build")
    assert "Taxes fall." in site.read("preview/en/a.md.html")
    assert "Taxes fall." in site.read("build/en/feed.atom")


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("a.md", f"---\nother:\n  hold-until: 2020-01-01T00:00:00Z\n{MADE}\n---\n\nTaxes fall.\n"),
        ("a.md", f"---\nnote: |\n  hold-until: 2020-01-01T00:00:00Z\n{MADE} # Tuesday\n---\n\nTaxes fall.\n"),
        ("a.md", '---\n"hold-until": "2026-12-01T06:00:00+09:00"\n---\n\nTaxes fall.\n'),
        ("a.md", "---\n{title: Tax, hold-until: 2026-12-01T06:00:00+09:00}\n---\n\nTaxes fall.\n"),
        ("a.md", "+++\nhold-until = 2026-12-01T06:00:00+09:00\n[a]\nhold-until = 2020-01-01T00:00:00Z\n+++\n\nTax.\n"),
        ("a.md", '+++\nhold-until = "2026-12-01T06:00:00+09:00"\n+++\n\nTaxes fall.\n'),
        ("a.mdx", f"---\n{MADE}\n---\n\nTaxes fall.\n"),
        ("a.html", "<meta content='2026-12-01T06:00:00+09:00' name='l10n:hold-until'><p>Taxes fall.</p>"),
        ("a.html", "<META CONTENT='2026-12-01T06:00:00+09:00' NAME='L10N:Hold-Until'><p>Taxes fall.</p>"),
        ("a.md", "---\nHold_Until: 2026-12-01T06:00:00+09:00\n---\n\nTaxes fall.\n"),
    ],
)
def test_an_article_waits_however_it_states_its_time(site, clock, name, article):
    project(site, article, name=name)
    assert "held: `hold-until` is 2026-12-01" in site.run("build").err
    clock.shown = datetime(2026, 12, 1, tzinfo=UTC)
    site.ok("build")
    assert (site.root / "build/ko" / name).is_file()


@pytest.mark.parametrize(
    "value", ["2026-12-01", "2026-12-01T06:00:00", "Tuesday", "[2026, 12]", "{a: 1}", "*nothing", ""]
)
def test_an_article_whose_time_cannot_be_read_is_not_let_out(site, value):
    project(site, f"---\ntitle: Tax\nhold-until: {value}\n---\n\nTaxes fall.\n")
    done = site.run("build")
    assert done.code == 3
    assert "articles/a.md:3: `hold-until` must be a time with its offset from UTC" in done.err
    assert not (site.root / PAGE).exists()


@pytest.mark.parametrize("more", ["", 'fallback = "last-approved"\n'])
def test_an_article_whose_time_can_be_read_no_more_is_taken_back(site, more):
    project(site, "---\ntitle: Tax\n---\n\nTaxes fall.\n", more)
    site.ok("build")
    assert (site.root / PAGE).is_file()
    site.write("articles/a.md", "---\ntitle: Tax\nhold-until: 2099-01-01T00:00:00\n---\n\nTaxes fall.\n")
    for _ in range(2):
        done = site.run("build")
        assert done.code == 3
        assert "articles/a.md:3: `hold-until`" in done.err
        assert not (site.root / PAGE).exists()


def test_the_later_of_two_times_counts(site, clock):
    project(site, f"---\n{MADE}\n---\n\nTaxes fall.\n", 'hold-until = "2026-12-02T00:00:00Z"\n')
    clock.shown = datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert "`hold-until` is 2026-12-02T00:00:00+00:00" in site.run("build").err
    clock.shown = datetime(2026, 12, 2, tzinfo=UTC)
    site.ok("build")


@pytest.mark.parametrize(("fallback", "stays"), [("last-approved", True), ("english-marked", False), ("hold", False)])
def test_what_was_built_of_an_article_that_is_held_now_stays_only_where_the_last_approved_is_asked_for(
    site, fallback, stays
):
    project(site, "Taxes fall.\n", f'fallback = "{fallback}"\n')
    site.translate("locales/ko/a.md.po", {"Taxes fall.": "세금이 내린다."})
    site.ok("build")
    before = site.read(PAGE)
    site.configure(f'locales = ["ko"]\nengines = []\nfallback = "{fallback}"\nhold-until = "2999-01-01T00:00:00Z"\n')
    for _ in range(2):
        assert "held" in site.run("build").err
        assert (site.root / PAGE).exists() is stays
    assert not stays or site.read(PAGE) == before


def test_more_drafts_taken_as_they_were_than_are_allowed_hold_an_article(site):
    project(site, "Taxes fall.\n", "max-unedited = 50\n")
    site.ok("draft")
    site.write("locales/ko/a.md.po", site.read("locales/ko/a.md.po").replace("#, fuzzy\n", ""))
    assert "100 % of the reviewed words were accepted as drafted" in site.run("build").err
    assert not (site.root / PAGE).exists()


def test_drafts_are_held_where_there_is_no_place_to_say_so():
    segment = Segment(Key("Taxes fall."), "Taxes fall.", Shell("plain-lf"), Kind.PARAGRAPH)
    origin = Origin(OriginKind.MACHINE, "google", "2026-11-30", "0" * 12)
    catalog = Catalog("a.txt", "ko", (Entry(segment.key, "세금이 내린다.", State.DRAFT, origin=origin),))
    one = BuildInput(
        Document("a.txt", "plain", (segment,)),
        "ko",
        catalog,
        "a.po",
        datetime(2026, 11, 30, tzinfo=UTC),
        Release(Policy.DRAFTS_LABELLED),
    )
    done = building.build_article(one)
    assert done.text is None
    assert "no place for what readers must be told" in done.held


@pytest.mark.parametrize("name", ["whole", "part", "untranslated", "outdated"])
def test_a_sentence_that_says_nothing_is_refused(site, name):
    site.configure(f'locales = ["ko"]\npolicy = "drafts-labelled"\ndisclosure = {{ {name} = " " }}\n')
    done = site.run("build")
    assert done.code == 2
    assert "pyproject.toml:4: `disclosure." in done.err
