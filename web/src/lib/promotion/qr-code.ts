import { encode } from 'uqr';

/** A QR code as SVG: black on white with a quiet edge, as wide as it is printed. Level Q reads on a creased poster. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="1200" height="1200" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
}
