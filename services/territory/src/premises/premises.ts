import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ConsentChannel } from './contact-consent.js';
import { PremisesKind, PremisesState, Tenure } from './premises-kind.js';

@ObjectType({ description: 'Whom to ask about premises; they agreed to be named.', simpleResolvers: true })
export class PremisesContact {
  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => DateTimeResolver, { description: 'When they agreed.' })
  consentAt!: string;

  @Field(() => ConsentChannel, { nullable: true, description: 'How they agreed.' })
  consentChannel!: ConsentChannel | null;
}

@ObjectType('Premises', {
  description: 'A place that the territory offers to a newcomer, to work or to live in.',
  simpleResolvers: true,
})
export class PremisesNode {
  @Field(() => ID)
  id!: string;

  @Field(() => PremisesKind)
  kind!: PremisesKind;

  @Field(() => PremisesState)
  state!: PremisesState;

  @Field(() => String, { description: 'Plain text, at most 120 characters.' })
  title!: string;

  @Field(() => String, { description: 'Its title as part of an address.' })
  slug!: string;

  @Field(() => String, { description: 'Plain text with line breaks, at most 4,000 characters.' })
  description!: string;

  @Field(() => String, { nullable: true })
  address!: string | null;

  @Field(() => Int, { nullable: true, description: 'Square metres.' })
  surface!: number | null;

  @Field(() => Int, { nullable: true, description: 'Workplaces, of shared premises.' })
  places!: number | null;

  @Field(() => Tenure, { nullable: true })
  tenure!: Tenure | null;

  @Field(() => Int, { nullable: true, description: 'Euros: a month for rent, once for sale.' })
  priceEuros!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether fibre is connected; null: unknown.' })
  fibre!: boolean | null;

  @Field(() => DateResolver, { nullable: true, description: 'Free from that day; null: not known yet.' })
  availableFrom!: string | null;

  @Field(() => DateResolver, { description: 'Last day on which it shows, unless renewed.' })
  expiresOn!: string;

  @Field(() => String, { nullable: true, description: 'An https address.' })
  website!: string | null;

  @Field(() => PremisesContact, { nullable: true, description: 'Null without a stored consent.' })
  contact!: PremisesContact | null;

  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration!: boolean;

  @Field(() => DateTimeResolver)
  createdAt!: string;

  @Field(() => DateTimeResolver)
  updatedAt!: string;

  communeCode!: string;
}

@ObjectType({ simpleResolvers: true })
export class PremisesConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [PremisesNode])
  nodes!: PremisesNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
