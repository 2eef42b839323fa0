import { PageInfo } from '@ancrage/subgraph/pagination';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Position } from '../commune/commune.js';
import { FacilityType } from './facility-type.js';

@ObjectType('Facility', { description: 'One service to the population at one place.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class FacilityNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => FacilityType)
  type!: FacilityType;

  @Field(() => Position, { nullable: true })
  position!: Position | null;

  communeCode!: string;
  sourceId!: string;
}

@ObjectType({ simpleResolvers: true })
export class FacilityConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [FacilityNode])
  nodes!: FacilityNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

export enum PresenceStatus {
  PRESENT = 'PRESENT',
  ABSENT = 'ABSENT',
  UNKNOWN = 'UNKNOWN',
  UNVERIFIED = 'UNVERIFIED',
}
registerEnumType(PresenceStatus, {
  name: 'PresenceStatus',
  description: 'Whether a commune has a type of service. Unknown is not absent.',
  valuesConfig: {
    ABSENT: { description: 'A source that lists this type completely has none here.' },
    UNKNOWN: { description: 'No source says.' },
    UNVERIFIED: { description: 'Reported, and not verified yet.' },
  },
});

export enum DistanceMethod {
  CROW_FLIES = 'CROW_FLIES',
}
registerEnumType(DistanceMethod, { name: 'DistanceMethod', description: 'How a distance was measured.' });

@ObjectType({ simpleResolvers: true })
export class NearestFacility {
  @Field(() => Float, { description: 'Kilometres from the centre of the commune, to one decimal.' })
  distanceKm!: number;

  @Field(() => DistanceMethod)
  method!: DistanceMethod;

  @Field(() => FacilityNode)
  facility!: FacilityNode;
}

@ObjectType({
  description: 'Whether a commune has a type of service, and where the nearest is when it has not.',
  simpleResolvers: true,
})
export class Presence {
  @Field(() => FacilityType)
  type!: FacilityType;

  @Field(() => PresenceStatus)
  status!: PresenceStatus;

  @Field(() => Int, { nullable: true, description: 'How many; null when unknown.' })
  count!: number | null;

  @Field(() => NearestFacility, {
    nullable: true,
    description: 'Nearest elsewhere in the territory, when the commune has none.',
  })
  nearest!: NearestFacility | null;
}
