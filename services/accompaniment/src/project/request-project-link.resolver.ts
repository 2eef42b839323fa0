import { emailAddress, emailKey } from '@ancrage/input/contact-keys';
import type { SubgraphContext } from '@ancrage/subgraph';
import { FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { IsOptional, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { writeProjectLetter } from './project-letter.js';

/** A letter on its way is not sent again before that. */
const PATIENCE = '15 minutes';

@ArgsType()
class RequestProjectLinkArguments {
  @Field(() => String)
  @MaxLength(1000)
  email!: string;

  @Field(() => String, { nullable: true, description: 'Left empty by people: forms hide it.' })
  @IsOptional()
  @MaxLength(1000)
  website?: string | null;
}

@ObjectType({
  description:
    'A letter is on its way if the address is a household’s; the answer is the same when it is not.',
  simpleResolvers: true,
})
export class ProjectLinkAnswer {
  @Field(() => [FieldProblem], { description: 'What makes it no address at all; empty otherwise.' })
  problems!: FieldProblem[];
}

@Resolver()
export class RequestProjectLinkResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => ProjectLinkAnswer, {
    description:
      'Sends an address the link to its household’s page. The answer never says whether it is known.',
  })
  async requestProjectLink(
    @Args(() => RequestProjectLinkArguments) { email, website }: RequestProjectLinkArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<ProjectLinkAnswer> {
    context.requireTerritory();
    const problems = new Problems(context.origin.locale);
    const address = emailAddress(email);
    if (!address)
      problems.add(
        'email',
        'Écrivez une adresse complète, comme nom@exemple.fr.',
        'Write a whole address, such as name@example.org.',
      );
    // People do not see that field: what fills it in is a programme, which learns nothing of it.
    else if (!website) await this.send(context, emailKey(address));
    return { problems: problems.list };
  }

  /** Each household of the address gets its own link: parents who parted may share one. */
  private send(context: SubgraphContext, key: string): Promise<void> {
    const territory = asTerritory(context);
    const territoryId = territory.requireTerritory();
    const post = { card: context.requireTerritoryCard(), links: this.links };
    return territory.write(async (connection) => {
      await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 25))', [
        `${territoryId} ${key}`,
      ]);
      const { rows } = await connection.query<{ id: string }>(
        `select p.id from prospect_contact c join prospect p on p.id = c.prospect_id
          where c.territory_id = $1 and c.email_key = $2 and p.anonymised_at is null and not exists (
            select from letter l where l.prospect_id = p.id and l.key like 'project-link:%'
              and l.created_at > now() - interval '${PATIENCE}')
          order by p.last_contact_at desc nulls last, p.id limit 3`,
        [territoryId, key],
      );
      for (const { id } of rows)
        await writeProjectLetter(connection, territory.scope, post, id, {
          kind: 'LINK',
          key: new Date().toISOString(),
        });
    });
  }
}
