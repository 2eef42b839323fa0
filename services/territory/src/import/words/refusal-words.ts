import { CONTAINER_REFUSALS } from './container-refusals.js';
import { FRENCH_KINDS } from './file-kinds.js';
import { catalogue, fill, type Locale, type Sentence } from './sentence.js';

/** Why files are refused: what importers say, and what people read. */
export const REFUSALS: readonly Sentence[] = [
  ...CONTAINER_REFUSALS,
  {
    code: 'FILE_EMPTY',
    said: 'file: it is empty',
    fr: 'Ce fichier est vide.',
    en: 'This file is empty.',
  },
  {
    code: 'FILE_WITHOUT_ROWS',
    said: 'file: it has a header and no row',
    fr: 'Ce fichier a un en-tête et aucune ligne.',
    en: 'This file has a header and no row.',
  },
  {
    code: 'FILE_KIND',
    said: 'file: a CSV table is expected, this looks like {}',
    fr: 'Un tableau CSV est attendu, et ce fichier ressemble à {0}.',
    en: 'A CSV table is expected, and this file looks like {0}.',
  },
  {
    code: 'OTHER_DATASET',
    said: 'file: this looks like {}: import it as {}',
    fr: 'Ce fichier ressemble à {0} : importez-le comme tel.',
    en: 'This file looks like {0}: import it as that.',
  },
  {
    code: 'UNKNOWN_DATASET',
    said: 'file: this looks like {}, which has no importer',
    fr: 'Ce fichier ressemble à {0}, que la plateforme n’importe pas.',
    en: 'This file looks like {0}, which the platform does not import.',
  },
  {
    code: 'COLUMN_MISSING',
    said: 'file: {} needs the column {}, which is missing or was renamed',
    fr: 'Ce fichier devrait être {0}, mais il manque ou il a été renommé : {1}.',
    en: 'This file should be {0}, but this is missing or was renamed: {1}.',
  },
  {
    code: 'OTHER_COLUMNS',
    said: 'file: this is not {}; its columns are: {}',
    fr: 'Ce fichier n’est pas celui qui est attendu. Ses colonnes sont : {1}.',
    en: 'This is not the file that is expected. Its columns are: {1}.',
  },
  {
    code: 'FILE_ENCODING',
    said: 'file: it starts in UTF-8 and goes on in another encoding',
    fr: 'Ce fichier commence en UTF-8 et continue dans un autre encodage : il a été abîmé, reprenez-le chez son producteur.',
    en: 'This file starts in UTF-8 and goes on in another encoding: it was damaged, take it again from its producer.',
  },
  {
    code: 'FILE_KIND',
    said: 'file: a line is longer than {} MiB, this is no table',
    fr: 'Une ligne de ce fichier dépasse {0} Mio : ce n’est pas un tableau.',
    en: 'A line of this file is longer than {0} MiB: it is no table.',
  },
  {
    code: 'FILE_CUT',
    said: 'line {}: a quote is opened there and never closed',
    fr: 'À la ligne {0}, un guillemet est ouvert et jamais fermé.',
    en: 'On line {0}, a quote is opened and never closed.',
  },
  {
    code: 'FILE_CUT',
    said: 'line {}: the file ends in the middle of a row, it was cut',
    fr: 'Le fichier s’arrête au milieu de la ligne {0} : il a été coupé, téléchargez-le à nouveau.',
    en: 'The file ends in the middle of row {0}: it was cut, download it again.',
  },
  {
    code: 'FILE_GONE',
    said: 'file: {} is not a file that can be read',
    fr: 'Le fichier n’est plus là : envoyez-le à nouveau.',
    en: 'The file is no longer there: send it again.',
  },
  {
    code: 'OPERATOR_ONLY',
    said: 'dataset: {} is shared by every territory, the operator alone imports it',
    fr: 'Ces données sont communes à tous les territoires : seul l’opérateur de la plateforme les importe.',
    en: 'Every territory shares these data: only the operator of the platform imports them.',
  },
  {
    code: 'DATASET',
    said: 'dataset: {} has no importer',
    fr: 'La plateforme n’importe pas ces données.',
    en: 'The platform does not import these data.',
  },
  {
    code: 'TERRITORY',
    said: 'territory: it does not exist',
    fr: 'Ce territoire n’existe plus.',
    en: 'This territory no longer exists.',
  },
  {
    code: 'URL_REFUSED',
    said: 'url: {} answers {}',
    fr: 'Cette adresse ne donne pas de fichier (réponse {1}).',
    en: 'This address gives no file (it answers {1}).',
  },
  {
    code: 'URL_REDIRECTS',
    said: 'url: {} redirects more than {} times',
    fr: 'Cette adresse renvoie trop de fois à une autre.',
    en: 'This address redirects too many times.',
  },
  {
    code: 'URL_KIND',
    said: 'url: only plain http and https addresses are fetched, not {}',
    fr: 'Seules des adresses http et https, sans mot de passe, sont prises.',
    en: 'Only http and https addresses without a password are taken.',
  },
  {
    code: 'URL_NAME',
    said: 'url: the name {} is not known',
    fr: 'Le site {0} n’existe pas.',
    en: 'There is no site {0}.',
  },
  {
    code: 'URL_PRIVATE',
    said: 'url: {} is not a public address',
    fr: '{0} n’est pas une adresse publique.',
    en: '{0} is not a public address.',
  },
  {
    code: 'URL_SILENT',
    said: 'url: {} stopped answering',
    fr: 'Cette adresse ne répond plus : essayez plus tard, ou envoyez le fichier.',
    en: 'This address stopped answering: try later, or send the file.',
  },
  {
    code: 'URL_FAILED',
    said: 'url: {} could not be fetched ({})',
    fr: 'Cette adresse ne répond pas : vérifiez-la, ou envoyez le fichier.',
    en: 'This address does not answer: check it, or send the file.',
  },
  {
    code: 'URL_CUT',
    said: 'url: {} stopped half-way ({})',
    fr: 'Le fichier n’est arrivé qu’en partie : essayez à nouveau.',
    en: 'Only a part of the file arrived: try again.',
  },
  {
    code: 'FILE_SIZE',
    said: 'file: {} in it is larger than {} MiB',
    fr: '{0}, dans ce fichier, dépasse {1} Mio.',
    en: '{0}, in this file, is larger than {1} MiB.',
  },
  {
    code: 'FILE_SIZE',
    said: 'url: {} is larger than {} MiB',
    fr: 'Ce fichier dépasse {1} Mio.',
    en: 'This file is larger than {1} MiB.',
  },
  {
    code: 'FILE_SIZE',
    said: '{}: it is larger than {} MiB',
    fr: 'Ce fichier dépasse {1} Mio.',
    en: 'This file is larger than {1} MiB.',
  },
  {
    code: 'FILE_KIND',
    said: 'file: a table is expected, this looks like {}',
    fr: 'Un tableau est attendu, et ce fichier ressemble à {0}.',
    en: 'A table is expected, and this file looks like {0}.',
  },
  {
    code: 'FILE_BROKEN',
    said: 'line {}: it has too many columns',
    fr: 'La ligne {0} a trop de colonnes.',
    en: 'Line {0} has too many columns.',
  },
];

const find = catalogue(REFUSALS);

export interface RefusalWords {
  code: string;
  message: string;
  /** The dataset that the file is of, when it is of another one. */
  dataset: string | null;
}

/** Why a file was refused, in the reader's language; as it was said when nobody foresaw it. */
export function refusalWords(said: string, locale: Locale): RefusalWords {
  const found = find(said);
  if (!found) return { code: 'OTHER', message: said, dataset: null };
  const { sentence, values } = found;
  const worded = locale === 'fr' ? values.map((value) => FRENCH_KINDS[value] ?? value) : values;
  return {
    code: sentence.code,
    message: fill(sentence[locale], worded),
    dataset: sentence.code === 'OTHER_DATASET' ? (values[1] ?? null) : null,
  };
}

/** What a file was found to be, in the reader's language. */
export const kindText = (title: string, locale: Locale): string =>
  locale === 'fr' ? (FRENCH_KINDS[title] ?? title) : title;
