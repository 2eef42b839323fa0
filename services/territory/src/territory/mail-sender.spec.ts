import { expect, it } from 'vitest';
import { holdingSender, readMailSender } from './mail-sender.js';

const DOMAINS = ['paysdefoix.fr', 'foix.example.org'];
const read = (parts: { name?: string; replyTo?: string; from?: string }, locale = 'fr') =>
  readMailSender({ name: null, replyTo: null, from: null, ...parts }, DOMAINS, locale);

it('keeps a name and addresses; what is empty is left to the platform', () => {
  expect(read({ name: '  L’accueil du   Pays de Foix ', replyTo: 'accueil@foix.fr', from: '' })).toEqual({
    sender: { name: 'L’accueil du Pays de Foix', replyTo: 'accueil@foix.fr', from: null },
    problems: [],
  });
});

it('takes an own address of an allowed domain only', () => {
  expect(read({ from: 'Accueil@PaysDeFoix.fr' })).toMatchObject({ problems: [] });
  for (const from of [
    'accueil@ailleurs.fr',
    'accueil@sub.paysdefoix.fr',
    'accueil@paysdefoix.fr.pirate.net',
    'x',
  ]) {
    expect(read({ from }).problems).toEqual([
      { field: 'mailSender.from', message: 'Une adresse en @paysdefoix.fr, @foix.example.org.' },
    ]);
  }
  expect(
    readMailSender({ name: null, replyTo: null, from: 'a@b.fr' }, [], 'en').problems[0]?.message,
  ).toContain('leave this field empty');
});

it('refuses a name that could pass for an address, and addresses that are none', () => {
  expect(read({ name: 'Impôts <a@impots.fr>' }).problems.map(({ field }) => field)).toEqual([
    'mailSender.name',
  ]);
  expect(read({ name: 'x'.repeat(81) }).problems).toHaveLength(1);
  expect(read({ replyTo: 'accueil' }, 'en').problems[0]?.message).toContain('full address');
});

it('an address of a domain that is not allowed any more is not written from', () => {
  const kept = { name: 'Foix', replyTo: null, from: 'accueil@ancien.fr' };
  expect(holdingSender(kept, DOMAINS)).toEqual({ name: 'Foix', replyTo: null, from: null });
  expect(holdingSender({}, DOMAINS)).toEqual({ name: null, replyTo: null, from: null });
});
