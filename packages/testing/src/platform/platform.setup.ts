import type { TestProject } from 'vitest/node';
import { removeLeftovers } from '../leftovers.js';
import { territoryCommand } from './commands.js';
import { loadDemonstration } from './demonstration.js';
import { type PlatformSettings, platformSettings, removeData, startPlatform } from './platform.js';
import type { TestTerritory } from './test-platform.js';

const PFHA = {
  name: 'Pays de Foix – Haute Ariège',
  slug: 'pays-de-foix-haute-ariege',
  epci: '200067791,200066363,240900431',
};
const COUSERANS = { name: 'CC Couserans-Pyrénées', slug: 'couserans-pyrenees', epci: '200067940' };

/** Starts the platform as `npm start` does, on ports and data of its own, then brings a second territory online. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const settings = await platformSettings('e2e');
  const platform = await startPlatform(settings);
  const stop = async () => {
    await platform.stop();
    await removeData(settings);
  };
  try {
    const { ports, dataDirectory, environment } = settings;
    const pfha = await findOrCreate(settings, PFHA);
    const couserans = await findOrCreate(settings, COUSERANS);
    await loadDemonstration(settings, couserans);
    project.provide('platform', {
      ports,
      dataDirectory,
      environment,
      webUrl: `http://localhost:${ports.WEB_PORT}`,
      gatewayUrl: `http://127.0.0.1:${ports.GATEWAY_PORT}`,
      mailUrl: `http://127.0.0.1:${ports.MAIL_PORT}`,
      pfha,
      couserans,
    });
    return stop;
  } catch (error) {
    console.error(platform.output());
    await stop();
    throw error;
  }
}

async function findOrCreate(
  settings: PlatformSettings,
  { name, slug, epci }: typeof PFHA,
): Promise<TestTerritory> {
  const naming = ['--name', name, '--epci', epci, '--slug', slug];
  // Contours come from the network when it allows; tests must not depend on that.
  const printed = await territoryCommand(
    settings,
    'create',
    ...naming,
    '--if-absent',
    '--contours',
    'none',
    '--json',
  );
  return JSON.parse(printed) as TestTerritory;
}
