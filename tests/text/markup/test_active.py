"""What a translation would bring to life, and what it may say all the same."""

from itertools import count

import pytest

from l10n.formats import markdown
from l10n.model import Place
from l10n.text.markup.active import added, neutral, reading
from tests.growth import grows_evenly

SHIP = "The ship came back."


def kinds(source: str, target: str, reading: Place = Place.MARKDOWN) -> list[str]:
    return [one.kind.value for one in added(source, target, reading)]


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("배가 <img src=x onerror=…> 돌아왔다.", "script"),
        ("배가 <svg/onload=x()> 돌아왔다.", "script"),
        ("배가 <b ONCLICK=x()>돌아왔다</b>.", "script"),
        ("배가 <iframe srcdoc='x'> 돌아왔다.", "script"),
        ("[배](javascript:x())가 돌아왔다.", "script"),
        ("[배](java&#x0A;script:x())가 돌아왔다.", "script"),
        ("[배](<\tJavaScript&colon;x()>)가 돌아왔다.", "script"),
        ("[배](java\\script:x())가 돌아왔다.", "script"),
        ("<javascript:x()> 돌아왔다.", "script"),
        ("[배]: data:text/html,x", "script"),
        ("![배](data:text/html,x)", "script"),
        ("배가 <%= x %> 돌아왔다.", "template"),
        ("배가 <?php x ?> 돌아왔다.", "template"),
        ("<a href='/x' title='<%- x -%>'>배</a>가 돌아왔다.", "template"),
        ("배가 ${x} 돌아왔다.", "template"),
        ("배가 #{x} 돌아왔다.", "template"),
        ("배가 {!! x !!} 돌아왔다.", "template"),
        ("배가 {{ x }} 돌아왔다.", "template"),
        ("배가 {{ 돌아왔다.", "template"),
        ("배가 `{% x %}` 돌아왔다.", "template"),
        ("배가{: onclick=x} 돌아왔다.", "template"),
        ("배가 *돌아왔다*{ onclick=x }.", "template"),
        ("배가 *돌아왔다*{.big}.", "template"),
        ("배가 \\{{ x }} 돌아왔다.", "template"),
        ('--8<-- "x.txt"', "template"),
        ("배가 [gallery ids=1] 돌아왔다.", "template"),
        ("배가 [gallery] 돌아왔다.", "template"),
        ("배가 돌아왔다.[/caption]", "template"),
        ("배가 [[x]] 돌아왔다.", "template"),
        ("배가 [gallery x] 돌아왔다.", "template"),
        ("[TOC]", "template"),
        ("배가 [php phpinfo();] 돌아왔다.", "template"),
        ("El barco [vuelve] ayer.", "template"),
        ("배가 [URL=x]돌아왔다[/URL].", "template"),
        ("배가 `[gallery]` 돌아왔다.", "template"),
        ("[gallery][/gallery]", "template"),
        ("[url=x]배[/url]", "template"),
        ("배가 &#91;gallery&#93; 돌아왔다.", "template"),
        ("&lbrack;gallery&rbrack;", "template"),
        ('배가 [돌아](https://example.org "[gallery") 왔다.', "template"),
        ("배가 \\[gallery\\] 돌아왔다.", "template"),
        ("배가 \\{\\{ x }} 돌아왔다.", "template"),
        ("배가 &lbrace;&lbrace; x }} 돌아왔다.", "template"),
        ("배가 <#assign x=1> 돌아왔다.", "template"),
        ("배가 [% x %] 돌아왔다.", "template"),
        ("배가 {--돌아왔다--}.", "template"),
        ("배가 {어제} 돌아왔다.", "template"),
        ("배가 [gallery\\] 돌아왔다.", "template"),
        ("첫 줄\\\n.. include:: x", "template"),
        ("*[배]: 선박", "template"),
        ("배는 http://a.org 에서 왔다.", "address"),
        ("$\\href{x}{y}$", "template"),
        ("$\\let\\x\\href \\x{y}{z}$", "template"),
        ("$\\href %\n{x}{y}$", "template"),
        ("![배](/ship.png)", "image"),
        ("돌아왔다![배](https://a.org)", "image"),
        ("배가 <img src=x> 돌아왔다.", "image"),
        ("배가 <kbd>돌아왔다</kbd>.", "tag"),
        ("배가 <span class=x>돌아왔다</span>.", "tag"),
        ("배가 <b>돌아왔다.", "tag"),
        ("배가 돌아왔다</b>.", "tag"),
        ("배가 \\<kbd> 돌아왔다.", "tag"),
        ("배가 <!-- x --> 돌아왔다.", "tag"),
        ("[배](http://a.org)가 돌아왔다.", "address"),
        ("<a href='ftp://a.org'>배</a>가 돌아왔다.", "tag"),
        ("배가 <https: onfocus=x> 돌아왔다.", "script"),
        ("배가 <https:/onfocus=x/autofocus> 돌아왔다.", "script"),
        ("[배](&#" + "0" * 2_100 + "106;avascript:x)가 돌아왔다.", "script"),
        ("[gist https://a.org/x] 배가 돌아왔다.", "template"),
        ("[3d-ship id='1'] 배가 돌아왔다.", "template"),
        ("배가 @include('x') 돌아왔다.", "template"),
        ("![배](/a.jpg \"@include('x')\")", "template"),
        ("배가 `@include('x')` 돌아왔다.", "template"),
        ("배가 &#64;include('x') 돌아왔다.", "template"),
        ("배가 @Html.Raw('x') 돌아왔다.", "template"),
        ("배가 @(ship) 돌아왔다.", "template"),
        ("배가 ](javascript:x()) 돌아왔다.", "script"),
        ("배가 ](https://a.org/ship.png) 돌아왔다.", "image"),
        ("배가#foreach ($x in $y) 돌아왔다.", "template"),
        ("배가@if(1) 돌아왔다.", "template"),
        ("배가 #set ($x = 1) 돌아왔다.", "template"),
        ("배가 $ship.getClass().x() 돌아왔다.", "template"),
    ],
)
def test_what_the_source_does_not_have_is_found(target, kind):
    assert kind in kinds(SHIP, target)
    assert not kinds(target, target)
    assert not kinds(target, f"{target} 또.") or kind == "image"


