import type { Provenance } from '#lib/provenance/provenance.ts';
import { type Cell, type Column, column, text } from './dataset.ts';

/** What every row says of where it comes from. */
export const provenanceColumns: Column[] = [
  text('source', 'Producteur et jeu de données d’origine', 'Producer and dataset it comes from'),
  text('millesime', 'Millésime de la source', 'Vintage of the source'),
  text('licence', 'Licence de la ligne', 'Licence of the row'),
  column('anyURI', 'source_url', 'Adresse de la source', 'Address of the source'),
  column('dateTime', 'recupere_le', 'Quand la source a été récupérée', 'When the source was retrieved'),
  column(
    'boolean',
    'demonstration',
    'Vrai pour une donnée inventée, de démonstration',
    'True for invented, demonstration data',
  ),
];

export const provenanceCells = (source: Provenance | null | undefined): Record<string, Cell> => ({
  source: source ? `${source.producer}, ${source.dataset}` : null,
  millesime: source?.vintage ?? null,
  licence: source?.licence ?? null,
  source_url: source?.url ?? null,
  recupere_le: source?.retrievedAt ?? null,
  demonstration: source?.demonstration ?? null,
});
