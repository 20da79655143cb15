"""Bit strings: written and read most significant bit first, carried as base64url.

A bit string is a str of ``0`` and ``1``: slow and plain, which the few thousand bits of a state can afford.
"""

from __future__ import annotations

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""base64url, RFC 4648 section 5."""

RICE = 16
"""Parameter of the Rice code: this many low bits are written as they are."""

_SIX = {character: f"{value:06b}" for value, character in enumerate(ALPHABET)}
_CHARACTER = {bits: character for character, bits in _SIX.items()}


class Malformed(Exception):  # noqa: N818 - what it says of the bits:
    """A bit string is not what it should be: it ends too early or holds an impossible value."""


def number(value: int, width: int) -> str:
    """``value`` in ``width`` bits; the greatest that fits where it is greater. Raises ValueError below 0."""
    if value < 0:
        raise ValueError(f"not an unsigned number: {value}")
    return f"{min(value, (1 << width) - 1):0{width}b}" if width else ""


def rice(value: int) -> str:
    """``value`` in a Rice code: its quotient in unary, then its low bits."""
    return "1" * (value >> RICE) + "0" + number(value & (1 << RICE) - 1, RICE)


def width_of(count: int) -> int:
    """w(n): how many bits tell ``count`` things apart, at least one."""
    return max(1, (count - 1).bit_length())


def to_characters(bits: str) -> str:
    """base64url of ``bits``, the last character filled up with zero bits."""
    padded = bits.ljust(-(-len(bits) // 6) * 6, "0")
    return "".join(_CHARACTER[padded[at : at + 6]] for at in range(0, len(padded), 6))


def from_characters(characters: str) -> str:
    """The bits of base64url text, filling included. Raises Malformed for another character."""
    try:
        return "".join([_SIX[character] for character in characters])
    except KeyError:
        raise Malformed from None


def crc16(bits: str) -> int:
    """CRC-16/CCITT-FALSE of ``bits``, padded with zero bits to a full octet."""
    crc = 0xFFFF
    padded = bits.ljust(-(-len(bits) // 8) * 8, "0")
    for at in range(0, len(padded), 8):
        crc ^= int(padded[at : at + 8], 2) << 8
        for _ in range(8):
            crc = (crc << 1) ^ (0x1021 if crc & 0x8000 else 0)
        crc &= 0xFFFF
    return crc


class Reader:
    """Reads a bit string from its beginning; raises Malformed when it ends too early."""

    __slots__ = ("at", "bits")

    def __init__(self, bits: str) -> None:
        self.bits = bits
        self.at = 0

    def take(self, width: int) -> str:
        """The next ``width`` bits."""
        taken = self.bits[self.at : self.at + width]
        if len(taken) < width:
            raise Malformed
        self.at += width
        return taken

    def number(self, width: int) -> int:
        """The next ``width`` bits (at least one) as a number."""
        return int(self.take(width), 2)

    def rice(self, limit: int) -> int:
        """A number in a Rice code; Malformed when it is above ``limit``, after no more than its bits."""
        quotient = 0
        while self.number(1):
            quotient += 1
            if quotient > limit >> RICE:
                raise Malformed
        value = (quotient << RICE) + self.number(RICE)
        if value > limit:
            raise Malformed
        return value

    @property
    def left(self) -> str:
        """What is not read yet."""
        return self.bits[self.at :]