@pytest.mark.parametrize(
    "target",
    [
        "배가 <b>돌아왔다</b>.",
        "배가<br>돌아왔다.",
        "<span lang='ko' dir=ltr>배</span>가 돌아왔다.",
        "<ruby>船<rp>(</rp><rt>ふね<rp>)</rp></ruby>が戻った。",
        "[배](https://a.org)가 <a href='https://b.org' title='배'>돌아왔다</a>.",
        "[배](/ko/ship)가 돌아왔다.",
        "영화 <기생충>의 배가 2 < 3 돌아왔다.",
        "배가 [주: 어제] 돌아왔다. [AP=연합뉴스]",
        "@ship(배)가 #ship(배)로 50$(달러)에 돌아왔다. a@include.org (배)",
        "`<img src=x onerror=y>`와 `{x=1}`는 코드다.",
        "[AP] 배가 [Reuters] [단독] 돌아왔다.",
        "배는 https://a.org 에서 왔다 \\{어제\\}. www.a.org, ship@a.org",
    ],
)
def test_what_only_sets_words_links_or_stands_in_code_is_harmless(target):
    assert not kinds(SHIP, target)


def test_code_that_one_renderer_reads_otherwise_is_no_shield():
    assert kinds(SHIP, "`a`` <img src=x onerror=y> `") == ["script"]
    assert kinds(SHIP, "\\`<img src=x onerror=y>`") == ["script"]
    assert kinds(SHIP, "`배\n<img src=x onerror=y>`") == ["script"]
    assert kinds(SHIP, "<a title='`'><img src=x onerror=y></a> `") == ["script"]
    assert kinds(SHIP, "<https://a.org/`><img src=x onerror=y> `") == ["script"]
    assert kinds("`<script>` runs.", "<script>가 돈다.") == ["script"]
    assert not kinds("`<script>` runs.", "`<script>`가 돈다.")


