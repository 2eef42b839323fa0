import { emailKey } from '@ancrage/input/contact-keys';
import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { Args, ArgsType, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { clearBounce } from './note-bounce.js';

@ObjectType({ description: 'An address that letters do not reach.', simpleResolvers: true })
export class RefusedAddress {
  @Field(() => String, { description: 'The address, in small letters.' })
  address!: string;

  @Field(() => DateTimeResolver, { description: 'Since when.' })
  at!: Date;

  @Field(() => String, { description: 'What its mail server said, in its own words.' })
  detail!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A household that gave it; null when none has it any more.',
  })
  prospectId!: string | null;

  @Field(() => String, { nullable: true, description: 'Who speaks for that household.' })
  name!: string | null;
}

@ArgsType()
class AddressArguments {
  @Field(() => String)
  @MaxLength(400)
  address!: string;
}

const MOST = 200;

@Resolver()
export class RefusedAddressResolver {
  @Query(() => [RefusedAddress], {
    description: `Addresses of households that letters do not reach, the latest first; the last ${MOST}. Agents only.`,
  })
  refusedAddresses(@Ctx() context: SubgraphContext): Promise<RefusedAddress[]> {
    context.requireRole(...WRITERS);
    return context.read<RefusedAddress>({
      name: 'refused addresses',
      text: `select r.email_key as address, r.at, coalesce(r.detail, '') as detail, c.prospect_id as "prospectId", c.name
          from mail_refusal r
          left join lateral (
            select prospect_id, name from prospect_contact
             where territory_id = r.territory_id and email_key = r.email_key order by prospect_id limit 1
          ) c on true
         where r.territory_id = $1 and r.reason = 'BOUNCED' order by r.at desc, r.email_key limit $2`,
      values: [context.requireTerritory(), MOST],
    });
  }

  @Mutation(() => Boolean, {
    description:
      'Says that letters reach an address again: it is written news to as before. False when nothing was known against it. Agents only.',
  })
  clearRefusedAddress(
    @Args(() => AddressArguments) { address }: AddressArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    context.requireRole(...WRITERS);
    context.requireTerritory();
    return context.write((connection) => clearBounce(connection, context.scope, emailKey(address)));
  }
}
