"""Damages packages at random, by a seed: their octets, or the documents inside them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from random import Random

from tests.validate.packages import Sample, zip_of

WORDS = (
    b"<",
    b">",
    b"&",
    b"&#0;",
    b"]]>",
    b"<!--",
    b'"',
    b"\0",
    b"\xff\xfe",
    b"%00",
    b"../",
    b"-1",
    b"99999999999999999999",
    b"<item>",
    b"</item>",
    b"<!DOCTYPE x [",
    b"{",
    b"}",
    b"\n\n",
    "\u202e\ud7ff".encode(),
)
"""What stands in the way of readers."""
PLACES = (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")


def damaged(random: Random, samples: list[Sample]) -> Sample:
    """One of ``samples``, damaged in one of several ways."""
    sample = random.choice(samples)
    is_zip = sample.data[:2] == b"PK"
    if is_zip and random.random() < 0.6:
        return _inside(random, sample)
    data = sample.data
    if is_zip and random.random() < 0.4:
        data = _fields(random, data)
    else:
        for _ in range(random.choice((1, 1, 3, 20))):
            data = _octets(random, data, random.choice(samples).data)
    return Sample(sample.name, data)


def _inside(random: Random, sample: Sample) -> Sample:
    """The documents of a zip damaged, and the zip whole again; files renamed or left out."""
    try:
        with zipfile.ZipFile(BytesIO(sample.data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return sample
    name = random.choice(sorted(files))
    if random.random() < 0.15:
        del files[name]
    elif random.random() < 0.15:
        files[random.choice((name.upper(), f"a/{name}", f"../{name}", "\u00fc\u4e00.html"))] = files.pop(name)
    else:
        for _ in range(random.choice((1, 1, 2, 10))):
            files[name] = _octets(random, files[name], files[random.choice(sorted(files))])
    return Sample(sample.name, zip_of(files))


def _octets(random: Random, data: bytes, other: bytes) -> bytes:
    """A change at a random place: a bit, a cut, a word, a piece twice, moved, or of another file."""
    place = random.randrange(len(data) + 1)
    length = min(random.choice((1, 2, 8, 60, 600)), len(data) - place)
    start = random.randrange(len(other) + 1)
    piece = other[start : start + length]
    kind = random.randrange(7)
    if kind == 0 and place < len(data):
        return data[:place] + bytes([data[place] ^ 1 << random.randrange(8)]) + data[place + 1 :]
    return (
        data[:place] + data[place + length :],
        data[:place],
        data[:place] + random.choice(WORDS) + data[place:],
        data[:place] + random.choice(WORDS) + data[place + length :],
        data[: place + length] + data[place:],
        data[:place] + piece + data[place:],
        data[:place] + piece + data[place + length :],
    )[kind]


def _fields(random: Random, data: bytes) -> bytes:
    """A number in a header of the zip changed, so that it lies about sizes, places, methods or flags."""
    sign = random.choice(PLACES)
    places = [place for place in range(len(data)) if data.startswith(sign, place)]
    if not places:
        return data
    place = random.choice(places) + random.randrange(4, 46)
    size = random.choice((1, 2, 4))
    number = random.choice((0, 1, 255, 65535, 2**31 - 1, 2**32 - 1, random.randrange(2**32)))
    return data[:place] + (number % 256**size).to_bytes(size, "little") + data[place + size :]
