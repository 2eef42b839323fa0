import type { Geometry } from 'geojson';
import type { SourceSubject } from '#lib/graphql/generated/graphql.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import type { Selection } from './selection.ts';

export const datasetNames = [
  'communes',
  'services',
  'equipements',
  'internet',
  'locaux',
  'annuaire',
] as const;
export type DatasetName = (typeof datasetNames)[number];

/** A value of a row; null is « not known », and never 0, false or an empty text. */
export type Cell = string | number | boolean | null;
type Words = { fr: string; en: string };

/** A column, with the XML Schema type that CSVW knows it by. Names are the same in every language. */
export type Column = {
  name: string;
  type: 'string' | 'integer' | 'decimal' | 'boolean' | 'date' | 'dateTime' | 'anyURI';
  title: Words;
};

export type Row = { cells: Record<string, Cell>; geometry: Geometry | null };

/** What rows are read from, and for which communes. */
export type Reading = { gateway: GatewayClient; selection: Selection; origin: string };

/** Something that can be downloaded: what its rows are, and how they are read, a page at a time. */
export type Dataset = {
  name: DatasetName;
  columns: Column[];
  /** Whose sources are those of its rows. */
  subjects: SourceSubject[];
  /** Whether the territory gathered or verified some of it itself. */
  own: boolean;
  /** Whether its rows name people: a copy that somebody kept is asked for anew each time. */
  people?: boolean;
  rows: (reading: Reading) => AsyncGenerator<Row>;
  /** How many rows there are, without reading them where that can be. */
  count: (reading: Reading) => Promise<number>;
};

/** How many communes are asked for at once: what the API allows. */
const pageSize = 100;

/** The chosen communes, as many at a time as one question may name, or fewer where their answers are long. */
export function* codePages({ codes }: Selection, size = pageSize): Generator<string[]> {
  for (let start = 0; start < codes.length; start += size) {
    yield codes.slice(start, start + size);
  }
}

/** One row for every chosen commune. */
export const countCommunes = async ({ selection }: Reading): Promise<number> => selection.codes.length;

/** A point, or null where it is not known. */
export const pointAt = (position: { longitude: number; latitude: number } | null): Geometry | null =>
  position && { type: 'Point', coordinates: [rounded(position.longitude), rounded(position.latitude)] };

/** A decimetre: what RFC 7946 recommends. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

export const text = (name: string, fr: string, en: string): Column => ({
  name,
  type: 'string',
  title: { fr, en },
});
export const column = (type: Column['type'], name: string, fr: string, en: string): Column => ({
  name,
  type,
  title: { fr, en },
});
