import { expect, it } from 'vitest';
import { isRobot } from './robots.ts';

const from = (agent: string, more: Record<string, string> = {}) =>
  isRobot(new Headers({ ...(agent && { 'user-agent': agent }), ...more }));
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

it.each([
  '',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'facebookexternalhit/1.1',
  'WhatsApp/2.24',
  'curl/8.5.0',
])('takes « %s » for a programme', (agent) => {
  expect(from(agent)).toBe(true);
});

it('takes a telephone for a person, unless it only looks ahead', () => {
  expect(from(safari)).toBe(false);
  expect(from(safari, { 'sec-purpose': 'prefetch;prerender' })).toBe(true);
});
