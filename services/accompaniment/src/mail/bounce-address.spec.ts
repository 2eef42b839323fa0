import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { BounceAddresses } from './bounce-address.js';

const bounces = new BounceAddresses('a secret of thirty-two characters at least', 'bounces@mail.exemple.fr');

it('finds the letter of an address, whatever servers did to its case', () => {
  for (let turn = 0; turn < 50; turn++) {
    const id = randomUUID();
    const address = bounces.addressOf(id);
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(bounces.letterOf(address)).toBe(id);
    expect(bounces.letterOf(address.toUpperCase())).toBe(id);
  }
});

it('knows no letter by an address that was made elsewhere', () => {
  const address = bounces.addressOf(randomUUID());
  const forged = address.replace(/\+(.)/, (_, first: string) => `+${first === 'a' ? 'b' : 'a'}`);
  const others = new BounceAddresses('another secret of thirty-two characters', 'bounces@mail.exemple.fr');
  for (const wrong of [
    forged,
    others.addressOf(randomUUID()),
    address.replace('mail.', ''),
    'bounces@mail.exemple.fr',
    'bounces+abc@mail.exemple.fr',
    '',
  ]) {
    expect(bounces.letterOf(wrong)).toBeNull();
  }
});
