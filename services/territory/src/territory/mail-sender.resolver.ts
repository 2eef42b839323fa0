import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { holdingSender, MailSender } from './mail-sender.js';
import { Territory } from './territory.entity.js';

@Resolver(() => Territory)
export class MailSenderResolver {
  constructor(private readonly domains: readonly string[]) {}

  @FieldResolver(() => MailSender, { description: 'As what it writes e-mails, as each of them shows.' })
  mailSender(@Root() { mailSender }: Territory): MailSender {
    return holdingSender(mailSender ?? {}, this.domains);
  }

  @Query(() => [String], {
    description:
      'Domains of which the operator lets territories write e-mails from an address of their own. Administrators only.',
  })
  mailDomains(@Ctx() context: SubgraphContext): readonly string[] {
    context.requireRole('ADMINISTRATOR', 'OPERATOR');
    return this.domains;
  }
}
