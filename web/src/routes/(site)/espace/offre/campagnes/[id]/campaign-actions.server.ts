import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  CampaignDocument,
  CloseCampaignDocument,
  InviteCommunesDocument,
  OfferMatrixDocument,
  OpenCampaignDocument,
  UpdateCampaignDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { type Address, readAddresses } from '../addresses.ts';
import { campaignProblems, dayFromNow, problemsFrom, readCampaign } from '../campaign-form.ts';
import { chosenCommunes, scopes } from '../choose-communes.ts';

type CampaignEvent = RequestEvent & { params: { id: string } };
type Refused = { __typename: 'OfferRefused'; problems: { field: string; message: string }[] };
/** As many as one call of the API takes, and as one page of it gives. */
const perCall = 1000;
const perPage = 100;

/** On behalf of whoever may decide; nobody else. */
export async function agentGateway(event: RequestEvent): Promise<GatewayClient> {
  return (await memberOf(event)).decides ? memberGateway(event) : forbidden();
}

export const refusal = (form: string, { problems }: Refused, kept: object = {}) =>
  fail(422, { form, problem: problems[0]?.message ?? '', ...kept });

/** Asks communes in as many calls as needed; the first refusal, if any. */
async function invite(
  gateway: GatewayClient,
  campaignId: string,
  communes: { code: string; email?: string | null }[],
): Promise<Refused | null> {
  for (let from = 0; from < communes.length; from += perCall) {
    const { inviteCommunes } = await gateway.change(InviteCommunesDocument, {
      input: { campaignId, communes: communes.slice(from, from + perCall) },
    });
    if (inviteCommunes.__typename === 'OfferRefused') {
      return inviteCommunes;
    }
  }
  return null;
}

/** Every commune that a campaign asks already. */
export async function invitedCommunes(gateway: GatewayClient, id: string) {
  const invited = [];
  let after: string | null = null;
  do {
    const { verificationCampaign }: Awaited<ReturnType<typeof askCampaign>> = await askCampaign(
      gateway,
      id,
      after,
    );
    invited.push(...(verificationCampaign?.invitations.nodes ?? []));
    const page = verificationCampaign?.invitations.pageInfo;
    after = page?.hasNextPage ? (page.endCursor ?? null) : null;
  } while (after);
  return invited;
}
const askCampaign = (gateway: GatewayClient, id: string, after: string | null) =>
  gateway.ask(CampaignDocument, { id, first: perPage, after, search: null, state: null });

export async function update(event: CampaignEvent) {
  const gateway = await agentGateway(event);
  const values = readCampaign(await event.request.formData());
  const problems = campaignProblems(values, dayFromNow(0));
  if (Object.keys(problems).length > 0) {
    return fail(422, { form: 'update', values, problems });
  }
  const { updateVerificationCampaign: saved } = await gateway.change(UpdateCampaignDocument, {
    input: { id: event.params.id, ...values },
  });
  return saved.__typename === 'OfferRefused'
    ? fail(422, { form: 'update', values, problems: problemsFrom(saved.problems) })
    : { form: 'update', saved: true };
}

/** Communes chosen by what they have in common; those already asked stay as they are. */
export async function choose(event: CampaignEvent) {
  const gateway = await agentGateway(event);
  const form = await event.request.formData();
  const { id } = event.params;
  const [{ territory }, invited, { verificationCampaign }] = await Promise.all([
    gateway.ask(OfferMatrixDocument, {}),
    invitedCommunes(gateway, id),
    askCampaign(gateway, id, null),
  ]);
  const codes = chosenCommunes(territory?.communes ?? [], {
    scope: scopes.find((scope) => scope === form.get('scope')) ?? 'all',
    bodies: form.getAll('bodies').map(String),
    picked: form.getAll('picked').map(String),
    families: verificationCampaign?.families ?? [],
    count: Math.min(Math.max(1, Number(form.get('count')) || 20), 1000),
  });
  const already = new Set(invited.map(({ commune }) => commune.code));
  const added = codes.filter((code) => !already.has(code));
  const refused = await invite(
    gateway,
    id,
    added.map((code) => ({ code })),
  );
  return refused ? refusal('choose', refused) : { form: 'choose', added: added.length };
}

/** E-mails as pasted; what could not be read comes back by line, the rest is kept. */
export async function addresses(event: CampaignEvent) {
  const gateway = await agentGateway(event);
  const pasted = String((await event.request.formData()).get('addresses') ?? '');
  const { territory } = await gateway.ask(OfferMatrixDocument, {});
  const read = readAddresses(pasted, territory?.communes ?? []);
  const refused = await invite(gateway, event.params.id, read.addresses);
  if (refused) {
    return refusal('addresses', refused, { pasted });
  }
  const outcome = { form: 'addresses', written: read.addresses.length, faults: read.faults.slice(0, 50) };
  const again = { ...outcome, pasted: left(pasted, read.faults) };
  // What was saved in part is no failure: the page shows it, and what is left to correct.
  return read.addresses.length > 0 ? again : fail(422, again);
}

/** What remains to correct: the lines that could not be read. */
const left = (pasted: string, faults: { line: number }[]): string => {
  const wrong = new Set(faults.map(({ line }) => line));
  return pasted
    .split(/\r\n|\r|\n/)
    .filter((_, index) => wrong.has(index + 1))
    .join('\n');
};

/** One commune's address; also how a link is sent again. */
export async function address(event: CampaignEvent) {
  const gateway = await agentGateway(event);
  const form = await event.request.formData();
  const code = String(form.get('code') ?? '');
  const typed = String(form.get('email') ?? '').trim();
  const read: Address[] = readAddresses(`${code};${typed}`, [{ code, name: code }]).addresses;
  if (read.length === 0) {
    return fail(422, { form: 'address', code, typed, wrongAddress: true });
  }
  const refused = await invite(gateway, event.params.id, read);
  return refused ? refusal('address', refused, { code, typed }) : { form: 'address', code, sent: true };
}

export async function open(event: CampaignEvent) {
  const gateway = await agentGateway(event);
  const { openVerificationCampaign: opened } = await gateway.change(OpenCampaignDocument, {
    id: event.params.id,
  });
  return opened.__typename === 'OfferRefused'
    ? refusal('open', opened)
    : redirect(303, memberRoutes.campaign(event.params.id, '?ouverte=oui'));
}

export async function close(event: CampaignEvent) {
  const gateway = await agentGateway(event);
  const { closeVerificationCampaign: closed } = await gateway.change(CloseCampaignDocument, {
    id: event.params.id,
  });
  return closed.__typename === 'OfferRefused'
    ? refusal('close', closed)
    : redirect(303, memberRoutes.campaign(event.params.id));
}
