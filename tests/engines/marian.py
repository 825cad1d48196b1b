"""Makes translation models for the tests: Marian's binary format with a SentencePiece vocabulary, written by hand.

`words` makes one that translates word by word: each step of its decoder looks at the source token of its own number,
and says what that token's embedding says. `noise` makes one of random weights, of any size: it talks nonsense, and is
as fast and as large as a real one of its dimensions. Both have the tensors, the types and the quantization (int8 with
a multiplier) of the models that Firefox ships.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import string
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

EOS, UNKNOWN, BYTES = 0, 1, 256
_FLOAT, _INT8, _TEXT = 0x404, 0x4101, 0x101
_CHARACTERS = [
    "▁",
    *string.ascii_letters,
    *string.digits,
    *string.punctuation,
    *"“”‘’—–…«»¿¡áéíóúüñÁÉÍÓÚÑ·、。「」『』（），：；！？~",
]


def _number(value: int) -> bytes:
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def _message(field_number: int, content: bytes) -> bytes:
    return _number(field_number << 3 | 2) + _number(len(content)) + content


def vocabulary(pieces: Sequence[str]) -> bytes:
    """Write a unigram model: the end of a sentence, the unknown, 256 bytes, and the pieces, the longest best.

    Unused ones fill it up to a multiple of 8, as a shortlist wants it.
    """
    rows = [("</s>", 0.0, 3), ("<unk>", 0.0, 2), *((f"<0x{byte:02X}>", 0.0, 6) for byte in range(BYTES))]
    rows += [(piece, -10.0 / len(piece), 1) for piece in pieces]
    rows += [(f"<pad{at}>", 0.0, 5) for at in range(-len(rows) % 8)]
    out = b""
    for piece, score, kind in rows:
        content = _message(1, piece.encode()) + b"\x15" + struct.pack("<f", score) + b"\x18" + _number(kind)
        out += _message(1, content)
    return out


def _filled(many: int) -> int:
    return many + -many % 8


def _quantized(rows: Sequence[Sequence[float]]) -> bytes:
    """Return int8 values, row by row, and their multiplier."""
    most = max((abs(value) for row in rows for value in row), default=0.0) or 1.0
    scale = 127.0 / most
    return bytes(round(value * scale) & 255 for row in rows for value in row) + struct.pack("<f", scale)


@dataclass
class Tensors:
    """A Marian model: named tensors in the order of the file."""

    items: list[tuple[str, int, tuple[int, ...], bytes]] = field(default_factory=list)

    def floats(self, name: str, values: Sequence[float]) -> None:
        self.items.append((name, _FLOAT, (1, len(values)), struct.pack(f"<{len(values)}f", *values)))

    def weight(self, name: str, across: Sequence[Sequence[float]], most: float) -> None:
        """Add a weight; `across[n][k]` leads from input k to output n, inputs are at most `most`."""
        self.items.append((name, _INT8, (len(across[0]), len(across)), _quantized(across)))
        self.floats(f"{name}_QuantMultA", [127.0 / most])

    def table(self, name: str, rows: Sequence[Sequence[float]]) -> None:
        self.items.append((name, _INT8, (len(rows), len(rows[0])), _quantized(rows)))

    def raw(self, name: str, kind: int, shape: tuple[int, ...], data: bytes) -> None:
        self.items.append((name, kind, shape, data))

    def written(self) -> bytes:
        """Write the file: version, count, headers, names, shapes, a gap up to the next 256 bytes, data."""
        out = bytearray(struct.pack("<QQ", 1, len(self.items)))
        for name, kind, shape, data in self.items:
            out += struct.pack("<QQQQ", len(name.encode()) + 1, kind, len(shape), len(data))
        for name, *_ in self.items:
            out += name.encode() + b"\0"
        for _, _, shape, _ in self.items:
            out += struct.pack(f"<{len(shape)}i", *shape)
        gap = -(len(out) + 8) % 256
        out += struct.pack("<Q", gap) + bytes(gap)
        for *_, data in self.items:
            out += data
        return bytes(out)


@dataclass(frozen=True)
class Shape:
    """The dimensions of a model."""

    width: int = 64
    heads: int = 1
    inner: int = 16
    encoders: int = 1
    decoders: int = 1

    @property
    def configuration(self) -> bytes:
        return (
            f"dec-depth: {self.decoders}\ndim-emb: {self.width}\nenc-depth: {self.encoders}\n"
            f"transformer-dim-ffn: {self.inner}\ntransformer-heads: {self.heads}\n"
        ).encode() + b"\0"


FIREFOX = Shape(width=384, heads=8, inner=1536, encoders=6, decoders=4)
"""Of Firefox's models of the size `base-memory`, which have 32,000 pieces a language."""


