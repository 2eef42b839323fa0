import { encode } from 'uqr';

/** A QR code as the path of its dark squares, and how many squares it is wide, its quiet border included. */
export function squareOf(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { path, size };
}
