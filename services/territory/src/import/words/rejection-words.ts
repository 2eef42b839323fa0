import { catalogue, fill, type Locale, type Sentence } from './sentence.js';

/** Why rows are rejected: what readers of files say, and what people read. Codes are those of `Rejection`. */
export const REJECTIONS: readonly Sentence[] = [
  {
    code: 'DUPLICATE',
    said: 'an earlier row is the same',
    fr: 'Une ligne précédente dit la même chose.',
    en: 'An earlier row says the same.',
  },
  {
    code: 'POSITION',
    said: 'the coordinates are no numbers',
    fr: 'Les coordonnées ne sont pas des nombres.',
    en: 'The coordinates are not numbers.',
  },
  {
    code: 'POSITION',
    said: 'the coordinates {} are outside the territory',
    fr: 'Les coordonnées {0} sont loin du territoire.',
    en: 'The coordinates {0} are far from the territory.',
  },
  {
    code: 'COMMUNE',
    said: '"{}" is no INSEE commune code',
    fr: '« {0} » n’est pas un code INSEE de commune.',
    en: '“{0}” is not an INSEE commune code.',
  },
  {
    code: 'COMMUNE',
    said: 'no commune of COG {} has, or had, the code {}',
    fr: 'Aucune commune n’a, ou n’a eu, le code {1} (code officiel géographique {0}).',
    en: 'No commune has, or had, the code {1} (official geographic code {0}).',
  },
  {
    code: 'NOT_PUBLISHED',
    said: 'STATUT_DIFFUSION=P: who runs it asked not to be published',
    fr: 'Qui tient cet établissement a demandé à ne pas être publié (STATUT_DIFFUSION=P).',
    en: 'Whoever runs this facility asked not to be published (STATUT_DIFFUSION=P).',
  },
  {
    code: 'TYPE',
    said: 'the BPE has no type "{}"',
    fr: 'La nomenclature de la BPE n’a pas de type « {0} ».',
    en: 'The nomenclature of the BPE has no type “{0}”.',
  },
  {
    code: 'TYPE',
    said: '"{}" is no segment of stations (A, B or C)',
    fr: '« {0} » n’est pas une catégorie de gare (A, B ou C).',
    en: '“{0}” is not a category of stations (A, B or C).',
  },
  {
    code: 'TYPE',
    said: '"{}" is no kind of school',
    fr: '« {0} » n’est pas un type d’établissement scolaire.',
    en: '“{0}” is not a kind of school.',
  },
  {
    code: 'VALUE',
    said: '"{}" is no UIC code',
    fr: '« {0} » n’est pas un code UIC de gare.',
    en: '“{0}” is not a UIC code of a station.',
  },
  {
    code: 'VALUE',
    said: '"{}" is no number of a school (UAI)',
    fr: '« {0} » n’est pas un numéro d’établissement (UAI).',
    en: '“{0}” is not a number of a school (UAI).',
  },
  {
    code: 'NOT_IN_OPERATION',
    said: 'the school is not open: {}',
    fr: 'L’établissement n’est pas ouvert : {0}.',
    en: 'The school is not open: {0}.',
  },
  {
    code: 'VALUE',
    said: 'it has no number (id_fs)',
    fr: 'La ligne n’a pas d’identifiant (id_fs).',
    en: 'The row has no number (id_fs).',
  },
  { code: 'VALUE', said: '"{}" is no day', fr: '« {0} » n’est pas une date.', en: '“{0}” is not a day.' },
  {
    code: 'VALUE',
    said: 'only rows of all premises count, not "{}"',
    fr: 'Seules comptent les lignes de tous les locaux, pas « {0} ».',
    en: 'Only rows of all premises count, not “{0}”.',
  },
  {
    code: 'VALUE',
    said: '"{}" is no count of premises',
    fr: '« {0} » n’est pas un nombre de locaux.',
    en: '“{0}” is not a number of premises.',
  },
  {
    code: 'VALUE',
    said: 'more premises are eligible than the {} there are',
    fr: 'Plus de locaux sont éligibles que les {0} qui existent.',
    en: 'More premises are eligible than the {0} there are.',
  },
  {
    code: 'MALFORMED',
    said: '{} columns instead of {}',
    fr: 'La ligne a {0} colonnes au lieu de {1}.',
    en: 'The row has {0} columns instead of {1}.',
  },
  {
    code: 'MALFORMED',
    said: 'a quote is opened and never closed',
    fr: 'Un guillemet est ouvert et jamais fermé.',
    en: 'A quote is opened and never closed.',
  },
  {
    code: 'VALUE',
    said: '"{}" is no FINESS number',
    fr: '« {0} » n’est pas un numéro FINESS.',
    en: '“{0}” is not a FINESS number.',
  },
  {
    code: 'VALUE',
    said: '"{}" is no count',
    fr: '« {0} » n’est pas un nombre.',
    en: '“{0}” is not a count.',
  },
  {
    code: 'VALUE',
    said: '"{}" is no number of inhabitants',
    fr: '« {0} » n’est pas un nombre d’habitants.',
    en: '“{0}” is not a number of inhabitants.',
  },
  {
    code: 'VALUE',
    said: '"{}" is no postal code',
    fr: '« {0} » n’est pas un code postal.',
    en: '“{0}” is not a postal code.',
  },
  {
    code: 'VALUE',
    said: '"{}" is no school year',
    fr: '« {0} » n’est pas une année scolaire.',
    en: '“{0}” is not a school year.',
  },
  {
    code: 'VALUE',
    said: '"{}" is no year',
    fr: '« {0} » n’est pas une année.',
    en: '“{0}” is not a year.',
  },
  {
    code: 'VALUE',
    said: 'the outline of {} is a part only of {}, into which it merged',
    fr: 'Le contour de {0} n’est qu’une partie de {1}, où la commune a fusionné.',
    en: 'The outline of {0} is only a part of {1}, into which it merged.',
  },
  {
    code: 'TYPE',
    said: '"{}" is no category of FINESS',
    fr: '« {0} » n’est pas une catégorie FINESS.',
    en: '“{0}” is not a category of FINESS.',
  },
];

const find = catalogue(REJECTIONS);

/** Why a row was rejected, in the reader's language; as it was said when nobody foresaw it. */
export function rejectionText(said: string, locale: Locale): string {
  const found = find(said);
  return found ? fill(found.sentence[locale], found.values) : said;
}
