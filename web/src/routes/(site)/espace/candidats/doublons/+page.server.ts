import {
  DismissProspectPairDocument,
  MergeProspectsDocument,
  ProspectMergePreviewDocument,
  ProspectPairsDocument,
  UndoProspectMergeDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { loadPairs, type PairDesk, pairActions } from '#lib/merge/pair-desk.server.ts';
import type { Actions, PageServerLoad } from './$types';
import {
  type HouseholdPair,
  type HouseholdPart,
  type HouseholdPreview,
  mergeFields,
} from './merge-fields.ts';

const households: PairDesk<
  HouseholdPair['first'],
  HouseholdPart,
  HouseholdPreview,
  HouseholdPair['reasons'][number]
> = {
  fields: mergeFields,
  address: memberRoutes.prospectDuplicates,
  pairs: async (gateway, first) => {
    const { prospectPairs, prospectMerges } = await gateway.ask(ProspectPairsDocument, { first });
    return { ...prospectPairs, merges: prospectMerges };
  },
  preview: async (gateway, input) =>
    (await gateway.ask(ProspectMergePreviewDocument, { input })).prospectMergePreview,
  merge: async (gateway, input) => (await gateway.change(MergeProspectsDocument, { input })).mergeProspects,
  dismiss: (gateway, pair) => gateway.change(DismissProspectPairDocument, pair),
  undo: async (gateway, id) => (await gateway.change(UndoProspectMergeDocument, { id })).undoProspectMerge,
};

export const load: PageServerLoad = (event) => loadPairs(event, households);

export const actions: Actions = pairActions(households);
