import { createHash, randomUUID } from 'node:crypto';
import { signStream } from '@ancrage/signature';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprints, plantCanaries, tracesOf } from '../database/canary-rows.js';
import { TEST_TERRITORY, viewerAs } from './signed-client.js';
import type { RunningSubgraph } from './start-subgraph.js';

interface Scene {
  subgraph: RunningSubgraph;
  superuser: pg.Client;
  close(): Promise<void>;
  /** Of two territories; made up unless they have to be known. */
  ids?: [leaving: string, staying: string];
}

interface Frame {
  entry?: string;
  line?: string;
  bytes?: string;
  done?: { tables: Record<string, number>; files: number; withheld: string[] };
}

const OPERATOR = viewerAs('OPERATOR');
const CANARIES = ['canari-qui-part', 'canari-qui-reste'] as const;

/**
 * A whole territory leaves a service: with a row of each of two territories in every table that the catalogue has, the copy
 * holds all of the one, and after its erasure nothing of it is left anywhere and nothing of the other has changed.
 * @param path of the copy
 * @param erase the mutation, without its braces
 */
export function departureOf(start: () => Promise<Scene>, path: string, erase: string): void {
  let scene: Scene;
  let leaving: string;
  let staying: string;
  beforeAll(async () => {
    scene = await start();
    [leaving, staying] = scene.ids ?? [randomUUID(), randomUUID()];
    await plantCanaries(scene.superuser, leaving, CANARIES[0]);
    await plantCanaries(scene.superuser, staying, CANARIES[1]);
  });
  afterAll(() => scene.close());

  const fetchWhole = (role: 'OPERATOR' | 'ADMINISTRATOR') =>
    fetch(scene.subgraph.url + path, {
      headers: signStream(scene.subgraph.secret, {
        ...{ method: 'GET', path, requestId: randomUUID(), territoryId: leaving },
        ...{ territory: TEST_TERRITORY, viewer: role === 'OPERATOR' ? OPERATOR : viewerAs(role) },
      }),
    });

  describe('the whole copy of a territory', () => {
    it('holds every row of every table, and the files, and nothing of the neighbour', async () => {
      const text = await (await fetchWhole('OPERATOR')).text();
      const frames = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Frame);
      const done = frames.at(-1)?.done;
      const prints = await fingerprints(scene.superuser, leaving);
      expect(Object.values(prints).every((print) => !print.startsWith('0 '))).toBe(true);
      expect(done?.tables).toMatchObject(
        Object.fromEntries(
          Object.entries(prints).map(([table, print]) => [table, Number(print.split(' ')[0])]),
        ),
      );
      expect(text).not.toContain(CANARIES[1]);
      expect(text).not.toContain(staying);
      // What the copy says of a table is, byte for byte, what the database has, less what lets somebody in.
      for (const table of Object.keys(prints)) {
        expect(await rowsOf(scene.superuser, table, leaving, done?.withheld ?? []), table).toBe(
          digest(linesOf(frames, `${table}.jsonl`)),
        );
      }
      const files = frames.filter(({ bytes }) => bytes !== undefined);
      expect(files).toHaveLength(done?.files ?? -1);
      for (const { bytes } of files)
        expect(Buffer.from(bytes ?? '', 'base64').toString()).toContain(CANARIES[0]);
    });

    it('is for operators alone', async () => {
      expect((await fetchWhole('ADMINISTRATOR')).status).toBe(403);
    });
  });

  describe('a territory that leaves', () => {
    const mutation = `mutation { ${erase} }`;

    it('is taken away by nobody but an operator who typed its short name', async () => {
      const before = await fingerprints(scene.superuser, leaving);
      const administrator = scene.subgraph.client({
        territoryId: leaving,
        viewer: viewerAs('ADMINISTRATOR'),
      });
      expect((await administrator(mutation)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const operator = scene.subgraph.client({ territoryId: leaving, viewer: OPERATOR });
      const mistyped = mutation.replace(TEST_TERRITORY.slug, 'autre-territoire');
      expect((await operator(mistyped)).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
      expect(await fingerprints(scene.superuser, leaving)).toEqual(before);
    });

    it('leaves nothing, and every row of its neighbour as it was', async () => {
      const before = await fingerprints(scene.superuser, staying);
      const operator = scene.subgraph.client({ territoryId: leaving, viewer: OPERATOR });
      expect(await operator(mutation)).not.toHaveProperty('errors');
      expect(await tracesOf(scene.superuser, [leaving, CANARIES[0]])).toEqual([]);
      expect(await fingerprints(scene.superuser, staying)).toEqual(before);
    });

    it('may be asked to leave again: there is nothing more to do', async () => {
      const operator = scene.subgraph.client({ territoryId: leaving, viewer: OPERATOR });
      expect(JSON.stringify((await operator(mutation)).data)).toMatch(/:0[,}]/);
      expect(await tracesOf(scene.superuser, [leaving, CANARIES[0]])).toEqual([]);
    });
  });
}

function linesOf(frames: readonly Frame[], entry: string): string[] {
  const from = frames.findIndex((frame) => frame.entry === entry) + 1;
  const to = frames.findIndex((frame, index) => index >= from && frame.line === undefined);
  return frames.slice(from, to).map(({ line }) => line ?? '');
}

/** Columns with files are compared by themselves: here they hold a path. */
async function rowsOf(
  superuser: pg.Client,
  table: string,
  territoryId: string,
  withheld: readonly string[],
): Promise<string> {
  const { rows } = await superuser.query<{ column: string }>(
    `select attname::text as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and atttypid = 'bytea'::regtype`,
    [`"${table}"`],
  );
  const files = rows.map(({ column }) => column);
  const left = withheld
    .filter((name) => name.startsWith(`${table}.`))
    .map((name) => name.split('.')[1] ?? '');
  const lines = await superuser.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) - $2::text[] as row from "${table}" t where territory_id = $1`,
    [territoryId, [...files, ...left]],
  );
  return digest(lines.rows.map(({ row }) => JSON.stringify(row)));
}

/** Of rows in any order; a file's path stands for its bytes, which are compared by themselves. */
function digest(lines: readonly string[]): string {
  const plain = lines.map((line) => {
    const row = JSON.parse(line) as Record<string, unknown>;
    for (const [column, value] of Object.entries(row))
      if (String(value).startsWith('files/')) delete row[column];
    return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(plain.sort().join('\n')).digest('hex');
}
