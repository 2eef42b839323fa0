import { describe, expect, it } from 'vitest';
import { markTime } from './marks-open.js';

const startsAt = new Date('2026-05-09T07:00:00Z');
const now = new Date('2026-05-09T16:00:00Z');
const at = (time: string) => new Date(`2026-05-09T${time}Z`);
const hour = 3_600_000;

describe('the time of a mark', () => {
  it('is what the phone says while its clock is right', () => {
    expect(markTime(at('07:10:00'), 1_500, { startsAt, now })).toEqual(at('07:10:00'));
  });

  it('is corrected by as much as the phone is ahead or behind', () => {
    expect(markTime(at('09:10:00'), 2 * hour, { startsAt, now })).toEqual(at('07:10:00'));
    expect(markTime(at('05:10:00'), -2 * hour, { startsAt, now })).toEqual(at('07:10:00'));
  });

  it('is never in the future, nor before anybody could mark', () => {
    expect(markTime(new Date('2031-01-01T00:00:00Z'), 0, { startsAt, now })).toEqual(now);
    expect(markTime(new Date('1970-01-01T00:00:00Z'), 0, { startsAt, now })).toEqual(
      new Date('2026-05-08T19:00:00Z'),
    );
  });
});
