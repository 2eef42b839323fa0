import {
  DismissDuplicateDocument,
  DuplicateProposalsDocument,
  MergePreviewDocument,
  MergeSolosDocument,
  UndoMergeDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { loadPairs, type PairDesk, pairActions } from '#lib/merge/pair-desk.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { mergeFields, type SoloPair, type SoloPart, type SoloPreview } from './merge-fields.ts';

const solos: PairDesk<SoloPair['first'], SoloPart, SoloPreview, SoloPair['reasons'][number]> = {
  fields: mergeFields,
  address: memberRoutes.duplicates,
  pairs: async (gateway, first) => {
    const { duplicateProposals, soloMerges } = await gateway.ask(DuplicateProposalsDocument, { first });
    return { ...duplicateProposals, merges: soloMerges.nodes };
  },
  preview: async (gateway, input) => (await gateway.ask(MergePreviewDocument, { input })).mergePreview,
  merge: async (gateway, input) => (await gateway.change(MergeSolosDocument, { input })).mergeSolos,
  dismiss: (gateway, pair) => gateway.change(DismissDuplicateDocument, pair),
  undo: async (gateway, id) => (await gateway.change(UndoMergeDocument, { id })).undoMerge,
};

export const load: PageServerLoad = (event) => loadPairs(event, solos);

export const actions: Actions = pairActions(solos);
