import { readFile } from 'node:fs/promises';
import { asSuperuser } from '@ancrage/postgres/databases';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { databaseUrl, serviceCommand } from '@ancrage/testing/commands';
import { gatewayClient } from '@ancrage/testing/gateway-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor, visit } = useBrowser();
const offer = `${site}/espace/offre`;

const list = 'demonstration-list-journey';

/** Runs statements about the first territory as the database's superuser, then computes its figures again. */
async function inTerritory(...statements: string[]): Promise<void> {
  const platform = testPlatform();
  await asSuperuser(await databaseUrl(platform, 'territory', 'superuser'), async (client) => {
    for (const statement of statements) {
      await client.query(statement, [platform.pfha.id]);
    }
  });
  await serviceCommand(platform, 'territory', 'cli.js', 'summarise', '--territory', platform.pfha.slug);
}

/** Another list of public service desks, which says the contrary of the demonstration in six communes. */
const contradict = () =>
  inTerritory(
    `insert into source (id, territory_id, producer, dataset, vintage, licence, demonstration, retrieved_at, exhaustive_types)
     values ('${list}', $1, 'Journal', 'Une autre liste', '2026', 'sans objet', true, now(), '{A128}')`,
    `insert into offer_statement (territory_id, source_id, commune_code, stated_at, vintage, counts)
     select $1, '${list}', commune_code, now(), '2026',
       case when counts ? 'A128' then '{}'::jsonb else '{"A128": 1}'::jsonb end
     from offer_statement where territory_id = $1 and current and source_id like 'demonstration-%'
       and source_id not like 'demonstration-list-%'
     order by commune_code limit 6`,
  );
const takeBack = () =>
  inTerritory(
    `delete from offer_statement where territory_id = $1 and source_id = '${list}'`,
    `delete from conflict_decision where territory_id = $1 and type_code = 'A128'`,
    `delete from source where territory_id = $1 and id = '${list}'`,
  );

