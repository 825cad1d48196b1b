"""Adding a model from a server that does as Mozilla's do, and from one that does not: whole or not at all."""

from __future__ import annotations

import gzip
import json
import os
import resource
import shutil
from typing import TYPE_CHECKING

import pytest

from l10n.engines import models
from l10n.engines.models import installing
from l10n.engines.models.fetching import Fetcher
from l10n.errors import EngineError, L10nError, StorageError, UsageError
from l10n.stages.engine import Order, add, installed, remove
from l10n.web.http import Wire
from tests.engines.mozilla import FILES, body, mozilla, noise, record, running, sha, zstd

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from l10n.engines.models.records import Offer

__all__ = ["mozilla"]

WEIGHTS = "model.enko.intgemm.alphas.bin"
PINS = {name: sha(data) for name, data in FILES.items()}


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    """The user's folder of models."""
    for name in (models.MODELS, "FXTRANSLATE_RECORDS_URL", "SSL_CERT_FILE", "HTTPS_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    place = models.store()
    assert place is not None
    return place


def fetch(given, target="ko", *, pins=None, seen=None, timeout=60.0, shown=None):
    """Add a model without rests between tries."""
    return add(
        Order("en", target, str(given), pins),
        lambda *plan: (shown if shown is not None else []).append(plan),
        lambda file, have: (seen if seen is not None else []).append((file.file.name, have)),
        fetcher=Fetcher(Wire(timeout), lambda _: None),
    )


def whole(store):
    found = models.find("en", "ko")
    assert found is not None
    parts = found.read(PINS)
    assert parts.model == FILES[WEIGHTS]
    assert sorted(path.name for path in (store / "en-ko").iterdir()) == sorted([*FILES, "model.json"])
    return True


def nothing(store):
    """Tell whether there is no model, and nothing else that could be taken for one."""
    left = {path.name for path in store.iterdir()} if store.exists() else set()
    return models.find("en", "ko") is None and left <= {".waiting"}


def waiting(store):
    place = store / ".waiting"
    return {path.name: path.stat().st_size for path in place.iterdir()} if place.exists() else {}


def test_a_model_is_shown_fetched_unpacked_and_found(mozilla, store):
    seen: list[tuple[str, int]] = []
    shown: list[tuple[Offer, str, Path]] = []
    done = fetch(mozilla.records, seen=seen, shown=shown)
    ((offer, where, to),) = shown
    assert (offer.name, offer.licence, where) == ("en-ko", "MPL-2.0", mozilla.url.removeprefix("http://"))
    assert to == done.model.path == store / "en-ko"
    assert whole(store)
    assert (done.fresh, done.unproved) == (True, ())
    assert sum(dict(seen).values()) == offer.size
    assert waiting(store) == {}


def test_a_model_that_is_there_is_not_fetched_again_and_a_damaged_one_is(mozilla, store):
    fetch(mozilla.records)
    mozilla.asked.clear()
    assert not fetch(mozilla.records).fresh
    assert [path for path, _ in mozilla.asked] == [mozilla.records.removeprefix(mozilla.url)]
    (store / "en-ko" / WEIGHTS).write_bytes(b"x" * 400_000)
    assert fetch(mozilla.records).fresh
    assert whole(store)


def test_a_newer_model_takes_the_place_of_an_older_one(mozilla, store):
    fetch(mozilla.records)
    mozilla.serve({**FILES, WEIGHTS: noise(50_000, 9)}, version="3.1")
    assert fetch(mozilla.records).model.release == "3.1"
    assert [str(getattr(one, "name", one)) for one in installed()] == ["en-ko"]
    assert (store / "en-ko" / WEIGHTS).stat().st_size == 50_000
    assert {path.name for path in store.iterdir()} <= {"en-ko", ".waiting"}


@pytest.mark.parametrize("fault", ["break:100000", "end:100000"])
def test_a_broken_connection_is_taken_up_where_it_broke(mozilla, store, fault):
    mozilla.fail(WEIGHTS, fault)
    fetch(mozilla.records)
    first, then = mozilla.begins(WEIGHTS)
    assert (first, 0 < then <= 100_000) == (0, True)
    assert whole(store)


def test_another_run_goes_on_where_one_gave_up(mozilla, store):
    mozilla.fail(WEIGHTS, "end:120000", "503", "503", "503")
    with pytest.raises(EngineError, match=r"cannot answer now \(503\)") as told:
        fetch(mozilla.records)
    assert "goes on where it broke off" in told.value.remedy
    assert nothing(store)
    mozilla.asked.clear()
    fetch(mozilla.records)
    assert mozilla.begins(WEIGHTS) == [120_000]
    assert whole(store)


def test_a_server_that_knows_no_parts_sends_all_of_it_again(mozilla, store):
    mozilla.ranges = False
    mozilla.fail(WEIGHTS, "end:100000")
    fetch(mozilla.records)
    assert mozilla.begins(WEIGHTS) == [0, 100_000]
    assert whole(store)


def test_what_was_left_by_a_damaged_disk_is_fetched_anew(mozilla, store):
    (weights,) = [one for one in mozilla.serve() if one["name"] == WEIGHTS]
    place = store / ".waiting" / weights["attachment"]["hash"]
    place.parent.mkdir(parents=True)
    place.write_bytes(b"?" * 5000)
    fetch(mozilla.records)
    assert mozilla.begins(WEIGHTS) == [5000, 0]
    assert whole(store)
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"?" * 900_000)
    remove("en", "ko")
    place.parent.mkdir()
    place.write_bytes(b"?" * 900_000)
    fetch(mozilla.records)
    assert whole(store)


