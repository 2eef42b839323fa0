import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { Background, describeError, withoutAddresses } from './background.js';

describe('a log line', () => {
  it.each([
    ['550 <amelie@exemple.fr> unknown', '550 <[address]> unknown'],
    ["RCPT 'amelie.rives+ancrage@exemple.fr' refused", "RCPT '[address]' refused"],
    ['Key (email)=(amelie@exemple.fr) already exists', 'Key (email)=([address]) already exists'],
    ['nothing to hide', 'nothing to hide'],
  ])('holds no address: %s', (text, kept) => {
    expect(withoutAddresses(text)).toBe(kept);
  });

  it('describes an error without its details', () => {
    const error = Object.assign(new Error('to a@b.fr'), { code: 'EENVELOPE', rejected: ['a@b.fr'] });
    expect(describeError(error)).toEqual({ name: 'Error', code: 'EENVELOPE', message: 'to [address]' });
  });
});

it('waits for work that starts further work, and survives what fails', async () => {
  const logged: string[] = [];
  const background = new Background(pino({}, { write: (line: string) => void logged.push(line) }));
  const done: string[] = [];
  background.run('First', async () => {
    background.run('Second', async () => void done.push('second'));
    throw new Error('it broke');
  });
  await background.settled();
  expect(done).toEqual(['second']);
  expect(logged.join()).toContain('First failed');
});
