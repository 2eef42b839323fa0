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
const one = `Poterie ${tag}`;
const other = `SARL Poterie ${tag}`;
const email = `${tag}@exemple.test`;

async function inDirectory(
  work: (query: (text: string, values: unknown[]) => Promise<{ rows: { count: number }[] }>) => Promise<void>,
) {
  const url = await databaseUrl(testPlatform(), 'directory', 'superuser');
  await asSuperuser(url, (client) => work((text, values) => client.query(text, values)));
}

const identify = () =>
  inDirectory(async (query) => {
    const { id: territoryId } = testPlatform().pfha;
    for (const [displayName, phoneNumber] of [
      [one, null],
      [other, '+33561000042'],
    ]) {
      const id = randomUUID();
      await query(
        `insert into solo (id, territory_id, slug, identified_by, identified_at, display_name, activity, skills)
         values ($1, $2, $3, 'journal', now(), $4, 'Poterie', '{}')`,
        [id, territoryId, `poterie-${id}`, displayName],
      );
      await query(
        `insert into solo_contact (solo_id, territory_id, email, email_key, phone, phone_key, shown) values ($1, $2, $3, $3, $4, $4, '{}')`,
        [id, territoryId, email, phoneNumber],
      );
    }
  });
const takeBack = () =>
  inDirectory(async (query) => {
    await query(`delete from solo_merge where before::text like '%' || $1 || '%'`, [tag]);
    await query(
      `delete from solo where display_name like '%' || $1 or (erased_at > now() - interval '1 hour')`,
      [tag],
    );
  });

describe('duplicates', () => {
  let page: Page;
  beforeAll(identify, 60_000);
  afterAll(async () => {
    await page?.context().close();
    await takeBack();
  }, 60_000);

  const open = async () => {
    await page.goto(`${site}/espace/annuaire/doublons`);
    await page.getByRole('navigation', { name: 'À regarder' }).getByRole('link', { name: tag }).click();
    await page.getByRole('heading', { level: 2 }).filter({ hasText: tag }).waitFor();
  };

  it('stand side by side with the reasons, for everybody who reads', async () => {
    page = await signIn(await newVisitor(), 'administration@demo.ancrage.test', '/espace');
    await open();
    expect(await page.getByText('même courriel').count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize(phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('become one once the result was seen, and two again', async () => {
    await open();
    await page.getByRole('group', { name: 'Nom' }).getByRole('radio').last().check();
    await page.getByRole('button', { name: 'Voir le résultat' }).click();
    await page.getByRole('heading', { name: 'Ce que deviendrait la fiche' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fusionner', exact: true }).click();
    const done = page.getByRole('status').filter({ hasText: 'a rejoint' });
    await done.waitFor();
    expect(await done.textContent()).toContain(tag);
    await page
      .getByRole('button', { name: /^Annuler la fusion/ })
      .first()
      .click();
    await page.getByRole('status').filter({ hasText: 'de nouveau deux fiches' }).waitFor();
    await open();
  });

  it('are told apart for good, or not', async () => {
    await open();
    await page.getByRole('button', { name: 'Ce sont deux personnes' }).click();
    await page.getByRole('status').filter({ hasText: 'ne seront plus proposées' }).waitFor();
    const queue = page.getByRole('navigation', { name: 'À regarder' });
    expect(await queue.getByRole('link', { name: tag }).count()).toBe(0);
    await page.getByRole('button', { name: 'Revenir là-dessus' }).click();
    await page.getByRole('heading', { level: 2 }).filter({ hasText: tag }).waitFor();
  });

  it('leave a trace that administrators read and take away', async () => {
    await page.goto(`${site}/espace/annuaire/acces?q=${tag}`);
    expect(await page.getByRole('row').count()).toBeGreaterThan(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    const file = await page.request.get(`${site}/espace/annuaire/acces/export.csv?q=${tag}`);
    expect(await file.text()).toContain(one);
  });

  it('and a person is exported, then erased once their name is typed', async () => {
    await page.goto(`${site}/espace/annuaire?q=${tag}&vue=liste`);
    await page.getByRole('link', { name: one, exact: true }).first().click();
    await page.getByRole('link', { name: 'Données personnelles' }).click();
    await page.getByRole('heading', { name: 'Données personnelles', level: 1 }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const file = await page.request.get(`${page.url()}/json`);
    expect(JSON.parse(await file.text()).record.solo_contact[0].email).toBe(email);
    const readable = await page.request.get(`${page.url()}/html`);
    expect(await readable.text()).toContain(email);
    await page.getByLabel('Pour confirmer').fill('Autre nom');
    await page.getByRole('button', { name: 'Effacer définitivement' }).click();
    await page.getByRole('alert').filter({ hasText: 'Recopiez le nom' }).waitFor();
    await page.getByLabel('Pour confirmer').fill(one);
    await page.getByRole('button', { name: 'Effacer définitivement' }).click();
    await page.getByText('ne sait plus rien de cette personne').waitFor();
    await inDirectory(async (query) => {
      const { rows } = await query('select count(*)::int as count from solo where display_name = $1', [one]);
      expect(rows[0]?.count).toBe(0);
    });
  });
});
