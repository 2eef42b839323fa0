import type { Layout } from '../layout.js';
import type { Columns } from '../table/column-names.js';

/** Columns of an establishment's row, by the producer's description; a place's row has six, of which the second is its number. */
const NAMES =
  `section nofinesset nofinessej rs rslongue complrs compldistrib numvoie typvoie voie compvoie lieuditbp commune
departement libdepartement ligneacheminement telephone telecopie categetab libcategetab categagretab libcategagretab siret codeape
codemft libmft codesph libsph dateouv dateautor datemaj numuai`.split(/\s+/);

const PLACE_COLUMNS = 6;

const COLUMNS: Columns = {
  section: ['section'],
  id: ['nofinesset'],
  second: ['nofinessej'],
  name: ['rs'],
  fourth: ['rslongue'],
  commune: ['commune'],
  department: ['departement'],
  category: ['categetab'],
};

const HEADLESS: NonNullable<Layout['headless']> = {
  first: /^finess;etalab;\d+;\d{4}-\d{2}-\d{2}\s*$/,
  names: NAMES,
  widths: [NAMES.length, PLACE_COLUMNS],
};

/** The file "etalab-cs1100507-stock" as FINESS extracts it: two kinds of rows and no header. */
export const FINESS_STOCK = { columns: COLUMNS, headless: HEADLESS };
