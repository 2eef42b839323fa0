import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { databaseUrl } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { desk, phone, site, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor, visit } = useBrowser();
const agent = 'agent@demo.ancrage.test';
const tablet = { width: 768, height: 1024 };
const area = '/espace/candidats';
const tag = randomUUID().slice(0, 8);
const name = (who: string) => `${who} ${tag}`;
const email = (who: string) => `${who}-${tag}@foyer.example`;

async function inAccompaniment(text: string, values: unknown[]): Promise<void> {
  const url = await databaseUrl(testPlatform(), 'accompaniment', 'superuser');
  await asSuperuser(url, (client) => client.query(text, values));
}

/** Usable on a phone, a tablet and a desk. */
async function usable(page: Page): Promise<void> {
  for (const viewport of [phone, tablet, desk]) {
    await page.setViewportSize(viewport);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  }
}

const list = [
  'Nom;Courriel;Téléphone;Adultes;Enfants;Commune;Horizon;Premier contact',
  `${name('Riu')};${email('riu')};;2;2015, 2018;Toulouse;court terme;14/03/2026`,
  `${name('Vert')};pas-une-adresse;;1;;Lyon;;`,
  `${name('Noir')};${email('noir')};;2;2 enfants;;;`,
  `${name('Riu')} bis;${email('riu').toUpperCase()};;2;;;;`,
  `${name('A. Riu')};${email('autre')};;2;2015, 2018;Toulouse;;`,
].join('\r\n');

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel('Fichier').setInputFiles({
    name: 'candidats.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
}

async function check(page: Page): Promise<void> {
  await page
    .getByLabel('Qu’est-ce qui vous permet de les garder')
    .fill('Formulaires signés au salon de Toulouse');
  await page.getByRole('button', { name: 'Vérifier sans rien ajouter' }).click();
}

describe('lists of households', () => {
  afterAll(async () => {
    await inAccompaniment(`delete from prospect_merge where before::text like '%' || $1 || '%'`, [tag]);
    await inAccompaniment(
      `delete from prospect where id in (select prospect_id from prospect_contact where name like '%' || $1 || '%')
         or (anonymised_at > now() - interval '1 hour' and not demonstration
             and not exists (select from registration where prospect_id = prospect.id))`,
      [tag],
    );
    await inAccompaniment(`delete from prospect_import where file_name = 'candidats.csv'`, []);
  }, 60_000);

  it('are checked row by row without JavaScript, taken in, and double nobody when they come again', async () => {
    const signedIn = await signIn(await newVisitor(), agent, `${area}/imports`);
    const storageState = await signedIn.context().storageState();
    await usable(signedIn);
    const page = await visit(`${area}/imports`, { storageState, javaScriptEnabled: false, viewport: phone });
    await send(page, list);
    await check(page);
    await page.getByText('« pas-une-adresse » n’est pas une adresse.').waitFor();
    await page.getByText('« 2 enfants » : donnez des années de naissance').waitFor();
    await page.getByText('Même courriel ou téléphone que la ligne 2.').waitFor();
    await signedIn.goto(page.url());
    await usable(signedIn);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /Télécharger les lignes laissées/ }).click();
    const text = (await Array.fromAsync(await (await download).createReadStream())).join('');
    expect(text).toContain('pas-une-adresse');
    expect(text).not.toContain(email('autre'));
    await page.getByRole('button', { name: 'Ajouter 2 foyers' }).click();
    await page.getByText('La liste est importée.').waitFor();

    await page.goto(`${site}${area}/imports`);
    await send(page, list);
    await check(page);
    await page.getByText('Un candidat a déjà ce courriel ou ce téléphone').first().waitFor();
    expect(await page.getByRole('button', { name: /^Ajouter/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Abandonner cette liste' }).click();
    await page.context().close();
    await signedIn.context().close();
  });

  it('bring households that are one: merged once the result was seen, and parted again', async () => {
    const page = await signIn(await newVisitor(), agent, `${area}/doublons`);
    const open = async () => {
      await page.goto(`${site}${area}/doublons`);
      await page
        .getByRole('navigation', { name: 'À regarder' })
        .getByRole('link', { name: tag })
        .first()
        .click();
      await page.getByRole('heading', { level: 2 }).filter({ hasText: tag }).waitFor();
    };
    await open();
    await page.getByText('nom proche, enfants des mêmes années').waitFor();
    await usable(page);
    await page.getByRole('group', { name: 'Courriel' }).getByRole('radio').last().check();
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
    await page.getByRole('button', { name: 'Ce sont deux foyers' }).click();
    await page.getByRole('status').filter({ hasText: 'ne seront plus proposées' }).waitFor();
    await page.context().close();
  });

  it('are kept for three years; who is near the end is shown, and kept when they ask for it', async () => {
    await inAccompaniment(
      `update prospect set last_contact_at = now() - interval '3 years' + interval '12 days'
        where id = (select prospect_id from prospect_contact where name = $1)`,
      [name('Riu')],
    );
    const page = await signIn(await newVisitor(), agent, `${area}/conservation`);
    const row = page.getByRole('listitem').filter({ hasText: name('Riu') });
    await row.getByText(/à effacer le/).waitFor();
    await usable(page);
    await row.getByText('Ils ont donné signe de vie').click();
    await row.getByLabel('Ce qu’ils ont dit').fill('Ils demandent à rester connus');
    await row.getByRole('button', { name: 'Les garder trois ans de plus' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `${name('Riu')} : gardés jusqu’au` })
      .waitFor();
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: name('Riu') })
        .count(),
    ).toBe(0);
    await page.context().close();
  });

  it('give a household what is held of it, and forget it once its name was typed', async () => {
    const page = await signIn(await newVisitor(), agent, `${area}/doublons`);
    const id = await idOf(name('Riu'));
    await page.goto(`${site}${area}/${id}/donnees`);
    await page.getByRole('heading', { name: 'Données personnelles', level: 1 }).waitFor();
    await usable(page);
    const json = await page.request.get(`${page.url()}/json`);
    expect(JSON.parse(await json.text()).record.prospect_contact[0].name).toBe(name('Riu'));
    const csv = await page.request.get(`${page.url()}/csv`);
    expect(await csv.text()).toContain(email('riu'));
    await page.getByLabel(/Pour confirmer/).fill('Riu');
    await page.getByRole('button', { name: 'Effacer définitivement' }).click();
    await page.getByText('Recopiez le nom du foyer').waitFor();
    await page.getByLabel(/Pour confirmer/).fill(name('Riu'));
    await page.getByRole('button', { name: 'Effacer définitivement' }).click();
    await page.getByText('le suivi ne sait plus rien de ce foyer').waitFor();
    expect(await idOf(name('Riu'))).toBeUndefined();
    await page.context().close();
  });

  it('are for agents: a reader is told kindly', async () => {
    const page = await signIn(await newVisitor(), 'lecteur@demo.ancrage.test', `${area}/conservation`);
    await page.getByText('Cette page est réservée aux agents').waitFor();
    await usable(page);
    await page.context().close();
  });
});

async function idOf(household: string): Promise<string | undefined> {
  const url = await databaseUrl(testPlatform(), 'accompaniment', 'superuser');
  let id: string | undefined;
  await asSuperuser(url, async (client) => {
    const { rows } = await client.query('select prospect_id as id from prospect_contact where name = $1', [
      household,
    ]);
    id = rows[0]?.id;
  });
  return id;
}
