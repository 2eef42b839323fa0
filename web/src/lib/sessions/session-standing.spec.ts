import { expect, it } from 'vitest';
import { standingOf } from './session-standing.ts';

const session = {
  status: 'PUBLISHED' as const,
  startsAt: '2026-12-12T08:00:00Z',
  endsAt: '2026-12-13T15:00:00Z',
  registrationClosesAt: '2026-12-10T17:00:00Z',
};

it.each([
  ['2026-12-10T16:59:59Z', 'OPEN'],
  ['2026-12-10T17:00:00Z', 'CLOSED'],
  ['2026-12-12T08:00:00Z', 'ONGOING'],
  ['2026-12-13T15:00:00Z', 'PAST'],
])('at %s it is %s', (now, standing) => {
  expect(standingOf(session, now)).toBe(standing);
});

it('is cancelled whenever it is read, and closed by hand whatever the date', () => {
  expect(standingOf({ ...session, status: 'CANCELLED' }, '2027-01-01T00:00:00Z')).toBe('CANCELLED');
  expect(standingOf({ ...session, status: 'CLOSED' }, '2026-12-01T00:00:00Z')).toBe('CLOSED');
});
