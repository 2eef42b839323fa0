import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { forbidden } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { fromMerged, type Identified, type MergeField, type Pair, type PastMerge } from './merge.ts';

type Merging<Part> = { keptId: string; mergedId: string; fromMerged: Part[] };
type Merged = { id: string; keptName: string; mergedName: string };
type Outcome = { merge: Merged } | { problems: readonly { message: string }[] };

/** What a room where two records become one asks of its service. */
export type PairDesk<Side, Part extends string, Preview, Reason extends string> = {
  fields: readonly MergeField<Side, Part>[];
  /** The room itself, with a question of an address. */
  address: (query: string) => string;
  pairs: (
    gateway: GatewayClient,
    first: number,
  ) => Promise<{ nodes: Pair<Side, Reason>[]; totalCount: number; merges: PastMerge[] }>;
  preview: (gateway: GatewayClient, input: Merging<Part>) => Promise<Preview | null | undefined>;
  merge: (gateway: GatewayClient, input: Merging<Part>) => Promise<Outcome>;
  dismiss: (
    gateway: GatewayClient,
    pair: { firstId: string; secondId: string; apart: boolean },
  ) => Promise<unknown>;
  undo: (gateway: GatewayClient, id: string) => Promise<Outcome>;
};

const queueLength = 30;

const problemOf = (problems: readonly { message: string }[]) => problems[0]?.message ?? m.merge_gone();

/** The pairs to look at, the one that is looked at, and the last merges. Nobody but who decides sees any. */
export async function loadPairs<Side extends Identified, Part extends string, Preview, Reason extends string>(
  event: RequestEvent,
  desk: PairDesk<Side, Part, Preview, Reason>,
) {
  if (!(await memberOf(event)).decides) {
    return { pairs: null };
  }
  const { nodes, totalCount, merges } = await desk.pairs(await memberGateway(event), queueLength);
  const asked = event.url.searchParams.get('paire');
  const index = Math.max(
    0,
    nodes.findIndex(({ pair }) => pair === asked),
  );
  return {
    pairs: nodes,
    total: totalCount,
    index,
    current: nodes[index] ?? null,
    next: nodes[index + 1]?.pair ?? null,
    merges,
    done: merges.find(({ id }) => id === event.url.searchParams.get('fusion')) ?? null,
    apart: event.url.searchParams.get('distinctes'),
  };
}

/** The pair a form is about, and what it says. */
async function pairOf(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  const gateway = await memberGateway(event);
  return { form, gateway, pair: String(form.get('pair') ?? '').slice(0, 80) };
}

/** What can be done with a pair: made one, told apart, and either taken back. */
export const pairActions = <Side extends Identified, Part extends string, Preview, Reason extends string>(
  desk: PairDesk<Side, Part, Preview, Reason>,
) => ({
  /** First what they would become, then, once that was seen, the merge. */
  merge: async (event: RequestEvent) => {
    const { form, gateway, pair } = await pairOf(event);
    const { nodes } = await desk.pairs(gateway, 100);
    // One that is proposed no more was dealt with by somebody else.
    const proposal = nodes.find((node) => node.pair === pair);
    if (!proposal) {
      return fail(409, { pair, problem: m.merge_gone() });
    }
    const secondKept = form.get('kept') === proposal.second.id;
    const kept = secondKept ? proposal.second : proposal.first;
    const merged = secondKept ? proposal.first : proposal.second;
    const parts = fromMerged(desk.fields, form, kept, merged);
    const input = { keptId: kept.id, mergedId: merged.id, fromMerged: parts };
    const chosen: Record<string, string> = Object.fromEntries(
      desk.fields.map(({ part }) => [part, parts.includes(part) ? merged.id : kept.id]),
    );
    const told = { pair, kept: kept.id, chosen };
    if (form.get('confirmed') !== '1') {
      const preview = await desk.preview(gateway, input);
      return preview ? { ...told, preview } : fail(409, { ...told, problem: m.merge_gone() });
    }
    const outcome = await desk.merge(gateway, input);
    return 'problems' in outcome
      ? fail(409, { ...told, problem: problemOf(outcome.problems) })
      : redirect(303, desk.address(`?fusion=${outcome.merge.id}`));
  },
  apart: async (event: RequestEvent) => {
    const { form, gateway, pair } = await pairOf(event);
    const [firstId = '', secondId = ''] = pair.split('.');
    const apart = form.get('back') !== '1';
    await desk.dismiss(gateway, { firstId, secondId, apart });
    return redirect(303, desk.address(apart ? `?distinctes=${pair}` : `?paire=${pair}`));
  },
  undo: async (event: RequestEvent) => {
    const { form, gateway } = await pairOf(event);
    const outcome = await desk.undo(gateway, String(form.get('merge') ?? ''));
    return 'problems' in outcome
      ? fail(409, { undoProblem: problemOf(outcome.problems) })
      : { undone: outcome.merge };
  },
});
