import type { BasemapSource } from '#lib/map/basemap.ts';
import type { ThemeColours } from '#lib/theme/colours.ts';

/** What the frame of a page shows of its territory. */
export type Site = {
  slug: string;
  name: string;
  locales: string[];
  theme: ThemeColours;
  region: { code: string; name: string } | null;
  /** What is asked of others to lie under its maps. */
  basemap: BasemapSource | null;
};
