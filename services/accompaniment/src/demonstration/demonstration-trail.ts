import { stableId } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Installation } from '../installation/installation.entity.js';
import { ProspectEvent } from '../prospect/prospect-event.entity.js';
import type { ProspectEventKind } from '../prospect/prospect-event-kind.js';

/** Says of each line that nobody did it. */
const SAID = 'Donnée de démonstration';

/** Writes what happened in a generated case: begun, the steps that are done, settled. */
export async function demonstrationTrail(
  em: EntityManager,
  { id, territoryId, prospectId, plannedOn, startedOn, effectiveOn, communeCode, evidence }: Installation,
  steps: readonly { key: string; title: string; settledAt?: Date }[],
): Promise<void> {
  const line = (
    key: string,
    kind: ProspectEventKind,
    at: Date,
    detail: object,
    note: string | null = null,
  ) => ({
    ...{ id: stableId('case event', id, key), territoryId, prospectId, kind, at, userId: 'demonstration' },
    ...(note && { note }),
    detail: { installation: id, ...detail },
  });
  const morning = (day: string) => new Date(`${day}T09:00:00Z`);
  const lines = [
    line('planned', 'INSTALLATION_PLANNED', morning(startedOn ?? plannedOn), {}, SAID),
    ...steps.flatMap(({ key, title, settledAt }) =>
      settledAt ? line(key, 'STEP_SETTLED', settledAt, { step: title, outcome: 'DONE' }) : [],
    ),
    ...(effectiveOn
      ? [line('effective', 'INSTALLATION_EFFECTIVE', morning(effectiveOn), { communeCode, evidence }, SAID)]
      : []),
  ];
  await em.nativeDelete(ProspectEvent, {
    territoryId,
    userId: 'demonstration',
    detail: { installation: id },
  });
  for (const event of lines) em.create(ProspectEvent, event);
}
