// Bit strings: text of 0 and 1, most significant bit first, carried as base64url.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// A number in `width` bits; the greatest that fits where it is greater.
const bitsOf = cw.bitsOf = (value, width) => Math.min(value || 0, 2 ** width - 1).toString(2).padStart(width, "0");

// The bits in pieces of `size`, the last one filled up with zero bits.
const pieces = (bits, size) => bits.match(RegExp(".{1," + size + "}", "g")).map((piece) => parseInt(piece.padEnd(size, "0"), 2));

const toCharacters = (bits) => pieces(bits, 6).map((six) => ALPHABET[six]).join("");

const broken = () => {
  throw RangeError();
};

const fromCharacters = (text) => text.replace(/[^]/g, (one) => {
  const six = ALPHABET.indexOf(one);
  return six < 0 ? broken() : bitsOf(six, 6);
});

// CRC-16/CCITT-FALSE of the bits, filled up to a full octet.
const crc16 = (bits) => pieces(bits, 8).reduce((crc, octet) => {
  crc ^= octet << 8;
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0);
  return crc & 0xffff;
}, 0xffff);

// A port takes and gives so many bits. One layout serves both ways: a writing port hands on what it is given,
// a reading port what stands in its bits; it throws RangeError at their end.
const writing = () => {
  const port = (width, bits) => {
    port.bits += bits;
    return bits;
  };
  port.bits = "";
  return port;
};

const reading = (bits) => {
  const port = (width) => (port.at + width > bits.length ? broken() : bits.slice(port.at, (port.at += width)));
  port.at = 0;
  return port;
};

const number = (port, width, value) => parseInt(port(width, bitsOf(value, width)), 2);

// A number in a Rice code of parameter 16: its quotient by 65,536 in unary, then 16 bits.
const rice = (port, value, limit) => {
  let whole = 0;
  while (number(port, 1, value >> 16 > whole >> 16)) if ((whole += 0x10000) > limit) broken();
  whole += number(port, 16, value & 0xffff);
  return whole > limit ? broken() : whole;
};
