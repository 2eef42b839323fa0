import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  IndicatorSnapshotDocument,
  PublishSnapshotDocument,
  type SnapshotOutcomeFragment,
  WithdrawSnapshotDocument,
} from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  const gateway = await memberGateway(event);
  const { indicatorSnapshot } = await gateway.ask(IndicatorSnapshotDocument, { slug: event.params.id });
  return indicatorSnapshot ? { snapshot: indicatorSnapshot, decides } : notFound();
};

/** Runs one change of the snapshot; what was typed stays when it is refused. */
async function change(
  event: RequestEvent<{ id: string }>,
  name: 'comment' | 'reason',
  run: (
    gateway: Awaited<ReturnType<typeof memberGateway>>,
    words: string,
  ) => Promise<SnapshotOutcomeFragment>,
) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const words = String((await event.request.formData()).get(name) ?? '').slice(0, 4000);
  const outcome = await run(await memberGateway(event), words);
  if (outcome.__typename === 'SnapshotSaved') {
    return { done: name };
  }
  const problems: Record<string, string> = Object.fromEntries(
    outcome.problems.map(({ field, message }) => [field, message]),
  );
  return fail(422, { [name]: words, problems: { [name]: problems['slug'] ?? '', ...problems } });
}

export const actions: Actions = {
  publish: (event) =>
    change(event, 'comment', async (gateway, comment) => {
      const changed = await gateway.change(PublishSnapshotDocument, { slug: event.params.id, comment });
      return changed.publishSnapshot;
    }),
  withdraw: (event) =>
    change(event, 'reason', async (gateway, reason) => {
      const changed = await gateway.change(WithdrawSnapshotDocument, { slug: event.params.id, reason });
      return changed.withdrawSnapshot;
    }),
};
