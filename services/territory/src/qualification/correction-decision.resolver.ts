import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { BadInputError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { selectCorrectionsById } from './correction.queries.js';
import { DecideCorrectionsResult } from './offer.input.js';
import { OfferProblems, refuse } from './offer-refused.js';
import { bodyOf, type Vouched, writeVerifications } from './write-verifications.js';

const MOST = 100;

@Resolver()
export class CorrectionDecisionResolver {
  @Mutation(() => DecideCorrectionsResult, {
    description:
      'Takes up to 100 corrections over: what they say is verified from then on, and services they name are added. One that was decided before stays as it is. Agents only.',
  })
  async acceptCorrections(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: SubgraphContext) {
    bounded(context, ids);
    await context.write((connection) => accept(connection, context, ids));
    return {
      __typename: 'CorrectionsDecided' as const,
      corrections: await selectCorrectionsById(context, ids),
    };
  }

  @Mutation(() => DecideCorrectionsResult, {
    description: 'Refuses up to 100 corrections, with a reason of up to 1000 characters. Agents only.',
  })
  async refuseCorrections(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('reason', () => String) reason: string,
    @Ctx() context: SubgraphContext,
  ) {
    bounded(context, ids);
    const problems = new OfferProblems(context.origin.locale);
    const why = problems.text('reason', reason, 1000);
    if (problems.list.length > 0) return refuse(problems.list);
    await context.write(async (connection) => {
      const by = await bodyOf(connection, context.requireTerritory());
      const given = [context.requireTerritory(), ids, by, context.scope.userId, why];
      await connection.query(REFUSE, given);
    });
    return {
      __typename: 'CorrectionsDecided' as const,
      corrections: await selectCorrectionsById(context, ids),
    };
  }
}

function bounded(context: SubgraphContext, ids: readonly string[]): void {
  context.requireRole(...WRITERS);
  if (ids.length > MOST) throw new BadInputError(`${MOST} au plus à la fois.`, 'ids');
}

interface Accepted {
  commune: string;
  type: string | null;
  count: number | null;
  names: string[];
  sentBy: string | null;
  note: string;
}

async function accept(
  connection: Connection,
  context: SubgraphContext,
  ids: readonly string[],
): Promise<void> {
  const territoryId = context.requireTerritory();
  const by = await bodyOf(connection, territoryId);
  // In one order whoever asks: two agents who take the same ones wait for each other, and the second finds them decided.
  await connection.query(
    `select 1 from correction where territory_id = $1 and id::text = any($2) and status = 'PENDING' order by id for update`,
    [territoryId, ids],
  );
  const { rows } = await connection.query<Accepted>(ACCEPT, [territoryId, ids, by]);
  const latest = new Map<string, Vouched>();
  for (const { commune, type, count, names, sentBy, note } of rows) {
    if (type === null || count === null) continue;
    const said = { commune, type, count, names, by: sentBy ?? by, note: note.slice(0, 1000) || null };
    latest.set(`${commune} ${type}`, said);
  }
  await writeVerifications(connection, context, [...latest.values()]);
}

// Where several speak of one fact, the last one counts.
const ACCEPT = `
  with accepted as (
    update correction set status = 'ACCEPTED', decided_by = $3, decided_at = now()
    where territory_id = $1 and id::text = any($2) and status = 'PENDING'
    returning *
  )
  select commune_code as commune, type_code as type, proposed_count as count, proposed_names as names,
    case when origin = 'PUBLIC' then null else sent_by end as "sentBy",
    case when origin = 'PUBLIC' then '' else note end as note
  from accepted order by created_at, id`;

const REFUSE = `
  with refused as (
    update correction set status = 'REFUSED', decided_by = $3, decided_at = now(), reason = $5
    where territory_id = $1 and id::text = any($2) and status = 'PENDING'
    returning *
  )
  insert into fact_event (territory_id, commune_code, type_code, kind, previous_count, count, by, reason, user_id, at)
  select $1, commune_code, type_code, 'REFUSED', known_count, proposed_count, $3, $5, $4, clock_timestamp()
  from refused where type_code is not null`;
