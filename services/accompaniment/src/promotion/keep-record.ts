import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { fieldOf, type KeptRecord, parameters, stampOf } from './kept-record.js';
import {
  type PromotionRefused,
  type PromotionSaved,
  promotionRefused,
  promotionSaved,
} from './promotion.result.js';

type Outcome = Promise<PromotionSaved | PromotionRefused>;
/** Which record is changed, and what its form had read of it. */
export interface Held {
  id: string;
  stamp: string;
}

const notThere = () => new NotFoundError('Cette fiche n’existe pas ou plus.');

/** Adds a record. Agents only. */
export async function createRecord<Input>(
  context: SubgraphContext,
  kept: KeptRecord<Input>,
  input: Input,
): Outcome {
  context.requireRole(...WRITERS);
  const problems = new Problems(context.origin.locale);
  const values = kept.values(input, problems);
  if (problems.list.length > 0) return promotionRefused(problems.list);
  const [id, territoryId] = [randomUUID(), context.requireTerritory()];
  return written(kept, problems, id, () =>
    context.write(async (connection) => {
      if (await isFull(connection, kept, territoryId)) {
        problems.add('name', `${kept.most} au plus.`, `${kept.most} at most.`);
        return;
      }
      const first = (await kept.first?.(connection, context.scope, input)) ?? {};
      const columns = ['id', 'territory_id', ...kept.columns, ...Object.keys(first)];
      await connection.query(
        `insert into ${kept.table} (${columns.join(', ')}) values (${parameters(columns.length, 1)})`,
        [id, territoryId, ...values, ...Object.values(first)],
      );
    }),
  );
}

/** Changes a record, unless somebody else did since it was read. Agents only. */
export async function updateRecord<Input>(
  context: SubgraphContext,
  kept: KeptRecord<Input>,
  { id, stamp }: Held,
  input: Input,
): Outcome {
  context.requireRole(...WRITERS);
  if (!isUuid(id)) throw notThere();
  const problems = new Problems(context.origin.locale);
  const values = kept.values(input, problems);
  if (problems.list.length > 0) return promotionRefused(problems.list);
  let outdated = false;
  const outcome = await written(kept, problems, id, () =>
    context.write(async (connection) => {
      const { rows } = await connection.query<{ stamp: string }>(
        `select ${stampOf(kept.columns, 'k')} as stamp from ${kept.table} k
          where k.territory_id = $1 and k.id = $2 for update`,
        [context.requireTerritory(), id],
      );
      if (!rows[0]) throw notThere();
      outdated = rows[0].stamp !== stamp;
      if (outdated) return;
      const sets = kept.columns.map((column, index) => `${column} = $${index + 3}`);
      await connection.query(
        `update ${kept.table} set ${[...sets, ...(kept.alsoSets ? [kept.alsoSets] : [])].join(', ')}
          where territory_id = $1 and id = $2`,
        [context.requireTerritory(), id, ...values],
      );
    }),
  );
  if (!outdated) return outcome;
  problems.add(
    'stamp',
    'Quelqu’un d’autre a modifié cette fiche entre-temps : rien n’a été enregistré.',
    'Somebody else changed this meanwhile: nothing was saved.',
  );
  return promotionRefused(problems.list, true);
}

/** Removes a record that nothing depends on. Agents only. */
export async function removeRecord(context: SubgraphContext, kept: KeptRecord<never>, id: string): Outcome {
  context.requireRole(...WRITERS);
  if (!isUuid(id)) throw notThere();
  const problems = new Problems(context.origin.locale);
  const of = [context.requireTerritory(), id];
  await context.write(async (connection) => {
    const used = kept.used && (await connection.query(kept.used.text, of)).rowCount;
    if (used) return problems.add('id', kept.used!.fr, kept.used!.en);
    const { rowCount } = await connection.query(
      `delete from ${kept.table} where territory_id = $1 and id = $2`,
      of,
    );
    if (rowCount !== 1) throw notThere();
  });
  return problems.list.length > 0 ? promotionRefused(problems.list) : promotionSaved(id);
}

async function isFull(connection: Connection, { table, most }: KeptRecord<never>, territoryId: string) {
  const { rows } = await connection.query<{ full: boolean }>(
    `select count(*) >= $2 as full from ${table} where territory_id = $1`,
    [territoryId, most],
  );
  return rows[0]?.full === true;
}

/** Runs a write; what the database itself refuses is said of the field that it is about. */
async function written(
  kept: KeptRecord<never>,
  problems: Problems,
  id: string,
  work: () => Promise<void>,
): Outcome {
  try {
    await work();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    const column = kept.columns.find((name) => constraint?.includes(`_${name}_`));
    if (code === '23505') problems.add('code', 'Ce code est déjà pris.', 'This code is taken already.');
    else if (code === '23503' && column)
      problems.add(fieldOf(column), 'Ce choix n’existe plus.', 'This choice is no longer there.');
    else throw error;
  }
  return problems.list.length > 0 ? promotionRefused(problems.list) : promotionSaved(id);
}
