/** What a press kit holds: what every newspaper opens, and no more. Drawings with scripts and archives stay out. */
const TYPES: { mediaType: string; extension: string; starts: number[] }[] = [
  { mediaType: 'application/pdf', extension: 'pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', extension: 'jpg', starts: [0xff, 0xd8, 0xff] },
  {
    mediaType: 'image/png',
    extension: 'png',
    starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
];

export interface PressType {
  mediaType: string;
  extension: string;
}

/** What a file is by its first bytes, whatever its name says; null for what is not taken. */
export function pressTypeOf(bytes: Buffer): PressType | null {
  const type = TYPES.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  return type ? { mediaType: type.mediaType, extension: type.extension } : null;
}

/** The name that it is downloaded under: plain letters, and the ending that its content has. */
export function pressFileName(name: string, { extension }: PressType): string {
  const plain = name
    .normalize('NFD')
    .replace(/\.[^.]{1,8}$/, '')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return `${plain || 'document'}.${extension}`;
}
