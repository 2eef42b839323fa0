import type { Provenance } from '#lib/provenance/provenance.ts';
import { licenceAddress, sharesAlike } from './licences.ts';

/** What a file says of itself before its rows. */
export type Header = {
  title: string;
  territory: string;
  /** When the offer last changed, as a day. */
  asOf: string;
  /** Changes with the data. */
  version: string;
  /** The page that explains the file. */
  page: string;
  /** The filters it was made with; empty when it holds all communes. */
  filters: string;
  communes: { selected: number; total: number };
  sources: Provenance[];
};

/** The header as JSON and GeoJSON files carry it. Keys are French, as the columns are. */
export function headerMembers(header: Header) {
  const licences = [...new Set(header.sources.map(({ licence }) => licence))];
  const demonstration = header.sources.some((source) => source.demonstration);
  return {
    titre: header.title,
    territoire: header.territory,
    a_jour_au: header.asOf,
    version: header.version,
    page: header.page,
    filtres: header.filters || null,
    communes: { choisies: header.communes.selected, total: header.communes.total },
    demonstration,
    ...(demonstration && {
      avertissement:
        'Ce fichier contient des données inventées pour montrer le site : voir la colonne « demonstration ».',
    }),
    licences: licences.map((licence) => ({
      nom: licence,
      texte: licenceAddress(licence),
      partage_a_l_identique: sharesAlike(licence),
    })),
    sources: header.sources.map((source) => ({
      producteur: source.producer,
      jeu: source.dataset,
      millesime: source.vintage,
      licence: source.licence,
      url: source.url,
      recupere_le: source.retrievedAt,
      demonstration: source.demonstration,
    })),
  };
}
