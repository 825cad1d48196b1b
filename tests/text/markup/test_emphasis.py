"""Emphasis marks that stay literal."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from l10n import formats
from l10n.formats.markdown.events import inline_events
from l10n.text.markup.emphasis import respelt, strays

MARKDOWN = formats.load("markdown")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("**국가보위성(MSS)**은 답했다", "**국가보위성**(MSS)은 답했다"),
        ("그는 **“인용”**이라고 했다", "그는 “**인용**”이라고 했다"),
        ("**50%**의 사람", "**50**%의 사람"),
        ("**`code`**은 짧다", "**`code`\u2060**은 짧다"),
        ("**[링크](u)**은 길다", "[**링크**](u)은 길다"),
        ("_강조_는 쉽다", "*강조*는 쉽다"),
        ("** 강조**는 쉽다", "**강조**는 쉽다"),
        ("이것은** 강조**다", "이것은 **강조**다"),
        ("이 **강조 **는 쉽다", "이 **강조**는 쉽다"),
        ("这是**“引用”**的意思", "这是“**引用**”的意思"),
        ("これは**「引用」**です", "これは「**引用**」です"),
    ],
)
def test_a_pair_of_marks_is_respelt_so_that_it_renders(text, right):
    (stray,) = strays(text, MARKDOWN.inline(text))
    mended = text[: stray.start] + respelt(text, stray, "ko") + text[stray.end :]
    assert mended == right
    assert strays(right, MARKDOWN.inline(right)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "**강조**는 쉽다",
        "*강조*와 ***강조***",
        "`a ** b`와 \\*별",
        "[별](/x*y_z)",
        "변수 snake는 하나",
        "**굵은 *기운* 글**",
    ],
)
def test_marks_that_render_or_are_code_are_no_strays(text):
    assert strays(text, MARKDOWN.inline(text)) == ()


def test_a_mark_without_partner_has_no_other_spelling():
    (stray,) = strays("**강조는 쉽다")
    assert (stray.start, stray.end) == (0, 2)
    assert respelt("**강조는 쉽다", stray, "ko") is None


def test_the_space_inside_of_a_mark_goes_away_before_a_particle_and_stays_elsewhere():
    text = "이 **강조 **는 쉽다"
    (stray,) = strays(text, MARKDOWN.inline(text))
    assert [respelt(text, stray, locale) for locale in ("ko", "ja")] == ["**강조**", "**강조** "]


def test_two_marks_around_half_a_bracket_are_no_pair():
    text = "가 (** 나) 다 (**라)"
    (stray,) = strays(text)
    assert respelt(text, stray, "ko") is None


def test_plain_text_renders_nothing():
    assert strays("**강조**는") == ()
    assert [stray.inner for stray in strays("**강조**는", renders=False)] == [2]


@given(st.text(alphabet="a가 *_(.”", max_size=14).map(lambda text: f"x {text} x"))
@example("x ***a* **a x")
@example("x a**a*a** x")
@example("x *a**a* x")
def test_what_is_not_stray_is_what_the_parser_renders(text):
    assume(not re.search(r"[*_]{4}", text))
    rendered = sum(
        {"Emphasis": 2, "Strong": 4}.get(event.name, 0) for event in inline_events(text) if event.op == "Start"
    )
    found = strays(text)
    literal = sum(one.inner - one.start + one.end - one.close for one in found)
    assert len(re.findall(r"[*_]", text)) - literal == rendered
