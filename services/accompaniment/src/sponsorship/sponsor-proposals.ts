import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Commune } from '../references.js';
import { SponsorRecord } from './sponsor-record.js';
import type { MatchReason } from './sponsorship.entity.js';

@ObjectType({ description: 'Why a sponsor was thought of for a household.', simpleResolvers: true })
export class SponsorReason {
  @Field(() => String, { description: 'ACTIVITY, COMMUNE, CHILDREN, LANGUAGE or INTEREST.' })
  kind!: MatchReason['kind'];

  @Field(() => String, { description: 'In the reader’s language.' })
  sentence!: string;

  @Field(() => Commune, {
    nullable: true,
    description: 'Which one, where it is a commune that speaks for them.',
  })
  commune!: Commune | null;
}

@ObjectType({ description: 'A sponsor who can be proposed, and why.', simpleResolvers: true })
export class SponsorProposal {
  @Field(() => Int, { description: 'Place among the proposals, from 1.' })
  rank!: number;

  @Field(() => SponsorRecord)
  sponsor!: SponsorRecord;

  @Field(() => [SponsorReason], {
    description: 'The strongest first; empty when nothing speaks for them but a free place.',
  })
  reasons!: SponsorReason[];
}

@ObjectType({ description: 'A sponsor who cannot be proposed to this household.', simpleResolvers: true })
export class SponsorHindered {
  @Field(() => SponsorRecord)
  sponsor!: SponsorRecord;

  @Field(() => String, { description: 'Why, in the reader’s language.' })
  because!: string;
}

@ObjectType({ description: 'Who could sponsor a household: a person decides.', simpleResolvers: true })
export class SponsorProposals {
  @Field(() => ID)
  prospectId!: string;

  @Field(() => ID, { nullable: true, description: 'Sponsorship that is open for this household already.' })
  openId!: string | null;

  @Field(() => [SponsorProposal], { description: 'Who has most for them comes first.' })
  proposals!: SponsorProposal[];

  @Field(() => [SponsorHindered], { description: 'Those who left are not listed.' })
  hindered!: SponsorHindered[];
}
