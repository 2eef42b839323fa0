import { dayOf } from '#lib/format/dates.ts';
import { parsePeriod } from '#lib/indicators/period.ts';
import { readBoard } from '#lib/server/indicators/board.ts';
import { memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  const today = dayOf(new Date().toISOString());
  const period = parsePeriod(event.url.searchParams, today);
  return { ...(await readBoard(event, period)), period, today, decides };
};
