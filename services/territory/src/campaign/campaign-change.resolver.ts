import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { OfferProblems, refuse } from '../qualification/offer-refused.js';
import type { Upkeep } from '../upkeep/upkeep.js';
import { CreateVerificationCampaignInput, UpdateVerificationCampaignInput } from './campaign.input.js';
import { CampaignResult, type VerificationCampaignNode } from './campaign.js';
import { loadCampaign } from './campaign.queries.js';
import { CampaignStatus } from './verification-campaign.entity.js';

type Draft = Pick<VerificationCampaignNode, 'name' | 'message' | 'families' | 'dueOn'>;

@Resolver()
export class CampaignChangeResolver {
  constructor(private readonly upkeep: Pick<Upkeep, 'wake'>) {}

  @Mutation(() => CampaignResult, { description: 'A draft: its links are dead until it opens. Agents only.' })
  async createVerificationCampaign(
    @Arg('input', () => CreateVerificationCampaignInput) input: CreateVerificationCampaignInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const draft: Draft = { ...input, message: input.message ?? '', dueOn: day(input.dueOn) };
    return save(context, randomUUID(), draft, INSERT, [context.scope.userId ?? '']);
  }

  @Mutation(() => CampaignResult, { description: 'Changes a campaign, whatever its state. Agents only.' })
  async updateVerificationCampaign(
    @Arg('input', () => UpdateVerificationCampaignInput) input: UpdateVerificationCampaignInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const campaign = await find(context, input.id);
    const draft: Draft = {
      name: input.name ?? campaign.name,
      message: input.message ?? campaign.message,
      families: input.families ?? campaign.families,
      dueOn: input.dueOn ? day(input.dueOn) : campaign.dueOn,
    };
    return save(context, campaign.id, draft, UPDATE);
  }

  @Mutation(() => CampaignResult, {
    description:
      'A draft with the same words and questions, and the same communes, none of them written to. Agents only.',
  })
  async duplicateVerificationCampaign(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => CreateVerificationCampaignInput) input: CreateVerificationCampaignInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const former = await find(context, id);
    const copy = randomUUID();
    const draft: Draft = { ...input, message: input.message ?? former.message, dueOn: day(input.dueOn) };
    const result = await save(context, copy, draft, INSERT, [context.scope.userId ?? '']);
    if (result.__typename !== 'CampaignSaved') return result;
    await context.write((connection) =>
      connection.query(
        `insert into campaign_invitation (id, territory_id, campaign_id, commune_code, email)
         select gen_random_uuid(), territory_id, $2, commune_code, email from campaign_invitation
         where campaign_id = $1 and territory_id = $3 and revoked_at is null`,
        [former.id, copy, context.requireTerritory()],
      ),
    );
    return saved(context, copy);
  }

  @Mutation(() => CampaignResult, {
    description: 'Its links are answered from now on, and invitations with an address are sent. Agents only.',
  })
  async openVerificationCampaign(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    const { dueOn } = await find(context, id);
    const problems = new OfferProblems(context.origin.locale);
    checkDay(dueOn, problems);
    if (problems.list.length > 0) return refuse(problems.list);
    const result = await setStatus(context, id, CampaignStatus.OPEN);
    this.upkeep.wake(context.requireTerritory());
    return result;
  }

  @Mutation(() => CampaignResult, {
    description: 'Its links die; answers stay in the queue. It may be opened again. Agents only.',
  })
  async closeVerificationCampaign(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    await find(context, id);
    return setStatus(context, id, CampaignStatus.CLOSED);
  }
}

const day = (date: Date) => date.toISOString().slice(0, 10);

/** A campaign of the territory, or a refusal. */
export async function find(context: SubgraphContext, id: string): Promise<VerificationCampaignNode> {
  const campaign = await loadCampaign(context, id);
  if (!campaign) throw new NotFoundError("Cette campagne n'existe pas.");
  return campaign;
}

function checkDay(dueOn: string, problems: OfferProblems): void {
  const today = reportingDate();
  const last = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
  if (dueOn < today || dueOn > last)
    problems.add(
      'dueOn',
      'Choisissez un dernier jour entre aujourd’hui et dans deux ans.',
      'Choose a last day from today to two years ahead.',
    );
}

async function save(context: SubgraphContext, id: string, draft: Draft, text: string, more: unknown[] = []) {
  const problems = new OfferProblems(context.origin.locale);
  const name = problems.text('name', draft.name, 200);
  const message = draft.message.trim() ? problems.text('message', draft.message, 4000) : '';
  if (draft.families.length === 0)
    problems.add('families', 'Choisissez une famille au moins.', 'Choose one family at least.');
  checkDay(draft.dueOn, problems);
  if (problems.list.length > 0) return refuse(problems.list);
  const families = [...new Set(draft.families)];
  const values = [id, context.requireTerritory(), name, message, families, draft.dueOn, ...more];
  await context.write((connection) => connection.query(text, values));
  return saved(context, id);
}

const INSERT = `insert into verification_campaign (id, territory_id, name, message, families, due_on, created_by)
  values ($1, $2, $3, $4, $5::facility_family[], $6, $7)`;

const UPDATE = `update verification_campaign set name = $3, message = $4, families = $5::facility_family[], due_on = $6
  where id = $1 and territory_id = $2`;

async function setStatus(context: SubgraphContext, id: string, status: CampaignStatus) {
  await context.write((connection) =>
    connection.query(
      'update verification_campaign set status = $3::verification_campaign_status where id::text = $1 and territory_id = $2',
      [id, context.requireTerritory(), status],
    ),
  );
  return saved(context, id);
}

/** The campaign as it is now, not as the request knew it before. */
export async function saved(context: SubgraphContext, id: string) {
  const fresh = context.origin.viewer ? context.onBehalfOf(context.origin.viewer) : context;
  return { __typename: 'CampaignSaved' as const, campaign: await find(fresh, id) };
}
