import { type DatasetName, datasetNames } from './dataset.ts';
import { type Format, formats } from './formats.ts';

export type FileName = { dataset: DatasetName; format: Format | 'csv-metadata' };

/** Reads « communes.csv », « services.geojson » or « internet.csv-metadata.json »; null for anything else. */
export function parseFileName(name: string): FileName | null {
  const [, stem, ending] = /^([a-z]+)\.(csv|geojson|json|csv-metadata\.json)$/.exec(name) ?? [];
  const dataset = datasetNames.find((candidate) => candidate === stem);
  if (!dataset || !ending) {
    return null;
  }
  const format = Object.keys(formats).find((candidate) => candidate === ending) as Format | undefined;
  return { dataset, format: format ?? 'csv-metadata' };
}
