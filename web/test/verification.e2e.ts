import { accessibilityProblems } from '@ancrage/testing/accessibility';
import { gatewayClient } from '@ancrage/testing/gateway-client';
import { signIn, tokenOf } from '@ancrage/testing/sign-in';
import { SiteClient } from '@ancrage/testing/site-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import { beforeAll, describe, expect, it } from 'vitest';
import { phone, site, soon, useBrowser } from './browser.ts';

const { visit } = useBrowser();
const COMMUNE = '09030';

let ask: ReturnType<typeof gatewayClient>;
beforeAll(async () => {
  const platform = testPlatform();
  const client = new SiteClient(platform.ports.WEB_PORT, 'localhost');
  await signIn(client, platform.mailUrl, 'agent@demo.ancrage.test');
  ask = gatewayClient(platform.gatewayUrl, { territory: platform.pfha.slug, token: await tokenOf(client) });
});

/** Opens a campaign to one commune, and gives the path of its page. */
async function invite(families: string, commune = COMMUNE): Promise<{ id: string; link: string }> {
  const dueOn = `${new Date().getFullYear() + 1}-06-30`;
  const created = await ask(
    `mutation { result: createVerificationCampaign(input: { name: "Automne", message: "Merci d’avance !", families: [${families}], dueOn: "${dueOn}" }) { ... on CampaignSaved { campaign { id } } } }`,
  );
  const { id } = created.data!.result.campaign;
  const invited = await ask(
    `mutation { result: inviteCommunes(input: { campaignId: "${id}", communes: [{ code: "${commune}" }] }) { ... on CampaignSaved { campaign { invitations { nodes { link } } } } } }`,
  );
  await ask(`mutation { openVerificationCampaign(id: "${id}") { __typename } }`);
  return { id, link: invited.data!.result.campaign.invitations.nodes[0].link };
}

const pendingOf = async (id: string) => {
  const { data } = await ask(
    `{ corrections(filter: { campaign: "${id}", status: PENDING }) { nodes { id type { code } proposedCount } } }`,
  );
  return data!.corrections.nodes as { id: string; type: { code: string }; proposedCount: number }[];
};

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a town hall, on a phone, %s', (_which, javaScriptEnabled) => {
  it('answers, is given back what it typed when something is missing, and sees its answer published', async () => {
    const unknown = await ask(
      '{ facts(filter: { types: ["W101"], statuses: [UNKNOWN] }, first: 1) { nodes { commune { code } } } }',
    );
    const commune: string = unknown.data!.facts.nodes[0].commune.code;
    const { id, link } = await invite('WORKPLACES', commune);
    const page = await visit(link, { viewport: phone, javaScriptEnabled });
    expect(await page.locator('h1').textContent()).toContain('vos services sont-ils à jour');
    expect(await page.context().cookies()).toEqual([]);
    const coworking = page.getByRole('group', { name: 'Espace de coworking' });
    await coworking.getByRole('radio', { name: 'Il y en a', exact: true }).check();
    await coworking.getByLabel('Leurs noms').fill('La Forge');
    await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
    await page.getByText('Indiquez combien il y en a.').waitFor();
    expect(await coworking.getByLabel('Leurs noms').inputValue()).toBe('La Forge');
    expect(await pendingOf(id)).toEqual([]);
    await coworking.getByLabel('Combien y en a-t-il ?').fill('1');
    await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
    await page.getByRole('heading', { name: 'Merci !' }).waitFor();

    const pending = await pendingOf(id);
    expect(pending).toMatchObject([{ type: { code: 'W101' }, proposedCount: 1 }]);
    await ask(`mutation { acceptCorrections(ids: ["${pending[0]?.id}"]) { __typename } }`);
    const { data } = await ask(
      `{ commune(code: "${commune}") { fact(type: "W101") { status verification { verifiedBy } } facilities(first: 100) { nodes { name } } } }`,
    );
    expect(data!.commune.fact).toEqual({
      status: 'PRESENT',
      verification: { verifiedBy: expect.stringMatching(/^Mairie de /) },
    });
    expect(data!.commune.facilities.nodes.map(({ name }: { name: string }) => name)).toContain('La Forge');
    const sheet = await visit(`/communes/${commune}`);
    await expect.poll(() => sheet.locator('#services ~ *').allTextContents(), soon).not.toEqual([]);
    expect(await sheet.locator('li', { hasText: 'Espace de coworking' }).first().textContent()).toContain(
      '●',
    );
    await sheet.context().close();
    await page.context().close();
  });
});

describe('the page of a link', () => {
  it('fits a phone, is read by anyone, and is not for search engines', async () => {
    const { link } = await invite('HEALTH, SCHOOL');
    const page = await visit(link, { viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    await page.getByRole('radio', { name: 'À corriger' }).first().check();
    expect(await accessibilityProblems(page)).toEqual([]);
    const answer = await page.request.get(site + link);
    expect(answer.headers()).toMatchObject({
      'x-robots-tag': 'noindex',
      // Its address is a key: no other site is told it.
      'referrer-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
    await page.context().close();
  });

  it('says that a link is dead, once its campaign closed', async () => {
    const { id, link } = await invite('HEALTH');
    await ask(`mutation { closeVerificationCampaign(id: "${id}") { __typename } }`);
    await expect
      .poll(async () => {
        const page = await visit(link);
        const heading = await page.locator('h1').textContent();
        await page.context().close();
        return heading;
      }, soon)
      .toBe('Ce lien n’est plus valable');
  });
});

describe('a visitor', () => {
  it.each([true, false])('reports an error, with JavaScript: %s', async (javaScriptEnabled) => {
    const page = await visit(`/communes/${COMMUNE}/signaler?famille=SHOPS`, {
      viewport: phone,
      javaScriptEnabled,
    });
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByText('Dites-nous ce qui ne va pas.').waitFor();
    const note = `<b>La boulangerie</b> a fermé ${javaScriptEnabled}`;
    await page.getByLabel('De quoi s’agit-il ?').selectOption({ label: 'Boulangerie' });
    await page.getByLabel('Que faut-il savoir ?').fill(note);
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByRole('heading', { name: 'Merci, c’est noté' }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    const { data } = await ask(
      '{ corrections(filter: { origin: PUBLIC }, first: 10) { nodes { note type { code } sentBy } } }',
    );
    expect(data!.corrections.nodes).toContainEqual({ note, type: { code: 'B207' }, sentBy: null });
    await page.context().close();
  });

  it('finds a form that is read by anyone and fits a phone', async () => {
    const page = await visit(`/communes/${COMMUNE}/signaler`, { viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });

  it('who sends five megabytes is refused, and the site goes on', async () => {
    const body = `note=${'x'.repeat(5_000_000)}`;
    const address = `${site}/communes/${COMMUNE}/signaler`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: site };
    const status = await fetch(address, { method: 'POST', body, headers, redirect: 'manual' }).then(
      (answer) => answer.status,
      () => 'cut',
    );
    expect([413, 'cut']).toContain(status);
    expect((await fetch(address)).status).toBe(200);
  });
});
