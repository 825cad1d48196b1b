"""No word that nobody has reviewed is published without a word about it, whatever a catalogue holds."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from l10n import formats
from l10n.config import Fallback, Policy
from l10n.model import Catalog, Entry, Key, Origin, OriginKind, Review, Segmentation, Stale, State
from l10n.protocols import ParseOptions
from l10n.publish import disclosure
from l10n.publish.policy import Release
from l10n.stages.build_article import build_article
from l10n.stages.built import BuildInput
from l10n.text.digest import digest
from tests.examples import examples

DAY = "2026-11-23"
SOURCES = ("Harbor opens", "Boats came back late.", "A fisher stayed.", "The pier is open.")
ARTICLES = {
    "a.md": "# {}\n\n{}\n\n- {}\n\n> {}\n",
    "a.mdx": "# {}\n\n{}\n\n<Card>{}</Card>\n\n{}\n",
    "a.html": "<html><head><title>{}</title></head><body><p>{}</p><ul><li>{}</ul>{}</body></html>",
    "part.html": "<h1>{}</h1><p>{}<br><br>{}</p><img alt='{}'>",
    "a.txt": "{}\n\n{}\n\n{}\n\n{}\n",
}
DOCUMENTS = {
    (path, mode): formats.parse(path, text.format(*SOURCES), ParseOptions(mode))
    for path, text in ARTICLES.items()
    for mode in Segmentation
}
DIGESTS = st.sampled_from(["own", "0" * 12, "f" * 12])
OFTEN = st.sampled_from([True, True, False])


@st.composite
def entry(draw, at, source):
    """Return anything that may stand in a catalogue for a source, with words that say whose they are."""
    target = f"말{at} 글{at}"
    before = draw(
        st.sampled_from([None, Key(source), Key(source.replace("e", "ee")), Key("Other words, 3."), Key("x", "y")])
    )
    state = draw(st.sampled_from([State.MISSING, State.DRAFT, State.REVIEWED, State.STALE]))

    def of(text):
        said = draw(DIGESTS)
        return digest(text) if said == "own" else said

    kind = draw(st.sampled_from(OriginKind))
    stale = Stale(DAY, of(target), of(before.text if before else source)) if draw(OFTEN) else None
    return Entry(
        Key(source),
        "" if state is State.MISSING else target,
        state,
        previous=before if state is State.STALE else None,
        origin=Origin(kind, "engine", DAY, of(target), of(source)) if draw(OFTEN) else None,
        review=Review("Mina", DAY, of(target)) if draw(OFTEN) else None,
        stale=stale if state is State.STALE else None,
        comments=draw(st.sampled_from([(), ("joined",)])),
    )


@examples(200)
@given(data=st.data())
def test_every_word_that_nobody_reviewed_is_disclosed(data):
    document = DOCUMENTS[data.draw(st.sampled_from(sorted(DOCUMENTS)))]
    entries = [data.draw(entry(at, source)) for at, source in enumerate(SOURCES) if data.draw(OFTEN)]
    release = Release(data.draw(st.sampled_from(Policy)), data.draw(st.sampled_from(Fallback)))
    given_ = BuildInput(
        document,
        "ko",
        Catalog(document.path, "ko", tuple(entries)),
        "a.po",
        datetime.now(UTC),
        release,
        verbatim=data.draw(st.booleans()),
    )
    page = build_article(given_).text or ""
    told = disclosure.sentences("ko")
    sources = {source for source in SOURCES if source in page}
    for one in entries:
        if not one.target or one.target not in page:
            continue
        if one.state is State.DRAFT:
            assert one.origin is not None
            assert one.origin.drafted
            assert release.policy in {Policy.DRAFTS_LABELLED, Policy.HEADLINE_AND_LEDE}
            assert not given_.verbatim
            assert told.whole in page or told.part in page
        elif one.state is State.STALE:
            assert one.previous is not None
            assert one.stale is not None
            assert (one.stale.digest, one.stale.source_digest) == (digest(one.target), digest(one.previous.text))
            assert release.fallback is Fallback.LAST_APPROVED
            assert told.outdated in page
    if sources and release.fallback is not Fallback.ENGLISH and not given_.verbatim:
        assert told.untranslated in page
