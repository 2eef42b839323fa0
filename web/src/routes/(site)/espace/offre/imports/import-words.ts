import type { ImportRunStatus } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

type DatasetWords = { title: () => string; about: () => string };

/** What people call the data that can be imported; one that is not here goes by its producer's title. */
const datasets: Record<string, DatasetWords> = {
  bpe: { title: m.import_bpe, about: m.import_bpe_about },
  'bpe-counts': { title: m.import_bpe_counts, about: m.import_bpe_counts_about },
  arcep: { title: m.import_arcep, about: m.import_arcep_about },
  education: { title: m.import_education, about: m.import_education_about },
  'school-sizes': { title: m.import_school_sizes, about: m.import_school_sizes_about },
  'france-services': { title: m.import_france_services, about: m.import_france_services_about },
  stations: { title: m.import_stations, about: m.import_stations_about },
  finess: { title: m.import_finess, about: m.import_finess_about },
  postcodes: { title: m.import_postcodes, about: m.import_shared_about },
  populations: { title: m.import_populations, about: m.import_shared_about },
  movements: { title: m.import_movements, about: m.import_shared_about },
  contours: { title: m.import_contours, about: m.import_shared_about },
};

export const datasetTitle = ({ name, title }: { name: string; title: string }): string =>
  datasets[name]?.title() ?? title;
export const datasetAbout = ({ name }: { name: string }): string => datasets[name]?.about() ?? '';

type Run = { status: ImportRunStatus; dryRun: boolean; cancelling?: boolean };

/** Where an import stands, in a few words. */
export function statusWords({ status, dryRun, cancelling }: Run): string {
  if (cancelling) {
    return m.import_status_cancelling();
  }
  switch (status) {
    case 'WAITING':
      return m.import_status_waiting();
    case 'RUNNING':
      return dryRun ? m.import_status_checking() : m.import_status_importing();
    case 'CHECKED':
      return m.import_status_checked();
    case 'DONE':
      return m.import_status_done();
    case 'REFUSED':
      return m.import_status_refused();
    case 'CANCELLED':
      return m.import_status_cancelled();
    case 'INTERRUPTED':
      return m.import_status_interrupted();
  }
}

/** The same of any import, for a filter. */
export const statusLabels: Record<ImportRunStatus, () => string> = {
  WAITING: m.import_status_waiting,
  RUNNING: m.import_status_running,
  CHECKED: m.import_status_checked,
  DONE: m.import_status_done,
  REFUSED: m.import_status_refused,
  CANCELLED: m.import_status_cancelled,
  INTERRUPTED: m.import_status_interrupted,
};

/** Why nothing was sent; `refus` is what forms come back with. */
export function refusalWords(refus: string): string {
  switch (refus) {
    case 'DATASET':
      return m.import_refused_dataset();
    case 'OPERATOR_ONLY':
      return m.import_refused_operator_only();
    case 'NO_FILE':
      return m.import_refused_no_file();
    case 'URL':
      return m.import_refused_url();
    case 'VINTAGE':
      return m.import_refused_vintage();
    case 'TOO_MANY':
      return m.import_refused_too_many();
    case 'FILE_SIZE':
    case '413':
      return m.import_refused_size();
    case 'NO_SPACE':
      return m.import_refused_no_space();
    case '401':
      return m.import_refused_signed_out();
    case '403':
      return m.import_refused_role();
    case '429':
      return m.import_refused_rate();
    default:
      return m.import_refused_other();
  }
}
