import { PageInfo } from '@ancrage/subgraph/pagination';
import { Field, ObjectType } from 'type-graphql';
import { DiscoverySession } from './discovery-session.entity.js';

/** A page of sessions. Its total is counted only when a document asks for it. */
@ObjectType({ simpleResolvers: true })
export class DiscoverySessionConnection {
  @Field(() => [DiscoverySession])
  nodes!: DiscoverySession[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  countAll!: () => number | Promise<number>;
}
