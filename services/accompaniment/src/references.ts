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
}

@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Region {
  @Field(() => ID)
  code!: string;

  @Field(() => [ID])
  @Directive('@external')
  territoryIds!: string[];
}

@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Solo {
  @Field(() => ID)
  id!: string;
}
