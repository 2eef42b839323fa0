import { fail, redirect } from '@sveltejs/kit';
import {
  ProtocolModelsDocument,
  type ProtocolSource,
  ProtocolVersionsDocument,
  StartProtocolDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

const sources: ProtocolSource[] = ['PUBLISHED', 'MODEL', 'TERRITORY', 'NOTHING'];

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  const gateway = await memberGateway(event);
  const [{ welcomeProtocols: versions }, models] = await Promise.all([
    gateway.ask(ProtocolVersionsDocument, {}),
    decides ? gateway.ask(ProtocolModelsDocument, {}) : null,
  ]);
  return {
    versions,
    /** A territory whose name could not be read is left out: nobody could choose it knowingly. */
    models: models?.protocolModels.filter(({ territory }) => territory) ?? [],
    discarded: event.url.searchParams.has('jete'),
  };
};

export const actions: Actions = {
  start: async (event) => {
    await memberOf(event);
    const form = await event.request.formData();
    const source = sources.find((known) => known === form.get('source')) ?? 'MODEL';
    const territoryId = String(form.get('territory') ?? '').slice(0, 36) || null;
    const { outcome } = await (await memberGateway(event)).change(StartProtocolDocument, {
      source,
      territoryId,
    });
    if (outcome.__typename === 'ProtocolSaved' && outcome.record) {
      redirect(303, memberRoutes.protocol(outcome.record.id, '?commence'));
    }
    const problem = outcome.__typename === 'ProtocolRefused' ? (outcome.problems[0]?.message ?? '') : '';
    return fail(422, { problem, source, territoryId });
  },
};
