import { nameKey } from '@ancrage/subgraph/slug';
import { plain } from '../prospect/prospect-conditions.js';
import type { InstallationFilter } from './installation-list.input.js';
import { TODAY } from './installation-record.queries.js';

export interface AskedCases {
  search?: string | null;
  filter?: InstallationFilter | null;
}

/** Where a row of CASES stands on the board. */
export const PLACE = `case when i.status = 'ABANDONED' then 'ABANDONED' when next.phase is not null then next.phase
  when i.status = 'EFFECTIVE' then 'SETTLED' else 'DECISION' end`;

const OVERDUE = `(steps.overdue > 0 or exists (select from follow_up f where f.installation_id = i.id
  and f.answered_at is null and f.due_on < ${TODAY}))`;

/** What cases have to fulfil, as SQL; adds to `values`, whose first is the territory. */
export function conditionsOf({ search, filter }: AskedCases, values: unknown[]): string {
  const conditions = ['i.territory_id = $1'];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined && value !== null) conditions.push(condition(`$${values.push(value)}`));
  };
  const many = <Value>(list: Value[] | null | undefined) => (list?.length ? list : null);
  add(many(filter?.statuses), (p) => `i.status = any(${p}::installation_status[])`);
  add(many(filter?.horizons), (p) => `i.horizon = any(${p}::installation_horizon[])`);
  add(many(filter?.places), (p) => `${PLACE} = any(${p}::text[])`);
  add(
    filter?.member,
    (p) => `(i.lead_id = ${p} or exists (select from installation_step s where s.installation_id = i.id
      and s.assignee_id = ${p} and s.status = 'TODO'))`,
  );
  if (filter?.overdue) conditions.push(OVERDUE);
  const words = search?.trim();
  if (words) {
    const part = `$${values.push(`%${nameKey(words).replace(/[\\%_]/g, '\\$&')}%`)}`;
    conditions.push(`(${plain('c.name')} like ${part} or ${plain('i.lead_name')} like ${part}
      or exists (select from installation_step s where s.installation_id = i.id and ${plain('s.title')} like ${part}))`);
  }
  return conditions.join(' and ');
}
