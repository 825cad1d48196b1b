"""What of a page is left alone, and which statements of its language a translation makes untrue."""

import json

import pytest

from l10n import formats
from l10n.formats.html import jsonld
from l10n.model import Edition, Kind, Segmentation, Slot
from l10n.protocols import ParseOptions
from l10n.publish.glue import glue

EDITION = Edition("ko", "ltr")


def cut(source, *exclude, path="a.html", language="en", mode=Segmentation.PARAGRAPH):
    document = formats.parse(path, source, ParseOptions(mode, source=language, exclude=exclude))
    assert document.source == source
    nothing = [None] * len(document.segments)
    fmt = formats.load(document.format)
    assert glue(document, fmt, nothing) == source
    assert glue(document, fmt, [one.key.text for one in document.segments]) == source
    return document


def texts(source, *exclude, **options):
    return [one.key.text for one in cut(source, *exclude, **options).segments]


def built(document, *untranslated, edition=EDITION):
    fmt = formats.load(document.format)
    chosen = [None if one.key.text in untranslated else "말" for one in document.segments]
    return glue(document, fmt, chosen, edition=edition)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('<p>One.</p><p lang="fr">Deux.</p><p>Three.</p>', ["One.", "Three."]),
        ('<p lang="en-GB">One.</p>', ["One."]),
        ('<p xml:lang="fr">Un.</p>', []),
        ('<div lang="fr"><p title="Un">Deux.</p><p lang="en">Two.</p><p>Trois.</p></div>', ["Two."]),
        ('<p lang="fr">Un. <img alt="Deux"></p>', []),
        ('<div><i lang="fr">Tout est dit.</i></div>', []),
        ('<p>An <i lang="fr">idée fixe</i> of hers.</p>', ['An <i lang="fr">idée fixe</i> of hers.']),
        ('<p lang="">One.</p><p lang="und">Two.</p><p lang={x}>Three.</p><p lang="{{ l }}">Four.</p>', [*"1234"]),
        ('<html lang="fr"><body lang="fr"><p>One.</p></body></html>', ["One."]),
        ('<my-box lang="fr">Un.<p>Deux.</p>Trois.</my-box><p>Four.</p>', ["Four."]),
    ],
)
def test_a_passage_in_another_language_is_left_alone(source, found):
    numbers = dict(zip("1234", ["One.", "Two.", "Three.", "Four."], strict=True))
    assert texts(source) == [numbers.get(text, text) for text in found]


def test_the_language_of_the_articles_is_the_projects():
    assert texts('<p lang="en">One.</p><p lang="fr-CA">Deux.</p>', language="fr") == ["Deux."]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('<div lang="fr">\n\nUne phrase.\n\n- Deux\n\n<p>Trois.</p>\n\n</div>\n\nFour.\n', ["Four."]),
        ("<nav>\n\n- [Home](/)\n\n</nav>\n\nFour.\n", ["Four."]),
        ('<p lang="fr">Un mot\n\nFour.\n', ["Four."]),
        ('One.\n\n<p lang="fr">Deux.</p>\n\nThree.\n', ["One.", "Three."]),
    ],
)
def test_markdown_between_the_tags_is_left_alone_too(source, found):
    assert texts(source, "nav", path="a.md") == found
    assert texts(source, "nav", path="a.mdx") == found


FURNITURE = (
    '<nav title="Menu"><ul><li>Home</li></ul></nav><p>One.</p><p class="wide share">Share it</p>'
    '<div id="ad"><p translate="yes">Buy it.</p></div><p><a class="share">Send it</a></p><img class="share" alt="Send">'
    '<p>Two <a class="share">by mail</a> now.</p><footer><p>Three.</p></footer>'
)


def test_what_the_project_excludes_is_left_alone():
    assert texts(FURNITURE, "nav", "footer", ".share", "#ad") == ["One.", 'Two <a class="share">by mail</a> now.']
    assert texts(FURNITURE) != texts(FURNITURE, "nav")
    assert "Three." in texts(FURNITURE, "nav")


def test_a_part_states_the_language_of_its_words():
    inner = '<p>Two.</p><p lang="fr">Trois.</p><p>Four.</p>'
    source = f'<p lang="en" dir="ltr">One.</p><div lang="en-GB">{inner}</div><p>Five.</p>'
    document = cut(source)
    rtl = Edition("ar", "rtl")
    stated = [part for part in document.parts if isinstance(part, Slot) and part.covers and part.raw]
    assert [(part.raw, part.covers) for part in stated] == [
        ("en", 1),
        ("ltr", 1),
        ("en-GB", 2),
    ]
    assert '<p lang="ar" dir="rtl">말</p><div lang="ar"><p>말</p><p lang="fr">Trois.</p>' in built(
        document, edition=rtl
    )
    assert '<p lang="en" dir="ltr">One.</p>' in built(document, "One.", edition=rtl)
    assert '<div lang="en-GB"><p>Two.</p>' in built(document, "Two.", "Four.", edition=rtl)
    assert '<div lang="ar"><p>Two.</p>' in built(document, "Two.", edition=rtl)


