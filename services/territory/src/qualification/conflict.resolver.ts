import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { summariseCommunes } from '../territory/offer-summary.js';
import { loadFact } from './fact.queries.js';
import {
  DecideConflictInput,
  DecideConflictResult,
  FactReferenceInput,
  WithdrawDecisionResult,
} from './offer.input.js';
import { OfferProblems, refuse } from './offer-refused.js';
import { bodyOf } from './write-verifications.js';

@Resolver()
export class ConflictResolver {
  @Mutation(() => DecideConflictResult, {
    description:
      'Says what is believed of a fact about which two sources speak, and why. It holds until one of them says something else. Agents only.',
  })
  async decideConflict(
    @Arg('input', () => DecideConflictInput) { communeCode, type, count, reason }: DecideConflictInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new OfferProblems(context.origin.locale);
    problems.count('count', count);
    const why = problems.text('reason', reason, 1000);
    if (problems.list.length > 0) return refuse(problems.list);
    const territoryId = context.requireTerritory();
    const decided = await context.write(async (connection) => {
      const by = await bodyOf(connection, territoryId);
      const given = [territoryId, communeCode, type, count, why, by, context.scope.userId];
      const { rowCount } = await connection.query(DECIDE, given);
      if (rowCount) await summariseCommunes(connection, territoryId, [communeCode]);
      return Boolean(rowCount);
    });
    if (!decided)
      problems.add(
        'type',
        'Il faut deux sources au moins pour trancher : vérifiez plutôt ce fait.',
        'There have to be two sources to decide between: verify this fact instead.',
      );
    return decided ? changed(context, communeCode, type) : refuse(problems.list);
  }

  @Mutation(() => WithdrawDecisionResult, {
    description: 'Takes a decision back: sources are believed by their rank again. Agents only.',
  })
  async withdrawDecision(
    @Arg('input', () => FactReferenceInput) { communeCode, type }: FactReferenceInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    await context.write(async (connection) => {
      const by = await bodyOf(connection, territoryId);
      await connection.query(WITHDRAW, [territoryId, communeCode, type, by, context.scope.userId]);
      await summariseCommunes(connection, territoryId, [communeCode]);
    });
    return changed(context, communeCode, type);
  }
}

async function changed(context: SubgraphContext, communeCode: string, type: string) {
  const fact = await loadFact(context, communeCode, type);
  if (!fact) throw new NotFoundError("Ce fait n'existe pas.");
  return { __typename: 'FactChanged' as const, fact };
}

// What the sources say is read in the statement that keeps it: an import meanwhile makes the decision stale.
const DECIDE = `
  with former as (
    select f.count, f.claims from offer_facts($1, array[$2]) f
    where f.type_code = $3 and (select count(*) from jsonb_object_keys(f.claims)) > 1
  ), event as (
    insert into fact_event (territory_id, commune_code, type_code, kind, previous_count, count, by, reason, user_id, at)
    select $1, $2, $3, 'DECIDED', former.count, $4, $6, $5, $7, clock_timestamp() from former
  )
  insert into conflict_decision as d (territory_id, commune_code, type_code, count, considered, reason, decided_by, decided_at)
  select $1, $2, $3, $4::int, claims, $5, $6, now() from former
  on conflict (territory_id, commune_code, type_code) do update set count = excluded.count, considered = excluded.considered,
    reason = excluded.reason, decided_by = excluded.decided_by, decided_at = excluded.decided_at`;

const WITHDRAW = `
  with gone as (
    delete from conflict_decision where territory_id = $1 and commune_code = $2 and type_code = $3 returning count
  )
  insert into fact_event (territory_id, commune_code, type_code, kind, previous_count, by, user_id, at)
  select $1, $2, $3, 'DECISION_WITHDRAWN', count, $4, $5, clock_timestamp() from gone`;
