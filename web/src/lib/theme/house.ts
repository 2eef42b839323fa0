import type { ThemeColours } from './colours.ts';

/** The colours of the pages that belong to no territory. */
export const houseColours: ThemeColours = { accent: '#3f5f73', paper: '#faf7f1', ink: '#20272b' };
