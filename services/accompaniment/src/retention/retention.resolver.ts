import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { RetentionRule, selectRetentionRules } from '@ancrage/subgraph/retention-rule';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { KeepHouseholdInput, KeepHouseholdResult, RetentionNotice, RetentionOverview } from './retention.js';
import { RETENTION_CLOCKS, selectRetention, selectRetentionNotice } from './retention.queries.js';
import { ENDS_ON } from './retention-conditions.js';

@Resolver()
export class RetentionResolver {
  @Query(() => RetentionOverview, {
    description: 'The households whose data end soon, and those that were forgotten. Agents only.',
  })
  prospectRetention(@Ctx() context: SubgraphContext): Promise<RetentionOverview> {
    context.requireRole(...WRITERS);
    return selectRetention(context);
  }

  @Query(() => [RetentionRule], {
    description:
      'How long households, sponsors who left, letters and requests of persons are kept, and what leaves next. Agents only.',
  })
  accompanimentRetention(@Ctx() context: SubgraphContext): Promise<RetentionRule[]> {
    return selectRetentionRules(context, RETENTION_CLOCKS);
  }

  @Query(() => RetentionNotice, {
    description: 'How many households are forgotten within thirty days, and when the first is. Agents only.',
  })
  prospectRetentionNotice(@Ctx() context: SubgraphContext): Promise<RetentionNotice> {
    context.requireRole(...WRITERS);
    return selectRetentionNotice(context);
  }

  @Mutation(() => KeepHouseholdResult, {
    description:
      'Writes down that a household was in touch, or asked to be kept: its three years begin anew. Agents only.',
  })
  async keepHousehold(
    @Arg('input', () => KeepHouseholdInput) input: KeepHouseholdInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const { scope } = context;
    const problems = new Problems(context.origin.locale);
    const note = problems.text('note', cleanText(input.note), 500);
    if (note !== '' && note.length < 3)
      problems.add('note', 'Dites en quelques mots ce qu’ils ont dit.', 'Say in a few words what they said.');
    // Noon in Paris, whatever the season.
    const at = new Date(input.on.getTime() + 11 * 3_600_000);
    if (at > endOfToday()) problems.add('on', 'Cette date est dans l’avenir.', 'This date is in the future.');
    if (problems.list.length > 0)
      return { __typename: 'HouseholdKeepingRefused' as const, problems: problems.list };
    const kept = await context.write(async (connection) => {
      const { rows: known } = isUuid(input.prospectId)
        ? await connection.query<{ before: Date | null }>(
            `select last_contact_at as before from prospect
              where territory_id = $1 and id = $2 and anonymised_at is null for update`,
            [scope.territoryId, input.prospectId],
          )
        : { rows: [] };
      if (!known[0]) throw new NotFoundError('Ce candidat n’existe pas.');
      if (known[0].before && at <= known[0].before) return null;
      await recordProspectEvent(connection, scope, input.prospectId, input.how, {
        note,
        at: at > new Date() ? null : at,
        detail: { asksToBeKept: true },
      });
      const { rows } = await connection.query<{ endsOn: string; name: string }>(
        `select ${ENDS_ON}::text as "endsOn", coalesce(c.name, '') as name
           from prospect p left join prospect_contact c on c.prospect_id = p.id where p.id = $1`,
        [input.prospectId],
      );
      return rows[0] ?? null;
    });
    if (kept) return { __typename: 'HouseholdKept' as const, ...kept };
    problems.add(
      'on',
      'Leur dernier signe est plus récent : cette date ne change rien.',
      'Their last sign is more recent: this date changes nothing.',
    );
    return { __typename: 'HouseholdKeepingRefused' as const, problems: problems.list };
  }
}

/** Noon in Paris may be later than now: today is no future. */
const endOfToday = (): Date => new Date(Date.now() + 12 * 3_600_000);
