import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { databaseUrl } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phone, site, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor } = useBrowser();
const tag = randomUUID().slice(0, 8);
const names = { accepted: `Vannerie ${tag}`, refused: `Cordages ${tag}` };
const script = '<script>alert(1)</script>';

/** Two people who agreed and wait; what they propose, and themselves, go when the journey ends. */
async function inDirectory(
  work: (query: (text: string, values: unknown[]) => Promise<unknown>) => Promise<void>,
) {
  const platform = testPlatform();
  await asSuperuser(await databaseUrl(platform, 'directory', 'superuser'), (client) =>
    work((text, values) => client.query(text, values)),
  );
}

const propose = () =>
  inDirectory(async (query) => {
    const { id: territoryId } = testPlatform().pfha;
    for (const displayName of Object.values(names)) {
      const [soloId, consentId] = [randomUUID(), randomUUID()];
      await query(
        `insert into solo (id, territory_id, slug, identified_by, identified_at, display_name, activity, skills)
         values ($1, $2, $3, 'journal', now(), $4, 'Vannerie', '{}')`,
        [soloId, territoryId, `${displayName.toLowerCase().replace(' ', '-')}`, displayName],
      );
      await query(
        `insert into consent (id, territory_id, solo_id, wording, version, channel, given_at)
         values ($1, $2, $3, 'J’accepte.', '1', 'WEB', now())`,
        [consentId, territoryId, soloId],
      );
      await query(`update solo set status = 'CONSENTED', consent_id = $2 where id = $1`, [soloId, consentId]);
      await query(
        `insert into solo_contact (solo_id, territory_id, email, email_key, shown) values ($1, $2, $3, $3, '{}')`,
        [soloId, territoryId, `${tag}@exemple.test`],
      );
      const fields = {
        displayName,
        activity: 'Vannerie',
        skills: ['Osier'],
        presentation: `Paniers et hottes ${script} voir www.exemple.com`,
        communeCode: '09122',
        shownPlace: 'COMMUNE',
        area: null,
        nafCode: null,
        languages: ['fr'],
        phone: null,
        website: null,
        canSponsor: false,
        photoId: null,
        shown: [],
      };
      await query(
        `insert into entry_change (id, territory_id, solo_id, state, fields, submitted_at) values ($1, $2, $3, 'SUBMITTED', $4, now())`,
        [randomUUID(), territoryId, soloId, fields],
      );
    }
  });
const takeBack = () =>
  inDirectory(async (query) => {
    await query('delete from solo where display_name = any($1)', [Object.values(names)]);
  });

describe('moderation', () => {
  let page: Page;
  beforeAll(propose, 60_000);
  afterAll(async () => {
    await page?.context().close();
    await takeBack();
  }, 60_000);

  const open = async (name: string) => {
    await page.goto(`${site}/espace/annuaire/moderation`);
    await page.getByRole('navigation', { name: 'En attente' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { name, level: 2 }).waitFor();
  };

  it('waits on the agents’ first page, and shows what is proposed as text', async () => {
    page = await signIn(await newVisitor(), 'agent@demo.ancrage.test', '/espace');
    await page.getByRole('link', { name: /fiches? ou modifications? à relire/ }).click();
    await page.waitForURL('**/espace/annuaire/moderation');
    await open(names.accepted);
    expect(await page.getByText(script).count()).toBe(1);
    expect(await page.getByText('Un lien figure dans le texte').count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('refuses with a reason alone, and keeps what was typed', async () => {
    await open(names.refused);
    await page.getByText('Refuser…').click();
    await page.getByRole('button', { name: 'Refuser et envoyer la raison' }).click();
    await page.getByRole('alert').filter({ hasText: 'Donnez une raison' }).waitFor();
    await page.getByRole('radio').first().check();
    await expect
      .poll(() => page.getByLabel('Raison, telle que la personne la lira').inputValue())
      .not.toBe('');
    await page.getByRole('button', { name: 'Refuser et envoyer la raison' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `« ${names.refused} » est refusée` })
      .waitFor();
  });

  it('publishes once that was confirmed, and everybody reads it', async () => {
    await open(names.accepted);
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.getByRole('button', { name: 'Oui, publier' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `« ${names.accepted} » est acceptée` })
      .waitFor();
    const answer = await page.request.get(`${site}/annuaire?q=${encodeURIComponent(names.accepted)}`);
    expect(await answer.text()).toContain(names.accepted);
  });

  it('works without JavaScript, on a phone', async () => {
    const state = await page.context().storageState();
    const plain = await (
      await newVisitor({ javaScriptEnabled: false, viewport: phone, storageState: state })
    ).newPage();
    await plain.goto(`${site}/espace/annuaire/moderation`);
    await plain.getByRole('heading', { name: 'Modération', level: 1 }).waitFor();
    expect(await plain.getByText(names.accepted).count()).toBeGreaterThan(0);
    const wide = await plain.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await plain.context().close();
  });

  it('tells those who only read that it is for agents', async () => {
    const reader = await signIn(
      await newVisitor(),
      'lecteur@demo.ancrage.test',
      '/espace/annuaire/moderation',
    );
    expect(await reader.getByText('réservée aux agents').count()).toBe(1);
    expect(await reader.getByText(names.accepted).count()).toBe(0);
    await reader.context().close();
  });
});