@pytest.mark.parametrize("planted", ["pipe", "link"])
def test_what_stands_in_the_place_of_a_file_that_is_on_its_way_is_not_written_to(mozilla, store, tmp_path, planted):
    (weights,) = [one for one in mozilla.serve() if one["name"] == WEIGHTS]
    place = store / ".waiting" / weights["attachment"]["hash"]
    place.parent.mkdir(parents=True)
    (tmp_path / "precious").write_bytes(b"text")
    if planted == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(tmp_path / "precious")
    with pytest.raises(StorageError, match=r"it must be a file, and is a (named pipe|symbolic link)"):
        fetch(mozilla.records)
    assert (tmp_path / "precious").read_bytes() == b"text"
    assert nothing(store)


def test_another_part_than_the_one_asked_for_is_refused(mozilla, store):
    mozilla.fail(WEIGHTS, "end:100000", "other")
    with pytest.raises(EngineError, match="another part comes"):
        fetch(mozilla.records)
    assert nothing(store)


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("short:100000", r"the file has 100,000 bytes there, and 3\d\d,\d\d\d by the list"),
        ("more", r"more comes than the 3\d\d,\d\d\d bytes"),
        ("garbage", f"the SHA-256 of {WEIGHTS} is not the one in the list"),
        ("404", r"the file is not there \(404\)"),
        ("403", r"it refuses the file \(403\)"),
        ("204", "it refuses the file"),
        ("to:https://evil.example/x", r"redirects to another place \(evil.example\), which is not followed"),
    ],
)
def test_a_file_that_is_another_is_refused_by_name_and_never_installed(mozilla, store, fault, says):
    mozilla.fail(WEIGHTS, fault)
    with pytest.raises(EngineError, match=says) as told:
        fetch(mozilla.records)
    assert WEIGHTS in str(told.value)
    assert told.value.remedy
    assert nothing(store)
    assert sum(waiting(store).values()) < 1_000_000
    assert fetch(mozilla.records).fresh
    assert whole(store)


def test_a_redirect_within_the_place_is_followed(mozilla, store):
    there = mozilla.path_of(WEIGHTS)
    mozilla.files["/elsewhere"] = mozilla.files[there]
    mozilla.fail(WEIGHTS, "to:/elsewhere")
    fetch(mozilla.records)
    assert whole(store)


