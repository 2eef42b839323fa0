import { PageInfo } from '@ancrage/subgraph/pagination';
import { Field, ObjectType } from 'type-graphql';
import type { SoloSummary } from '../facet/facet.queries.js';
import { Solo } from './solo.entity.js';
import type { SoloSelection } from './solo-selection.js';

/** A page of solos. Its total and its facets are counted only when a document asks for them. */
@ObjectType({ simpleResolvers: true })
export class SoloConnection {
  @Field(() => [Solo])
  nodes!: Solo[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  /** What the page is of. */
  selection!: SoloSelection;

  /** Its counts, once they were asked for. */
  summary?: Promise<SoloSummary>;
}
