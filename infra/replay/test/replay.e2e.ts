import { serviceCommand } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import { beforeAll, describe, expect, it } from 'vitest';
import { differing, type Reading } from '../dist/figures.js';
import { replayCase } from '../dist/replay.js';
import { type Stage, setStage } from '../dist/stage.js';

const platform = testPlatform();
const slug = 'cas-de-reference';
const name = 'Cas de référence (démonstration)';

/** What a page says to whoever reads it. */
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('an empty territory, by what anybody may do', () => {
  let stage: Stage;
  let readings: Reading[];
  beforeAll(async () => {
    stage = await setStage(platform, slug, name);
    const { solos } = await stage.ask<{ solos: { totalCount: number } }>('{ solos { totalCount } }');
    expect(solos.totalCount).toBe(0);
    readings = await replayCase(stage, () => {});
  });

  it('comes to the figures of the reference case, wherever they are read', async () => {
    expect(readings.map(({ place }) => place)).toEqual([
      'Page du territoire',
      'Espace de travail, en lecture',
      'Page de la région',
      'API, sans clé',
      'API, avec une clé de la région',
    ]);
    expect(readings[0]?.figures).toEqual({
      ...{ SOLOS_IDENTIFIED: 78, SOLOS_PUBLISHED: 40 },
      ...{ ATTENDED: 26, EFFECTIVE: 6, PLANNED: 5 },
    });
    expect(differing(readings)).toEqual([]);
    const { solos } = await stage.ask<{ solos: { totalCount: number } }>('{ solos { totalCount } }');
    expect(solos.totalCount).toBe(40);
    expect(wordsOf((await stage.site.get('/')).body)).toContain('solos présentés par l’annuaire 40');
  });

  it('welcomes by the protocol that its administrator published, and anybody can read it', async () => {
    const { welcomeProtocols } = await stage.administrator<{ welcomeProtocols: object[] }>(
      '{ welcomeProtocols { status fromModel running } }',
    );
    expect(welcomeProtocols).toEqual([{ status: 'PUBLISHED', fromModel: true, running: 5 }]);
    expect(wordsOf((await stage.site.get('/accueil')).body)).toContain('Démarches du déménagement');
  });

  it('has steps done by a contributor and by a household, which also wrote', async () => {
    const { installationRecords } = await stage.agent<{
      installationRecords: { nodes: { steps: { owner: string; status: string; settledBy: string }[] }[] };
    }>('{ installationRecords(first: 100) { nodes { steps { owner status settledBy } } } }');
    const done = installationRecords.nodes.flatMap(({ steps }) =>
      steps.filter(({ status }) => status === 'DONE'),
    );
    expect(done.map(({ owner }) => owner).sort()).toEqual(['CONTRIBUTOR', 'HOUSEHOLD']);
    expect(done.find(({ owner }) => owner === 'HOUSEHOLD')?.settledBy).toBe('HOUSEHOLD');
    const { unreadHouseholds } = await stage.agent<{ unreadHouseholds: object[] }>(
      '{ unreadHouseholds { prospectId } }',
    );
    expect(unreadHouseholds).toHaveLength(1);
    // The contributor sees no household, and no step of anybody else.
    await expect(stage.contributor('{ prospectRecords { totalCount } }')).rejects.toThrow();
  });

  it('has a sponsor and a household who both said yes', async () => {
    const { sponsorshipRecords } = await stage.agent<{ sponsorshipRecords: { nodes: object[] } }>(
      '{ sponsorshipRecords { nodes { status sponsorAcceptedAt householdAcceptedAt } } }',
    );
    expect(sponsorshipRecords.nodes).toEqual([
      {
        status: 'ACTIVE',
        sponsorAcceptedAt: expect.any(String),
        householdAcceptedAt: expect.any(String),
      },
    ]);
  });

  it('leaves no key behind, and takes a slug once', async () => {
    const keys = await serviceCommand(platform, 'identity', 'cli.js', 'api-key', 'list');
    const own = keys.split('\n').filter((line) => line.includes(`Replay ${slug}`));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(/region 76; revoked/);
    await expect(setStage(platform, slug, name)).rejects.toThrow(`${slug} is already a territory`);
  });
});
