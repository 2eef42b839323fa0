import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { asSuperuser } from '@ancrage/postgres/databases';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../src/eventually.js';
import { databaseUrl } from '../src/platform/commands.js';
import type { gatewayClient } from '../src/platform/gateway-client.js';
import {
  type PlatformSettings,
  platformSettings,
  type RunningPlatform,
  removeData,
  runningProcesses,
  startPlatform,
} from '../src/platform/platform.js';
import { administratorOf, knownPerson } from './known-person.js';

/** A platform of its own: what is down here must not be missed elsewhere. */
let settings: PlatformSettings;
let platform: RunningPlatform;
let administrator: ReturnType<typeof gatewayClient>;
let people: ReturnType<typeof knownPerson>;

const GONE = { name: 'Zéphyrine Canari', email: 'zephyrine.canari@riu.example', phone: '+33561998877' };
const TRACES = [GONE.email, '561998877', 'Zéphyrine Canari'];
const EVERY_SERVICE = ['identity', 'directory', 'territory', 'accompaniment'];

beforeAll(async () => {
  settings = await platformSettings('outage');
  platform = await startPlatform(settings);
  const { GATEWAY_PORT, MAIL_PORT } = settings.ports;
  const urls = { gatewayUrl: `http://127.0.0.1:${GATEWAY_PORT}`, mailUrl: `http://127.0.0.1:${MAIL_PORT}` };
  const [territory] = await asSuperuser(
    await databaseUrl(settings, 'territory', 'superuser'),
    async (client) => {
      const { rows } = await client.query<{ id: string; slug: string; code: string }>(
        'select t.id, t.slug, (select min(commune_code) from territory_commune c where c.territory_id = t.id) as code from territory t limit 1',
      );
      return rows.map(({ id, slug, code }) => ({ id, slug, communes: [{ code }] }));
    },
  );
  if (!territory) throw new Error('the platform has no territory');
  people = knownPerson(settings, territory);
  administrator = await administratorOf(
    { ...settings, ...urls },
    territory,
    'panne@riu.example',
    'localhost',
  );
});
afterAll(async () => {
  await platform.stop();
  await removeData(settings);
});

const REQUEST =
  'id reference finishedAt soughtBy answers { service confirmedAt attempts unreachable counts { what count } }';
interface Answer {
  service: string;
  confirmedAt: string | null;
  attempts: number;
  unreachable: boolean;
  counts: { what: string; count: number }[];
}

async function erase() {
  const { data, errors } = await administrator(
    `mutation ($input: PersonRequestInput!) { requestPersonalData(input: $input) { ... on PersonRequestTaken { request { ${REQUEST} } } } }`,
    { input: { kind: 'ERASE', email: GONE.email, phone: GONE.phone, confirmed: true } },
  );
  expect(errors).toBeUndefined();
  return data?.requestPersonalData.request as { id: string; reference: string };
}
const read = async (id: string) =>
  (await administrator(`query ($id: ID!) { personRequest(id: $id) { ${REQUEST} } }`, { id })).data
    ?.personRequest as { finishedAt: string | null; soughtBy: string | null; answers: Answer[] } | undefined;
const missing = async (id: string) =>
  ((await read(id))?.answers ?? []).flatMap(({ service, unreachable }) => (unreachable ? [service] : []));

/** Kills a service and holds its port: what the supervisor starts again cannot serve until it is let go. */
async function takeDown(name: 'directory', port: number): Promise<Server> {
  const { [name]: pid } = await runningProcesses(settings);
  process.kill(pid as number, 'SIGKILL');
  const blocker = createServer((socket) => socket.destroy());
  const hold = () =>
    new Promise<boolean>((resolve) => {
      blocker.once('error', () => resolve(false));
      blocker.listen(port, '127.0.0.1', () => resolve(true));
    });
  await eventually(hold).toBe(true);
  return blocker;
}

it('waits for a service that is down, says which one, and forgets there as soon as it is back', async () => {
  await people.becomeKnown(GONE);
  const letters = () =>
    people.inDatabase<{ id: string }>('directory', 'select id from letter where recipient = $1', [
      GONE.email,
    ]);
  expect(await letters()).toHaveLength(1);

  const blocker = await takeDown('directory', settings.ports.DIRECTORY_PORT);
  const request = await erase();
  await eventually(() => missing(request.id)).toEqual(['directory']);
  expect(await read(request.id)).toMatchObject({ finishedAt: null, soughtBy: GONE.email });
  expect(await letters()).toHaveLength(1);
  // Asked again meanwhile it is the same, and whoever works on it may die over it.
  expect(await erase()).toMatchObject({ id: request.id, reference: request.reference });
  const { accompaniment } = await runningProcesses(settings);
  process.kill(accompaniment as number, 'SIGKILL');
  const released = once(blocker, 'close');
  blocker.close();
  await released;

  await expect
    .poll(async () => (await read(request.id))?.finishedAt ?? null, { timeout: 90_000, interval: 500 })
    .not.toBeNull();
  const certificate = await read(request.id);
  expect(certificate?.soughtBy).toBeNull();
  expect(certificate?.answers.map(({ service }) => service)).toEqual(EVERY_SERVICE);
  const directory = certificate?.answers.find(({ service }) => service === 'directory');
  expect(directory?.attempts).toBeGreaterThan(1);
  expect(directory?.counts).toContainEqual({ what: 'solos', count: 1 });
  expect(await people.tracesEverywhere(TRACES)).toEqual([]);
  const { data } = await administrator('{ personRequests(first: 20) { totalCount } }');
  expect(data?.personRequests.totalCount).toBe(1);
});
