import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { databaseUrl } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { desk, phone, site, siteOf, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor, visit } = useBrowser();
/** What this run makes is told apart from what others did. */
const slug = `cap-corse-${Date.now().toString(36)}`;
const home = `/operateur/territoires/${slug}`;
const reason = 'Changement d’équipe jusqu’au printemps.';

let context: BrowserContext;
let page: Page;
afterAll(() => context.close());

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
/** As the browser gets it: names under localhost are known to it alone. */
async function statusOf(address: string): Promise<number | undefined> {
  const tab = await context.newPage();
  const status = (await tab.goto(address))?.status();
  await tab.close();
  return status;
}

/** A household of the new territory, whose settling is planned. */
async function planCase(): Promise<void> {
  const databaseOf = (service: 'territory' | 'accompaniment') =>
    databaseUrl(testPlatform(), service, 'superuser');
  const { id } = await asSuperuser(
    await databaseOf('territory'),
    async (client) => (await client.query('select id from territory where slug = $1', [slug])).rows[0],
  );
  await asSuperuser(await databaseOf('accompaniment'), async (client) => {
    const household = randomUUID();
    await client.query(`select set_config('app.territory_id', $1, false)`, [id]);
    await client.query(
      `insert into prospect (territory_id, id, first_contact_on, adults) values ($1, $2, '2026-01-05', 1)`,
      [id, household],
    );
    await client.query(
      `insert into installation (territory_id, id, prospect_id, status, horizon, planned_on, adults, children_birth_years)
       values ($1, $2, $3, 'PLANNED', 'SHORT_TERM', '2026-02-02', 1, '{}')`,
      [id, randomUUID(), household],
    );
  });
}

