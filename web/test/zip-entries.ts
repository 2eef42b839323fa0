import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const inDirectory = 0x02014b50;
const deflated = 8;

/** The files of a ZIP by their path, in its order. Throws on what is none, or broke off. */
export function entriesOf(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from(new Uint32Array([endOfDirectory]).buffer));
  if (end < 0) throw new Error('this is no whole ZIP');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== inDirectory) throw new Error('this ZIP has no directory');
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const held = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const path = zip.subarray(at + 46, at + 46 + name).toString();
    files.set(path, zip.readUInt16LE(at + 10) === deflated ? inflateRawSync(held) : held);
    at += 46 + name + extra + comment;
  }
  return files;
}