def test_a_server_that_falls_silent_is_given_up(mozilla, store):
    mozilla.fail(WEIGHTS, "hang", "hang", "hang")
    with pytest.raises(EngineError, match=r"no answer within 0\.2 seconds"):
        fetch(mozilla.records, timeout=0.2)
    assert nothing(store)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"decompressedHash": "0" * 64}, "is unpacked not what the list says"),
        ({"decompressedSize": 399_999}, "unpacks to more than 399,999 bytes"),
        ({"decompressedSize": 400_001}, "is unpacked not what the list says: 400,000 bytes"),
    ],
)
def test_an_unpacked_file_that_is_not_the_listed_one_is_refused(mozilla, store, change, says):
    listed = [record(name, data, **(change if name == WEIGHTS else {})) for name, data in FILES.items()]
    mozilla.names(*listed)
    with pytest.raises(EngineError, match=says):
        fetch(mozilla.records)
    assert nothing(store)


def test_a_file_that_unpacks_without_end_is_refused(mozilla, store):
    bomb = zstd.compress(bytes(50_000_000))
    bad = record(WEIGHTS, FILES[WEIGHTS], attachment={"hash": sha(bomb), "size": len(bomb)})
    mozilla.names(bad, *(record(name, data) for name, data in FILES.items() if name != WEIGHTS))
    mozilla.files["/" + bad["attachment"]["location"]] = bomb
    with pytest.raises(EngineError, match="unpacks to more than 400,000 bytes"):
        fetch(mozilla.records)
    assert nothing(store)


def test_files_packed_with_gzip_or_not_at_all_are_taken_too(mozilla, store):
    for pack in (gzip.compress, bytes):
        listed = []
        for name, data in FILES.items():
            packed = pack(data)
            listed.append(record(name, data, attachment={"hash": sha(packed), "size": len(packed)}))
            mozilla.files["/" + listed[-1]["attachment"]["location"]] = packed
        mozilla.names(*listed)
        assert fetch(mozilla.records).fresh
        assert whole(store)
        remove("en", "ko")


def test_hostile_names_of_files_write_nothing_anywhere(mozilla, store, tmp_path):
    for name in ("../../../evil.bin", "/evil.bin", "model.enko/../../evil.bin"):
        bad = {**record(WEIGHTS, FILES[WEIGHTS]), "name": name}
        mozilla.names(bad, *(record(other, data) for other, data in FILES.items() if other != WEIGHTS))
        with pytest.raises(EngineError, match="no model from en to ko"):
            fetch(mozilla.records)
    assert not [path for path in tmp_path.rglob("*") if "evil" in path.name]
    assert nothing(store)


def test_a_list_that_says_nothing_of_the_unpacked_files_will_do(mozilla, store):
    mozilla.serve(decompressedHash=None, decompressedSize=None)
    assert fetch(mozilla.records).unproved == ()
    assert whole(store)
    mozilla.fail(WEIGHTS, "garbage")
    with pytest.raises(EngineError, match="is not the one in the list"):
        fetch(mozilla.records)
    assert whole(store)


def test_a_place_that_is_none_is_told_as_such(tmp_path):
    with pytest.raises(UsageError, match="there is no file or folder") as told:
        fetch(tmp_path / "gone")
    assert str(tmp_path / "gone") in str(told.value)
    with pytest.raises(UsageError, match="`--from` names no address"):
        fetch("file:///srv/models")


def test_a_pinned_digest_that_differs_is_refused_by_name_before_anything_is_fetched(mozilla, store):
    pins = {**PINS, "srcvocab.enko.spm": "0" * 64}
    with pytest.raises(EngineError, match=r"srcvocab.enko.spm is not the file that `model-digests` pins"):
        fetch(mozilla.records, pins=pins)
    assert len(mozilla.asked) == 1
    assert nothing(store)
    assert fetch(mozilla.records, pins=PINS).fresh
    with pytest.raises(EngineError, match="srcvocab"):
        fetch(mozilla.records, pins=pins)


def test_a_full_disk_is_told_and_what_came_is_kept_for_the_next_time(mozilla, store):
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limit[1]))
    try:
        with pytest.raises(StorageError, match="cannot be written: File too large") as told:
            fetch(mozilla.records)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert str(store) in told.value.path
    assert "run the same command again" in told.value.remedy
    assert nothing(store)
    assert max(waiting(store).values()) == 200_000
    mozilla.asked.clear()
    fetch(mozilla.records)
    assert mozilla.begins(WEIGHTS) == [200_000]
    assert whole(store)


