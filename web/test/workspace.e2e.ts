import { describe, expect, it } from 'vitest';
import { site, siteOf, soon, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();
const settings = '/espace/reglages';

describe('signing in', () => {
  it('is asked of a visitor, who then arrives where they were going', async () => {
    const visitor = await visit(settings);
    expect(visitor.url()).toBe(`${site}/connexion?next=%2Fespace%2Freglages`);
    const page = await signIn(visitor.context(), 'administration@demo.ancrage.test', settings);
    expect(await page.locator('h1').textContent()).toBe('Réglages');
    expect(await page.locator('.bar').textContent()).toContain('administration@demo.ancrage.test');
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL(`${site}/`);
    await page.goto(site + settings);
    expect(page.url()).toContain('/connexion');
    await page.context().close();
  });

  it('answers the same to an address nobody knows', async () => {
    const page = await visit('/connexion', { javaScriptEnabled: false });
    await page.getByLabel('Adresse e-mail').fill('personne@exemple.fr');
    await page.getByRole('button', { name: 'Recevoir un lien' }).click();
    expect(await page.getByRole('status').textContent()).toContain(
      'Si un compte existe pour personne@exemple.fr',
    );
    await page.context().close();
  });

  it('gives back an address that is not one', async () => {
    const page = await visit('/connexion');
    await page.locator('form').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.getByLabel('Adresse e-mail').fill('foix');
    await page.getByRole('button', { name: 'Recevoir un lien' }).click();
    await page.getByText('Écrivez une adresse complète').waitFor();
    expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe('foix');
    await page.context().close();
  });
});

describe('the settings', () => {
  it('refuse colours that cannot be read, and lose nothing that was typed', async () => {
    const page = await signIn(await newVisitor(), 'administration@demo.ancrage.test', settings);
    await page.getByLabel('Nom', { exact: true }).fill('Un nom en cours');
    await page.getByLabel('Accent').fill('#ffeeaa');
    await expect.poll(() => page.locator('#contrasts').textContent(), soon).toContain('illisible');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Rien n’a été enregistré').waitFor();
    expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Un nom en cours');
    expect(await page.getByLabel('Accent').inputValue()).toBe('#ffeeaa');
    await page.context().close();
  });

  it('refuse them without JavaScript too', async () => {
    const signedIn = await signIn(await newVisitor(), 'administration@demo.ancrage.test', settings);
    const storageState = await signedIn.context().storageState();
    const page = await visit(settings, { storageState, javaScriptEnabled: false });
    await page.getByLabel('Accroche').first().fill('Une accroche en cours');
    await page.getByLabel('Encre').fill('#f0f0f0');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Rien n’a été enregistré');
    expect(await page.getByLabel('Accroche').first().inputValue()).toBe('Une accroche en cours');
    await page.context().close();
    await signedIn.context().close();
  });

  it('show on the public site once saved', async () => {
    const page = await signIn(await newVisitor(), 'administration@demo.ancrage.test', settings);
    const former = await page.getByLabel('Accroche').first().inputValue();
    const save = async (tagline: string) => {
      await page.getByLabel('Accroche').first().fill(tagline);
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('Réglages enregistrés').waitFor();
    };
    const shown = async () => {
      const visitor = await visit('/');
      const title = await visitor.locator('h1').textContent();
      await visitor.context().close();
      return title?.trim();
    };
    await save('Une autre accroche');
    await expect.poll(shown, soon).toBe('Une autre accroche');
    await save(former);
    await expect.poll(shown, soon).toBe(former);
    await page.context().close();
  });

  it('are for reading only to a viewer', async () => {
    const page = await signIn(await newVisitor(), 'lecteur@demo.ancrage.test', settings);
    expect(await page.getByLabel('Nom', { exact: true }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
    await page.context().close();
  });

  it('belong to one territory: its members are strangers on another’s site', async () => {
    const context = await newVisitor();
    const page = await signIn(context, 'agent@demo.ancrage.test');
    const [cookie] = await context.cookies(site);
    await context.addCookies([{ ...cookie!, domain: 'couserans-pyrenees.localhost' }]);
    const answer = await page.goto(siteOf('couserans-pyrenees') + settings);
    expect(answer?.status()).toBe(403);
    await context.close();
  });
});
