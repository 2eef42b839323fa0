import { SiteClient } from '@ancrage/testing/site-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import { expect, it } from 'vitest';
import { replayCase } from '../dist/replay.js';
import { setStage } from '../dist/stage.js';

const platform = testPlatform();
const slug = 'cas-de-reference';

it('leads an empty territory to the figures of the reference case, by what anybody may do', async () => {
  const stage = await setStage(platform, slug, 'Cas de référence (démonstration)');
  expect(await replayCase(stage, () => {})).toEqual({
    solosIdentified: 78,
    solosPublished: 40,
    prospectsAttended: 26,
    installationsEffective: 6,
    installationsPlanned: 5,
  });

  // The same figures stand on the territory's page and in its directory, for anybody.
  const { solos } = await stage.ask<{ solos: { totalCount: number } }>('{ solos { totalCount } }');
  expect(solos.totalCount).toBe(40);
  const home = await new SiteClient(platform.ports.WEB_PORT, `${slug}.localhost`).get('/');
  const words = home.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(words).toContain('solos présentés par l’annuaire 40');
});
