import type { ThemeColours } from '#lib/theme/colours.ts';

/** What the frame of a page shows of its territory. */
export type Site = {
  slug: string;
  name: string;
  locales: string[];
  theme: ThemeColours;
  region: { code: string; name: string } | null;
};