def _layers(tensors: Tensors, shape: Shape, weight: Callable[[str, int, int], None]) -> None:
    """Add all layers: `weight` adds one by its name, inputs and outputs; biases are 0, normalizations plain."""
    width, inner = shape.width, shape.inner

    def sublayer(name: str, norm: str, weights: Mapping[str, tuple[int, int]], biases: Mapping[str, int]) -> None:
        for one, (inputs, outputs) in weights.items():
            weight(f"{name}_{one}", inputs, outputs)
        for one, many in biases.items():
            tensors.floats(f"{name}_{one}", [0.0] * many)
        tensors.floats(f"{name}_{norm}_ln_scale", [1.0] * width)
        tensors.floats(f"{name}_{norm}_ln_bias", [0.0] * width)

    def square(*names: str) -> dict[str, tuple[int, int]]:
        return dict.fromkeys(names, (width, width))

    attention = square("Wq", "Wk", "Wv", "Wo"), dict.fromkeys(("bq", "bk", "bv", "bo"), width)
    forward = {"W1": (width, inner), "W2": (inner, width)}, {"b1": inner, "b2": width}
    for at in range(1, shape.encoders + 1):
        sublayer(f"encoder_l{at}_self", "Wo", *attention)
        sublayer(f"encoder_l{at}_ffn", "ffn", *forward)
    for at in range(1, shape.decoders + 1):
        sublayer(f"decoder_l{at}_rnn", "ffn", square("W", "Wf"), {"bf": width})
        sublayer(f"decoder_l{at}_context", "Wo", *attention)
        sublayer(f"decoder_l{at}_ffn", "ffn", *forward)


# A model that translates word by word.

_PLACED = [*range(11), *range(32, 43)]
"""Dimensions in which only the position of a token stands: those of the faster waves, sine and cosine."""
_ZERO = 31
"""A dimension where nothing stands: what normalization leaves in it is what it has taken from all of them."""
_SAID = [*range(11, 31), *range(43, 63)]


_APART = 12
"""Bits in which two codes differ: fewer, and noise makes one of the other."""


def _codes(many: int, dice: random.Random) -> list[list[float]]:
    """Return vectors that are far from each other, and sum up to nothing over sines and cosines: none is louder."""
    found: list[int] = []
    while len(found) < many:
        bits = sum(1 << at for start in (0, 20) for at in dice.sample(range(start, start + 20), 10))
        if all((bits ^ other).bit_count() >= _APART for other in found):
            found.append(bits)
    rows = []
    for bits in found:
        row = [0.0] * 64
        for at, place in enumerate(_SAID):
            row[place] = 0.5 if bits >> at & 1 else -0.5
        rows.append(row)
    return rows


def _diagonal(places: Iterable[int], gain: float, less: int | None = None) -> list[list[float]]:
    rows = [[0.0] * 64 for _ in range(64)]
    for at in places:
        rows[at][at] = gain
        if less is not None:
            rows[at][less] = -gain
    return rows


def words(table: Mapping[str, str], *, shared: bool = False) -> dict[str, bytes]:
    """Make a model that writes for each word or mark of `table` what stands there, and spells all others out.

    Both sides are pieces (`▁` for the space before a word); what has no `▁` is joined to the word before. Returns
    its files by their kinds: `model`, `lex`, `srcvocab` and `trgvocab`, or `vocab` for both.
    """
    sources = [*_CHARACTERS, *(piece for piece in table if piece not in _CHARACTERS)]
    targets = list(dict.fromkeys([*_CHARACTERS, *table.values()]))
    ours = targets + [piece for piece in sources if shared and piece not in targets]
    number = {piece: at + 2 + BYTES for at, piece in enumerate(ours)}
    codes = _codes(_filled(2 + BYTES + len(ours)), random.Random(7))  # noqa: S311
    read = codes[: 2 + BYTES]
    read += [codes[number[table.get(piece, piece)]] for piece in (ours if shared else sources)]
    read += codes[: _filled(len(read)) - len(read)]
    shape, tensors = Shape(), Tensors()
    gains = {
        "decoder_l1_context_Wq": _diagonal(_PLACED, 40.0, less=_ZERO),
        "decoder_l1_context_Wk": _diagonal(_PLACED, 40.0, less=_ZERO),
        "decoder_l1_context_Wv": _diagonal(_SAID, 1.0),
        "decoder_l1_context_Wo": _diagonal(_SAID, 20.0),
    }

    def weight(name: str, inputs: int, outputs: int) -> None:
        tensors.weight(name, gains.get(name) or [[0.0] * inputs] * outputs, 4.0)

    _layers(tensors, shape, weight)
    if shared:
        # A piece that is read as another one has its embedding, so it must never be written: its bias forbids it.
        tensors.table("Wemb", read)
        tensors.floats("none_QuantMultA", [127.0 / 4.0])
        silent = {at for at, row in enumerate(read) if row is not codes[at]}
        tensors.floats("decoder_ff_logit_out_b", [-1000.0 if at in silent else 0.0 for at in range(len(read))])
        made = {"vocab": vocabulary(ours)}
    else:
        tensors.table("encoder_Wemb", read)
        tensors.table("decoder_Wemb", codes)
        tensors.raw("decoder_Wemb_QuantMultA", _INT8, (1, 1), b"\x7f" + struct.pack("<f", 4.0))
        tensors.floats("decoder_ff_logit_out_b", [0.0] * len(codes))
        made = {"srcvocab": vocabulary(sources), "trgvocab": vocabulary(ours)}
    tensors.raw("special:model.yml", _TEXT, (len(shape.configuration),), shape.configuration)
    return {"model": tensors.written(), "lex": shortlist(len(read), len(codes)), **made}


