import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { site, soon, useBrowser } from './browser.ts';
import { useAgent } from './own-sessions.ts';

const { newVisitor } = useBrowser();
/** Of the other territory, whose figures no other journey reads. */
const agent = useAgent('agent-arrivee@couserans.ancrage.test');
const mark = randomUUID().slice(0, 8);
const email = `arrivee-${mark}@foyers.example`;

async function made(query: string, variables: Record<string, unknown>) {
  const { made } = await agent.run(query, variables);
  if (!made.record) throw new Error(JSON.stringify(made));
  return made.record;
}

it('a household that lives here reads that it has arrived, whatever steps were never ticked off', async () => {
  const household = await made(
    `mutation ($input: CreateProspectInput!) { made: createProspect(input: $input) {
       ... on ProspectSaved { record { id } } } }`,
    { input: { household: { name: `Foyer ${mark}`, email, adults: 1 } } },
  );
  const planned = await made(
    `mutation ($id: ID!) { made: planInstallation(prospectId: $id, input: { horizon: SHORT_TERM }) {
       ... on InstallationSaved { record { id version } } } }`,
    { id: household.id },
  );
  await made(
    `mutation ($id: ID!, $version: Int!, $input: EffectiveInput!) {
       made: declareEffective(id: $id, version: $version, input: $input) {
       ... on InstallationSaved { record { id } } } }`,
    {
      ...planned,
      input: {
        effectiveOn: '2026-01-05',
        communeCode: '09261',
        declaredBy: 'La mairie',
        evidence: 'LEASE',
      },
    },
  );
  const page = await (await newVisitor()).newPage();
  const link = page.locator('li', { hasText: email }).locator('a[href*="/mon-projet/"]').first();
  await expect
    .poll(async () => {
      await page.goto(`${site}/dev/mail`);
      return link.count();
    }, soon)
    .toBeGreaterThan(0);
  await page.goto((await link.getAttribute('href')) as string);
  const state = page.getByRole('region', { name: 'Vous voilà chez vous' });
  await state.waitFor();
  expect(await state.locator('[aria-current="step"]').textContent()).toBe('Arriver');
  expect(await state.textContent()).toMatch(/Il reste \d+ étapes à terminer ensemble/);
});
