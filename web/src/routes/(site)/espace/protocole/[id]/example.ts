import type { ProtocolDaysQueryVariables } from '#lib/graphql/generated/graphql.ts';

const DAY = 86_400_000;
const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The welcome by which days are shown as an example: it begins today, half a year ahead of the arrival. */
export function exampleOf(id: string, now = Date.now()): ProtocolDaysQueryVariables & { arrivesOn: string } {
  const year = new Date(now).getUTCFullYear();
  return {
    id,
    startsOn: isoDay(now),
    arrivesOn: isoDay(now + 182 * DAY),
    // For whom every step is: a small child and a pupil, no home and no desk yet.
    household: { childrenBirthYears: [year - 2, year - 8], needsPremises: true, needsHousing: true },
  };
}
