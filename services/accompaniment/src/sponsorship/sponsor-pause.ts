import type { Problems } from '@ancrage/subgraph/field-problem';

const DAY = 86_400_000;
const LONGEST = 2 * 366 * DAY;

/** The day until which a sponsor takes nobody, as text; null ends a pause. Notes one that is past or too far away. */
export function pauseDay(
  until: Date | null | undefined,
  problems: Problems,
  now = Date.now(),
): string | null {
  if (!until) return null;
  const ahead = until.getTime() - now;
  if (Number.isNaN(ahead) || ahead < -DAY || ahead > LONGEST)
    problems.add(
      'until',
      'Choisissez un jour dans les deux ans qui viennent.',
      'Choose a day within the next two years.',
    );
  return problems.list.length > 0 ? null : until.toISOString().slice(0, 10);
}