describe('the offer in the workspace', () => {
  let page: Page;
  beforeAll(contradict, 120_000);
  afterAll(async () => {
    await page?.context().close();
    await takeBack();
  }, 120_000);

  const textOf = async (selector: string) =>
    (await page.locator(selector).textContent())?.replace(/\s+/g, ' ').trim();

  it('says on the first page what there is to do, and leads there', async () => {
    page = await signIn(await newVisitor(), 'agent@demo.ancrage.test', '/espace');
    expect(await textOf('h1')).toBe('Aujourd’hui');
    await page.getByRole('link', { name: /conflits? entre sources à trancher/ }).click();
    await page.waitForURL('**/espace/offre/conflits');
  });

  it('settles conflicts one after the other without leaving the keyboard', async () => {
    await page.goto(`${offer}/conflits`);
    const waiting = Number((await textOf('h1 .count'))?.match(/\d+/)?.[0]);
    expect(waiting).toBeGreaterThan(1);
    const first = await textOf('#conflict');
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    const reason = page.getByLabel('Pourquoi');
    for (let stops = 0; stops < 6 && !(await isFocused(reason)); stops++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Confirmé par la mairie');
    await page.keyboard.press('Enter');
    await page.getByText(/Tranché\. /).waitFor();
    expect(Number((await textOf('h1 .count'))?.match(/\d+/)?.[0])).toBe(waiting - 1);
    expect(await textOf('#conflict')).not.toBe(first);
    // The hands are on the choices of the next one already.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    // The decision is kept with its reason, and can be taken back.
    const kept = page.locator('li', { hasText: 'Confirmé par la mairie' }).first();
    expect((await kept.textContent())?.replace(/\s+/g, ' ')).toContain(first ?? '-');
    await kept.getByRole('button', { name: /Retirer cette décision/ }).click();
    await expect.poll(async () => Number((await textOf('h1 .count'))?.match(/\d+/)?.[0]), soon).toBe(waiting);
  });

  it('gives back what was typed when a conflict is settled without a reason', async () => {
    const storageState = await page.context().storageState();
    const plain = await visit('/espace/offre/conflits', { storageState, javaScriptEnabled: false });
    await plain.locator('input[name="count"][value="other"]').check();
    await plain.getByLabel('Cet autre nombre').fill('douze');
    await plain.getByLabel('Pourquoi').fill('Vu sur place');
    await plain.getByRole('button', { name: 'Trancher' }).click();
    await plain.getByText('Écrivez un nombre entier').waitFor();
    expect(await plain.getByLabel('Cet autre nombre').inputValue()).toBe('douze');
    expect(await plain.getByLabel('Pourquoi').inputValue()).toBe('Vu sur place');
    await plain.context().close();
  });

  it('shows where the offer is weak, and is walked with the keys of a grid', async () => {
    await page.goto(`${offer}?tri=faiblesse`);
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(testPlatform().pfha.communes.length);
    const tabStops = page.locator('tbody a[tabindex="0"]');
    await expect.poll(() => tabStops.count(), soon).toBe(1);
    await tabStops.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(focused).toMatch(/Petite enfance\s: \d+ connus sur 3/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/faits\/\d{5}\?famille=CHILDHOOD/);
  });

  it('verifies a fact in place, and the matrix changes', async () => {
    await page.goto(`${offer}/faits/09122?famille=WORKPLACES`);
    const card = page.locator('#fait-W102');
    await card.getByText('Vérifier', { exact: true }).click();
    await card.getByLabel('Combien y en a-t-il ?').fill('2');
    await card.getByLabel('Qui s’en porte garant').fill('Mairie de Foix');
    await card.getByRole('button', { name: 'Enregistrer la vérification' }).click();
    await card.getByText('Vérification enregistrée').waitFor();
    expect((await card.textContent())?.replace(/\s+/g, ' ')).toMatch(
      /présent × 2.*Vérifié par Mairie de Foix/,
    );
    await page.goto(`${offer}?q=Foix`);
    const cell = page.getByRole('link', { name: /^Foix, Lieux de travail/ });
    expect(await cell.textContent()).toMatch(/\d vérifiés?/);
  });

  it('keeps a view under a name, and exports what it shows', async () => {
    await page.goto(`${offer}/faits?q=Foix&famille=WORKPLACES`);
    const shown = Number((await textOf('h1 .count'))?.match(/\d+/)?.[0]);
    await page.getByText('Garder cette vue').click();
    await page.getByLabel('Nom de la vue').fill('Travailler à Foix');
    await page.getByRole('button', { name: 'Garder', exact: true }).click();
    await page.getByRole('link', { name: 'Travailler à Foix' }).waitFor();
    await page.goto(`${offer}/faits`);
    await page.getByRole('link', { name: 'Travailler à Foix' }).click();
    await page.waitForURL(/q=Foix&famille=WORKPLACES/);
    for (const format of ['CSV', 'Excel']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: format, exact: true }).click(),
      ]);
      const bytes = await readFile(await download.path());
      if (format === 'CSV') {
        const lines = bytes.toString('utf8').trim().split('\r\n');
        expect(lines[0]).toContain('Code commune,Commune,Famille');
        expect(lines).toHaveLength(shown + 1);
        expect(lines.every((line, index) => index === 0 || line.includes('Foix'))).toBe(true);
      } else {
        expect(bytes.subarray(0, 2).toString()).toBe('PK');
      }
    }
    await page.getByRole('button', { name: /Oublier la vue/ }).click();
    await expect.poll(() => page.getByRole('link', { name: 'Travailler à Foix' }).count(), soon).toBe(0);
  });

  it('asks communes by a campaign, is answered by link, and accepts the answer', async () => {
    await page.goto(`${offer}/campagnes/nouvelle`);
    await page.getByLabel('Nom de la campagne').fill('Lieux de travail, essai');
    for (const family of await page.locator('input[name="families"]').all()) {
      await family.setChecked((await family.getAttribute('value')) === 'WORKPLACES');
    }
    await page.getByRole('button', { name: 'Choisir les communes' }).click();
    await page.waitForURL(/campagnes\/[0-9a-f-]{36}$/);
    await page.getByText('Coller des adresses').click();
    await page
      .getByLabel(/Une commune par ligne/)
      .fill('09122;mairie@foix.test\nPoudlard;mairie@poudlard.test');
    await page.getByRole('button', { name: 'Enregistrer les adresses' }).click();
    await page.getByText('1 adresse enregistrée').waitFor();
    expect(await page.getByLabel(/Une commune par ligne/).inputValue()).toBe('Poudlard;mairie@poudlard.test');
    await page.getByRole('button', { name: /Ouvrir la campagne/ }).click();
    await page.getByText('Campagne ouverte : 1 commune a son lien').waitFor();
    const letters = await page.getByRole('link', { name: 'Imprimer les lettres' }).getAttribute('href');
    await page.goto(new URL(letters ?? '', site).href);
    const link = await textOf('.link');
    expect(link).toContain('/verifier/');

    await answerByLink(link ?? '');

    await page.goto(`${offer}/corrections?origine=campagne&q=Foix`);
    const row = page.locator('li', { hasText: 'Espace de coworking' }).first();
    await row.getByRole('button', { name: /Accepter/ }).click();
    await page.getByText('1 correction acceptée et publiée').waitFor();
    const visitor = await visit('/communes/09122-foix');
    expect(await visitor.locator('body').textContent()).toContain('Espace de coworking');
    await visitor.context().close();
  });
});

