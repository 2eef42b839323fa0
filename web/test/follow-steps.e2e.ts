import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { serviceCommand } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { desk, phone, siteOf, useBrowser } from './browser.ts';
import { useAgent } from './own-sessions.ts';
import { signIn } from './sign-in.ts';

const { newVisitor, visit } = useBrowser();
const platform = testPlatform();
const { couserans } = platform;
const site = siteOf(couserans.slug);
const agent = 'agent-agenda@couserans.ancrage.test';
const api = useAgent(agent);
const calendar = '/espace/installations/calendrier';

/** A case of a household of its own, with a step of the year 2097 that a member is to do. */
async function stepOf(assignee: { assigneeId: string; assigneeName: string }) {
  const name = `Foyer ${randomUUID().slice(0, 8)}`;
  const title = `Visite de ferme ${randomUUID().slice(0, 8)}`;
  const { createProspect } = await api.run(
    'mutation ($input: CreateProspectInput!) { createProspect(input: $input) { ... on ProspectSaved { record { id } } } }',
    { input: { household: { name, adults: 1 } } },
  );
  const { planInstallation } = await api.run(
    `mutation ($id: ID!) { planInstallation(prospectId: $id, input: { horizon: LONG_TERM }) {
       ... on InstallationSaved { record { id version } } } }`,
    { id: createProspect.record.id },
  );
  const { id, version } = planInstallation.record;
  await api.run(
    `mutation ($id: ID!, $version: Int!, $input: OwnStepInput!) {
       addOwnStep(id: $id, version: $version, input: $input) { __typename } }`,
    { id, version, input: { title, phase: 'ARRIVAL', owner: 'AGENT', dueOn: '2097-05-06', ...assignee } },
  );
  return { id, name, title };
}

/** The account of somebody who has signed in. */
async function accountOf(page: Page) {
  const { id, name } = await page.evaluate(async () => (await fetch('/auth/me')).json());
  return { assigneeId: id as string, assigneeName: (name as string) || 'Agent' };
}

/** What a calendar reads, which has no session; `page` is of the same site. */
const feedAt = (page: Page, address: string) =>
  page.evaluate(async (url) => {
    const answer = await fetch(url, { credentials: 'omit', cache: 'no-store' });
    const text = (await answer.text()).replaceAll('\r\n ', '');
    return { status: answer.status, type: answer.headers.get('content-type'), text };
  }, address);

it('a member follows their steps in their own calendar, by an address that another one ends', async () => {
  const page = await signIn(await newVisitor(), agent, calendar, site);
  const { id, name, title } = await stepOf(await accountOf(page));
  await page.getByRole('button', { name: 'Créer l’adresse' }).click();
  await page.getByText('Voici l’adresse').waitFor();
  const address = await page.getByLabel('Adresse de l’agenda').inputValue();
  const feed = await feedAt(page, address);
  expect(feed).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
  expect(feed.text).toContain(`SUMMARY:${title}`);
  expect(feed.text).toContain('DTSTART;VALUE=DATE:20970506');
  expect(feed.text).toContain(`/espace/installations/${id}#etape-`);
  expect(feed.text).not.toContain(name);
  for (const viewport of [phone, { width: 768, height: 1024 }, desk]) {
    await page.setViewportSize(viewport);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  }
  await page.getByRole('button', { name: 'Créer une autre adresse' }).click();
  await page.waitForFunction(
    (before) => document.querySelector<HTMLInputElement>('#follow-feed')?.value !== before,
    address,
  );
  expect((await feedAt(page, address)).status).toBe(404);
  const next = await page.getByLabel('Adresse de l’agenda').inputValue();
  expect((await feedAt(page, next)).text).toContain(title);
  const elsewhere = await visit('/');
  const there = new URL(new URL(next).pathname, elsewhere.url()).href;
  expect((await feedAt(elsewhere, there)).status).toBe(404);
});

it('a member says in which language they are written to in the morning, or not at all, without script', async () => {
  const signedIn = await signIn(await newVisitor(), agent, calendar, site);
  const context = await newVisitor({ javaScriptEnabled: false });
  await context.addCookies(await signedIn.context().cookies());
  const page = await context.newPage();
  await page.goto(`${site}${calendar}?mois=2097-05`);
  await page.getByLabel('M’écrire ces matins-là').uncheck();
  await page.getByLabel('Langue de la lettre').selectOption('en');
  await page.locator('form[action*="letters"] button').click();
  await page.getByText('C’est noté.').waitFor();
  await page.getByRole('heading', { name: 'mai 2097' }).waitFor();
  await page.goto(site + calendar);
  expect(await page.getByLabel('M’écrire ces matins-là').isChecked()).toBe(false);
});

it('the case says that who has a step is no longer of the team', async () => {
  const email = `parti-${randomUUID().slice(0, 8)}@couserans.ancrage.test`;
  const right = ['--email', email, '--territory', couserans.id];
  await serviceCommand(
    platform,
    'identity',
    'cli.js',
    'grant',
    ...right,
    '--role',
    'AGENT',
    '--name',
    'Paul',
  );
  const theirs = await signIn(await newVisitor(), email, calendar, site);
  const { id, title } = await stepOf(await accountOf(theirs));
  const page = await signIn(await newVisitor(), agent, `/espace/installations/${id}`, site);
  const step = page.locator('article.todo', { hasText: title });
  await step.waitFor({ state: 'attached' });
  expect(await step.textContent()).not.toContain('N’est plus dans l’équipe');
  await serviceCommand(platform, 'identity', 'cli.js', 'revoke', ...right);
  await page.reload();
  await step.getByText('N’est plus dans l’équipe').waitFor({ state: 'attached' });
});

it('a contributor whom their calendar leads to a case finds their step, and nothing of the case', async () => {
  const email = `mairie-${randomUUID().slice(0, 8)}@couserans.ancrage.test`;
  const right = ['--email', email, '--territory', couserans.id, '--role', 'CONTRIBUTOR'];
  await serviceCommand(platform, 'identity', 'cli.js', 'grant', ...right, '--name', 'Mairie');
  const page = await signIn(await newVisitor(), email, calendar, site);
  const { id, title, name } = await stepOf(await accountOf(page));
  await page.goto(`${site}/espace/installations/${id}#etape`);
  await page.waitForURL(`${site}/espace/installations#etape`);
  await page.getByRole('heading', { name: title }).waitFor();
  expect(await page.locator('body').innerText()).not.toContain(name);
});
