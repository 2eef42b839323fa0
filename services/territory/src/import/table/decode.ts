import { isAscii } from 'node:buffer';
import { ImportRefusedError } from '../import-refused.js';
import { notATable, withoutMark } from './file-kind.js';

/** No line of an official table is as long; what has none is something else. */
const LONGEST_LINE = 8 << 20;
const NEWLINE = 0x0a;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * Decodes a file into blocks of whole lines that end in a single `\n`. The encoding is settled by the first accent: UTF-8
 * if it is one, else Windows-1252; a file that changes its mind was put together from two.
 * @param onOpenEnd called before the last block when the file does not end with a line break
 */
export async function* decodeLines(
  bytes: AsyncIterable<Buffer>,
  onOpenEnd: () => void = () => {},
): AsyncGenerator<string> {
  const decode = decoder();
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of bytes) {
    let data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (first) data = withoutMark(refuseBinary(data));
    first &&= data.length === 0;
    const end = data.lastIndexOf(NEWLINE) + 1;
    if (end === 0 && data.length > LONGEST_LINE)
      throw new ImportRefusedError(`file: a line is longer than ${LONGEST_LINE >> 20} MiB, this is no table`);
    rest = data.subarray(end);
    if (end > 0) yield decode(data.subarray(0, end));
  }
  if (first && rest.length === 0) throw new ImportRefusedError('file: it is empty');
  if (rest.length === 0) return;
  onOpenEnd();
  yield `${decode(rest)}\n`;
}

function decoder(): (bytes: Buffer) => string {
  let encoding: 'undecided' | 'utf-8' | 'windows-1252' = 'undecided';
  return (bytes) => {
    const text = isAscii(bytes) ? bytes.toString('latin1') : decode(bytes);
    return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  };

  function decode(bytes: Buffer): string {
    if (encoding === 'windows-1252') return windows1252.decode(bytes);
    try {
      const text = utf8.decode(bytes);
      encoding = 'utf-8';
      return text;
    } catch {
      if (encoding === 'utf-8')
        throw new ImportRefusedError('file: it starts in UTF-8 and goes on in another encoding');
      encoding = 'windows-1252';
      return windows1252.decode(bytes);
    }
  }
}

function refuseBinary(data: Buffer): Buffer {
  const kind = notATable(data);
  if (kind) throw new ImportRefusedError(`file: a table is expected, this looks like ${kind}`);
  return data;
}
