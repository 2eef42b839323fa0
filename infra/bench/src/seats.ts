import { randomUUID } from 'node:crypto';
import { withDatabase } from '@ancrage/postgres/databases';
import { openSession, standingOf } from '@ancrage/testing/registrations';
import type { Cluster } from './cluster.js';
import { type Platform, startPlatform, type Topology } from './platform.js';
import { processorSeconds, serverSeconds } from './process.js';
import { openFloor } from './seats.floor.js';
import { decimals, printTable } from './table.js';
import { territoryCommand } from './territory-command.js';

const HOUSEHOLDS = 500;
const SEATS = 20;
const ROUNDS = 3;
const SLUG = 'ariege-seats';

interface Round {
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor time of the processes that answer, in milliseconds each. */
  processor: number;
}

/** Five hundred households at once for twenty seats, through the gateway, beside a bare transaction of the same inserts. */
export async function benchSeats(cluster: Cluster): Promise<void> {
  const { territory, accompaniment } = cluster.databases;
  const database = withDatabase(cluster.superuserUrl, new URL(accompaniment.appUrl).pathname.slice(1));
  const options = ['--region', '76', '--slug', SLUG, '--contours', 'none', '--json'];
  const created = JSON.parse(
    await territoryCommand(territory, ['create', '--name', 'Ariège', ...options]),
  ) as { id: string };
  const newSession = () => openSession(database, created.id, SEATS);
  const floors: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const session = await newSession();
    const floor = openFloor(database, created.id, session);
    const ownSeconds = () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
    try {
      floors.push(
        await crowd(
          (index) => floor.register(index),
          () => ownSeconds() + serverSeconds(cluster.pid),
        ),
      );
    } finally {
      await floor.close();
    }
    await checkSeats(database, session);
  }
  const rows = [{ name: 'bare transactions', ...median(floors) }];
  for (const topology of ['together', 'apart'] as const satisfies Topology[]) {
    const platform = await startPlatform(cluster, topology);
    try {
      const version = await consentVersion(platform);
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const session = await newSession();
        const used = () =>
          platform.pids.reduce((sum, pid) => sum + processorSeconds(pid), serverSeconds(cluster.pid));
        rounds.push(await crowd((index) => register(platform, session, index, version), used));
        await checkSeats(database, session);
      }
      rows.push({ name: `through the gateway, processes ${topology}`, ...median(rounds) });
    } finally {
      await platform.stop();
    }
  }
  const [floor] = rows as [(typeof rows)[number]];
  printTable(
    `Registrations: ${HOUSEHOLDS} households at once for ${SEATS} seats, median of ${ROUNDS}`,
    ['', 'registrations/s', '/ bare', 'p50 ms', 'p99 ms', 'CPU ms each'],
    rows.map(({ name, perSecond, p50, p99, processor }) => [
      name,
      decimals(perSecond, 0),
      decimals(perSecond / floor.perSecond),
      decimals(p50, 0),
      decimals(p99, 0),
      decimals(processor),
    ]),
  );
}

/** Everybody at once; how long each waits, from the moment at which all have come. */
async function crowd(registerOne: (index: number) => Promise<void>, processor: () => number): Promise<Round> {
  const before = processor();
  const started = performance.now();
  const waits = await Promise.all(
    Array.from({ length: HOUSEHOLDS }, async (_, index) => {
      await registerOne(index);
      return performance.now() - started;
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const sorted = waits.sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] as number;
  const used = ((processor() - before) / HOUSEHOLDS) * 1000;
  return { perSecond: HOUSEHOLDS / seconds, p50: at(0.5), p99: at(0.99), processor: used };
}

const median = (rounds: Round[]): Round =>
  rounds.toSorted((one, other) => one.perSecond - other.perSecond)[Math.floor(rounds.length / 2)] as Round;

async function ask({ gatewayUrl }: Platform, query: string, variables: object = {}) {
  const answer = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-territory': SLUG },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: Record<string, never>; errors?: object };
  if (errors) throw new Error(JSON.stringify(errors));
  return data as Record<string, { version: string; __typename: string }>;
}

async function consentVersion(platform: Platform): Promise<string> {
  const data = await ask(platform, '{ registrationConsent { version } }');
  return data['registrationConsent']?.version ?? '';
}

async function register(
  platform: Platform,
  sessionId: string,
  index: number,
  textVersion: string,
): Promise<void> {
  const query =
    'mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { __typename ... on RegistrationRefused { reason } } }';
  const input = {
    sessionId,
    contact: { name: `Foyer ${index}`, email: `foyer-${index}-${sessionId}@exemple.fr` },
    adults: 1,
    consent: { textVersion, accepted: true },
    idempotencyKey: randomUUID(),
  };
  const { registerHousehold } = await ask(platform, query, { input });
  if (registerHousehold?.__typename === 'RegistrationRefused')
    throw new Error(JSON.stringify(registerHousehold));
}

/** A bench that sold a seat twice would measure something else. */
async function checkSeats(database: string, session: string): Promise<void> {
  const { taken, waiting } = await standingOf(database, session);
  if (taken !== SEATS || waiting !== HOUSEHOLDS - SEATS)
    throw new Error(`${taken} seats taken, ${waiting} wait`);
}
