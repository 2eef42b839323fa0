import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { ProjectTokenArguments } from '../project/own-project.js';
import { householdOf } from '../project/project-holder.js';
import { latestOwnExport } from './own-export.queries.js';
import { exportAsJson, selectPersonRequest } from './person-request.queries.js';
import {
  OwnPersonRequestArguments,
  PersonRequestKind,
  PersonRequestRecord,
  RequestPersonalDataResult,
} from './person-request-record.js';
import { requestPerson } from './request-person.js';

/** A household's own right to its data, by the link to its page. */
@Resolver()
export class OwnPersonRequestResolver {
  constructor(
    private readonly links: HouseholdLinks,
    private readonly secret: string,
  ) {}

  @Mutation(() => RequestPersonalDataResult, {
    description:
      'Has everything that any service keeps of the household exported, or erased for good, by the link to its page.',
  })
  async requestOwnPersonalData(
    @Args(() => OwnPersonRequestArguments) { token, kind, confirmed }: OwnPersonRequestArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof RequestPersonalDataResult> {
    const problems = new Problems(context.origin.locale);
    const prospectId = await householdOf(context, this.links, token);
    if (!prospectId)
      problems.add('token', 'Ce lien n’ouvre plus de page.', 'This link opens no page any more.');
    else if (kind === PersonRequestKind.ERASE && !confirmed)
      problems.add(
        'confirmed',
        'Cochez la case : l’effacement est définitif.',
        'Tick the box: erasing is for good.',
      );
    if (!prospectId || problems.list.length > 0)
      return { __typename: 'PersonRequestRefused', problems: problems.list };
    const territory = asTerritory(context);
    const id = await territory.write(async (connection) => {
      const { rows } = await connection.query<{ emailKey: string | null; phoneKey: string | null }>(
        'select email_key as "emailKey", phone_key as "phoneKey" from prospect_contact where prospect_id = $1',
        [prospectId],
      );
      // A number may be a whole family's: the address says whom this link was sent to.
      const [known] = rows;
      return requestPerson(connection, territory.scope, this.secret, {
        kind,
        by: 'HOUSEHOLD',
        askedBy: 'HOUSEHOLD',
        person: {
          emailKey: known?.emailKey ?? null,
          phoneKey: null,
          prospectId,
          soloId: null,
          accountId: null,
        },
      });
    });
    const request = (await selectPersonRequest(territory, id)) as PersonRequestRecord;
    return { __typename: 'PersonRequestTaken', request: { ...request, askedBy: null } };
  }

  @Query(() => PersonRequestRecord, {
    nullable: true,
    description: 'The latest export that was asked for by the link to a household’s page; null without.',
  })
  async ownExport(
    @Args(() => ProjectTokenArguments) { token }: ProjectTokenArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<PersonRequestRecord | null> {
    const id = await latestOwnExport(context, this.links, token);
    return id ? selectPersonRequest(asTerritory(context), id) : null;
  }

  @Query(() => String, {
    nullable: true,
    description:
      'What that export found, as JSON, its documents by name; null until all services answered, and a week after.',
  })
  async ownExportJson(
    @Args(() => ProjectTokenArguments) { token }: ProjectTokenArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<string | null> {
    const id = await latestOwnExport(context, this.links, token);
    return id ? exportAsJson(asTerritory(context), id) : null;
  }
}
