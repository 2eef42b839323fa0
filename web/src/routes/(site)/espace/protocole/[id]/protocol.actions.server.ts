import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  DiscardProtocolDocument,
  ProtocolActorsDocument,
  type ProtocolOutcomeFragment,
  ProtocolToReadDocument,
  PublishProtocolDocument,
  SaveProtocolDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { notFound, unavailable } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { carriersOf, memberGateway, memberOf } from '#lib/server/member.ts';
import { byPhase, inputOf, move as moved, type ProtocolInput, without } from '../edit-protocol.ts';
import { limits, readStep, stepOf } from '../step-form.ts';
import { problemsOf } from './step-problems.ts';

type Draft = { gateway: GatewayClient; form: FormData; held: { id: string; version: number } };

/** The form that was sent, and the state of the draft that it had read. */
async function draftOf(event: RequestEvent): Promise<Draft> {
  await memberOf(event);
  const form = await event.request.formData();
  const held = { id: event.params['id'] ?? '', version: Number(form.get('version')) || 0 };
  return { gateway: await memberGateway(event), form, held };
}

async function recordOf({ gateway, held }: Draft) {
  const { welcomeProtocolRecord: record } = await gateway.ask(ProtocolToReadDocument, { id: held.id });
  return record ?? notFound();
}

const save = async ({ gateway, held }: Draft, input: ProtocolInput) =>
  (await gateway.change(SaveProtocolDocument, { ...held, input })).outcome;

/** What a refusal says: of the whole, and at each step. */
function refusal(outcome: ProtocolOutcomeFragment, keys: readonly (string | null)[]) {
  const problems = outcome.__typename === 'ProtocolRefused' ? outcome.problems : [];
  return { ...problemsOf(problems, keys), outdated: outcome.__typename === 'ProtocolOutdated' };
}

export async function saveWords(event: RequestEvent) {
  const draft = await draftOf(event);
  const record = await recordOf(draft);
  const text = (name: string) => String(draft.form.get(name) ?? '').slice(0, 10 * limits.introduction);
  const words = { name: text('name'), introduction: text('introduction') };
  const outcome = await save(draft, { ...inputOf(record), ...words });
  if (outcome.__typename === 'ProtocolSaved') {
    redirect(303, memberRoutes.protocol(draft.held.id, '?enregistre'));
  }
  const keys = byPhase(record.steps).map(({ key }) => key);
  return fail(422, { part: 'words' as const, words, ...refusal(outcome, keys) });
}

/** Saves one step, new when it has no key yet. */
export async function saveStep(event: RequestEvent) {
  const draft = await draftOf(event);
  const { form, gateway } = draft;
  const key = String(form.get('key') ?? '').slice(0, 100) || null;
  const values = readStep(form);
  const [record, { networkActors }] = await Promise.all([
    recordOf(draft),
    gateway.ask(ProtocolActorsDocument, {}),
  ]);
  const before = record.steps.find((step) => step.key === key);
  const actorName =
    networkActors?.find(({ id }) => id === values.actorId)?.name ??
    (before?.actorId === values.actorId ? (before.actorName ?? null) : null);
  const { step, problems } = stepOf(values, before, actorName);
  const refuse = (answer: ReturnType<typeof refusal>) =>
    fail(422, { part: 'step' as const, key: key ?? '', values, ...answer });
  if (Object.keys(problems).length > 0) {
    return refuse({ general: [], steps: { [key ?? '']: problems }, outdated: false });
  }
  const others = before ? record.steps : [...record.steps, { ...step, key: '' }];
  const steps = byPhase(
    others.map((other) => (other.key === (before?.key ?? '') ? { ...step, key: other.key } : other)),
  );
  const input = inputOf({ ...record, steps });
  const outcome = await save(draft, {
    ...input,
    // Without a key it is new, and gets one.
    steps: input.steps.map((sent) => ({ ...sent, key: sent.key || null })) as ProtocolInput['steps'],
  });
  if (outcome.__typename === 'ProtocolSaved') {
    redirect(303, memberRoutes.protocol(draft.held.id, `?enregistre${key ? `#etape-${key}` : ''}`));
  }
  const keys = steps.map((sent) => sent.key || null);
  return refuse(refusal(outcome, keys));
}

export async function move(event: RequestEvent) {
  const draft = await draftOf(event);
  const key = String(draft.form.get('key') ?? '');
  const record = await recordOf(draft);
  const steps = moved(record.steps, key, draft.form.get('by') === 'up' ? -1 : 1);
  const outcome = await save(draft, inputOf({ ...record, steps }));
  if (outcome.__typename === 'ProtocolSaved') {
    const at = steps.findIndex((step) => step.key === key);
    return { part: 'move' as const, title: steps[at]?.title ?? '', rank: at + 1 };
  }
  return fail(422, {
    part: 'whole' as const,
    ...refusal(
      outcome,
      steps.map((step) => step.key),
    ),
  });
}

export async function remove(event: RequestEvent) {
  const draft = await draftOf(event);
  const record = await recordOf(draft);
  const steps = byPhase(without(record.steps, String(draft.form.get('key') ?? '')));
  const outcome = await save(draft, inputOf({ ...record, steps }));
  if (outcome.__typename === 'ProtocolSaved') {
    redirect(303, memberRoutes.protocol(draft.held.id, '?retire'));
  }
  return fail(422, {
    part: 'whole' as const,
    ...refusal(
      outcome,
      steps.map((step) => step.key),
    ),
  });
}

/** Publishes, with those who are there to carry steps now: actors as the directory knows them, roles as identity does. */
export async function publish(event: RequestEvent) {
  const draft = await draftOf(event);
  const [record, { networkActors }, carriers] = await Promise.all([
    recordOf(draft),
    draft.gateway.ask(ProtocolActorsDocument, {}),
    carriersOf(event),
  ]);
  // A network that could not be asked is not an empty one.
  if (!networkActors) {
    return unavailable();
  }
  const present = {
    actorIds: networkActors.map(({ id }) => id),
    roles: [...new Set(carriers.map(({ role }) => role))].filter((role) => role !== 'VIEWER'),
  };
  const { outcome } = await draft.gateway.change(PublishProtocolDocument, { ...draft.held, present });
  if (outcome.__typename === 'ProtocolSaved') {
    redirect(303, memberRoutes.protocol(draft.held.id, '?publie'));
  }
  return fail(422, {
    part: 'whole' as const,
    ...refusal(
      outcome,
      record.steps.map(({ key }) => key),
    ),
  });
}

export async function discard(event: RequestEvent) {
  const draft = await draftOf(event);
  const { outcome } = await draft.gateway.change(DiscardProtocolDocument, draft.held);
  if (outcome.__typename === 'ProtocolSaved') {
    redirect(303, `${memberRoutes.protocols()}?jete`);
  }
  return fail(422, { part: 'whole' as const, ...refusal(outcome, []) });
}
