import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { recordAccess } from '../access/record-access.js';
import { copyRecord, type RecordCopy } from '../record/record-copy.js';
import { selectMerge, selectMerges } from './merge.queries.js';
import { MergeInput, MergePreview, MergeSolosResult, SoloMergeConnection } from './merge.result.js';
import { planMerge } from './merge-plan.js';
import { toMergeRecord } from './merge-record.js';
import { lockBoth, mergeSolos } from './merge-solos.js';
import { pairOf } from './pair.js';
import { type CannotPart, undoMerge } from './undo-merge.js';

@Resolver()
export class MergeResolver {
  @Query(() => MergePreview, {
    nullable: true,
    description:
      'What two records would become; null when one of them is gone. Agents only; that they looked is kept.',
  })
  async mergePreview(
    @Arg('input', () => MergeInput) input: MergeInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MergePreview | null> {
    context.requireRole(...WRITERS);
    const ids = pairOf(input.keptId, input.mergedId);
    await recordAccess(context, 'VIEWED', ids);
    return context.write(async (connection) => {
      if (!(await lockBoth(connection, context.scope, ids))) return null;
      const kept = await copyRecord(connection, input.keptId);
      const merged = await copyRecord(connection, input.mergedId);
      const { solo, contact, ends, notices } = planMerge(kept, merged, new Set(input.fromMerged));
      const count = (table: string) => sizeOf(kept, table) + sizeOf(merged, table);
      const result = toMergeRecord(ends === 'NONE' ? solo : { ...solo, status: 'WITHDRAWN' }, contact);
      return {
        result,
        notices,
        events: count('solo_event'),
        consents: count('consent'),
        arrivals: count('arrival'),
      };
    });
  }

  @Mutation(() => MergeSolosResult, {
    description:
      'Makes two records one, with their histories, consents, letters and photographs. Agents only.',
  })
  async mergeSolos(@Arg('input', () => MergeInput) input: MergeInput, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    const ids = pairOf(input.keptId, input.mergedId);
    const { scope } = context;
    const id = await context.write(async (connection) =>
      (await lockBoth(connection, scope, ids))
        ? mergeSolos(connection, scope, input.keptId, input.mergedId, new Set(input.fromMerged))
        : null,
    );
    return id ? answer(context, id) : refuse(context, 'GONE');
  }

  @Mutation(() => MergeSolosResult, {
    description: 'Parts two records again, each as it was before they were merged. Agents only.',
  })
  async undoMerge(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    const cannot = UUID.test(id)
      ? await context.write((connection) => undoMerge(connection, context.scope, id))
      : 'UNKNOWN';
    return cannot ? refuse(context, cannot) : answer(context, id);
  }

  @Query(() => SoloMergeConnection, {
    description: 'Merges, newest first; those of one record where its id is given. Agents only.',
  })
  soloMerges(
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Arg('soloId', () => ID, { nullable: true }) soloId: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<SoloMergeConnection> {
    context.requireRole(...WRITERS);
    return selectMerges(context, page, soloId?.slice(0, 40) ?? null);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const sizeOf = (record: RecordCopy, table: string): number => record[table]?.length ?? 0;

const answer = async (context: SubgraphContext, id: string) => ({
  __typename: 'SolosMerged' as const,
  merge: await selectMerge(context, id),
});

const refuse = ({ origin }: SubgraphContext, why: CannotPart) => ({
  __typename: 'MergeRefused' as const,
  problems: [{ field: 'id', message: WORDS[why][origin.locale === 'en' ? 'en' : 'fr'] }],
});

const WORDS: Record<CannotPart, { fr: string; en: string }> = {
  UNKNOWN: { fr: 'Cette fusion n’existe pas.', en: 'There is no such merge.' },
  UNDONE: { fr: 'Cette fusion a déjà été annulée.', en: 'This merge has been undone already.' },
  GONE: {
    fr: 'Une de ces fiches n’existe plus : elle a sans doute été fusionnée ou effacée entre-temps.',
    en: 'One of these records is gone: it was probably merged or erased meanwhile.',
  },
  CHANGED: {
    fr: 'La fiche a été modifiée depuis la fusion : l’annuler perdrait cette modification. Corrigez plutôt la fiche à la main.',
    en: 'The record was changed since the merge: undoing it would lose that change. Correct the record by hand instead.',
  },
  ADDRESS_TAKEN: {
    fr: 'L’adresse publique d’une des deux fiches a été reprise par une autre : la fusion ne peut plus être annulée.',
    en: 'The public address of one of both was taken by another record: the merge can no longer be undone.',
  },
};