def test_a_disk_that_is_full_when_files_are_unpacked_leaves_no_half_model(mozilla, store):
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (350_000, limit[1]))  # packed it fits, unpacked it does not
    try:
        with pytest.raises(StorageError, match="File too large"):
            fetch(mozilla.records)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert nothing(store)


def test_a_folder_that_cannot_be_written_is_told(mozilla, store):
    store.parent.mkdir(parents=True)
    store.write_text("no folder")
    with pytest.raises(StorageError, match="cannot be written"):
        fetch(mozilla.records)


def test_what_a_killed_run_left_is_cleared_away(mozilla, store):
    for name in (".new-1234", ".old-1234"):
        (store / name).mkdir(parents=True)
        (store / name / WEIGHTS).write_bytes(b"half")
    fetch(mozilla.records)
    assert {path.name for path in store.iterdir()} <= {"en-ko", ".waiting"}


def test_a_copy_of_the_folder_of_models_is_a_mirror_on_a_disk_and_in_the_web(mozilla, store, tmp_path):
    fetch(mozilla.records)
    mirror = tmp_path / "mirror"
    shutil.copytree(store, mirror)
    remove("en", "ko")
    done = fetch(mirror)
    assert (done.fresh, done.model.origin, done.unproved) == (True, str(mirror), ())
    assert whole(store)
    remove("en", "ko")
    with running() as other:
        other.files = {f"/models/{path.relative_to(mirror)}": path.read_bytes() for path in mirror.rglob("*.*") if path.is_file()}  # noqa: E501  # fmt: skip
        assert fetch(f"{other.url}/models").model.origin == other.url.removeprefix("http://")
        assert whole(store)
        with pytest.raises(EngineError, match=r"records.json is not there \(404\)"):
            fetch(f"{other.url}/models/", "ja")


def test_records_beside_the_files_are_a_mirror_on_a_disk_and_in_the_web(mozilla, store, tmp_path):
    mirror = tmp_path / "mirror"
    for path, data in mozilla.files.items():
        file = mirror / (path.lstrip("/") if path.endswith(".zst") else "records.json")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    for given in (mirror, mirror / "records.json"):
        assert fetch(given).fresh
        assert whole(store)
        remove("en", "ko")
    mozilla.files["/m/records.json"] = mozilla.files[mozilla.records.removeprefix(mozilla.url)]
    mozilla.files |= {f"/m{path}": data for path, data in mozilla.files.items() if path.endswith(".zst")}
    for given in (f"{mozilla.url}/m/", f"{mozilla.url}/m/records.json"):
        assert fetch(given).fresh
        assert whole(store)
        remove("en", "ko")


@pytest.mark.parametrize("inner", ["en-ko", "."])
@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_loose_files_in_a_folder_are_taken_and_said_to_be_unproved(store, tmp_path, inner, ending):
    packers: dict[str, Callable[[bytes], bytes]] = {"": bytes, ".gz": gzip.compress, ".zst": zstd.compress}
    packed = packers[ending]
    place = tmp_path / "usb" / inner
    place.mkdir(parents=True)
    for name, data in FILES.items():
        (place / f"{name}{ending}").write_bytes(packed(data))
    (place / "model.enja.bin").write_bytes(b"another pair")
    (place / "README.txt").write_text("hello")
    if inner == "en-ko":
        (place / "model.enja.bin").unlink()
    done = fetch(tmp_path / "usb")
    assert sorted(done.unproved) == sorted(FILES)
    assert whole(store)
    remove("en", "ko")
    assert fetch(tmp_path / "usb", pins=PINS).unproved == ()
    remove("en", "ko")
    with pytest.raises(EngineError, match=r"trgvocab.enko.spm is not the file"):
        fetch(tmp_path / "usb", pins={**PINS, "trgvocab.enko.spm": "0" * 64})
    assert nothing(store)


