import { tmpdir } from 'node:os';
import { readEnvironment } from '@ancrage/subgraph/environment';
import { z } from 'zod';

/** How files to import are received; each has a usual value. */
export interface ImportSettings {
  /** Where files wait for their import, and not longer. */
  importDirectory: string;
  /** The longest file that is taken, in bytes. */
  importMaximumBytes: number;
  /** Imports that run at once in this process, of different territories. */
  importsAtOnce: number;
}

const whole = (standard: number) => z.coerce.number().int().min(1).default(standard);
const SETTINGS = {
  IMPORT_DIRECTORY: z.string().min(1).default(tmpdir()),
  IMPORT_MAXIMUM_BYTES: whole(2 * 1024 ** 3),
  IMPORTS_AT_ONCE: whole(1),
};

/** Reads the settings of imports. Throws an `EnvironmentError` that names every problem. */
export function readImportSettings(source: NodeJS.ProcessEnv): ImportSettings {
  const given = readEnvironment(SETTINGS, source);
  return {
    importDirectory: given.IMPORT_DIRECTORY,
    importMaximumBytes: given.IMPORT_MAXIMUM_BYTES,
    importsAtOnce: given.IMPORTS_AT_ONCE,
  };
}
