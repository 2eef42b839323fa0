import { PageInfo } from '@ancrage/subgraph/pagination';
import { Field, ObjectType } from 'type-graphql';
import { Fair } from './fair.entity.js';

@ObjectType({ description: 'A page of fairs.', simpleResolvers: true })
export class FairConnection {
  @Field(() => [Fair])
  nodes!: Fair[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
