import { searchPdf } from './pdf-content.js';

/** Why a document is not kept. */
export type FileProblem = 'EMPTY' | 'KIND' | 'DISGUISED' | 'BROKEN' | 'ACTIVE' | 'LOCKED';

export type FileKind = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp' | 'text/plain';

const ENDINGS: Record<FileKind, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'text', 'md', 'csv'],
};
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_END = Buffer.from('IEND');

/**
 * What a document is, read from its bytes; or why it is not taken. Its name has to say the same, for whoever saves it
 * later opens it by its name.
 */
export function fileKind(bytes: Buffer, name: string): FileKind | FileProblem {
  if (bytes.length === 0) return 'EMPTY';
  const kind = contentOf(bytes);
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const told = (Object.keys(ENDINGS) as FileKind[]).find((each) => ENDINGS[each].includes(ending));
  if (!told) return 'KIND';
  if (kind !== told) return 'DISGUISED';
  if (kind === 'application/pdf') return searchPdf(bytes) ?? kind;
  return isWhole(kind, bytes) ? kind : 'BROKEN';
}

function contentOf(bytes: Buffer): FileKind | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (bytes.subarray(0, 8).equals(PNG)) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  const riff = bytes.subarray(0, 4).toString('latin1') === 'RIFF';
  if (riff && bytes.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp';
  return isText(bytes) ? 'text/plain' : null;
}

/** UTF-8 without control characters; a page of the web is no plain text, whatever it is called. */
function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what no plain text has is what is looked for.
    return !/[\0-\x08\x0b\x0e-\x1f]/.test(text) && !/^\s*<(!doctype|html|svg|script|\?xml)/i.test(text);
  } catch {
    return false;
  }
}

/** Whether a picture goes to its end: one that was cut off shows nothing to anybody. */
function isWhole(kind: FileKind, bytes: Buffer): boolean {
  switch (kind) {
    case 'image/png':
      return bytes.includes(PNG_END, -16);
    case 'image/jpeg':
      return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > bytes.length - 1024;
    case 'image/webp':
      return bytes.readUInt32LE(4) + 8 <= bytes.length;
    default:
      return true;
  }
}
