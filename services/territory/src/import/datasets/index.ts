import type { Dataset } from '../dataset.js';
import type { Layout } from '../layout.js';
import { ARCEP } from './arcep.dataset.js';
import { BPE } from './bpe.dataset.js';
import { BPE_COUNTS } from './bpe-counts.dataset.js';
import { EDUCATION } from './education.dataset.js';
import { FINESS } from './finess.dataset.js';
import { FRANCE_SERVICES } from './france-services.dataset.js';
import { CONTOURS } from './reference/contours.dataset.js';
import { MOVEMENTS } from './reference/movements.dataset.js';
import { POPULATIONS } from './reference/populations.dataset.js';
import { POSTCODES } from './reference/postcodes.dataset.js';
import { SCHOOL_SIZES } from './school-sizes.dataset.js';
import { STATIONS } from './stations.dataset.js';

/** Every dataset that can be imported. */
export const DATASETS: readonly Dataset[] = [
  BPE,
  BPE_COUNTS,
  ARCEP,
  FRANCE_SERVICES,
  STATIONS,
  EDUCATION,
  SCHOOL_SIZES,
  FINESS,
  POSTCODES,
  POPULATIONS,
  MOVEMENTS,
  CONTOURS,
];

const known = (title: string, ...names: string[]): Layout => ({
  title,
  columns: Object.fromEntries(names.map((name) => [name, [name]])),
  required: names,
});

/** Files that are often taken for another: recognised, to be refused by name. */
const KNOWN_BY_SIGHT: readonly Layout[] = [
  known('the variables of the BPE', 'COD_VAR', 'LIB_VAR', 'COD_MOD'),
  known("the DGCL's composition of EPCI", 'siren', 'raison_sociale', 'nature_juridique', 'insee'),
  known("ANCT's grid of communes", 'insee_com', 'lib_com'),
  known('the map of schools', 'Code établissement', 'Appellation officielle'),
  known('the contours of departments', 'INSEE_GEO', 'INSEE_REG', 'geometry'),
  known("INSEE's list of communes", 'TYPECOM', 'COM', 'DEP', 'LIBELLE'),
  known('the lines and stations of SNCF Réseau', 'CODE_UIC', 'CODE_LIGNE', 'VOYAGEURS'),
  known("INSEE's list of arrondissements", 'ARR', 'DEP', 'CHEFLIEU', 'NCCENR'),
  known("INSEE's list of departments", 'DEP', 'REG', 'CHEFLIEU', 'NCCENR'),
  known("INSEE's list of regions", 'REG', 'CHEFLIEU', 'NCCENR'),
  known("ARCEP's deployment of fibre by commune", 'Code commune', 'Champ'),
  known("ARCEP's deployment of fibre by department", 'Code département', 'Champ'),
  known("ARCEP's deployment of fibre by EPCI", 'Siren EPCI', 'Champ'),
  known("ARCEP's deployment of fibre, premises", 'Logements', 'Établissements'),
];

/** What a file may look like, besides the layouts of the dataset asked for. */
export const otherLayouts = (dataset: Dataset): Layout[] => [
  ...DATASETS.filter((each) => each !== dataset).flatMap(({ layouts }) => layouts),
  ...KNOWN_BY_SIGHT,
];
