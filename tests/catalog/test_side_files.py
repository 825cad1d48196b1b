"""A text beside the catalogues is changed as safely as these: nobody's words are lost."""

import pytest

from l10n.catalog.side_files import read_side_file, update_side_file
from l10n.errors import CatalogBusyError, CatalogError, StorageError, UsageError


def test_a_file_is_made_changed_and_left_alone(tmp_path):
    path = tmp_path / "ko" / "names.tsv"
    assert update_side_file(path, lambda text: f"{text}", name="n")
    assert update_side_file(path, lambda text: f"{text}!", name="n")
    before = path.stat().st_mtime_ns
    assert not update_side_file(path, lambda text: text or "", name="n")
    assert (path.read_text(), path.stat().st_mtime_ns) == ("None!", before)
    assert [file.name for file in path.parent.iterdir()] == ["names.tsv"]


def test_no_file_is_made_for_nothing(tmp_path):
    assert not update_side_file(tmp_path / "names.tsv", lambda _: "", name="n")
    assert list(tmp_path.iterdir()) == []


def test_what_a_person_saves_meanwhile_wins_and_is_worked_from_again(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("a\n")
    saves = iter(["a\nb\n"])

    def compute(text):
        for save in saves:
            path.write_text(save)
        return f"{text}+\n"

    assert update_side_file(path, compute, name="n")
    assert path.read_text() == "a\nb\n+\n"


def test_a_file_that_keeps_changing_is_given_up(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("")

    def compute(text):
        path.write_text(f"{text}x")
        return f"{text}y"

    with pytest.raises(CatalogBusyError):
        update_side_file(path, compute, name="n")
    assert set(path.read_text()) == {"x"}


def test_permissions_stay(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("a")
    path.chmod(0o640)
    update_side_file(path, lambda _: "b", name="n")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("data", "line"), [(b"a\nb\xff\n", 2), (b"a\n\nb\0\n", 3)])
def test_what_is_no_text_is_refused_with_its_line_and_stays(tmp_path, data, line):
    path = tmp_path / "names.tsv"
    path.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        update_side_file(path, lambda _: "", name="ko/names.tsv")
    assert (caught.value.path, caught.value.line) == ("ko/names.tsv", line)
    assert path.read_bytes() == data


def test_a_link_and_a_folder_in_its_place_are_refused(tmp_path):
    (tmp_path / "real").write_text("a")
    (tmp_path / "names.tsv").symlink_to(tmp_path / "real")
    (tmp_path / "folder").mkdir()
    for name in ("names.tsv", "folder"):
        with pytest.raises(StorageError):
            read_side_file(tmp_path / name, name)


def test_a_file_larger_than_allowed_is_refused(tmp_path):
    (tmp_path / "names.tsv").write_text("a" * 100)
    with pytest.raises(StorageError):
        read_side_file(tmp_path / "names.tsv", "n", most=99)


def test_nothing_is_written_that_could_not_be_read_again(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("a")
    with pytest.raises(StorageError, match="larger"):
        update_side_file(path, lambda _: "b" * 100, name="n", most=99)
    assert path.read_text() == "a"


def test_a_disk_that_refuses_leaves_the_old_file(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("a")
    resource = pytest.importorskip("resource")

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(StorageError, match="too large"):
            update_side_file(path, lambda _: "b" * 1000, name="n")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_text() == "a"
    assert [file.name for file in tmp_path.iterdir()] == ["names.tsv"]


def test_what_an_interrupted_command_left_is_shown_where_it_is_more_than_the_file_has(tmp_path):
    path, swap = tmp_path / "names.tsv", tmp_path / ".names.tsv.l10n-swap"
    path.write_text("a\nb\n")
    swap.write_text("a\n")
    assert update_side_file(path, lambda text: f"{text}c\n", name="n")
    assert not swap.exists()
    swap.write_text("a\nmine\n")
    with pytest.raises(CatalogError, match=r"names\.tsv\.rej"):
        update_side_file(path, lambda text: f"{text}d\n", name="n")
    assert (tmp_path / "names.tsv.rej").read_text() == "a\nmine\n"
    assert update_side_file(path, lambda text: f"{text}d\n", name="n")
