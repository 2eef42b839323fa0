export type FileKind = 'text' | 'features' | 'zip' | 'gzip' | 'parquet';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export const withoutMark = (data: Buffer): Buffer =>
  data.subarray(0, 3).equals(MARK) ? data.subarray(3) : data;

/** How a file has to be opened, by its first bytes; its name says nothing. */
export function fileKind(head: Buffer): FileKind {
  const text = withoutMark(head).subarray(0, 2048).toString('latin1');
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return 'zip';
  if (text.startsWith('\x1f\x8b')) return 'gzip';
  if (text.startsWith('PAR1')) return 'parquet';
  return /^\s*{[^[]*"type"\s*:\s*"FeatureCollection"/.test(text) || /^\s*{\s*"features"\s*:/.test(text)
    ? 'features'
    : 'text';
}

const NOT_READ: [name: string, test: (data: Buffer, text: string) => boolean][] = [
  ['an old Excel file (save it as CSV or .xlsx)', (data) => data.readUInt32BE(0) === 0xd0cf11e0],
  ['a 7z archive (unpack it)', (_, text) => text.startsWith("7z\xbc\xaf'\x1c")],
  ['a PDF document', (_, text) => text.startsWith('%PDF')],
  ['a dBase table (save it as CSV)', (data) => isDbase(data)],
  ['a web page', (_, text) => /^\s*<(!doctype html|html)/i.test(text)],
  ['XML', (_, text) => text.trimStart().startsWith('<')],
  ['JSON', (_, text) => /^\s*[{[]/.test(text)],
  ['text in UTF-16 (save it as UTF-8)', (data) => [0xfffe, 0xfeff].includes(data.readUInt16BE(0))],
  ['no text', (data) => data.subarray(0, 4096).includes(0)],
];

/** Version 3, then the day of its last change. */
const isDbase = (data: Buffer) =>
  data.length > 32 &&
  data[0] === 3 &&
  (data[2] as number) <= 12 &&
  (data[3] as number) <= 31 &&
  data[4] !== 0x2c;

/** What a file looks like that is read as a table and is none; null for what may be one. */
export function notATable(data: Buffer): string | null {
  if (data.length < 4) return null;
  const text = withoutMark(data).subarray(0, 256).toString('latin1');
  return NOT_READ.find(([, test]) => test(data, text))?.[0] ?? null;
}
