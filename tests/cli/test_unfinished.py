"""A text that an editor cleared at the first keystroke, and that somebody only began, is told."""

import pytest

from l10n.text.digest import digest

PO = "locales/ko/a.md.po"
SHORT = "The tram stops at the gate."


def written(site, source, draft, text):
    """Put a reviewed text where a draft was."""
    site.configure('locales = ["ko"]\nengines = ["memory"]\n')
    site.write("articles/a.md", f"# Tram\n\n{source}\n")
    site.ok("extract")
    site.translate(PO, {source: text})
    line = f"# draft: google 2026-05-26 {digest(draft)} {digest(source)}\n"
    site.write(PO, site.read(PO).replace("#. paragraph", f"{line}#. paragraph"))
    return site


def test_a_text_far_shorter_than_its_draft_is_a_warning(site):
    done = written(site, SHORT, "전차는 문 앞에서 멈춘다.", "전차").ok("check")
    assert "warning: far shorter than its draft can have been: 2 characters for 27" in done.out
    assert "(unfinished)" in done.out


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("전차는 문 앞에서 멈춘다.", "전차가 문 앞에 선다."),
        ("전차", "전차"),
        ("전차는 문 앞에서 멈춘다.", "문 앞에 선다."),
    ],
    ids=["edited", "accepted as drafted", "terse"],
)
def test_a_text_of_some_length_is_none(site, draft, text):
    assert "unfinished" not in written(site, SHORT, draft, text).ok("check").out


def test_a_long_text_is_told_once(site):
    source = "The night tram to the old market gate was canceled again on Monday evening because of heavy snow."
    done = written(site, source, "눈 때문에 전차 운행이 다시 취소됐다.", "밤").run("check")
    assert ("(length)" in done.out, "(unfinished)" in done.out) == (True, False)


def test_a_comment_silences_it(site):
    made = written(site, SHORT, "전차는 문 앞에서 멈춘다.", "전차")
    made.write(PO, made.read(PO).replace("# draft:", "# l10n-ignore: unfinished — a sign\n# draft:"))
    assert "unfinished" not in made.ok("check").out
