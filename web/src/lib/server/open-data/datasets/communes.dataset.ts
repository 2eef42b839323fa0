import {
  CommuneCopiesDocument,
  type CommuneCopiesQuery,
  ContourCopiesDocument,
} from '#lib/graphql/generated/graphql.ts';
import { speeds } from '#lib/map/vocabulary.ts';
import {
  codePages,
  column,
  countCommunes,
  type Dataset,
  pointAt,
  type Reading,
  type Row,
  rounded,
  text,
} from '../dataset.ts';
import { provenanceCells, provenanceColumns } from '../provenance.columns.ts';

type Commune = CommuneCopiesQuery['communes']['nodes'][number];

const columns = [
  text('code_insee', 'Code INSEE', 'INSEE code'),
  text('nom', 'Nom', 'Name'),
  text('code_departement', 'Code du département', 'Code of the département'),
  text('codes_postaux', 'Codes postaux, séparés par des espaces', 'Postal codes, separated by spaces'),
  text('epci_siren', 'SIREN de l’intercommunalité', 'SIREN of the inter-communal body'),
  text('epci', 'Intercommunalité', 'Inter-communal body'),
  column('integer', 'population', 'Population municipale', 'Municipal population'),
  column('decimal', 'longitude', 'Longitude du centre (WGS 84)', 'Longitude of the centre (WGS 84)'),
  column('decimal', 'latitude', 'Latitude du centre (WGS 84)', 'Latitude of the centre (WGS 84)'),
  column(
    'integer',
    'debit_filaire_mbits',
    'Débit filaire, en Mbit/s, que la moitié des locaux au moins peuvent obtenir : 0 (moins de 8), 8, 30, 100 ou 1000',
    'Wired speed, in Mbit/s, that at least half of the premises can have: 0 (below 8), 8, 30, 100 or 1000',
  ),
  column(
    'integer',
    'solos_publies',
    'Solos publiés dans l’annuaire',
    'Freelancers published in the directory',
  ),
  column(
    'decimal',
    'completude',
    'Part des types de services dont la réponse est connue, de 0 à 1',
    'Share of the types of services whose answer is known, 0 to 1',
  ),
  column(
    'decimal',
    'part_verifiee',
    'Part des types de services vérifiés et non expirés, de 0 à 1',
    'Share of the types of services verified and not expired, 0 to 1',
  ),
  text('verifie_par', 'Qui a vérifié en dernier', 'Who verified last'),
  column('dateTime', 'verifie_le', 'Dernière vérification', 'Last verification'),
  column(
    'dateTime',
    'verifie_jusqu_au',
    'Première expiration d’une vérification',
    'First expiry of a verification',
  ),
  column(
    'boolean',
    'contour_approche',
    'GeoJSON : vrai quand le contour est une cellule autour du centre',
    'GeoJSON: true when the contour is a cell around the centre',
  ),
  column('anyURI', 'fiche', 'Fiche de la commune', 'Sheet of the commune'),
  ...provenanceColumns,
];

/** A row a commune, with its outline. Where its row comes from is where its name and population do. */
export const communes: Dataset = {
  name: 'communes',
  columns,
  subjects: ['COMMUNES'],
  own: false,
  rows,
  count: countCommunes,
};

async function* rows({ gateway, selection, origin }: Reading): AsyncGenerator<Row> {
  for (const codes of codePages(selection)) {
    const [facts, outlines] = await Promise.all([
      gateway.ask(CommuneCopiesDocument, { codes }),
      gateway.ask(ContourCopiesDocument, { codes }),
    ]);
    const byCode = new Map(facts.communes.nodes.map((commune) => [commune.code, commune]));
    const contours = new Map(outlines.communes.nodes.map(({ code, contour }) => [code, contour]));
    for (const code of codes) {
      const commune = byCode.get(code);
      if (commune) {
        const contour = contours.get(code) ?? null;
        const cells = { ...cellsOf(commune, origin), contour_approche: contour?.approximate ?? null };
        yield { cells, geometry: contour?.geometry ?? pointAt(commune.centre) };
      }
    }
  }
}

const cellsOf = (commune: Commune, origin: string) => ({
  code_insee: commune.code,
  nom: commune.name,
  code_departement: commune.departmentCode,
  codes_postaux: commune.postalCodes.join(' '),
  epci_siren: commune.intercommunality?.siren ?? null,
  epci: commune.intercommunality?.name ?? null,
  population: commune.population,
  longitude: commune.centre && rounded(commune.centre.longitude),
  latitude: commune.centre && rounded(commune.centre.latitude),
  debit_filaire_mbits: commune.broadbandClass && (speeds[commune.broadbandClass] ?? 0),
  solos_publies: commune.soloCount,
  completude: commune.qualification.completeness,
  part_verifiee: commune.qualification.verifiedShare,
  verifie_par: commune.qualification.verifiedBy,
  verifie_le: commune.qualification.verifiedAt,
  verifie_jusqu_au: commune.qualification.expiresAt,
  fiche: `${origin}/communes/${commune.code}-${commune.slug}`,
  ...provenanceCells(commune.sources[0]),
});
