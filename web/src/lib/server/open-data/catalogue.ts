import type { Dataset } from './dataset.ts';
import { type Format, formats } from './formats.ts';
import type { Header } from './header.ts';
import { coveringLicence, licenceAddress, ownLicence } from './licences.ts';
import { periodOf } from './period.ts';
import type { LinkedNode, LinkedValue } from './turtle.ts';

export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  geo: 'http://www.opengis.net/ont/geosparql#',
};

const authority = (list: string, code: string) => ({
  '@id': `http://publications.europa.eu/resource/authority/${list}/${code}`,
});
/** The European themes of each dataset. */
const themes: Record<Dataset['name'], string[]> = {
  communes: ['REGI'],
  services: ['SOCI', 'REGI'],
  equipements: ['SOCI', 'REGI'],
  internet: ['TECH', 'REGI'],
  locaux: ['ECON', 'REGI'],
  annuaire: ['ECON', 'REGI'],
};
const keywords: Record<Dataset['name'], string[]> = {
  communes: ['communes', 'contours', 'population'],
  services: ['services à la population', 'commerces', 'écoles', 'santé', 'qualification'],
  equipements: ['services à la population', 'équipements', 'commerces', 'écoles', 'santé'],
  internet: ['couverture Internet', 'fibre', 'haut débit'],
  locaux: ['coworking', 'locaux', 'logement', 'terrains'],
  annuaire: ['annuaire', 'indépendants', 'savoir-faire', 'télétravail'],
};

export type CatalogueEntry = { dataset: Dataset; header: Header; description: string };
export type CatalogueSite = {
  name: string;
  origin: string;
  bounds: number[];
  description: string;
};

/** The catalogue of a territory's open data: DCAT-AP 3, a dataset a file stem and a distribution a format. */
export function catalogueOf(site: CatalogueSite, entries: CatalogueEntry[]): LinkedNode {
  const address = `${site.origin}/donnees`;
  const publisher: LinkedNode = {
    '@id': `${site.origin}/#territoire`,
    '@type': 'foaf:Organization',
    'foaf:name': french(site.name),
    'foaf:homepage': { '@id': `${site.origin}/` },
  };
  const asOf = entries[0]?.header.asOf ?? '';
  return {
    '@id': `${address}#catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': french(`Données ouvertes · ${site.name}`),
    'dct:description': french(site.description),
    'dct:publisher': publisher,
    'dct:language': authority('language', 'FRA'),
    'dct:license': { '@id': licenceAddress(ownLicence) ?? '' },
    'dct:modified': date(asOf),
    'dct:spatial': extentOf(site),
    'dcat:themeTaxonomy': {
      '@id': 'http://publications.europa.eu/resource/authority/data-theme',
    },
    'foaf:homepage': { '@id': address },
    'dcat:dataset': entries.map((entry) => datasetOf(site, entry)),
    'dcat:service': serviceOf(site),
  };
}

function datasetOf(site: CatalogueSite, { dataset, header, description }: CatalogueEntry): LinkedNode {
  const address = `${site.origin}/donnees`;
  const period = periodOf(header.sources.map(({ vintage }) => vintage));
  return {
    '@id': `${address}#${dataset.name}`,
    '@type': 'dcat:Dataset',
    'dct:title': french(header.title),
    'dct:description': french(description),
    'dct:identifier': `${address}#${dataset.name}`,
    'dct:publisher': { '@id': `${site.origin}/#territoire` },
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': site.name,
      'vcard:hasURL': { '@id': `${site.origin}/mentions-legales` },
    },
    'dcat:theme': themes[dataset.name].map((theme) => authority('data-theme', theme)),
    'dcat:keyword': keywords[dataset.name].map(french),
    'dct:language': authority('language', 'FRA'),
    'dct:accrualPeriodicity': authority('frequency', 'IRREG'),
    'dct:accessRights': authority('access-right', 'PUBLIC'),
    'dct:spatial': extentOf(site),
    'dct:temporal': period
      ? {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': date(period.start),
          'dcat:endDate': date(period.end),
        }
      : undefined,
    'dct:modified': date(header.asOf),
    'dcat:landingPage': { '@id': `${address}#jeu-${dataset.name}` },
    'dct:provenance': {
      '@type': 'dct:ProvenanceStatement',
      'rdfs:label': french(provenanceWords(header)),
    },
    'dcat:distribution': (Object.keys(formats) as Format[]).map((format) =>
      distributionOf(address, dataset, header, format),
    ),
  };
}

function distributionOf(address: string, dataset: Dataset, header: Header, format: Format): LinkedNode {
  const file = `${address}/${dataset.name}.${format}`;
  const licences = licencesOf(dataset, header);
  const covering = coveringLicence(licences);
  return {
    '@id': `${file}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': french(`${header.title} (${formats[format].fileType})`),
    'dcat:accessURL': { '@id': file },
    'dcat:downloadURL': { '@id': file },
    'dct:format': authority('file-type', formats[format].fileType),
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${formats[format].media}` },
    'dct:license': covering ? { '@id': licenceAddress(covering) ?? '' } : undefined,
    'dct:rights': {
      '@type': 'dct:RightsStatement',
      'rdfs:label': french(rightsWords(licences)),
    },
    'dct:modified': date(header.asOf),
    ...(format === 'csv' && { 'dct:conformsTo': { '@id': 'https://www.rfc-editor.org/rfc/rfc4180' } }),
    ...(format === 'geojson' && { 'dct:conformsTo': { '@id': 'https://www.rfc-editor.org/rfc/rfc7946' } }),
  };
}

const serviceOf = ({ origin, name }: CatalogueSite): LinkedNode => ({
  '@id': `${origin}/donnees#graphql`,
  '@type': 'dcat:DataService',
  'dct:title': french(`API GraphQL · ${name}`),
  'dcat:endpointURL': { '@id': `${origin}/graphql` },
  'dcat:endpointDescription': { '@id': `${origin}/donnees#api` },
});

const licencesOf = (dataset: Dataset, { sources }: Header): string[] => [
  ...new Set([...sources.map(({ licence }) => licence), ...(dataset.own ? [ownLicence] : [])]),
];

const rightsWords = (licences: string[]) =>
  `Chaque ligne porte la licence de sa source (${licences.join(', ') || ownLicence}). Ce qui reprend des lignes sous ODbL se partage sous la même licence.`;

const provenanceWords = ({ sources }: Header) =>
  sources
    .map(
      ({ producer, dataset, vintage, licence, demonstration }) =>
        `${producer}, ${dataset}, ${vintage} (${demonstration ? 'données de démonstration' : licence})`,
    )
    .join(' ; ') || 'Recueilli par le territoire.';

/** The territory's bounds: a box, as GeoSPARQL writes it. */
function extentOf({ name, bounds: [west = 0, south = 0, east = 0, north = 0] }: CatalogueSite): LinkedNode {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    '@type': 'dct:Location',
    'rdfs:label': french(name),
    'dcat:bbox': {
      '@value': `POLYGON((${corners.map((corner) => corner.join(' ')).join(', ')}))`,
      '@type': 'geo:wktLiteral',
    },
  };
}

const french = (words: string): LinkedValue => ({ '@value': words, '@language': 'fr' });
const date = (day: string): LinkedValue => ({ '@value': day, '@type': 'xsd:date' });
