import { expect, it } from 'vitest';
import { sessionTimes } from './session-times.js';

it('gives a session of today, however late it is, on the clock of Paris', () => {
  expect(sessionTimes(new Date('2026-11-23T09:00:00Z'))).toEqual({
    startsAt: '2026-11-23T10:10',
    endsAt: '2026-11-23T13:10',
  });
  expect(sessionTimes(new Date('2026-07-01T21:00:00Z'))).toEqual({
    startsAt: '2026-07-01T23:10',
    endsAt: '2026-07-01T23:59',
  });
});

it('says so when nothing fits before midnight', () => {
  expect(() => sessionTimes(new Date('2026-11-23T22:50:00Z'))).toThrow('presque minuit');
});
