import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  DismissDuplicateDocument,
  DuplicateProposalsDocument,
  MergePreviewDocument,
  MergeSolosDocument,
  UndoMergeDocument,
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
  const { duplicateProposals, soloMerges } = await gateway.ask(DuplicateProposalsDocument, {
    first: queueLength,
  });
  const { nodes, totalCount } = duplicateProposals;
  const asked = event.url.searchParams.get('paire');
  const index = Math.max(
    0,
    nodes.findIndex(({ pair }) => pair === asked),
  );
  const recent = soloMerges.nodes;
  return {
    pairs: nodes,
    total: totalCount,
    index,
    current: nodes[index] ?? null,
    next: nodes[index + 1]?.pair ?? null,
    merges: recent,
    done: recent.find(({ id }) => id === event.url.searchParams.get('fusion')) ?? null,
    apart: event.url.searchParams.get('distinctes'),
  };
};

/** The pair a form is about, and what it says; a pair that is proposed no more was dealt with by somebody else. */
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
    const { duplicateProposals } = await gateway.ask(DuplicateProposalsDocument, { first: 100 });
    const proposal = duplicateProposals.nodes.find((node) => node.pair === pair);
    if (!proposal) {
      return fail(409, { pair, problem: m.merge_gone() });
    }
    const secondKept = form.get('kept') === proposal.second.id;
    const kept = secondKept ? proposal.second : proposal.first;
    const merged = secondKept ? proposal.first : proposal.second;
    const input = { keptId: kept.id, mergedId: merged.id, fromMerged: fromMerged(form, kept, merged) };
    if (form.get('confirmed') !== '1') {
      const { mergePreview } = await gateway.ask(MergePreviewDocument, { input });
      const chosen = Object.fromEntries(
        mergeFields.map(({ part }) => [part, input.fromMerged.includes(part) ? merged.id : kept.id]),
      );
      return mergePreview
        ? { pair, kept: kept.id, chosen, preview: mergePreview }
        : fail(409, { pair, problem: m.merge_gone() });
    }
    const { mergeSolos } = await gateway.change(MergeSolosDocument, { input });
    return mergeSolos.__typename === 'MergeRefused'
      ? fail(409, { pair, problem: mergeSolos.problems[0]?.message ?? m.merge_gone() })
      : redirect(303, routes.duplicates(`?fusion=${mergeSolos.merge.id}`));
  },
  apart: async (event) => {
    const { form, gateway, pair } = await pairOf(event);
    const [firstId = '', secondId = ''] = pair.split('.');
    const apart = form.get('back') !== '1';
    await gateway.change(DismissDuplicateDocument, { firstId, secondId, apart });
    return redirect(303, routes.duplicates(apart ? `?distinctes=${pair}` : `?paire=${pair}`));
  },
  undo: async (event) => {
    const { form, gateway } = await pairOf(event);
    const { undoMerge } = await gateway.change(UndoMergeDocument, { id: String(form.get('merge') ?? '') });
    return undoMerge.__typename === 'MergeRefused'
      ? fail(409, { undoProblem: undoMerge.problems[0]?.message ?? m.merge_gone() })
      : { undone: undoMerge.merge };
  },
};
