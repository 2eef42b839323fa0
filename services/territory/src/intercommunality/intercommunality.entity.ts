import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@Entity()
@ObjectType({
  description: 'An inter-communal body with its own tax (EPCI à fiscalité propre).',
  simpleResolvers: true,
})
export class Intercommunality {
  @PrimaryKey({ type: 'text' })
  @Field(() => ID, { description: 'SIREN number.' })
  siren!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Legal form: CC, CA, CU, METRO or MET69.' })
  kind!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many communes it has, inside the territory or not.' })
  communeCount!: number;
}
