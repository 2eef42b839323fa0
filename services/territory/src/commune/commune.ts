import { PageInfo } from '@ancrage/subgraph/pagination';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { BroadbandClass } from '../broadband/broadband-class.js';
import { FacilityType } from '../facility/facility-type.js';

@ObjectType({ description: 'A point in WGS 84.', simpleResolvers: true })
export class Position {
  @Field(() => Float, { description: 'Degrees east.' })
  longitude!: number;

  @Field(() => Float, { description: 'Degrees north.' })
  latitude!: number;
}

@ObjectType({ simpleResolvers: true })
export class FacilityCount {
  @Field(() => FacilityType)
  type!: FacilityType;

  @Field(() => Int)
  count!: number;
}

@ObjectType({
  description: 'An INSEE commune; facts of the offer are those of the request’s territory.',
  simpleResolvers: true,
})
@Directive('@key(fields: "code")')
export class Commune {
  @Field(() => ID, { description: 'INSEE code, 5 characters.' })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Its name as part of an address.' })
  slug!: string;

  @Field(() => Int, { nullable: true, description: 'Municipal population; null where INSEE publishes none.' })
  population!: number | null;

  @Field(() => BroadbandClass, { nullable: true, description: 'Null while no coverage is known.' })
  broadbandClass!: BroadbandClass | null;

  /** How many facilities by type code, as the database keeps it. */
  countsByType!: Record<string, number>;

  /** Left out by pages, which seldom show them; see loadDetails. */
  details?: CommuneDetails;
}

/** Facts of a commune that lists can do without. */
export interface CommuneDetails {
  postalCodes: string[];
  departmentCode: string;
  longitude: number | null;
  latitude: number | null;
  intercommunalitySiren: string | null;
}

@ObjectType({ simpleResolvers: true })
export class CommuneConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [Commune])
  nodes!: Commune[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
