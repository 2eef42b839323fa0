import { RETENTION_YEARS, WARNING_DAYS } from './retention-clock.js';

/** The day on which a household `p` is forgotten, by the days of Paris. Who never gave a sign counts from the first contact. */
export const ENDS_ON = `((coalesce(p.last_contact_at at time zone 'Europe/Paris', p.first_contact_on::timestamp))::date
  + interval '${RETENTION_YEARS} years')::date`;

/** Whose data run out at all: those who settle are accompanied, and their own rules end that; generated ones are nobody’s. */
export const RUNS_OUT = `p.anonymised_at is null and not p.demonstration and not exists (
  select from installation i where i.prospect_id = p.id and i.status in ('PLANNED', 'EFFECTIVE'))`;

/** Whether the territory is told of a household's end on a day. */
export const isNear = (day: string): string => `${ENDS_ON} - ${WARNING_DAYS} <= ${day}`;
