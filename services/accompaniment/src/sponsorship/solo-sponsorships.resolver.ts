import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Solo } from '../references.js';

@ObjectType({ description: 'What a solo does as a sponsor.', simpleResolvers: true })
export class SoloSponsorships {
  @Field(() => Int, {
    nullable: true,
    description: 'Households accompanied before. Null to visitors below 5; exact to agents.',
  })
  past!: number | null;

  @Field(() => Int, { nullable: true, description: 'Households accompanied now. Null but to agents.' })
  active!: number | null;

  @Field(() => ID, { nullable: true, description: 'Their record as a sponsor. Null but to agents.' })
  sponsorId!: string | null;
}

interface Counted {
  soloId: string;
  sponsorId: string;
  active: number;
}

/** Fewer could tell who was accompanied. */
const FEWEST_SHOWN = 5;

@Resolver(() => Solo)
export class SoloSponsorshipsResolver {
  @FieldResolver(() => SoloSponsorships, {
    nullable: true,
    description: 'As a sponsor of newcomers; null for one who is none, or of whom nothing may be told.',
  })
  sponsorships(
    @Root() { id }: Solo,
    @Ctx() context: SubgraphContext,
  ): Promise<SoloSponsorships | null> | null {
    if (!context.scope.territoryId) return null;
    return context.load('sponsorships of solos', id, (ids) => loadSponsorships(context, ids));
  }
}

async function loadSponsorships(
  context: SubgraphContext,
  ids: readonly string[],
): Promise<(SoloSponsorships | null)[]> {
  const values = [context.requireTerritory(), ids];
  const agent = (WRITERS as readonly string[]).includes(context.scope.role);
  const [past, sponsors] = await Promise.all([
    context.read<{ soloId: string; past: number }>({
      name: 'past sponsorships of solos',
      text: 'select solo_id as "soloId", past from past_sponsorships($1, $2::uuid[])',
      values,
    }),
    // Row-level security answers with nothing to anybody but agents.
    context.read<Counted>({
      name: 'sponsors among solos',
      text: `select s.solo_id as "soloId", s.id as "sponsorId",
          (select count(*)::int from sponsorship n where n.sponsor_id = s.id and n.status = 'ACTIVE') as active
        from sponsor s where s.territory_id = $1 and s.solo_id = any($2::uuid[])`,
      values,
    }),
  ]);
  const pastOf = new Map(past.map((row) => [row.soloId, row.past]));
  const sponsorOf = new Map(sponsors.map((row) => [row.soloId, row]));
  return ids.map((id) => {
    const count = pastOf.get(id) ?? 0;
    const sponsor = sponsorOf.get(id);
    if (agent) return sponsor ? { past: count, active: sponsor.active, sponsorId: sponsor.sponsorId } : null;
    return count >= FEWEST_SHOWN ? { past: count, active: null, sponsorId: null } : null;
  });
}
