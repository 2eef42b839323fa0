import {
  PremisesCopiesDocument,
  type PremisesCopiesQuery,
  type PremisesKind,
  type Tenure,
} from '#lib/graphql/generated/graphql.ts';
import { column, type Dataset, pointAt, type Reading, type Row, text } from '../dataset.ts';
import { ownLicence } from '../licences.ts';

type Premises = PremisesCopiesQuery['premises']['nodes'][number];

const kinds: Record<PremisesKind, string> = {
  COWORKING: 'coworking',
  TELECENTRE: 'télécentre',
  OFFICE: 'bureau',
  WORKSHOP: 'atelier',
  HOUSING: 'logement',
  LAND: 'terrain',
};
const tenures: Record<Tenure, string> = { RENT: 'location', SALE: 'vente', FREE: 'gratuit' };

const columns = [
  text('identifiant', 'Identifiant', 'Identifier'),
  text('titre', 'Titre', 'Title'),
  text('genre', 'Genre : coworking, télécentre, bureau, atelier, logement, terrain', 'Kind, in French'),
  text('description', 'Description', 'Description'),
  text('code_insee', 'Code INSEE de la commune', 'INSEE code of the commune'),
  text('commune', 'Commune', 'Commune'),
  text('adresse', 'Adresse', 'Address'),
  column('integer', 'surface_m2', 'Surface, en mètres carrés', 'Surface, in square metres'),
  column('integer', 'places', 'Places de travail', 'Workplaces'),
  text('conditions', 'location, vente ou gratuit', 'location (rent), vente (sale) or gratuit (free)'),
  column(
    'integer',
    'prix_euros',
    'Prix en euros : par mois en location, une fois à la vente',
    'Price in euros: a month for rent, once for sale',
  ),
  column('boolean', 'fibre', 'Fibre raccordée ; vide : non connu', 'Fibre connected; empty: not known'),
  column('date', 'disponible_le', 'Disponible à partir du', 'Available from'),
  column('date', 'expire_le', 'Dernier jour de l’annonce', 'Last day it is announced'),
  column('anyURI', 'site', 'Site', 'Website'),
  column('anyURI', 'annonce', 'Page de l’annonce', 'Page of the announcement'),
  column('dateTime', 'mis_a_jour_le', 'Mis à jour le', 'Updated at'),
  text('licence', 'Licence de la ligne', 'Licence of the row'),
  column(
    'boolean',
    'demonstration',
    'Vrai pour une donnée inventée, de démonstration',
    'True for invented, demonstration data',
  ),
];

/** A row a place to work or live in that is published now. Its contact is a person’s: it is not in the file. */
export const locaux: Dataset = { name: 'locaux', columns, subjects: [], own: true, rows, count };

async function count(reading: Reading): Promise<number> {
  let total = 0;
  for await (const _ of rows(reading)) {
    total += 1;
  }
  return total;
}

async function* rows({ gateway, selection, origin }: Reading): AsyncGenerator<Row> {
  const chosen = new Set(selection.codes);
  let after: string | null = null;
  do {
    const { premises }: PremisesCopiesQuery = await gateway.ask(PremisesCopiesDocument, { after });
    for (const place of premises.nodes) {
      if (chosen.has(place.commune.code)) {
        yield { cells: cellsOf(place, origin), geometry: pointAt(place.commune.centre) };
      }
    }
    after = premises.pageInfo.hasNextPage ? premises.pageInfo.endCursor : null;
  } while (after);
}

const cellsOf = (place: Premises, origin: string) => ({
  identifiant: place.id,
  titre: place.title,
  genre: kinds[place.kind],
  description: place.description || null,
  code_insee: place.commune.code,
  commune: place.commune.name,
  adresse: place.address,
  surface_m2: place.surface,
  places: place.places,
  conditions: place.tenure && tenures[place.tenure],
  prix_euros: place.priceEuros,
  fibre: place.fibre,
  disponible_le: place.availableFrom,
  expire_le: place.expiresOn,
  site: place.website,
  annonce: `${origin}/locaux/${place.id}-${place.slug}`,
  mis_a_jour_le: place.updatedAt,
  licence: ownLicence,
  demonstration: place.demonstration,
});
