import { isColour, type ThemeColours } from '#lib/theme/colours.ts';

const year = 31_536_000;

/** A drawing that depends on nothing but its address: it may be kept for ever. */
export function drawing(svg: string, seconds = year): Response {
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': seconds === year ? `public, max-age=${year}, immutable` : `public, max-age=${seconds}`,
    },
  });
}

/** The three colours in an address (?c=accent-paper-ink, without #), or null. */
export function coloursOf(url: URL): ThemeColours | null {
  const [accent, paper, ink, ...rest] = (url.searchParams.get('c') ?? '')
    .split('-')
    .map((digits) => `#${digits}`);
  if (rest.length > 0 || ![accent, paper, ink].every((colour) => colour && isColour(colour))) {
    return null;
  }
  return { accent: accent!, paper: paper!, ink: ink! };
}
