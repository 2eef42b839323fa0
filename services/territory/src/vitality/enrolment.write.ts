import type { EntityManager } from '@mikro-orm/postgresql';
import type { Facility } from '../facility/facility.entity.js';
import type { EnrolmentInput } from './vitality.input.js';

/**
 * Writes the figures of a crèche under the territory's own source. Beside generated crèches that source is generated
 * too: the two never mix.
 */
export function writeEnrolment(
  em: EntityManager,
  { id, territoryId, communeCode }: Facility,
  { year, children = null, places = null }: EnrolmentInput,
): Promise<void> {
  const sourceId = `enrolment-${territoryId}`;
  return em.transactional(async (transaction) => {
    if (children === null && places === null) {
      await transaction.execute(
        'delete from facility_enrolment where territory_id = ? and facility_id = ? and year = ?',
        [territoryId, id, year],
      );
      return;
    }
    await transaction.execute(
      `insert into source (id, territory_id, producer, dataset, vintage, licence, demonstration, retrieved_at)
       select ?, t.id, t.name, 'Places et enfants des crèches, relevés par le territoire', extract(year from now())::text,
         'Licence Ouverte 2.0', exists (select from source where territory_id = t.id and demonstration), now()
       from territory t where t.id = ?
       on conflict (id) do update set producer = excluded.producer, vintage = excluded.vintage,
         demonstration = excluded.demonstration, retrieved_at = excluded.retrieved_at`,
      [sourceId, territoryId],
    );
    await transaction.execute(
      `insert into facility_enrolment (territory_id, facility_id, year, commune_code, children, places, source_id)
       values (?, ?, ?, ?, ?, ?, ?)
       on conflict (territory_id, facility_id, year) do update set
         children = excluded.children, places = excluded.places, source_id = excluded.source_id`,
      [territoryId, id, year, communeCode, children, places, sourceId],
    );
  });
}
