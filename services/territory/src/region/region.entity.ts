import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Entity()
@ObjectType({ description: 'An INSEE region: groups territories and reads aggregates only.' })
@Directive('@key(fields: "code")')
export class Region {
  @PrimaryKey({ type: 'text' })
  @Field(() => ID, { description: 'INSEE code, e.g. 76 for Occitanie.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name!: string;
}
