import {
  FacilityCopiesDocument,
  type FacilityCopiesQuery,
  FacilityCountDocument,
} from '#lib/graphql/generated/graphql.ts';
import {
  codePages,
  column,
  type Dataset,
  pointAt,
  type Reading,
  type Row,
  rounded,
  text,
} from '../dataset.ts';
import { familyWords } from '../families.ts';
import { provenanceCells, provenanceColumns } from '../provenance.columns.ts';

const columns = [
  text(
    'identifiant',
    'Identifiant stable d’un millésime à l’autre',
    'Identifier, the same from one vintage to the next',
  ),
  text('nom', 'Nom', 'Name'),
  text(
    'type_code',
    'Code du type (TYPEQU de la BPE, ou W… pour les lieux de travail)',
    'Code of the type (BPE TYPEQU, or W… for workplaces)',
  ),
  text('type', 'Type de service', 'Type of service'),
  text('famille', 'Famille de services', 'Family of services'),
  text('code_insee', 'Code INSEE de la commune', 'INSEE code of the commune'),
  text('commune', 'Commune', 'Commune'),
  column('decimal', 'longitude', 'Longitude (WGS 84)', 'Longitude (WGS 84)'),
  column('decimal', 'latitude', 'Latitude (WGS 84)', 'Latitude (WGS 84)'),
  ...provenanceColumns,
];

/** A row a service at its place, as the sources that list places have them. */
export const equipements: Dataset = {
  name: 'equipements',
  columns,
  subjects: ['FACILITIES'],
  own: false,
  rows,
  count,
};

async function count({ gateway, selection }: Reading): Promise<number> {
  let total = 0;
  for (const codes of codePages(selection)) {
    total += (await gateway.ask(FacilityCountDocument, { codes })).facilities.totalCount;
  }
  return total;
}

async function* rows({ gateway, selection }: Reading): AsyncGenerator<Row> {
  for (const codes of codePages(selection)) {
    let after: string | null = null;
    do {
      const { facilities }: FacilityCopiesQuery = await gateway.ask(FacilityCopiesDocument, { codes, after });
      for (const { id, name, type, commune, position, source } of facilities.nodes) {
        const cells = {
          identifiant: id,
          nom: name,
          type_code: type.code,
          type: type.label,
          famille: familyWords[type.family],
          code_insee: commune.code,
          commune: commune.name,
          longitude: position && rounded(position.longitude),
          latitude: position && rounded(position.latitude),
          ...provenanceCells(source),
        };
        yield { cells, geometry: pointAt(position) };
      }
      after = facilities.pageInfo.hasNextPage ? facilities.pageInfo.endCursor : null;
    } while (after);
  }
}
