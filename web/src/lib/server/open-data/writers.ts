import { byteOrderMark, csvRecord } from './csv.ts';
import type { Column, Row } from './dataset.ts';
import { type Header, headerMembers } from './header.ts';

type File = { header: Header; columns: Column[]; rows: AsyncIterable<Row> };

/** RFC 4180, comma and CRLF, a header line, nothing else: what the file is stands in its columns and its metadata. */
export async function* writeCsv({ columns, rows }: File, mark = false): AsyncGenerator<string> {
  yield (mark ? byteOrderMark : '') + csvRecord(columns.map(({ name }) => name));
  for await (const { cells } of rows) {
    yield csvRecord(columns.map(({ name }) => cells[name] ?? null));
  }
}

/** A FeatureCollection (RFC 7946); what the file is stands in the foreign member `metadonnees`. */
export async function* writeGeoJson({ header, columns, rows }: File): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","metadonnees":${JSON.stringify(headerMembers(header))},"features":[`;
  let separator = '\n';
  for await (const { cells, geometry } of rows) {
    const properties = Object.fromEntries(columns.map(({ name }) => [name, cells[name] ?? null]));
    yield separator + JSON.stringify({ type: 'Feature', geometry, properties });
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** An object of two members: `metadonnees`, and `lignes` with a value for every column. */
export async function* writeJson({ header, columns, rows }: File): AsyncGenerator<string> {
  yield `{"metadonnees":${JSON.stringify(headerMembers(header))},"lignes":[`;
  let separator = '\n';
  for await (const { cells } of rows) {
    yield separator +
      JSON.stringify(Object.fromEntries(columns.map(({ name }) => [name, cells[name] ?? null])));
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** CSV on the Web: the columns, their types and titles, and what the header says, for a CSV file beside it. */
export function csvMetadata(header: Header, columns: Column[], address: string): string {
  const licences = headerMembers(header).licences.flatMap(({ texte }) => texte ?? []);
  return JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'fr' }],
      url: address,
      'dc:title': header.title,
      'dc:publisher': header.territory,
      'dc:modified': { '@value': header.asOf, '@type': 'xsd:date' },
      'dc:license': licences.map((licence) => ({ '@id': licence })),
      'dc:source': header.sources.map(
        ({ producer, dataset, vintage, licence }) => `${producer}, ${dataset}, ${vintage} (${licence})`,
      ),
      dialect: { encoding: 'utf-8', delimiter: ',', lineTerminators: ['\r\n'], quoteChar: '"', header: true },
      notes: [
        {
          '@type': 'rdfs:comment',
          'rdfs:comment':
            'Un texte qui pourrait passer pour une formule de tableur est précédé d’une apostrophe : ôtez la première apostrophe d’un texte qui commence par elle.',
        },
      ],
      tableSchema: {
        columns: columns.map(({ name, type, title }) => ({
          name,
          titles: name,
          'dc:description': [
            { '@value': title.fr, '@language': 'fr' },
            { '@value': title.en, '@language': 'en' },
          ],
          datatype: type,
          null: '',
        })),
      },
    },
    null,
    2,
  );
}
