import { coloursOf, drawing } from '#lib/server/drawing.ts';
import { notFound } from '#lib/server/failures.ts';
import { tint } from '#lib/theme/colours.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) => {
  const colours = coloursOf(url);
  if (!colours) {
    return notFound();
  }
  const { accent, paper } = colours;
  return drawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${paper}"/><path fill="${tint(paper, accent, 0.45)}" d="M4 50 22 22l9 12 13-24 16 40z"/><path fill="${accent}" d="M4 52 18 38l11 8 12-13 19 19v4H4z"/></svg>`,
  );
};
