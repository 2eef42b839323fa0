import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import { databaseUrl } from '@ancrage/testing/commands';
import { testPlatform } from '@ancrage/testing/test-platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { site, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { newVisitor } = useBrowser();
const platform = testPlatform();
const tag = randomUUID().slice(0, 8);
const households = [randomUUID(), randomUUID()].sort();

async function inAccompaniment(text: string, values: unknown[]): Promise<void> {
  const url = await databaseUrl(platform, 'accompaniment', 'superuser');
  await asSuperuser(url, (client) => client.query(text, values));
}

/** Two households of one address that both plan to settle; the figures of the territory are left as they were. */
beforeAll(async () => {
  for (const [index, id] of households.entries()) {
    await inAccompaniment(
      `insert into prospect (id, territory_id, first_contact_on, last_contact_at, adults, children_birth_years)
       values ($1, $2, $3, now(), 2, '{}')`,
      [id, platform.pfha.id, `2026-0${index + 1}-10`],
    );
    await inAccompaniment(
      `insert into prospect_contact (prospect_id, territory_id, name, email, email_key, lives_in, locale)
       values ($1, $2, $3, $4, $4, $5, 'fr')`,
      [
        id,
        platform.pfha.id,
        `Sol ${tag} ${index + 1}`,
        `sol-${tag}@foyer.example`,
        ['Lyon', 'Nantes'][index],
      ],
    );
    await inAccompaniment(
      `insert into installation (id, territory_id, prospect_id, status, horizon, planned_on, adults, children_birth_years)
       values ($1, $2, $3, 'PLANNED', 'SHORT_TERM', '2026-11-01', 2, '{}')`,
      [randomUUID(), platform.pfha.id, id],
    );
  }
});
afterAll(async () => {
  await inAccompaniment('delete from installation where prospect_id = any($1::uuid[])', [households]);
  await inAccompaniment('delete from prospect where id = any($1::uuid[])', [households]);
});

it('two households that both have a project stay two, and what was chosen stays chosen', async () => {
  const context = await newVisitor({ javaScriptEnabled: false });
  const page = await signIn(context, 'agent@demo.ancrage.test');
  await page.goto(`${site}/espace/candidats/doublons?paire=${households.join('.')}`);
  await page.getByRole('group', { name: 'Quelle fiche garder ?' }).getByRole('radio').last().check();
  await page.getByRole('group', { name: 'Commune où ils vivent' }).getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Voir le résultat' }).click();
  await page.getByRole('button', { name: 'Fusionner', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'Les deux ont un projet d’installation' }).waitFor();
  const chosen = (group: string) =>
    page.getByRole('group', { name: group }).getByRole('radio', { checked: true });
  expect(await chosen('Quelle fiche garder ?').getAttribute('value')).toBe(households[1]);
  expect(await chosen('Commune où ils vivent').getAttribute('value')).toBe(households[0]);
  await context.close();
});
