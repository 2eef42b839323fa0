import { dayOf } from '#lib/format/dates.ts';

/** Whatever stands in a programme at a moment. */
type Timed = { startsAt: string };
export type ProgrammeDay<Item> = { day: string; startsAt: string; items: Item[] };

/** A programme by calendar day there, whatever the clock of the server; both in order of time. */
export function programmeByDay<Item extends Timed>(items: readonly Item[]): ProgrammeDay<Item>[] {
  const inOrder = [...items].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return [...Map.groupBy(inOrder, ({ startsAt }) => dayOf(startsAt))].map(([day, ofDay]) => ({
    day,
    startsAt: ofDay[0]?.startsAt ?? day,
    items: ofDay,
  }));
}
