import { isOfLocalRun, readRunRecord } from '@ancrage/local/run-record';
import { type PortName, portVariable, readSettings } from '@ancrage/local/settings';
import type { PlatformPort, PlatformSettings } from '@ancrage/testing/platform';

/** The platform that `npm start` runs now. Throws when there is none. */
export async function localPlatform(): Promise<PlatformSettings> {
  const { dataDirectory } = readSettings(process.env);
  const running = await readRunRecord(dataDirectory);
  if (!running || !(await isOfLocalRun(running.supervisor)))
    throw new Error('La plateforme ne tourne pas : lancez d’abord npm start.');
  const ports = Object.fromEntries(
    Object.entries(running.ports).map(([name, port]) => [portVariable(name as PortName), port]),
  ) as Record<PlatformPort, number>;
  const environment = Object.fromEntries(
    Object.entries({ ...process.env, DATA_DIRECTORY: dataDirectory }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return { ports, dataDirectory, environment };
}
