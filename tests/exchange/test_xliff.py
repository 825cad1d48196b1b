"""XLIFF as values: what is written is what is read, and hostile or broken files are refused."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from l10n import formats
from l10n.errors import UsageError
from l10n.exchange.xliff import v12, v21
from l10n.exchange.xliff.reading import read
from l10n.exchange.xliff.units import Said, WorkFile, WorkState, WorkUnit, unit_id
from l10n.model import Key

VERSIONS = pytest.mark.parametrize("version", [v12, v21], ids=["1.2", "2.1"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    "ab \n\t\r\0\x1b\x85<>&\"'*_`[](){}\\/#:\ufffe\uffff🚢부"
)
INLINES = {name: formats.load(name).inline for name in formats.NAMES}


def unit(source, target="", state=WorkState.IN_WORK, *, inline=INLINES["markdown"], **more):
    key = Key(source, more.pop("context", None))
    return WorkUnit(key, state, "0123456789ab", inline(source), target, inline(target), **more)


def written(version, *units):
    return version.written(WorkFile("news/harbor.md", "en", "ko", "markdown", units))


def back(text):
    (file,) = read(text.encode() if isinstance(text, str) else text, "harbor.xlf")
    return file


def one(text):
    (unit,) = back(text).units
    assert unit.fault == ""
    return unit


@VERSIONS
@given(TEXTS.filter(bool), TEXTS, st.sampled_from(sorted(INLINES)))
@example("[a](b) *c* `d` <i>e</i> {{ f }}", "`d` *c* *c* <i>e [a](b)", "markdown")
@example("<b>a <i>b</b> c</i>", "<i>a <b>b <u>c</i> d</u></b>", "markdown")
@example("\0 `a\x01b` \r\n ", " \ufffe\r*x* ", "markdown")
def test_every_text_comes_back_as_it_went_out(version, source, target, name):
    text = written(version, unit(source, target, inline=INLINES[name]))
    found = one(text)
    assert (found.source, found.target) == (source, target)
    assert (found.exported, found.mark, found.notes) == (one(text).exported, "0123456789ab", ())


@VERSIONS
def test_codes_are_protected_and_keep_their_markup(version):
    text = written(version, unit("Call `ferry` *today*, <b>now", "*오늘* `ferry`로, <b>지금"))
    assert "`ferry`" not in re.sub(r"<ph[^>]*>[^<]*</ph>|<data[^>]*>[^<]*</data>|<ph[^>]*>", "", text)
    codes = re.findall(r'<(ph|bpt|ept|it|pc|sc|ec) id="(\d+)"', text)
    assert {code for code in codes if code in codes[: len(codes) // 2]} == set(codes), "the target has the same codes"


@VERSIONS
def test_half_a_character_is_refused(version):
    with pytest.raises(UsageError, match=r"half a character \(U\+D800\)"):
        written(version, unit("a \ud800"))


@VERSIONS
def test_context_notes_and_previous_source_stand_in_the_file(version):
    full = unit(
        "The pier",
        "부두",
        WorkState.STALE,
        context="title",
        note="heading",
        comments=("ask Min", "soon"),
        previous=Key("The old pier"),
        provenance=("stale: 2026-01-02 0123456789ab 0123456789ab",),
    )
    text = written(version, full)
    assert 'name="title"' in text
    for said in (">heading<", ">ask Min\nsoon<", ">The old pier<", ">stale: 2026-01-02 0123456789ab 0123456789ab<"):
        assert said in text
    assert one(text).notes == ()


@VERSIONS
def test_a_text_is_known_by_source_and_context_alone(version):
    first, second = back(written(version, unit("May"), unit("May", "오월", context="title"))).units
    assert (first.id, second.id) == (unit_id(Key("May")), unit_id(Key("May", "title")))
    assert first.id != second.id


@VERSIONS
def test_a_note_that_somebody_adds_is_new_and_the_others_are_not(version):
    text = written(version, unit("a", note="heading  one", comments=("mine",)))
    place = {v12: "</trans-unit>", v21: "</segment>"}[version]
    box = "<note>{}</note>" if version is v12 else "<notes><note>{}</note></notes>"
    edited = text.replace(place, box.format("heading one") + box.format("seen & done".replace("&", "&amp;")) + place)
    assert one(edited).notes == ("seen & done",)


STATES_12 = {
    'state="final"': Said.APPROVED,
    'state="signed-off"': Said.APPROVED,
    'state="translated"': Said.NOTHING,
    'state="needs-review-translation"': Said.NOTHING,
    "": Said.NOTHING,
}


@pytest.mark.parametrize("state", STATES_12)
def test_only_what_says_final_in_1_2_approves(state):
    text = written(v12, unit("a", "가")).replace('state="needs-review-translation"', state)
    assert one(text).said is STATES_12[state]


def test_approved_beside_translated_is_what_a_tool_writes():
    text = written(v12, unit("a", "가")).replace("<trans-unit", '<trans-unit approved="yes"')
    assert one(text).said is Said.APPROVED
    assert one(text.replace("needs-review-translation", "translated")).said is Said.NOTHING


def test_a_review_is_taken_back_by_what_asks_for_work_only():
    text = written(v12, unit("a", "가", WorkState.REVIEWED))
    assert one(text).said is Said.STILL_APPROVED
    assert one(text.replace('"final"', '"translated"')).said is Said.NOTHING
    assert one(text.replace('"final"', '"needs-translation"')).said is Said.NEEDS_WORK
    assert one(text.replace('approved="yes"', 'approved="no"')).said is Said.NEEDS_WORK


@pytest.mark.parametrize(
    ("state", "said"),
    [("final", "approved"), ("reviewed", "approved"), ("translated", "nothing"), ("initial", "nothing")],
)
def test_states_of_2_1_say_the_same(state, said):
    assert one(written(v21, unit("a", "가")).replace('"initial"', f'"{state}"')).said == said
    text = written(v21, unit("a", "가", WorkState.REVIEWED))
    assert one(text).said is Said.STILL_APPROVED
    assert one(text.replace('"reviewed">', '"initial">')).said is Said.NEEDS_WORK
    assert one(text.replace(' state="reviewed">', ">")).said is Said.NOTHING


def replaced(version, source, target):
    """Write a text, and put what a tool makes of its target in the place of it."""
    text = written(version, unit(source, "X"))
    return text.replace(">X</target>", f">{target}</target>")


def test_codes_of_okapi_and_omegat_in_1_2_find_their_markup():
    source = "*a* `b` <i>c"
    edited = '<seg><g id="1">가</g></seg>'.replace("seg>", 'mrk mtype="seg">', 1).replace("</seg>", "</mrk>")
    edited += ' <x id="3"/> <bx id="4"/>나 <bpt id="1"/>다<ept rid="1"/>'
    assert one(replaced(v12, source, edited)).target == "*가* `b` <i>나 *다*"


def test_codes_of_2_1_are_found_by_data_by_copy_and_by_their_like():
    source = "*a* `b`"
    edited = '<mrk id="m1"><sc id="1" dataRef="d1"/>가<ec startRef="1"/></mrk><ph id="9" copyOf="3"/>'
    edited += '<ph id="3"/><sm id="m2"/>'
    assert one(replaced(v21, source, edited)).target == "*가*`b``b`"


def test_a_code_that_nobody_knows_is_the_fault_of_its_text_alone():
    (found,) = back(replaced(v12, "a", '<x id="7"/>')).units
    assert found.fault == "the code '7' does not say which markup it stands for"
    (found,) = back(replaced(v21, "a", '<other xmlns="urn:x"/>')).units
    assert found.fault == "it holds an element that is not known: <other>"


def test_segments_that_a_tool_made_are_one_text_in_their_order():
    whole = written(v21, unit("One. Two.", "X"))
    cut = re.sub(
        r"<segment.*</segment>",
        '<segment state="final"><source>One.</source><target order="3">하나.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="final"><source>Two.</source><target order="1">둘.</target></segment>',
        whole,
        flags=re.DOTALL,
    )
    found = one(cut)
    assert (found.source, found.target, found.said) == ("One. Two.", "둘. 하나.", Said.APPROVED)
    assert one(cut.replace('state="final"', 'state="translated"', 1)).said is Said.NOTHING
    (half,) = back(cut.replace('<target order="1">둘.</target>', "")).units
    assert half.fault == "only some of its segments are translated"


def test_what_a_tool_indents_and_encodes_anew_stays_the_same():
    full = unit("*a***b**`c`", "**나**`c`*가*")
    for version in (v12, v21):
        tree = etree.fromstring(written(version, full).encode())
        for encoding in ("UTF-8", "UTF-16", "EUC-KR"):
            data = etree.tostring(tree, pretty_print=True, xml_declaration=True, encoding=encoding)
            found = one(data)
            assert (found.source, found.target, found.said) == ("*a***b**`c`", "**나**`c`*가*", Said.NOTHING)


HOSTILE = {
    "a bomb": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n',
    "a bomb of parameters": "<!DOCTYPE x [<!ENTITY % a \"<!ENTITY b 'c'>\"> %a;]>",
    "a file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    "an address": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "a type behind remarks": "<!-- a --><?b c?>\n<!doctype x>",
}


@VERSIONS
@pytest.mark.parametrize("what", HOSTILE)
def test_a_document_type_is_refused_before_anything_of_it_is_read(version, what):
    head, rest = written(version, unit("a", "b")).split("\n", 1)
    with pytest.raises(UsageError, match="document type declaration") as refused:
        back(f"{head}\n{HOSTILE[what]}{rest.replace('>b<', '>&b;<')}")
    assert refused.value.line >= 2
    with pytest.raises(UsageError, match="document type declaration"):
        back(f'<?xml version="1.0" encoding="UTF-16"?>\n{HOSTILE[what]}{rest}'.encode("utf-16"))


@VERSIONS
def test_an_entity_that_nobody_declared_is_no_xml(version):
    with pytest.raises(UsageError, match=r"no XML that can be read: Entity 'b' not defined"):
        back(written(version, unit("a", "X")).replace(">X<", ">&b;<"))


@VERSIONS
def test_an_xinclude_is_refused(version):
    include = '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/hostname" parse="text"/>'
    with pytest.raises(UsageError, match="XInclude") as refused:
        back(written(version, unit("a", "X")).replace(">X<", f">{include}<"))
    assert refused.value.line > 3


@VERSIONS
def test_a_depth_that_would_break_readers_is_refused(version):
    deep = '<mrk id="a" mtype="seg">' * 300 + "</mrk>" * 300
    with pytest.raises(UsageError, match="no XML that can be read: Excessive depth"):
        back(written(version, unit("a", "X")).replace(">X<", f">{deep}<"))


@VERSIONS
@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_file_that_was_cut_off_is_refused_with_its_line(version, share):
    text = written(version, *(unit(f"text {number}", "가") for number in range(30)))
    with pytest.raises(UsageError, match="no XML that can be read") as refused:
        back(text[: int(len(text) * share)])
    assert refused.value.line >= text.count("\n", 0, int(len(text) * share))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no XML"),
        (b"\xff\xfe\x00", "is not utf-16"),
        (b"<html/>", "is no XLIFF: it begins with <html>"),
        (b'<xliff version="1.0"/>', "is XLIFF 1.0, which is not read"),
        (b'<?xml version="1.0" encoding="x-none"?><xliff/>', "written in `x-none`"),
        (b"\x80", "is not utf-8"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"><file/></xliff>', "of which article"),
    ],
)
def test_what_is_no_xliff_is_refused(data, said):
    with pytest.raises(UsageError, match=said):
        back(data)


@pytest.mark.parametrize("number", ["D800", "110000", "zz", "-1", ""])
def test_a_number_of_no_character_is_a_fault(number):
    (found,) = back(replaced(v21, "a", f'<cp hex="{number}"/>')).units
    assert "no character has the number" in found.fault


PIECES = [
    b"<",
    b">",
    b"</target>",
    b"<target>",
    b'"',
    b"&#0;",
    b"&a;",
    b"\0",
    b"\xff",
    b"<ph/>",
    b"<pc>",
    b"<!--",
    b"]]>",
]


@VERSIONS
@given(st.integers(0, 4000), st.integers(0, 300), st.sampled_from(PIECES) | st.binary(max_size=8))
def test_garbage_in_a_file_is_refused_or_a_fault_of_its_text(version, start, length, piece):
    data = written(version, unit("*a* `b` <i>c", "`b` *a*", note="n", context="title"), unit("\1 b")).encode()
    start %= len(data)
    told = ("harbor.xlf", "read")
    try:
        back(data[:start] + piece + data[start + length :])
    except UsageError as err:
        told = (err.path, err.remedy)
    assert told[0] == "harbor.xlf"
    assert told[1]
