import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { type CannotMerge, lockBoth, mergeHouseholds } from './merge-households.js';
import { previewMerge } from './merge-preview.js';
import { pairOf } from './pair-of.js';
import {
  ProspectMergeInput,
  ProspectMergeNode,
  ProspectMergePreview,
  ProspectMergeResult,
} from './prospect-merge.js';
import { selectMerge, selectMerges } from './prospect-merge.queries.js';
import { type CannotPart, undoMerge } from './undo-merge.js';

@Resolver()
export class ProspectMergeResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => ProspectMergePreview, {
    nullable: true,
    description: 'What two households would become; null when one of them is gone. Agents only.',
  })
  async prospectMergePreview(
    @Arg('input', () => ProspectMergeInput) { keptId, mergedId, fromMerged }: ProspectMergeInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ProspectMergePreview | null> {
    context.requireRole(...WRITERS);
    const ids = pairOf(keptId, mergedId);
    return context.write(async (connection) =>
      (await lockBoth(connection, context.scope, ids))
        ? previewMerge(connection, keptId, mergedId, new Set(fromMerged))
        : null,
    );
  }

  @Mutation(() => ProspectMergeResult, {
    description:
      'Makes two households one, with their timelines, registrations, files, consents and letters. Agents only.',
  })
  async mergeProspects(
    @Arg('input', () => ProspectMergeInput) { keptId, mergedId, fromMerged }: ProspectMergeInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const ids = pairOf(keptId, mergedId);
    const { scope } = context;
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const chosen = { keptId, mergedId, fromMerged: new Set(fromMerged) };
    const outcome = await context
      .write(async (connection) => {
        if (!(await lockBoth(connection, scope, ids))) throw new NotMerged('GONE');
        const merged = await mergeHouseholds(connection, scope, post, chosen);
        // What was done of it is undone with the transaction.
        if ('cannot' in merged) throw new NotMerged(merged.cannot);
        return merged;
      })
      .catch((error: unknown) => {
        if (error instanceof NotMerged) return error;
        throw error;
      });
    return outcome instanceof NotMerged ? refuse(context, outcome.why) : answer(context, outcome.id);
  }

  @Mutation(() => ProspectMergeResult, {
    description: 'Parts two households again, each as it was before they were merged. Agents only.',
  })
  async undoProspectMerge(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    const cannot = isUuid(id)
      ? await context.write((connection) => undoMerge(connection, context.scope, id))
      : 'UNKNOWN';
    return cannot ? refuse(context, cannot) : answer(context, id);
  }

  @Query(() => [ProspectMergeNode], { description: 'The last twenty merges, newest first. Agents only.' })
  prospectMerges(@Ctx() context: SubgraphContext): Promise<ProspectMergeNode[]> {
    context.requireRole(...WRITERS);
    return selectMerges(context);
  }
}

class NotMerged extends Error {
  constructor(readonly why: CannotMerge) {
    super(why);
  }
}

const answer = async (context: SubgraphContext, id: string) => ({
  __typename: 'ProspectsMerged' as const,
  merge: await selectMerge(context, id),
});

const refuse = ({ origin }: SubgraphContext, why: CannotPart | CannotMerge) => ({
  __typename: 'ProspectMergeRefused' as const,
  problems: [{ field: 'id', message: WORDS[why][origin.locale === 'en' ? 'en' : 'fr'] }],
});

const WORDS: Record<CannotPart | CannotMerge, { fr: string; en: string }> = {
  UNKNOWN: { fr: 'Cette fusion n’existe pas.', en: 'There is no such merge.' },
  UNDONE: { fr: 'Cette fusion a déjà été annulée.', en: 'This merge has been undone already.' },
  GONE: {
    fr: 'Un de ces candidats n’existe plus : il a sans doute été fusionné ou effacé entre-temps.',
    en: 'One of these households is gone: it was probably merged or erased meanwhile.',
  },
  CHANGED: {
    fr: 'La fiche a été modifiée depuis la fusion : l’annuler perdrait cette modification. Corrigez plutôt la fiche à la main.',
    en: 'The record was changed since the merge: undoing it would lose that change. Correct the record by hand instead.',
  },
  PROJECT: {
    fr: 'Les deux ont un projet d’installation : abandonnez d’abord celui qui est de trop.',
    en: 'Both have a project of settling: give up first the one that is too many.',
  },
  SEAT: {
    fr: 'Les deux sont inscrits à une même session déjà commencée : réglez d’abord leurs présences.',
    en: 'Both are registered for one session that has begun: settle their attendance first.',
  },
};