def test_what_the_source_has_may_stand_there_with_other_words():
    assert not kinds('See <img src="a.png" alt="a ship">.', '<img src="a-ko.png" alt="배">를 보라.')
    assert not kinds("See ![a ship](a.png).", "![배](a-ko.png)를 보라.")
    assert kinds("See ![a ship](a.png).", "![배](https://b.org/a.png)를 보라.") == ["image"]
    assert kinds("See ![a ship](a.png).", "![배](a.png) ![배](a.png)를 보라.") == ["image", "image"]
    assert not kinds("He [laughs] {{ name }}.", "Él {{ name }} [risas].")
    assert not kinds("He said [the mayor] left.", "Dijo que [el alcalde] se fue.")
    assert kinds("He [laughs].", "그는 [gallery].") == ["template"]
    assert kinds("See [the guide].", "[gallery") == ["template"]
    assert kinds("He [laughs].", "[웃음] 그는 [gallery].") == ["template"]
    assert kinds("He [laughs].", "Él [risas] [gallery].") == ["template", "template"]
    assert not kinds("He {yesterday} left.", "그는 {어제} 떠났다.")
    assert not kinds("See [the ship].", "[el barco][the ship]를 보라.")
    assert not kinds("See [a ship][ship].", "[barco][ship]를 보라.")
    assert kinds("See [a ship][ship].", "[barco][otro]를 보라.") == ["template", "template"]


def test_a_label_of_the_source_makes_a_link_of_words_in_brackets_and_of_nothing_else():
    source = "See [the report][1] and [see https://a.org]."
    assert not kinds(source, "[informe][1], [[informe]][1] [vea https://a.org].")
    assert kinds(source, "{{ site.x }}[1]") == ["template"]
    assert kinds(source, "[x](javascript:y)[1]") == ["script"]
    assert kinds(source, "<script>[1]</script>")[0] == "script"
    assert kinds(source, "{x}[1]", Place.MDX) == ["template"]


def test_what_looks_like_the_source_s_and_leads_elsewhere_is_found():
    assert kinds('See <img src="/a.png">.', '<img src="/\\b.org/a.png">를 보라.') == ["image"]
    assert kinds('See <img src="/a.png">.', '<img src="/&#92;b.org/a.png">를 보라.') == ["image"]
    assert not kinds("See ![a](/a_b.png).", "![배](/a\\_b.png)를 보라.")
    assert kinds("<script src='/a.js'></script>", "<script src='/b.js'></script>") == ["script"]
    assert kinds("Write <a@b.org>.", "<mailto: onfocus=x>에 쓴다.") == ["script"]
    assert not kinds("Write <a@b.org>, <tel:+1>.", "<tel:+1>, <b@a.org>에 쓴다.")


def test_the_words_of_a_call_are_translated():
    source = "The {{< fig src='a' title='The ship' >}} [btn url='a' text=\"Go\"] {{ name }} { {a} }."
    assert not kinds(source, "{{< fig src='a' title='그 배' >}} [btn url='a' text=\"가자\"] {{name}} { {a} }.")
    assert kinds(source, "{{< fig src='b' title='그 배' >}}") == ["template"]
    assert kinds(source, "{{< fig src='a' title='<b>' >}}")[0] == "template"
    assert kinds(source, "{{ name | safe }} {{a}}") == ["template", "template"]
    assert not kinds("{count} ships", "배 { count }척", Place.MDX)


def test_what_some_renderer_shows_as_code_in_the_source_is_not_brought_to_life():
    source = "The attack `<img src=x onerror=y>` (see `` ` ``) and <!-- <iframe src=x> -->."
    assert not kinds(source, "(`` ` ``) 공격 `<img src=x onerror=y>`, <!-- <iframe src=x> -->.")
    assert kinds(source, "공격 <img src=x onerror=y>.") == ["script"]
    assert kinds(source, "공격 <iframe src=x>.") == ["tag"]
    assert kinds(source, "공격 <!--> <iframe src=x> -->.")[-1] == "tag"
    assert not kinds("Press ` and <kbd>x</kbd> or `y`.", "` 키, <kbd>x</kbd>, `y`를 누른다.")
    assert not kinds("Press <kbd>x</kbd>.", "` 키, <kbd>x</kbd>, `y`, `z`를 누른다.")


def test_the_words_of_a_link_of_a_wiki_are_translated():
    assert not kinds("See [[Ship|the ship]].", "[[Ship|배]]를 보라.")
    assert kinds("See [[Ship|the ship]].", "[[Boat|배]]를 보라.") == ["template"]


