import { emailKey } from '@ancrage/input/contact-keys';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { emailOf, phoneOf } from '../prospect/prospect-facts.js';
import { exportAsJson, selectPersonRequest, selectPersonRequests } from './person-request.queries.js';
import {
  PersonRequestConnection,
  PersonRequestKind,
  PersonRequestRecord,
  PersonRequestsArguments,
  RequestPersonalDataArguments,
  RequestPersonalDataResult,
} from './person-request-record.js';
import { PERSON_REQUESTS_CHANNEL, requestPerson } from './request-person.js';

/** Requests of persons, as the team takes and follows them. */
@Resolver()
export class PersonRequestResolver {
  constructor(private readonly secret: string) {}

  @Query(() => PersonRequestConnection, {
    description: 'Requests of persons in the territory, the latest first. Agents only.',
  })
  personRequests(
    @Args(() => PersonRequestsArguments) args: PersonRequestsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<PersonRequestConnection> {
    context.requireRole(...WRITERS);
    return selectPersonRequests(context, args);
  }

  @Query(() => PersonRequestRecord, {
    nullable: true,
    description: 'One request and its certificate. Agents only.',
  })
  personRequest(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<PersonRequestRecord | null> {
    context.requireRole(...WRITERS);
    return selectPersonRequest(context, id);
  }

  @Query(() => String, {
    nullable: true,
    description:
      'What an export found, as JSON: services by name, rows by table, documents of households by name: their bytes are in the ZIP. Null until all services answered, and a week after. Agents only.',
  })
  personExport(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext): Promise<string | null> {
    context.requireRole(...WRITERS);
    return exportAsJson(context, id);
  }

  @Mutation(() => RequestPersonalDataResult, {
    description:
      'Has everything that any service keeps of a person exported, or erased for good. Asked twice it is one request. Agents only; the right of a member is taken away when an administrator asks.',
  })
  async requestPersonalData(
    @Args(() => RequestPersonalDataArguments) { input }: RequestPersonalDataArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof RequestPersonalDataResult> {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const email = emailOf(input.email, problems);
    const phoneKey = phoneOf(input.phone, problems);
    const prospectId = input.prospectId?.toLowerCase() ?? null;
    const soloId = input.soloId?.toLowerCase() ?? null;
    if (!email && !phoneKey && !prospectId && !soloId && problems.list.length === 0)
      problems.add(
        'email',
        'Indiquez l’adresse de la personne, ou son numéro.',
        'Give the person’s address, or their number.',
      );
    if (input.kind === PersonRequestKind.ERASE && !input.confirmed)
      problems.add(
        'confirmed',
        'Cochez la case : l’effacement est définitif.',
        'Tick the box: erasing is for good.',
      );
    if (problems.list.length > 0) return { __typename: 'PersonRequestRefused', problems: problems.list };
    const { scope } = context;
    const id = await context.write((connection) =>
      requestPerson(connection, scope, this.secret, {
        kind: input.kind,
        by: scope.role === 'AGENT' ? 'AGENT' : 'ADMINISTRATOR',
        askedBy: scope.userId ?? '',
        person: { emailKey: email && emailKey(email), phoneKey, prospectId, soloId, accountId: null },
      }),
    );
    return {
      __typename: 'PersonRequestTaken',
      request: (await selectPersonRequest(context, id)) as PersonRequestRecord,
    };
  }

  @Mutation(() => Boolean, {
    description: 'Has the services that are awaited asked again now. False when none is. Agents only.',
  })
  retryPersonRequest(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext): Promise<boolean> {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    return context.write(async (connection) => {
      const { rowCount } = await connection.query(
        `update person_request set next_try_at = now()
          where territory_id = $1 and id::text = $2 and finished_at is null`,
        [territoryId, id],
      );
      await connection.query(`select pg_notify('${PERSON_REQUESTS_CHANNEL}', $1)`, [territoryId]);
      return rowCount === 1;
    });
  }
}