def noise(shape: Shape = FIREFOX, pieces: int = 32_000, seed: int = 1, known: Iterable[str] = ()) -> dict[str, bytes]:
    """Make a model of random weights with two vocabularies; `known` are words that its source side has whole."""
    dice = random.Random(seed)  # noqa: S311
    tensors = Tensors()

    def weight(name: str, inputs: int, outputs: int) -> None:
        data = dice.randbytes(inputs * outputs) + struct.pack("<f", 127.0 * math.sqrt(inputs) / 2)
        tensors.raw(name, _INT8, (inputs, outputs), data)
        tensors.floats(f"{name}_QuantMultA", [20.0])

    _layers(tensors, shape, weight)
    width = shape.width
    for side in ("encoder", "decoder"):
        tensors.raw(f"{side}_Wemb", _INT8, (pieces, width), dice.randbytes(pieces * width) + struct.pack("<f", 1500.0))
    tensors.raw("decoder_Wemb_QuantMultA", _INT8, (1, 1), b"\x7f" + struct.pack("<f", 6.0))
    tensors.floats("decoder_ff_logit_out_b", [0.0] * pieces)
    tensors.raw("special:model.yml", _TEXT, (len(shape.configuration),), shape.configuration)
    most = pieces - 2 - BYTES
    latin = dict.fromkeys([*_CHARACTERS, *(f"▁{word}" for word in known)][:most])
    hangul = dict.fromkeys(_CHARACTERS)
    while len(latin) < most:
        latin["▁" * dice.randrange(2) + "".join(dice.choices(string.ascii_lowercase, k=dice.randint(3, 7)))] = None
    while len(hangul) < most:
        hangul["▁" * dice.randrange(2) + "".join(chr(dice.randrange(0xAC00, 0xD7A4)) for _ in range(2))] = None
    return {
        "model": tensors.written(),
        "lex": shortlist(pieces, pieces, first=_CANDIDATES),
        "srcvocab": vocabulary(list(latin)),
        "trgvocab": vocabulary(list(hangul)),
    }


_CANDIDATES = 1_000
"""Pieces that a shortlist of Firefox leaves for a sentence, in the order of magnitude."""


def shortlist(sources: int, targets: int, first: int = 0) -> bytes:
    """Write which pieces may be the translation of which: `first` of them always, the rest for each source piece."""
    first = first or targets
    offsets = [0] * (sources + 1)
    return struct.pack("<6Q", 0xF11A48D5013417F5, 0, first, 1, len(offsets), 0) + struct.pack(
        f"<{len(offsets)}Q", *offsets
    )


NAMES = {"model": "model.{}.intgemm.alphas.bin", "lex": "lex.50.50.{}.s2t.bin"}


def installed(root: Path, files: Mapping[str, bytes], source: str = "en", target: str = "ko") -> Path:
    """Put a model into a folder of models, as it is when it is installed; returns the model's folder."""
    folder = root / f"{source}-{target}"
    folder.mkdir(parents=True)
    listed = {}
    for kind, data in files.items():
        name = NAMES.get(kind, kind + ".{}.spm").format(source + target)
        (folder / name).write_bytes(data)
        listed[name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    told = {"version": 1, "source": source, "target": target, "release": "0.1", "files": listed}
    (folder / "model.json").write_text(json.dumps(told))
    return folder
