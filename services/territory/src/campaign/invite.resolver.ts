import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { OfferProblems, refuse } from '../qualification/offer-refused.js';
import type { Upkeep } from '../upkeep/upkeep.js';
import { InviteCommunesInput } from './campaign.input.js';
import { CampaignResult } from './campaign.js';
import { find, saved } from './campaign-change.resolver.js';

const EMAIL = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]+$/;
const MOST = 1000;

@Resolver()
export class InviteResolver {
  constructor(private readonly upkeep: Pick<Upkeep, 'wake'>) {}

  @Mutation(() => CampaignResult, {
    description:
      'Adds communes to a campaign, all or none. While it is open, those with an address are written to at once; each commune’s link can be copied besides. Agents only.',
  })
  async inviteCommunes(
    @Arg('input', () => InviteCommunesInput) { campaignId, communes }: InviteCommunesInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const campaign = await find(context, campaignId);
    const problems = new OfferProblems(context.origin.locale);
    const own = await codesOf(context);
    const invited = communes.map(({ code, email }, index) => {
      const address = email?.trim() || null;
      if (!own.has(code))
        problems.add(
          `communes.${index}.code`,
          'Cette commune n’est pas du territoire.',
          'Not a commune of the territory.',
        );
      if (address && !EMAIL.test(address))
        problems.add(
          `communes.${index}.email`,
          'Cette adresse n’est pas valable.',
          'This is not an address.',
        );
      return { id: randomUUID(), code, email: address };
    });
    if (problems.list.length > 0) return refuse(problems.list);
    const latest = [...new Map(invited.map((commune) => [commune.code, commune])).values()];
    const values = [context.requireTerritory(), campaign.id, JSON.stringify(latest)];
    await context.write((connection) => connection.query(INVITE, values));
    this.upkeep.wake(context.requireTerritory());
    return saved(context, campaign.id);
  }

  @Mutation(() => CampaignResult, {
    description: 'Writes again to communes that have not answered: these, or all of them. Agents only.',
  })
  async remindInvitations(
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('ids', () => [ID], { nullable: true }) ids: string[] | null,
    @Ctx() context: SubgraphContext,
  ) {
    const result = await change(context, campaignId, ids, REMIND);
    this.upkeep.wake(context.requireTerritory());
    return result;
  }

  @Mutation(() => CampaignResult, {
    description:
      'Takes communes out of a draft; once it has been opened, ends their links instead. Agents only.',
  })
  removeInvitations(
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('ids', () => [ID]) ids: string[],
    @Ctx() context: SubgraphContext,
  ) {
    return change(context, campaignId, ids, REMOVE);
  }
}

async function change(context: SubgraphContext, campaignId: string, ids: string[] | null, text: string) {
  context.requireRole(...WRITERS);
  if ((ids?.length ?? 0) > MOST) throw new BadInputError(`${MOST} au plus à la fois.`, 'ids');
  const { id, status } = await find(context, campaignId);
  const values = [context.requireTerritory(), id, ids ?? null, status];
  await context.write((connection) => connection.query(text, values));
  return saved(context, id);
}

async function codesOf(context: SubgraphContext): Promise<Set<string>> {
  const rows = await context.read<{ code: string }>({
    name: 'codes of communes',
    text: 'select commune_code as code from territory_commune where territory_id = $1',
    values: [context.requireTerritory()],
  });
  return new Set(rows.map(({ code }) => code));
}

// The same address again is no reason to write again; another one is, and so is a link that had ended.
const INVITE = `
  insert into campaign_invitation as i (id, territory_id, campaign_id, commune_code, email)
  select id, $1, $2::uuid, code, email from jsonb_to_recordset($3::jsonb) as given (id uuid, code text, email text)
  on conflict (campaign_id, commune_code) do update set email = coalesce(excluded.email, i.email), revoked_at = null,
    sent_at = case when excluded.email is distinct from i.email and excluded.email is not null then null else i.sent_at end,
    send_problem = null`;

const UNANSWERED = `territory_id = $1 and campaign_id = $2::uuid and ($3::text[] is null or id::text = any($3))`;

const REMIND = `update campaign_invitation set sent_at = null, send_problem = null
  where ${UNANSWERED} and $4 = 'OPEN' and answered_at is null and revoked_at is null and email is not null`;

const REMOVE = `
  with ended as (
    update campaign_invitation set revoked_at = now() where ${UNANSWERED} and $4 <> 'DRAFT' and revoked_at is null
  )
  delete from campaign_invitation where ${UNANSWERED} and $4 = 'DRAFT'`;
