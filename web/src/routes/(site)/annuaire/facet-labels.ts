import type { ListFacet } from '#lib/directory/directory-search.ts';
import { m } from '#lib/paraglide/messages.js';

const labels: Record<ListFacet, () => string> = {
  activity: m.directory_facet_activity,
  skill: m.directory_facet_skill,
  commune: m.directory_facet_commune,
  area: m.directory_facet_area,
  language: m.directory_facet_language,
};

/** What a facet is called where it is chosen from. */
export const facetLabel = (facet: ListFacet): string => labels[facet]();