def test_a_folder_without_a_model_is_told_with_what_belongs_into_it(tmp_path):
    with pytest.raises(EngineError, match="there is no model from en to ko in it") as told:
        fetch(tmp_path)
    assert "en-ko" in told.value.remedy
    fetched = tmp_path / "en-ko"
    fetched.mkdir()
    (fetched / "model.json").write_text("{}")
    with pytest.raises(EngineError, match=r"model.json of en-ko"):
        fetch(tmp_path)


def test_a_file_of_a_folder_that_was_changed_is_refused(mozilla, store, tmp_path):
    fetch(mozilla.records)
    shutil.copytree(store, tmp_path / "mirror")
    remove("en", "ko")
    (tmp_path / "mirror/en-ko" / WEIGHTS).write_bytes(b"x" * 400_000)
    with pytest.raises(EngineError, match="SHA-256 is not the one in the list") as told:
        fetch(tmp_path / "mirror")
    assert told.value.path.endswith(WEIGHTS)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "mirror/en-ko" / WEIGHTS).unlink()
    (tmp_path / "pipe").rename(tmp_path / "mirror/en-ko" / WEIGHTS)
    with pytest.raises(EngineError, match="named pipe"):
        fetch(tmp_path / "mirror")
    assert nothing(store)


def test_the_variable_of_fxtranslate_names_a_mirror(mozilla, store, monkeypatch):
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", mozilla.records)
    fetch("")
    assert whole(store)


@pytest.mark.parametrize("given", ["ftp://x/y", "http://user:secret@x.example/", "https://x.example/?a=b", "http://"])
def test_an_address_that_is_none_is_refused_without_its_password(given):
    with pytest.raises(UsageError) as told:
        fetch(given)
    assert "secret" not in str(told.value)


def test_without_https_a_mirror_elsewhere_needs_pinned_digests():
    with pytest.raises(UsageError, match="without https") as told:
        fetch("http://mirror.invalid/models/")
    assert "model-digests" in told.value.remedy
    with pytest.raises(EngineError, match="name does not resolve"):
        fetch("http://mirror.invalid/models/", pins=PINS)


def test_a_list_that_never_ends_is_refused(mozilla):
    mozilla.files[mozilla.records.removeprefix(mozilla.url)] = body() + b" " * (9 << 20)
    with pytest.raises(EngineError, match="larger than 8 MB"):
        fetch(mozilla.records)


def test_removing_deletes_the_model_and_what_waits_and_nothing_behind_a_link(mozilla, store, tmp_path):
    fetch(mozilla.records)
    (store / ".waiting").mkdir(exist_ok=True)
    (store / ".waiting" / ("0" * 64)).write_bytes(b"half")
    assert remove("en", "ko") == store / "en-ko"
    assert list(store.iterdir()) == []
    with pytest.raises(UsageError, match="no model from en to ko"):
        remove("en", "ko")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "precious").write_text("text")
    (store / "en-ko").symlink_to(mine)
    remove("en", "ko")
    assert (mine / "precious").read_text() == "text"
    assert list(store.iterdir()) == []


def test_two_who_add_the_same_model_at_once_both_find_it_whole(mozilla, store):
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    with ThreadPoolExecutor(2) as pool:
        done = [one.result() for one in [pool.submit(fetch, mozilla.records) for _ in range(2)]]
    assert sorted(one.fresh for one in done) == [False, True]
    assert whole(store)


def test_a_model_is_never_seen_half(mozilla, monkeypatch):
    fetch(mozilla.records)
    mozilla.serve({**FILES, WEIGHTS: noise(60_000, 11)}, version="3.1")
    seen = []
    unpack = vars(installing)["unpack"]

    def watched(*args):
        found = models.find("en", "ko")
        assert found is not None
        seen.append((found.release, len(found.read({}).model)))
        return unpack(*args)

    monkeypatch.setitem(vars(installing), "unpack", watched)
    fetch(mozilla.records)
    assert seen == [("3.0", 400_000)] * 4
    assert [getattr(one, "release", "") for one in installed()] == ["3.1"]


def test_every_refusal_is_one_of_ours(tmp_path):
    (tmp_path / "records.json").write_text(json.dumps({"data": [None, 3, [], {"attachment": 7}]}))
    with pytest.raises(L10nError, match="no model from en to ko"):
        fetch(tmp_path)
