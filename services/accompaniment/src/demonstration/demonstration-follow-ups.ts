import { stableId } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { FollowUp } from '../installation/follow-up.entity.js';
import type { Installation } from '../installation/installation.entity.js';

const DAY = 86_400_000;
/** A household that was asked answers within these days; who was asked later has not answered yet. */
const ANSWERED_WITHIN = 45;
const RATINGS = [5, 4, 4, 5, 3, 4];
const WORDS = [
  'L’école a fait beaucoup : les enfants ont vite eu des amis.',
  'La fibre tient, le bureau partagé aussi.',
  'Le premier hiver fut long ; le parrain nous a bien aidés.',
];

/** Asks the generated households that have settled how they are; those who were asked long ago have answered. */
export async function demonstrationFollowUps(
  em: EntityManager,
  cases: readonly Installation[],
  now: Date,
): Promise<void> {
  const known = new Set((await em.find(FollowUp, { demonstration: true })).map(({ id }) => id));
  const settled = cases.filter(({ effectiveOn }) => effectiveOn);
  for (const [index, { id: installationId, prospectId, territoryId, effectiveOn }] of settled.entries())
    for (const months of [6, 12]) {
      const id = stableId('follow-up', installationId, months);
      if (known.has(id)) continue;
      const dueOn = monthsAfter(effectiveOn!, months);
      const answered = Date.parse(dueOn) < now.getTime() - ANSWERED_WITHIN * DAY;
      em.create(FollowUp, {
        ...{ id, territoryId, installationId, prospectId, months, dueOn, demonstration: true },
        ...(answered && {
          ...{ answeredAt: new Date(`${dueOn}T10:00:00Z`), answeredBy: 'demonstration', stillHere: true },
          ...{ jobs: 1 + (index % 2), rating: RATINGS[index % RATINGS.length]! },
          ...{ words: WORDS[(index + months) % WORDS.length]! },
        }),
      });
    }
}

function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