def test_mdx_reads_each_brace_and_each_sign_of_less():
    assert kinds(SHIP, "<기생충>의 {배}", Place.MDX) == ["tag", "template"]
    assert kinds(SHIP, "배가<br>왔다", Place.MDX) == ["tag"]
    assert kinds(SHIP, "<https://a.org>왔다", Place.MDX) == ["address"]
    assert not kinds(SHIP, "배가<br/>왔다 `{x}`", Place.MDX)


def test_templates_alone_are_heeded_in_code():
    assert kinds(SHIP, "<img src=x onerror=y> {{ x }} {!! x !!}", Place.CODE) == ["template", "template"]


def test_words_are_made_of_what_is_added_and_nothing_else():
    source = "A <kbd>key</kbd> and `<b`."
    text = "<kbd>키</kbd>, <img src='<x>'>, \\<br class=x>, `<b`"
    done = neutral(source, text, {"<": "&lt;"})
    assert done == "<kbd>키</kbd>, &lt;img src='&lt;x>'>, &lt;br class=x>, `<b`"
    assert not added(source, done)
    assert neutral("A key.", "<b class=x>키</b> <i>키</i>", {"<": "&lt;"}) == "&lt;b class=x>키&lt;/b> <i>키</i>"


@pytest.mark.parametrize(
    "pattern",
    [
        "<",
        "<a ",
        '<a "',
        "<a b=",
        "{",
        "{{",
        "}",
        "[",
        "![",
        "[a",
        "](",
        "]:",
        "](a:",
        "](&#0",
        "]:&#0",
        "<a`",
        "[a ://",
        "`",
        "\\",
        "-",
        "<!--",
        "<b>",
        " ",
        "<a" + " " * 9,
    ],
)
def test_the_time_grows_with_the_text(pattern):
    fresh = count()
    assert grows_evenly(lambda size: added("a", f"{next(fresh)}{pattern * size}<x"), 2_000)


def test_the_words_of_a_list_of_attributes_and_of_liquid_may_be_translated():
    for frame in (
        '[a]{{title="{}"}}',
        '[a]{{: title="{}" .b}}',
        "{{% render 'x', title: \"{}\" %}}",
        "{{{{ f(alt='{}') }}}}",
    ):
        source, target, other = (frame.format(words) for words in ("The ship", "그 배", "<b>"))
        assert not kinds(source, target)
        assert "template" in kinds(source, other)
        assert "template" in kinds(source, target.replace("=", "x=").replace(": ", "x: "))


def test_what_is_given_to_a_shortcode_is_read_as_it_is_and_as_markdown():
    assert kinds("The ship", "&lbrack;gallery&rbrack;", Place.VALUE) == ["template"]
    assert kinds("The ship", "`<img src=x onerror=y>`", Place.VALUE) == ["script"]
    assert not kinds("The ship", "그 배", Place.VALUE)
    assert not kinds("The ship", "&lbrack;gallery&rbrack;", Place.PLAIN)


def test_what_a_reader_of_plain_text_fills_in_may_be_translated():
    source = "Open <file> in <target dir>."
    assert not kinds(source, "Abra <archivo> en <carpeta de destino>.", Place.TEXT)
    assert kinds(source, "Abra <archivo> en <carpeta de destino>.", Place.PLAIN) == ["tag", "tag"]
    assert kinds(source, "Abra <b>, <archivo> y <otro> en <una carpeta>.", Place.TEXT) == ["tag"] * 4
    for other in ("<img>", "<archivo hidden>", "<archivo onclick>", "<archivo x=y>", "</archivo>", "<script>"):
        assert kinds(source, f"Abra {other}.", Place.TEXT)


def test_a_text_whose_blanks_are_no_markup_is_plain():
    source = "Open <file> now."
    assert reading(source, ()) is Place.TEXT
    assert reading(source, markdown.inline(source)) is Place.MARKDOWN
    assert reading("Open `<file>` now.", markdown.inline("Open `<file>` now.")) is Place.MARKDOWN
    assert reading("Open it now.", ()) is Place.MARKDOWN
