import { randomUUID } from 'node:crypto';
import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { testPlatform } from '@ancrage/testing/test-platform';
import { expect, it } from 'vitest';
import { siteOf, useBrowser } from './browser.ts';
import { useAgent } from './own-sessions.ts';
import { signIn } from './sign-in.ts';

const { newVisitor } = useBrowser();
const site = siteOf(testPlatform().couserans.slug);
const agent = 'agent-parrains@couserans.ancrage.test';
const api = useAgent(agent);

it('a household is not proposed to itself: the page says who they are, and gives nothing to press', async () => {
  const mark = randomUUID().slice(0, 8);
  const email = `meme-${mark}@exemple.test`;
  const { createProspect } = await api.run(
    'mutation ($input: CreateProspectInput!) { createProspect(input: $input) { ... on ProspectSaved { record { id } } } }',
    { input: { household: { name: `Foyer ${mark}`, email, adults: 1 } } },
  );
  const wording = 'Oui, je veux bien accueillir des nouveaux venus.';
  const { createSponsor } = await api.run(
    'mutation ($input: CreateSponsorInput!) { createSponsor(input: $input) { ... on SponsorSaved { record { id } } } }',
    {
      input: {
        sponsor: { name: `Parrain ${mark}`, email: email.toUpperCase(), capacity: 1 },
        consent: { channel: 'PAPER', wording },
      },
    },
  );
  const { id } = createProspect.record;
  const page = await signIn(await newVisitor(), agent, '/espace/parrainage', site);
  await page.goto(`${site}/espace/parrainage/proposer?candidat=${id}`);
  const row = page.getByRole('listitem').filter({ hasText: `Parrain ${mark}` });
  await row.getByText('On n’est pas son propre parrain').waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  // Whoever asks past the page is told the same, and no letter leaves.
  const { proposeSponsorship } = await api.run(
    `mutation ($prospectId: ID!, $sponsorId: ID!) { proposeSponsorship(prospectId: $prospectId, sponsorId: $sponsorId) {
       __typename ... on SponsorshipRefused { problems { field message } } } }`,
    { prospectId: id, sponsorId: createSponsor.record.id },
  );
  expect(proposeSponsorship).toMatchObject({
    __typename: 'SponsorshipRefused',
    problems: [{ field: 'sponsor' }],
  });
});
