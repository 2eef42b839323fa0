import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { databaseUrl } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, phone, site, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor, visit } = useBrowser();
const platform = testPlatform();
const territoryId = platform.pfha.id;
const tablet = { width: 768, height: 1000 };
/** Nobody else's records: one household that agreed to news, and letters that were given up. */
const reader = { id: randomUUID(), email: `lectrice-${randomUUID().slice(0, 8)}@exemple.test` };
const dead = { household: randomUUID(), directory: randomUUID() };
const subject = `Confirmation ${dead.household.slice(0, 8)}`;
const directorySubject = `Votre fiche ${dead.directory.slice(0, 8)}`;

const inDatabase = async (service: 'accompaniment' | 'directory', text: string, values: unknown[]) =>
  asSuperuser(await databaseUrl(platform, service, 'superuser'), (client) => client.query(text, values));

beforeAll(async () => {
  await inDatabase(
    'accompaniment',
    `insert into prospect (id, territory_id, first_contact_on, adults) values ($1, $2, current_date, 2)`,
    [reader.id, territoryId],
  );
  await inDatabase(
    'accompaniment',
    `insert into prospect_contact (prospect_id, territory_id, name, email, email_key) values ($1, $2, 'Léa Lectrice', $3, $3)`,
    [reader.id, territoryId, reader.email],
  );
  await inDatabase(
    'accompaniment',
    `insert into prospect_consent (id, territory_id, prospect_id, purpose, wording, version, channel, given_at)
     values ($1, $2, $3, 'NEWS', 'J’accepte', '1', 'SITE', now() - interval '1 day')`,
    [randomUUID(), territoryId, reader.id],
  );
  for (const [service, id, words] of [
    ['accompaniment', dead.household, subject],
    ['directory', dead.directory, directorySubject],
  ] as const) {
    await inDatabase(
      service,
      `insert into letter (id, territory_id, key, recipient, subject, body, attempts, failed_at, problem)
       values ($1, $2, $3, 'inconnue@exemple.test', $4, 'Bonjour', 1, now(), '550 5.1.1 User unknown')`,
      [id, territoryId, id, words],
    );
  }
});
afterAll(async () => {
  for (const service of ['accompaniment', 'directory'] as const)
    await inDatabase(service, 'delete from letter where id = any($1)', [Object.values(dead)]);
  await inDatabase('accompaniment', 'delete from prospect where id = $1', [reader.id]);
});

async function usable(page: Page): Promise<void> {
  for (const viewport of [phone, tablet, desk]) {
    await page.setViewportSize(viewport);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  }
}

describe('an agent', () => {
  it('sees what did not get through in both services, tries it again or throws it away', async () => {
    const context = await newVisitor();
    const page = await signIn(context, 'agent@demo.ancrage.test', '/espace');
    await page.getByRole('link', { name: /e-mails? .*votre décision/ }).click();
    await page.getByRole('heading', { name: subject }).waitFor();
    expect(await page.getByText('550 5.1.1 User unknown').count()).toBeGreaterThanOrEqual(2);
    await usable(page);

    await page.getByLabel(`Jeter « ${directorySubject} »`).click();
    await page.getByRole('button', { name: 'Oui, le jeter' }).click();
    await page.getByText('E-mail jeté.').waitFor();
    await expect.poll(() => page.getByRole('heading', { name: directorySubject }).count(), soon).toBe(0);

    await inDatabase('accompaniment', 'update letter set recipient = $2 where id = $1', [
      dead.household,
      reader.email,
    ]);
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByRole('button', { name: `Réessayer « ${subject} »` }).waitFor();
    await page.getByRole('button', { name: `Réessayer « ${subject} »` }).click();
    await page.getByText('1 e-mail repart.').waitFor();
    // Somebody who still sees it as given up is told that nothing was left to do.
    await second.getByRole('button', { name: `Réessayer « ${subject} »` }).click();
    await second.getByText('cet e-mail n’est plus à relancer').waitFor();
    await expect
      .poll(async () => {
        await page.goto(`${site}/espace/courrier/envoyes`);
        return page.getByText(subject).count();
      }, soon)
      .toBeGreaterThan(0);
    await usable(page);
    await context.close();
  }, 120_000);

  it('writes news that their reader stops in one click, and takes up again', async () => {
    const context = await newVisitor();
    const page = await signIn(context, 'agent@demo.ancrage.test', '/espace/courrier/nouvelles');
    const title = `Nouvelles ${randomUUID().slice(0, 8)}`;
    await page.getByLabel('Objet').fill(title);
    await page.getByLabel('Quelques mots pour commencer').fill('Le printemps arrive & les places partent.');
    await page.getByRole('button', { name: 'Relire la lettre' }).click();
    await page.getByText('La lettre, telle qu’elle sera lue').waitFor();
    await usable(page);
    await page.getByRole('button', { name: /^Envoyer à \d+ foyers?$/ }).click();
    await page.getByText(/^La lettre part vers \d+ foyers?\.$/).waitFor();

    const message = await receivedBy(reader.email, title);
    expect(message.text).toContain('Le printemps arrive & les places partent.');
    expect(message.html).toContain('Le printemps arrive &amp; les places partent.');
    const link = /https?:\/\/\S+\/decouvrir\/nouvelles\/\S+/.exec(message.text)?.[0] ?? '';
    const own = await visit(new URL(link).pathname);
    await own.getByRole('heading', { name: 'Vos nouvelles par e-mail' }).waitFor();
    await usable(own);

    // As a mail programme does it: no cookie, no origin, no browser.
    const answer = await fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(answer.status).toBe(200);
    await own.reload();
    await own.getByRole('heading', { name: 'C’est arrêté' }).waitFor();
    await usable(own);
    await own.getByRole('button', { name: 'Recevoir de nouveau les nouvelles' }).click();
    await own.getByText('C’est repris').waitFor();
    await own.context().close();
    await context.close();
  }, 150_000);

  it('another site’s form stops nothing', async () => {
    const answer = await fetch(`${site}/decouvrir/nouvelles/${'a'.repeat(64)}`, {
      method: 'POST',
      headers: { origin: 'https://ailleurs.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(answer.status).toBe(403);
  });
});

it('a reader of the workspace is told whom letters are for', async () => {
  const context = await newVisitor();
  const page = await signIn(context, 'lecteur@demo.ancrage.test', '/espace/courrier');
  await page.getByText('réservé aux agents').waitFor();
  await context.close();
});

async function receivedBy(email: string, title: string): Promise<{ text: string; html: string }> {
  let id: string | undefined;
  await expect
    .poll(async () => {
      const list = (await (
        await fetch(`${platform.mailUrl}/messages?to=${encodeURIComponent(email)}`)
      ).json()) as {
        id: string;
        subject: string;
      }[];
      id = list.find((message) => message.subject === title)?.id;
      return id !== undefined;
    }, soon)
    .toBe(true);
  return (await (await fetch(`${platform.mailUrl}/messages/${id}`)).json()) as { text: string; html: string };
}
