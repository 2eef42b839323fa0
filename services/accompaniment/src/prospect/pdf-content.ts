import { inflateSync } from 'node:zlib';

/** What makes a document act by itself, start a programme or carry another file along. */
const ACTIVE = /\/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA)\b/;
/** A document opened at a place or a zoom is an ordinary one: what it opens with decides. */
const PLAIN_OPENING = /\/OpenAction\s*\[[^\]]*\]/g;
/** `/J#61vaScript` is read as `/JavaScript`. */
const ESCAPED = /#([0-9a-f]{2})/gi;
const OBJECTS = /\/Type\s*\/ObjStm\b/;
const MOST = 20_000_000;

/**
 * Why a PDF is not kept, or null: one that runs scripts or carries files, one that cannot be looked into, one that is
 * cut off. Objects may be packed in compressed streams (PDF 1.5), which are unpacked for it.
 */
export function searchPdf(bytes: Buffer): 'ACTIVE' | 'LOCKED' | 'BROKEN' | null {
  const text = bytes.toString('latin1');
  if (!text.slice(-2048).includes('%%EOF')) return 'BROKEN';
  // Pictures and pages are noise that could look like anything: what is searched are the objects around them.
  const around = named(text.replace(/\bstream\r?\n[\s\S]*?\bendstream/g, ' '));
  if (/\/Encrypt\b/.test(around)) return 'LOCKED';
  if (ACTIVE.test(around)) return 'ACTIVE';
  let left = MOST;
  for (const match of text.matchAll(/<<((?:(?!\bstream\b)[\s\S]){0,2000})>>\s*stream\r?\n/g)) {
    if (!OBJECTS.test(named(match[1] ?? ''))) continue;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const packed = unpack(bytes.subarray(start, end < 0 ? undefined : end), named(match[1] ?? ''), left);
    if (packed === null) return 'BROKEN';
    left -= packed.length;
    if (ACTIVE.test(named(packed))) return 'ACTIVE';
  }
  return null;
}

const named = (text: string): string =>
  text
    .replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(PLAIN_OPENING, ' ');

function unpack(bytes: Buffer, dictionary: string, most: number): string | null {
  if (!/\/Filter\b/.test(dictionary)) return bytes.toString('latin1');
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dictionary) || most <= 0) return null;
  try {
    return inflateSync(bytes, { maxOutputLength: most }).toString('latin1');
  } catch {
    return null;
  }
}