/** A town hall answers by its link, without an account. */
async function answerByLink(link: string): Promise<void> {
  const { gatewayUrl, pfha } = testPlatform();
  const ask = gatewayClient(gatewayUrl, { territory: pfha.slug });
  const answer = await ask(
    `mutation ($input: AnswerVerificationInput!) { answerVerification(input: $input) { __typename } }`,
    {
      input: {
        token: link.split('/verifier/')[1],
        answeredBy: 'Mairie de Foix',
        answers: [{ type: 'W101', answer: 'CORRECTED', count: 2, names: ['La Grange', 'Le Quai'] }],
      },
    },
  );
  expect(answer.data).toEqual({ answerVerification: { __typename: 'VerificationAnswered' } });
}

const isFocused = (field: Locator): Promise<boolean> =>
  field.evaluate((node) => node === document.activeElement);

describe('roles', () => {
  it('let a viewer read, and hide what a viewer may not do', async () => {
    const page = await signIn(await newVisitor(), 'lecteur@demo.ancrage.test', '/espace/offre/faits/09122');
    await page.getByText('Votre rôle permet de lire').waitFor();
    expect(await page.getByText('Vérifier', { exact: true }).count()).toBe(0);
    const answer = await page.request.post(`${offer}/faits/09122?/verify`, {
      form: { fact: '09122-W101', count: '3', verifiedBy: 'Moi' },
      headers: { origin: site },
    });
    expect(answer.status()).toBe(403);
    expect((await page.goto(`${offer}/campagnes/nouvelle`))?.status()).toBe(403);
    await page.context().close();
  });

  it('let a contributor propose, for an agent to read', async () => {
    const page = await signIn(
      await newVisitor(),
      'contributeur@demo.ancrage.test',
      '/espace/offre/faits/09122',
    );
    const card = page.locator('#fait-W101');
    await card.getByText('Proposer une correction').click();
    await card.getByLabel('Combien y en a-t-il ?').fill('4');
    await card.getByLabel('Précision').fill('Un quatrième ouvre en janvier');
    await card.getByRole('button', { name: 'Envoyer la proposition' }).click();
    await card.getByText('Proposition envoyée').waitFor();
    await card.getByText('« Un quatrième ouvre en janvier »').waitFor();
    expect(await card.getByRole('button', { name: 'Accepter' }).count()).toBe(0);
    await page.context().close();
  });
});

describe.each([
  ['a phone', phone],
  ['a tablet', { width: 768, height: 1024 }],
  ['a desk', desk],
])('on %s', (_, viewport) => {
  it('every page of the offer can be used by everyone', async () => {
    const page = await signIn(await newVisitor({ viewport }), 'agent@demo.ancrage.test', '/espace');
    const paths = [
      '',
      '/faits',
      '/faits?q=introuvable',
      '/faits/09122',
      '/conflits',
      '/corrections',
      '/campagnes',
      '/campagnes/nouvelle',
    ];
    for (const path of ['/espace', ...paths.map((each) => `/espace/offre${each}`)]) {
      await page.goto(site + path);
      expect(await accessibilityProblems(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        viewport.width,
      );
    }
    await page.context().close();
  }, 120_000);
});
