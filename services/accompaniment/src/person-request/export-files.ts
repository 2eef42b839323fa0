/** Bytes that an export holds itself, or the document of a household that it names. */
export type ExportedFile = { path: string; mediaType: string } & ({ base64: string } | { document: string });

/** A document as an export knows it until it is taken away: too large to be kept twice. */
export interface DocumentReference {
  mediaType: string;
  bytes: number;
  name: string;
  document: string;
}

const EXTENSIONS: Record<string, string> = {
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};
const FOLDER = 'fichiers';

/**
 * What an export found, with every file in it told apart: in its place stands the path it has in the archive.
 * Paths are numbered, so that two files of one name stay two.
 */
export function withFilesApart(result: unknown): { data: unknown; files: ExportedFile[] } {
  const files: ExportedFile[] = [];
  const path = (mediaType: string, name?: string): string => {
    const number = String(files.length + 1).padStart(3, '0');
    const plain = name?.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 80);
    return `${FOLDER}/${number}${plain ? `-${plain}` : `.${EXTENSIONS[mediaType] ?? 'bin'}`}`;
  };
  const told = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(told);
    if (typeof value !== 'object' || value === null) return value;
    const { mediaType, base64, document, name } = value as Record<string, unknown>;
    if (typeof mediaType === 'string' && (typeof base64 === 'string' || typeof document === 'string')) {
      const file = path(mediaType, typeof name === 'string' ? name : undefined);
      files.push({
        path: file,
        mediaType,
        ...(typeof base64 === 'string' ? { base64 } : { document: document as string }),
      });
      return { mediaType, file };
    }
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, told(held)]));
  };
  return { data: told(result), files };
}
