import type { Dataset } from '../dataset.js';
import type { Layout } from '../layout.js';
import { ARCEP } from './arcep.dataset.js';
import { BPE } from './bpe.dataset.js';
import { EDUCATION } from './education.dataset.js';
import { FRANCE_SERVICES } from './france-services.dataset.js';
import { STATIONS } from './stations.dataset.js';

/** Every dataset that can be imported. */
export const DATASETS: readonly Dataset[] = [BPE, ARCEP, FRANCE_SERVICES, STATIONS, EDUCATION];

const known = (title: string, ...names: string[]): Layout => ({
  title,
  columns: Object.fromEntries(names.map((name) => [name, [name]])),
  required: names,
});

/** Files that are often taken for another: recognised, to be refused by name. */
const KNOWN_BY_SIGHT: readonly Layout[] = [
  known('the counts of the BPE by commune (DS_BPE)', 'GEO', 'FACILITY_TYPE', 'OBS_VALUE'),
  known('the counts of the BPE by commune (before 2022)', 'DEPCOM', 'TYPEQU', 'NB_EQUIP'),
  known('the counts of the BPE by department', 'REF_AREA', 'TYPEQU', 'NB_EQPMT'),
  known('the variables of the BPE', 'COD_VAR', 'LIB_VAR', 'COD_MOD'),
  known('the map of schools', 'Code établissement', 'Appellation officielle'),
  known('the postal codes of La Poste', 'Code_commune_INSEE', 'Code_postal'),
  known("INSEE's populations of communes", 'CODCOM', 'PMUN', 'PTOT'),
  known("INSEE's movements of communes", 'MOD', 'DATE_EFF', 'COM_AV', 'COM_AP'),
  known("INSEE's list of communes", 'TYPECOM', 'COM', 'DEP', 'LIBELLE'),
  known('the FINESS establishments', 'nofinesset', 'categetab'),
  known('the lines and stations of SNCF Réseau', 'CODE_UIC', 'CODE_LIGNE', 'VOYAGEURS'),
  known("INSEE's list of arrondissements", 'ARR', 'DEP', 'CHEFLIEU', 'NCCENR'),
  known("INSEE's list of departments", 'DEP', 'REG', 'CHEFLIEU', 'NCCENR'),
  known("INSEE's list of regions", 'REG', 'CHEFLIEU', 'NCCENR'),
  known('the classes and pupils of schools', 'Rentrée scolaire', 'Nombre total de classes'),
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
