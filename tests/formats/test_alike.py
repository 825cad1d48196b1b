"""Which spellings of markup a format reads alike, and that no others are taken for one."""

import pytest

from l10n import formats

ALIKE = [
    ("markdown", "A *slow* boat.", "A _slow_ boat."),
    ("markdown", "A **slow** boat.", "A __slow__ boat."),
    ("markdown", "**Not a *slow* boat**", "__Not a _slow_ boat__"),
    ("markdown", "***Slow*** boats", "**_Slow_** boats"),
    ("markdown", "It *all* went by_the_way", "It _all_ went by_the_way"),
    ("markdown", "Nets & ropes", "Nets &amp; ropes"),
    ("markdown", "Nets & ropes", r"Nets \& ropes"),
    ("markdown", "A boat — late", "A boat &mdash; late"),
    ("markdown", "[Nets & ropes](shop?a=1&b=2)", "[Nets &#38; ropes](shop?a=1&b=2)"),
    ("mdx", "A _slow_ {boat_in_port} & more", "A *slow* {boat_in_port} &amp; more"),
    ("html", "Nets &amp; <b>ropes</b>", "Nets & <b>ropes</b>"),
    ("html", "It&rsquo;s 5&lt;6", "It’s 5&#60;6"),
]
UNLIKE = [
    ("markdown", "Call __init__ first.", "Call **init** first."),
    ("markdown", "Run __setup__.py first.", "Run **setup**.py first."),
    ("markdown", "See the __on_load__ hook.", "See the **on_load** hook."),
    ("markdown", "Two * three * four", "Two _ three _ four"),
    ("markdown", "Type `&amp;` now", "Type `&` now"),
    ("markdown", "[Ropes](shop?a=1&amp;b=2)", "[Ropes](shop?a=1&b=2)"),
    ("markdown", "Write &amp;lt; there", "Write &lt; there"),
    ("markdown", "Write &#42;slow&#42; there", "Write *slow* there"),
    ("markdown", "A **slow** boat.", "A *slow* boat."),
    ("html", "Write &lt;b&gt; there", "Write <b> there"),
    ("html", "A *slow* boat.", "A _slow_ boat."),
    ("plain", "A *slow* boat.", "A _slow_ boat."),
    ("plain", "Nets &amp; ropes", "Nets & ropes"),
]


@pytest.mark.parametrize(("name", "one", "two"), ALIKE)
def test_markup_that_reads_alike_has_one_spelling(name: str, one: str, two: str) -> None:
    uniform = formats.load(name).uniform
    assert uniform(one) == uniform(two)


@pytest.mark.parametrize(("name", "one", "two"), UNLIKE)
def test_markup_that_reads_otherwise_keeps_its_spelling(name: str, one: str, two: str) -> None:
    uniform = formats.load(name).uniform
    assert uniform(one) != uniform(two)


@pytest.mark.parametrize(("name", "one", "two"), [*ALIKE, *UNLIKE])
def test_one_spelling_is_the_last(name: str, one: str, two: str) -> None:
    uniform = formats.load(name).uniform
    assert [uniform(uniform(text)) for text in (one, two)] == [uniform(one), uniform(two)]
