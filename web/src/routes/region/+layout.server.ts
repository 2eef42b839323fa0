import { houseColours } from '#lib/theme/house.ts';
import type { LayoutServerLoad } from './$types';

/** A region is nobody's site: its pages have the same face at every host, and lead back to the territory of this one. */
export const load: LayoutServerLoad = ({ locals: { tenant } }) => ({
  home: tenant ? { name: tenant.name } : null,
  theme: houseColours,
});