describe('the operator', () => {
  it('alone sees the territories of the platform', async () => {
    context = await newVisitor();
    page = await signIn(context, 'operateur@demo.ancrage.test', '/operateur');
    await page.getByRole('heading', { level: 1, name: 'Territoires de la plateforme' }).waitFor();
    await page.getByRole('link', { name: 'Pays de Foix' }).first().waitFor();
    const other = await newVisitor();
    const agent = await signIn(other, 'agent@demo.ancrage.test');
    expect((await agent.goto(`${site}/operateur`))?.status()).toBe(403);
    await other.close();
  });

  it('comes from the page of a region, whose bodies are searched already', async () => {
    await page.goto(`${site}/region/76`);
    await page.getByRole('link', { name: 'Ouvrir un territoire de la région' }).click();
    await page.waitForURL(/nouveau\?region=76/);
    expect(await page.getByLabel('Région', { exact: true }).inputValue()).toBe('76');
    await page
      .getByRole('link', { name: /^Ajouter / })
      .first()
      .waitFor();
    await page.goto(`${site}/operateur`);
  });

  it('makes a territory of an inter-communal body, and is told what is wrong before', async () => {
    await page.getByRole('link', { name: 'Nouveau territoire' }).click();
    await page.getByLabel('Nom ou numéro SIREN').fill('cap corse');
    await press('Chercher');
    await page.getByRole('link', { name: 'Ajouter CC du Cap Corse' }).click();
    await page.getByText('18 communes').first().waitFor();
    await page.getByLabel('Nom court').fill('Pas Bon');
    await page.getByLabel('Premier administrateur').fill(`${slug}@demo.ancrage.test`);
    await press('Créer le territoire');
    await page.getByText('Lettres minuscules sans accent').waitFor();
    expect(await page.getByLabel('Premier administrateur').inputValue()).toBe(`${slug}@demo.ancrage.test`);
    await page.getByLabel('Nom court').fill(slug);
    await page.getByLabel('Partir des réglages').fill('nulle-part');
    await press('Créer le territoire');
    await page.getByText('Aucun territoire ne porte ce nom court').waitFor();
    await page.getByLabel('Partir des réglages').fill('pays-de-foix-haute-ariege');
    await press('Créer le territoire');
    await page.waitForURL(`${site}${home}`);
  });

  it('reads what it still needs', async () => {
    const check = (name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name });
    expect(await check('Communes').first().textContent()).toContain('✓');
    expect(await check('Administrateur').first().textContent()).toContain('✓');
    expect(await check('Protocole d’accueil publié').textContent()).toContain('○');
    await expect.poll(() => statusOf(siteOf(slug)), soon).toBe(200);
  });

  it('closes its site, whose visitors read that it takes a break and whose members why', async () => {
    await press('Suspendre le site');
    await page.getByLabel('Motif').fill(reason);
    await press('Suspendre le site');
    await page.getByText(reason).waitFor();
    await expect.poll(() => statusOf(siteOf(slug)), soon).toBe(503);
    const visitor = await visit(siteOf(slug));
    await visitor.getByRole('heading', { level: 1, name: 'Ce site fait une pause' }).waitFor();
    expect(await visitor.content()).not.toContain(reason);
    expect(await accessibilityProblems(visitor)).toEqual([]);
    await visitor.context().close();
    expect(await statusOf(site), 'its neighbour').toBe(200);
  });

  it('opens it again', async () => {
    await press('Remettre en ligne');
    await page.getByRole('button', { name: 'Suspendre le site' }).waitFor();
    await expect.poll(() => statusOf(siteOf(slug)), soon).toBe(200);
  });

  it('downloads all of it as one archive, which nobody else may have', async () => {
    const answer = await context.request.get(`${site}${home}/export.zip`);
    expect(answer.headers()['content-type']).toBe('application/zip');
    const bytes = await answer.body();
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    for (const name of [
      'territory/territory_commune.jsonl',
      'directory/solo.jsonl',
      'identity/membership.jsonl',
      'manifest.json',
    ])
      expect(bytes.includes(name), name).toBe(true);
    const files = unzipSync(bytes);
    const drafts = strFromU8(files['accompaniment/welcome_protocol.jsonl'] as Uint8Array);
    expect(JSON.parse(drafts), 'the protocol of its model').toMatchObject({ status: 'DRAFT', number: 1 });
    const visitor = await newVisitor();
    const refused = await visitor.request.get(`${site}${home}/export.zip`, { maxRedirects: 0 });
    expect(refused.status()).toBe(303);
    await visitor.close();
  });

  it.each([
    ['a phone', phone],
    ['a tablet', { width: 768, height: 1024 }],
    ['a desk', desk],
  ])('can use these pages on %s', async (_, viewport) => {
    await page.setViewportSize(viewport);
    for (const path of ['/operateur', '/operateur/territoires/nouveau?q=corse&epci=200042943', home]) {
      await page.goto(site + path);
      expect(await accessibilityProblems(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        viewport.width,
      );
    }
  });

  it('takes nothing away while a household counts on its case, unless it is given up by name', async () => {
    await planCase();
    await page.goto(site + home);
    const confirm = page.getByLabel(`Pour confirmer, saisissez ${slug}`);
    const givenUp = page.getByLabel('1 installation en cours');
    expect(await givenUp.isChecked()).toBe(false);
    await confirm.fill(slug);
    await press('Supprimer le territoire');
    await page.getByText('Rien n’a été supprimé').waitFor();
    expect(await statusOf(siteOf(slug)), 'it is there').toBe(200);
  });

  it('takes it away once its short name is typed, and nothing answers there any more', async () => {
    const confirm = page.getByLabel(`Pour confirmer, saisissez ${slug}`);
    await confirm.fill('autre-chose');
    await press('Supprimer le territoire');
    await page.getByText('ce n’est pas le nom court').waitFor();
    await page.getByLabel('1 installation en cours').check();
    await confirm.fill(slug);
    await press('Supprimer le territoire');
    await page.waitForURL(`${site}/operateur`);
    await expect.poll(() => statusOf(siteOf(slug)), soon).toBe(404);
    expect(await statusOf(`${site}${home}`)).toBe(404);
    expect(await statusOf(site), 'its neighbour').toBe(200);
  });
});
