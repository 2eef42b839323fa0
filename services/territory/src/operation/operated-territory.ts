import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TerritoryStatus } from '../territory/territory.entity.js';

export enum OperatedState {
  ONLINE = 'ONLINE',
  PREPARING = 'PREPARING',
  SUSPENDED = 'SUSPENDED',
  DELETING = 'DELETING',
}
registerEnumType(OperatedState, {
  name: 'OperatedState',
  description:
    'What an operator tells territories apart by. PREPARING: its site answers, but no service to the population is known yet.',
});

@ObjectType({ description: 'A territory as operators see it.', simpleResolvers: true })
export class OperatedTerritory {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => TerritoryStatus)
  status!: TerritoryStatus;

  @Field(() => OperatedState)
  state!: OperatedState;

  @Field(() => String, { nullable: true, description: 'Why it is suspended: what its members are told.' })
  suspensionReason!: string | null;

  @Field(() => DateTimeResolver, { nullable: true })
  suspendedSince!: Date | null;

  @Field(() => ID, { description: 'INSEE code of its region.' })
  regionCode!: string;

  @Field(() => Int)
  communeCount!: number;

  @Field(() => Int, { description: 'Inhabitants.' })
  population!: number;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  @Field(() => [String], { description: 'Host names that serve it.' })
  hosts!: string[];
}

@ObjectType({ simpleResolvers: true })
export class OperatedTerritoryConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [OperatedTerritory])
  nodes!: OperatedTerritory[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({
  description: 'What the territory service knows of whether a territory is ready to be shown.',
  simpleResolvers: true,
})
export class OfferReadiness {
  @Field(() => Int, {
    description: 'Communes with an official contour; the others have a cell around their centre.',
  })
  officialContours!: number;

  @Field(() => Int, { description: 'Services to the population known.' })
  facilities!: number;

  @Field(() => Boolean, { description: 'Whether these are generated, for demonstration.' })
  demonstration!: boolean;

  @Field(() => Int, { description: 'Communes whose broadband coverage is known.' })
  broadbandCommunes!: number;

  @Field(() => Boolean, {
    description: 'Whether it says who it is in its main language: tagline and presentation.',
  })
  presented!: boolean;

  @Field(() => Boolean, { description: 'Whether answers to its e-mails have an address to go to.' })
  answersReach!: boolean;
}
