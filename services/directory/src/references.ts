import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** What this subgraph knows of entities that others own: their keys. */

@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Commune {
  @Field(() => ID)
  code!: string;
}

@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Territory {
  @Field(() => ID)
  id!: string;

  /** Known where a region's territories came with the question, and there alone. */
  @Field(() => String)
  @Directive('@external')
  slug?: string;

  @Field(() => String)
  @Directive('@external')
  name?: string;
}

@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Region {
  @Field(() => ID)
  code!: string;

  /** As @ancrage/subgraph/territory-list reads it. */
  @Field(() => String)
  @Directive('@external')
  territoryList!: string;
}
