import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ServiceClient } from '../upstream/service.client.js';
import { TerritoryRegistry } from './territory.registry.js';

let slugs: string[];
let readings: number;
let clock: number;
let broken: boolean;
let registry: TerritoryRegistry;

beforeEach(() => {
  slugs = ['foix', 'couserans', 'comminges'];
  readings = 0;
  clock = 0;
  broken = false;
  // Two territories a page, the cursor being the position.
  const subgraph = {
    send: async ({ body }: { body: string }) => {
      if (broken) throw new Error('no answer');
      const { after } = JSON.parse(body).variables;
      const from = after === null ? 0 : Number(after);
      if (from === 0) readings += 1;
      const nodes = slugs.slice(from, from + 2).map((slug) => ({
        ...{
          id: `${slug}-id`,
          slug,
          name: `Pays de ${slug}`,
          status: slug === 'comminges' ? 'SUSPENDED' : 'ACTIVE',
        },
        suspension: slug === 'comminges' ? { reason: 'Changement d’équipe' } : null,
        hosts: slug === 'foix' ? ['www.foix.fr', 'accueil.foix.fr'] : [],
      }));
      const pageInfo = { hasNextPage: from + 2 < slugs.length, endCursor: String(from + 2) };
      return { status: 200, text: JSON.stringify({ data: { territories: { nodes, pageInfo } } }) };
    },
  } as unknown as ServiceClient;
  registry = new TerritoryRegistry(subgraph, 'https://{host}', pino({ level: 'silent' }), () => clock);
});

describe('the registry of territories', () => {
  it('reads every page of them, once for all who ask at the same time', async () => {
    const found = await Promise.all(['foix', 'couserans', 'comminges'].map((slug) => registry.find(slug)));
    expect(found.map(({ id }) => id)).toEqual(['foix-id', 'couserans-id', 'comminges-id']);
    expect(readings).toBe(1);
    expect(registry.peek('foix')?.id).toBe('foix-id');
  });

  it('says who each is and where its site is', async () => {
    const { card } = await registry.find('foix');
    expect(card).toEqual({ slug: 'foix', name: 'Pays de foix', site: 'https://accueil.foix.fr' });
    expect((await registry.find('comminges')).card.site).toBe('https://comminges.localhost');
    expect(registry.peek('foix')?.card, 'made once, not at each request').toBe(card);
  });

  it('knows why a territory is closed', async () => {
    expect((await registry.find('foix')).suspended).toBeNull();
    expect((await registry.find('comminges')).suspended).toBe('Changement d’équipe');
  });

  it('looks again for a slug that it does not know, but not for each guess', async () => {
    await registry.find('foix');
    slugs.push('volvestre');
    await expect(registry.find('volvestre')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(readings).toBe(1);
    clock = 2_000;
    expect((await registry.find('volvestre')).id).toBe('volvestre-id');
    expect(readings).toBe(2);
  });

  it('asks nobody about what cannot be a slug', async () => {
    for (const slug of ['', 'Foix', 'a b', '../etc', '-a', 'x'.repeat(101)]) {
      await expect(registry.find(slug)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(readings).toBe(0);
  });

  it('looks again as soon as it is told that territories changed', async () => {
    await registry.find('foix');
    slugs.push('volvestre');
    registry.expire();
    expect(registry.peek('foix')).toBeUndefined();
    expect((await registry.find('volvestre')).id).toBe('volvestre-id');
  });

  it('goes by what it last knew while the subgraph does not answer', async () => {
    await expect(Promise.resolve(registry.loaded)).resolves.toBe(false);
    await registry.find('foix');
    broken = true;
    clock = 60_000;
    expect((await registry.find('foix')).id).toBe('foix-id');
    await expect(registry.find('volvestre')).rejects.toMatchObject({ status: 503 });
  });
});
