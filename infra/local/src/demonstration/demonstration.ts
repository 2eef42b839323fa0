import { join } from 'node:path';
import type { ServiceName } from '@ancrage/postgres/databases';
import type { Output } from '../output/output.js';
import type { Services } from '../platform/environment.js';
import { runTask } from '../process/task.js';

/** The territory that a local run shows: the three inter-communal bodies of the Pays de Foix – Haute Ariège. */
const TERRITORY = {
  name: 'Pays de Foix – Haute Ariège',
  slug: 'pays-de-foix-haute-ariege',
  epci: '200067791,200066363,240900431',
  host: 'localhost',
  region: '76',
};

interface CreatedTerritory {
  id: string;
  slug: string;
  communes: { code: string; population: number | null }[];
}

/** Creates the demonstration's territory, records and accounts; what is already there stays as it is. */
export async function createDemonstration(services: Services, output: Output): Promise<void> {
  const run = (name: ServiceName, script: string, ...args: string[]) => {
    const service = services.behind.find((definition) => definition.name === name);
    if (!service?.directory) throw new Error(`there is no service ${name}`);
    return runTask({ ...service, script: join(service.directory, 'dist', script), arguments: args }, output);
  };
  const { name, slug, epci, host, region } = TERRITORY;
  const naming = ['--name', name, '--epci', epci, '--slug', slug, '--host', host];
  const territory = JSON.parse(
    await run('territory', 'cli.js', 'create', ...naming, '--if-absent', '--json'),
  ) as CreatedTerritory;
  const communes = territory.communes.map(({ code, population }) => `${code}:${population ?? 0}`).join(',');
  const records = ['--territory', territory.id, '--communes', communes];
  await Promise.all([
    run('territory', 'cli.js', 'demonstration', '--territory', slug, '--unless-real', '--json'),
    run('directory', 'demonstration.js', ...records),
    run('accompaniment', 'demonstration.js', ...records),
    run('identity', 'cli.js', 'demonstration', '--territory', territory.id, '--region', region),
  ]);
}
