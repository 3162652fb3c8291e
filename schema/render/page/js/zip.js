// A ZIP archive (APPNOTE 6.3) of files that are stored as they are.

const crcTable = Uint32Array.from({length: 256}, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

function crc32(bytes) {
  let crc = ~0;
  for (const b of bytes) crc = crcTable[(crc ^ b) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

// littleEndian lays out [value, bytes] one behind the other.
function littleEndian(...fields) {
  const out = [];
  for (const [value, size] of fields) for (let i = 0; i < size; i++) out.push(Math.floor(value / 256 ** i) % 256);
  return Uint8Array.from(out);
}

// zip returns the archive of files {name: text} as a list of byte arrays.
function zip(files) {
  const bodies = [], directory = [], day = 0x21; // 1980-01-01: the same content is the same archive
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = new TextEncoder().encode(name), body = new TextEncoder().encode(text);
    const facts = [[20, 2], [0x800, 2], [0, 2], [0, 2], [day, 2], [crc32(body), 4], [body.length, 4], [body.length, 4], [path.length, 2], [0, 2]];
    bodies.push(littleEndian([0x04034b50, 4], ...facts), path, body);
    directory.push(littleEndian([0x02014b50, 4], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), path);
    at += 30 + path.length + body.length;
  }
  const size = directory.reduce((n, part) => n + part.length, 0), count = Object.keys(files).length;
  return [...bodies, ...directory, littleEndian([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])];
}