@pytest.mark.parametrize("mode", Segmentation)
def test_a_part_in_markdown_and_of_several_sentences_states_its_language_too(mode):
    source = "Zero.\n\n<p title=\"Tip\" lang='en'>One is here. Two is there.</p>\n\nThree.\n"
    document = cut(source, path="a.md", mode=mode)
    assert "lang='ko'>말" in built(document)
    assert "lang='en'>One is here." in built(document, "One is here.", "Two is there.", "One is here. Two is there.")


LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "NewsArticle", "headline": "One", "inLanguage": "en", "translationOfWork": {"inLanguage": "en"}},
        {"@type": "WebSite", "inLanguage": "en"},
    ],
    "mainEntity": {"inLanguage": "en-US", "isPartOf": [{"inLanguage": "en"}]},
    "inLanguage": "fr",
}


def test_json_ld_states_the_language_of_the_page_and_of_nothing_else():
    source = f'<script type="application/ld+json">{json.dumps(LINKED)}</script><p>Two.</p>'
    made = json.loads(built(cut(source)).split(">", 1)[1].split("</script>", 1)[0])
    assert [one["inLanguage"] for one in made["@graph"]] == ["ko", "en"]
    assert made["@graph"][0]["translationOfWork"] == {"inLanguage": "en"}
    assert made["mainEntity"] == {"inLanguage": "ko", "isPartOf": [{"inLanguage": "en"}]}
    assert made["inLanguage"] == "fr"
    page = formats.load("html").skeleton(built(cut(source)))
    assert page == formats.load("html").skeleton(source)
    assert built(cut(source), "One", "Two.", edition=Edition("ko", "ltr", translated=False)) == source


@pytest.mark.parametrize(
    "broken", ['{"inLanguage": "en"', '}]]{"inLanguage" "en"}', '"inLanguage": "en"', '{"a": "inLanguage", "b": "en"}']
)
def test_json_ld_that_is_broken_breaks_nothing(broken):
    source = f'<script type="application/ld+json">{broken}</script><p>Two.</p>'
    assert texts(source) == ["Two."]
    assert list(jsonld.languages(broken, 0, len(broken))) == []


def test_a_selector_that_is_not_read_is_refused_with_its_line(site):
    site.configure('locales = ["ko"]\nengines = []\nexclude = ["nav", "nav > ul"]\n')
    done = site.run("extract")
    assert done.code == 2
    assert "pyproject.toml:4" in done.err
    assert "nav > ul" in done.err
    assert "name one element" in done.err


def test_a_section_excludes_what_it_says(site):
    site.configure(
        'locales = ["ko"]\nengines = []\nexclude = ["nav"]\n'
        '[[tool.l10n.section]]\npath = "opinion/**"\nexclude = [".share"]\n'
    )
    for name in ("articles/a.html", "articles/opinion/b.html"):
        site.write(name, '<nav><a href="/">Home</a></nav><p>One.</p><p class="share">Send it</p>')
    site.ok("extract")
    assert "Home" not in site.read("locales/ko/a.html.po")
    assert "Send it" in site.read("locales/ko/a.html.po")
    assert "Home" in site.read("locales/ko/opinion/b.html.po")
    assert "Send it" not in site.read("locales/ko/opinion/b.html.po")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('Un.\n{: lang="fr"}\n\nTwo.\n', ["Two."]),
        ("{: .share #x}\nOne.\n\nTwo.\n", ["Two."]),
        ("One.\n{ .wide .share }\n\nTwo.\n", ["Two."]),
        ("One.\n{: .wide #share}\n\nTwo.\n", ["One.", "Two."]),
        ("One.\n{: translate='no'}\n\nTwo.\n", ["Two."]),
        ("> One.\n> {: .share}\n\nTwo.\n", ["Two."]),
        ("One.\n{: .share}\nTwo.\n", []),
        ('One.\n\n{: .share}\n\nTwo.\n{: .a"b<c }\n', ["One.", "Two."]),
    ],
)
def test_an_attribute_list_of_markdown_says_what_a_tag_of_html_says(source, found):
    assert texts(source, ".share", path="a.md") == found


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ada Renn of Calder\n{: .byline}\n", Kind.BYLINE),
        ("{: #x .story-dek}\nThe pier is old now.\n", Kind.BYLINE),
        ("The pier is old now.\n{: .post-meta}\n", Kind.ASIDE),
        ("The pier is old now.\n{: .dek .lede}\n", Kind.PARAGRAPH),
        ("- Ada Renn of Calder\n  {: .byline}\n", Kind.LIST_ITEM),
        ('<div class="byline">\n\nAda Renn of Calder\n\n</div>\n', Kind.BYLINE),
        ('<div class="byline">\n\nAda Renn\n\n</div>\n\nThe pier is old now.\n', Kind.PARAGRAPH),
        ("<aside>\n\nThe pier is old now.\n\n</aside>\n", Kind.ASIDE),
    ],
)
def test_the_attribute_list_of_a_paragraph_and_the_element_around_it_tell_its_role(source, kind):
    assert cut(f"# Pier\n\n{source}", path="a.md").segments[-1].kind is kind
