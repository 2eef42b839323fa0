import { describe, expect, it } from 'vitest';
import { readRefusal, retryDelay } from './refusal.js';

const error = (parts: object) => Object.assign(new Error('no'), parts);

describe('a refusal', () => {
  it.each([
    ['nobody listens', { code: 'ESOCKET' }, 'SERVER'],
    ['no answer in time', { code: 'ETIMEDOUT' }, 'SERVER'],
    ['a wrong password', { code: 'EAUTH', responseCode: 535 }, 'SERVER'],
    ['a server that closes', { code: 'EENVELOPE', responseCode: 421, command: 'RCPT TO' }, 'SERVER'],
    ['a sender that is not taken', { code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, 'SERVER'],
    ['a full mailbox', { code: 'EENVELOPE', responseCode: 452, command: 'RCPT TO' }, 'LETTER'],
    ['a text that is not wanted', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'LETTER'],
    ['no such mailbox', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'RECIPIENT'],
    ['an address that is none', { code: 'EENVELOPE' }, 'RECIPIENT'],
  ])('for %s is about the right one', (_why, parts, about) => {
    expect(readRefusal(error(parts))).toEqual({ about, problem: 'no' });
  });

  it('says what was said, at a bounded length', () => {
    expect(readRefusal(new Error('x'.repeat(5_000))).problem).toHaveLength(300);
    expect(readRefusal(new Error('')).problem).toBe('unknown');
  });
});

describe('the time between attempts', () => {
  const minutes = (about: 'SERVER' | 'LETTER', attempts: number[]) =>
    attempts.map((attempt) => retryDelay({ about, problem: '' }, attempt) / 60);

  it('grows from a minute to six hours', () => {
    expect(minutes('LETTER', [1, 2, 3, 4, 5, 6, 7, 20])).toEqual([1, 3, 9, 27, 81, 243, 360, 360]);
  });

  it('stays short while the server is what fails', () => {
    expect(minutes('SERVER', [1, 2, 3, 4, 20])).toEqual([1, 3, 9, 10, 10]);
  });
});
