import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  DismissProspectPairDocument,
  MergeProspectsDocument,
  ProspectMergePreviewDocument,
  ProspectPairsDocument,
  UndoProspectMergeDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { routes } from '#lib/routes.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { fromMerged, mergeFields } from './merge-fields.ts';

const queueLength = 30;

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return { pairs: null };
  }
  const gateway = await memberGateway(event);
  const { prospectPairs, prospectMerges } = await gateway.ask(ProspectPairsDocument, { first: queueLength });
  const { nodes, totalCount } = prospectPairs;
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
    merges: prospectMerges,
    done: prospectMerges.find(({ id }) => id === event.url.searchParams.get('fusion')) ?? null,
    apart: event.url.searchParams.get('distinctes'),
  };
};

/** The pair a form is about, and what it says. */
async function pairOf(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  const gateway = await memberGateway(event);
  return { form, gateway, pair: String(form.get('pair') ?? '').slice(0, 80) };
}

export const actions: Actions = {
  /** First what they would become, then, once that was seen, the merge. */
  merge: async (event) => {
    const { form, gateway, pair } = await pairOf(event);
    const { prospectPairs } = await gateway.ask(ProspectPairsDocument, { first: 100 });
    // One that is proposed no more was dealt with by somebody else.
    const proposal = prospectPairs.nodes.find((node) => node.pair === pair);
    if (!proposal) {
      return fail(409, { pair, problem: m.merge_gone() });
    }
    const secondKept = form.get('kept') === proposal.second.id;
    const kept = secondKept ? proposal.second : proposal.first;
    const merged = secondKept ? proposal.first : proposal.second;
    const input = { keptId: kept.id, mergedId: merged.id, fromMerged: fromMerged(form, kept, merged) };
    if (form.get('confirmed') !== '1') {
      const { prospectMergePreview } = await gateway.ask(ProspectMergePreviewDocument, { input });
      const chosen = Object.fromEntries(
        mergeFields.map(({ part }) => [part, input.fromMerged.includes(part) ? merged.id : kept.id]),
      );
      return prospectMergePreview
        ? { pair, kept: kept.id, chosen, preview: prospectMergePreview }
        : fail(409, { pair, problem: m.merge_gone() });
    }
    const { mergeProspects } = await gateway.change(MergeProspectsDocument, { input });
    return mergeProspects.__typename === 'ProspectMergeRefused'
      ? fail(409, { pair, problem: mergeProspects.problems[0]?.message ?? m.merge_gone() })
      : redirect(303, routes.prospectDuplicates(`?fusion=${mergeProspects.merge.id}`));
  },
  apart: async (event) => {
    const { form, gateway, pair } = await pairOf(event);
    const [firstId = '', secondId = ''] = pair.split('.');
    const apart = form.get('back') !== '1';
    await gateway.change(DismissProspectPairDocument, { firstId, secondId, apart });
    return redirect(303, routes.prospectDuplicates(apart ? `?distinctes=${pair}` : `?paire=${pair}`));
  },
  undo: async (event) => {
    const { form, gateway } = await pairOf(event);
    const { undoProspectMerge } = await gateway.change(UndoProspectMergeDocument, {
      id: String(form.get('merge') ?? ''),
    });
    return undoProspectMerge.__typename === 'ProspectMergeRefused'
      ? fail(409, { undoProblem: undoProspectMerge.problems[0]?.message ?? m.merge_gone() })
      : { undone: undoProspectMerge.merge };
  },
};
