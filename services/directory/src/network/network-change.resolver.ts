import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { NetworkActorInput, NetworkConsentInput } from './network.input.js';
import { actorValues, day } from './network.problems.js';
import { MOST_ACTORS } from './network.queries.js';
import { NetworkResult, networkRefused, networkSaved } from './network.result.js';
import { changeActor, nothing } from './network-change.js';
import { networkConsent } from './network-consent.js';
import type { NetworkActorKind } from './network-vocabulary.js';

@Resolver()
export class NetworkChangeResolver {
  @Mutation(() => NetworkResult, { description: 'Hidden until it is published. Agents only.' })
  async createNetworkActor(
    @Arg('input', () => NetworkActorInput) input: NetworkActorInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const values = actorValues(input, problems);
    if (problems.list.length > 0) return networkRefused(problems.list);
    const id = randomUUID();
    const territoryId = context.requireTerritory();
    const created = await context.write(async (connection) => {
      const { rowCount } = await connection.query(
        `insert into network_actor (id, territory_id, kind, name, scale, description, website, commune_code, commitment,
           committed_on, committed_until)
         select $1, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10::date, $11::date
          where (select count(*) from network_actor where territory_id = $2) < ${MOST_ACTORS}`,
        [id, territoryId, ...values],
      );
      return rowCount === 1;
    });
    if (created) return networkSaved(context, id);
    problems.add('name', `${MOST_ACTORS} acteurs au plus.`, `${MOST_ACTORS} actors at most.`);
    return networkRefused(problems.list);
  }

  @Mutation(() => NetworkResult, { description: 'Changes everything but its state. Agents only.' })
  updateNetworkActor(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => NetworkActorInput) input: NetworkActorInput,
    @Ctx() context: SubgraphContext,
  ) {
    return changeActor(
      context,
      id,
      (problems) => actorValues(input, problems),
      (connection, held, values) =>
        connection.query(
          `update network_actor set kind = $2, name = $3, scale = $4, description = $5, website = $6, commune_code = $7,
             commitment = $8, committed_on = $9, committed_until = $10 where id = $1`,
          [held.id, ...values],
        ),
    );
  }

  @Mutation(() => NetworkResult, {
    description: 'Names it in public. Needs its agreement, given with this or kept from before. Agents only.',
  })
  publishNetworkActor(
    @Arg('id', () => ID) id: string,
    @Arg('consent', () => NetworkConsentInput, { nullable: true }) consent: NetworkConsentInput | null,
    @Ctx() context: SubgraphContext,
  ) {
    return changeActor(context, id, nothing, async (connection, held, _none, problems) => {
      const words = networkConsent(held.kind as NetworkActorKind, context.origin.locale);
      if (held.archivedAt)
        problems.add('id', 'Sortez-le d’abord des archives.', 'Take it out of the archive first.');
      if (consent ? consent.version !== words.version : !held.consentGivenAt)
        problems.add(
          'consent',
          'Personne n’est nommé sans son accord : cochez-le une fois obtenu.',
          'Nobody is named without their agreement: tick it once you have it.',
        );
      if (consent && (day(consent.givenOn) ?? '') > reportingDate())
        problems.add('givenOn', 'Cette date est à venir.', 'This date is yet to come.');
      if (problems.list.length > 0) return;
      await connection.query(
        `update network_actor set published_at = coalesce(published_at, now()),
           consent_given_at = coalesce($2, consent_given_at), consent_wording = coalesce($3, consent_wording),
           consent_version = coalesce($4, consent_version) where id = $1`,
        [held.id, consent?.givenOn ?? null, consent ? words.wording : null, consent?.version ?? null],
      );
    });
  }

  @Mutation(() => NetworkResult, {
    description: 'Names it in public no more. Agents only.',
  })
  hideNetworkActor(
    @Arg('id', () => ID) id: string,
    @Arg('consentWithdrawn', () => Boolean, {
      defaultValue: false,
      description: 'True: it took its agreement back, which is then kept no longer.',
    })
    consentWithdrawn: boolean,
    @Ctx() context: SubgraphContext,
  ) {
    return changeActor(context, id, nothing, (connection, held) =>
      connection.query(
        `update network_actor set published_at = null,
           consent_given_at = case when $2 then null else consent_given_at end,
           consent_wording = case when $2 then null else consent_wording end,
           consent_version = case when $2 then null else consent_version end where id = $1`,
        [held.id, consentWithdrawn],
      ),
    );
  }

  @Mutation(() => NetworkResult, {
    description: 'Hides it, mobilises it no more, and keeps what was exchanged with it. Agents only.',
  })
  archiveNetworkActor(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return changeActor(context, id, nothing, (connection, held) =>
      connection.query(
        'update network_actor set archived_at = coalesce(archived_at, now()), published_at = null where id = $1',
        [held.id],
      ),
    );
  }

  @Mutation(() => NetworkResult, { description: 'Takes it out of the archive, hidden. Agents only.' })
  restoreNetworkActor(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return changeActor(context, id, nothing, (connection, held) =>
      connection.query('update network_actor set archived_at = null where id = $1', [held.id]),
    );
  }
}
