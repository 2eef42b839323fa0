import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { freeSlug } from '@ancrage/subgraph/free-slug';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ArrivalInput } from './arrival.input.js';
import { arrivalValues } from './arrival.problems.js';
import { selectArrivalRecord } from './arrival.queries.js';
import { ArrivalResult } from './arrival.result.js';
import { ArrivalStatus } from './arrival-status.js';

@Resolver()
export class ArrivalChangeResolver {
  @Mutation(() => ArrivalResult, {
    description: 'A draft about a solo of the territory, which nobody outside reads. Agents only.',
  })
  async createArrival(
    @Arg('input', () => ArrivalInput) input: ArrivalInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const values = arrivalValues(input, problems);
    if (problems.list.length > 0) return refused(problems);
    const id = randomUUID();
    const territoryId = context.requireTerritory();
    const written = await context.write(async (connection) => {
      const slug = await freeSlug(connection, {
        table: 'arrival',
        territoryId,
        name: input.title,
        otherwise: 'arrivee',
      });
      return connection.query(
        `insert into arrival (id, territory_id, slug, solo_id, title, summary, body, commune_code, arrived_on)
         select $1, s.territory_id, $3, s.id, $5, $6, $7, $8, $9::date from solo s where s.territory_id = $2 and s.id = $4`,
        [id, territoryId, slug, input.soloId, ...values],
      );
    });
    if (written.rowCount === 1) return saved(context, id);
    problems.add('soloId', 'Choisissez qui est présenté.', 'Choose who is presented.');
    return refused(problems);
  }

  @Mutation(() => ArrivalResult, {
    description: 'Changes its words; one that shows is changed at once. Whom it presents stays. Agents only.',
  })
  async updateArrival(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => ArrivalInput) input: ArrivalInput,
    @Ctx() context: SubgraphContext,
  ) {
    await find(context, id);
    const problems = new Problems(context.origin.locale);
    const values = arrivalValues(input, problems);
    if (problems.list.length > 0) return refused(problems);
    await context.write((connection) =>
      connection.query(
        `update arrival set title = $2, summary = $3, body = $4, commune_code = $5, arrived_on = $6, updated_at = now()
          where id = $1`,
        [id, ...values],
      ),
    );
    return saved(context, id);
  }

  @Mutation(() => ArrivalResult, {
    description:
      'Shows it to everybody: page, feed, press sheet. Needs a published entry and a consent to the press that holds. Agents only.',
  })
  async publishArrival(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    const { subject } = await find(context, id);
    const problems = new Problems(context.origin.locale);
    if (!subject.published)
      problems.add(
        'soloId',
        'Leur fiche n’est pas publiée dans l’annuaire.',
        'Their entry is not published in the directory.',
      );
    const published = await context.write(async (connection) => {
      // Held, so that a withdrawal waits its turn and takes this off as well.
      const { rows } = await connection.query<{ id: string }>(
        `select id from consent where solo_id = $1 and purpose = 'PRESS' and withdrawn_at is null for share`,
        [subject.soloId],
      );
      if (!rows[0] || problems.list.length > 0) return Boolean(rows[0]);
      await connection.query(
        `update arrival set status = '${ArrivalStatus.PUBLISHED}', consent_id = $2, updated_at = now(),
           published_at = coalesce(published_at, now()) where id = $1`,
        [id, rows[0].id],
      );
      return true;
    });
    if (!published)
      problems.add(
        'consent',
        'Cette personne n’a pas donné son accord pour la presse, ou l’a repris.',
        'This person has not agreed to be presented to the press, or took it back.',
      );
    return problems.list.length > 0 ? refused(problems) : saved(context, id);
  }

  @Mutation(() => ArrivalResult, {
    description: 'Takes it off everywhere at once and keeps it; publishing undoes that. Agents only.',
  })
  async withdrawArrival(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    await find(context, id);
    await context.write((connection) =>
      connection.query(
        `update arrival set status = '${ArrivalStatus.WITHDRAWN}', consent_id = null, updated_at = now() where id = $1`,
        [id],
      ),
    );
    return saved(context, id);
  }

  @Mutation(() => Boolean, {
    description: 'Deletes one that does not show. Agents only.',
  })
  async deleteArrival(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext): Promise<boolean> {
    await find(context, id);
    const { rowCount } = await context.write((connection) =>
      connection.query(`delete from arrival where id = $1 and status <> '${ArrivalStatus.PUBLISHED}'`, [id]),
    );
    return rowCount === 1;
  }
}

async function find(context: SubgraphContext, id: string) {
  context.requireRole(...WRITERS);
  const record = isUuid(id) ? await selectArrivalRecord(context, id) : null;
  if (!record) throw new NotFoundError('Cette arrivée n’existe pas.');
  return record;
}

const refused = ({ list }: Problems) => ({ __typename: 'ArrivalRefused' as const, problems: list });

const saved = async (context: SubgraphContext, id: string) => ({
  __typename: 'ArrivalSaved' as const,
  record: (await selectArrivalRecord(context, id))!,
});
