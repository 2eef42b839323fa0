import { DirectoryCopiesDocument, type DirectoryCopiesQuery } from '#lib/graphql/generated/graphql.ts';
import { column, type Dataset, pointAt, type Reading, type Row, text } from '../dataset.ts';
import { ownLicence } from '../licences.ts';

type Solo = NonNullable<DirectoryCopiesQuery['solos']>['nodes'][number];

const columns = [
  text('identifiant', 'Nom court dans les adresses', 'Short name in addresses'),
  text('nom', 'Nom de l’activité', 'Name of the business'),
  text('activite', 'Métier', 'Trade'),
  text('savoir_faire', 'Savoir-faire, séparés par |', 'Skills, separated by |'),
  text('presentation', 'Présentation', 'Presentation'),
  text('code_insee', 'Code INSEE de la commune, si elle est montrée', 'INSEE code of the commune, if shown'),
  text('commune', 'Commune, si elle est montrée', 'Commune, if shown'),
  text('secteur', 'Secteur, à la place de la commune', 'Area, in place of the commune'),
  text('code_naf', 'Code NAF, révision 2', 'NAF code, revision 2'),
  text('langues', 'Langues (ISO 639-1), séparées par |', 'Languages (ISO 639-1), separated by |'),
  column('boolean', 'peut_parrainer', 'Peut parrainer une installation', 'Can sponsor a newcomer'),
  column('anyURI', 'site', 'Site', 'Website'),
  column('anyURI', 'fiche', 'Page de la fiche', 'Page of the entry'),
  column('dateTime', 'publie_le', 'Publié le', 'Published at'),
  text('licence', 'Licence de la ligne', 'Licence of the row'),
  column(
    'boolean',
    'demonstration',
    'Vrai pour une donnée inventée, de démonstration',
    'True for invented, demonstration data',
  ),
];

/**
 * A row an entry that is published now, with its owner's consent. Telephone numbers are read on their page, one at a
 * time: a list of them serves nobody they were shown for.
 */
export const annuaire: Dataset = {
  name: 'annuaire',
  columns,
  subjects: [],
  own: true,
  people: true,
  rows,
  count,
};

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
    const { solos }: DirectoryCopiesQuery = await gateway.ask(DirectoryCopiesDocument, { after });
    for (const solo of solos?.nodes ?? []) {
      // Who does not show their commune is in no selection of communes.
      if (solo.commune ? chosen.has(solo.commune.code) : selection.filters === '') {
        yield { cells: cellsOf(solo, origin), geometry: pointAt(solo.commune?.centre ?? null) };
      }
    }
    after = solos?.pageInfo.hasNextPage ? solos.pageInfo.endCursor : null;
  } while (after);
}

const joined = (values: readonly string[]) => values.join('|') || null;

const cellsOf = (solo: Solo, origin: string) => ({
  identifiant: solo.slug,
  nom: solo.displayName,
  activite: solo.activity,
  savoir_faire: joined(solo.skills),
  presentation: solo.presentation,
  code_insee: solo.commune?.code ?? null,
  commune: solo.commune?.name ?? null,
  secteur: solo.area,
  code_naf: solo.nafCode,
  langues: joined(solo.languages),
  peut_parrainer: solo.canSponsor,
  site: solo.website,
  fiche: `${origin}/annuaire/${encodeURIComponent(solo.slug)}`,
  publie_le: solo.publishedAt,
  licence: ownLicence,
  demonstration: solo.demonstration,
});
