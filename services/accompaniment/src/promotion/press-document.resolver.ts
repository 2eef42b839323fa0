import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { removeRecord, updateRecord } from './keep-record.js';
import { stampOf } from './kept-record.js';
import { PressDocumentInput } from './press-document.input.js';
import { PRESS_DOCUMENT } from './press-document.kept.js';
import { PressDocumentRecord } from './press-document-record.js';
import { PromotionResult } from './promotion.result.js';

@Resolver()
export class PressDocumentResolver {
  @Query(() => [PressDocumentRecord], {
    nullable: true,
    description: 'The press kit that everybody may download, the latest first, 100 at most.',
  })
  pressDocuments(@Ctx() context: SubgraphContext): Promise<PressDocumentRecord[]> {
    return selectDocuments(context, true);
  }

  @Query(() => [PressDocumentRecord], {
    description: 'The press kit with what is not shown yet. Members only.',
  })
  pressKit(@Ctx() context: SubgraphContext): Promise<PressDocumentRecord[]> {
    context.requireRole(...STAFF);
    return selectDocuments(context, false);
  }

  @Mutation(() => PromotionResult, {
    description: 'Changes what is said of it; its file stays. Agents only.',
  })
  updatePressDocument(
    @Arg('id', () => ID) id: string,
    @Arg('stamp', () => String) stamp: string,
    @Arg('input', () => PressDocumentInput) input: PressDocumentInput,
    @Ctx() context: SubgraphContext,
  ) {
    return updateRecord(context, PRESS_DOCUMENT, { id, stamp }, input);
  }

  @Mutation(() => PromotionResult, { description: 'Agents only.' })
  removePressDocument(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return removeRecord(context, PRESS_DOCUMENT, id);
  }
}

async function selectDocuments(context: SubgraphContext, shownOnly: boolean): Promise<PressDocumentRecord[]> {
  const rows = await context.read<Omit<PressDocumentRecord, 'href'>>({
    name: 'press documents',
    text: `select d.id, d.title, d.summary, d.file_name as "fileName", d.media_type as "mediaType",
        octet_length(d.content) as bytes, d.dated_on::text as "datedOn", d.shown,
        ${stampOf(PRESS_DOCUMENT.columns, 'd')} as stamp
       from press_document d where d.territory_id = $1 and (d.shown or not $2)
      order by d.dated_on desc, d.title, d.id limit ${PRESS_DOCUMENT.most}`,
    values: [context.requireTerritory(), shownOnly],
  });
  return rows.map((row) => ({
    ...row,
    href: `/files/${row.shown ? 'public/' : ''}accompaniment/press/${row.id}`,
  }));
}
