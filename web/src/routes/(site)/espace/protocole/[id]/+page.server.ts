import {
  ProtocolActorsDocument,
  ProtocolDaysDocument,
  ProtocolVersionsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { phases } from '#lib/protocol/protocol-words.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { blankStep } from '../step-form.ts';
import type { Actions, PageServerLoad } from './$types';
import { exampleOf } from './example.ts';
import { discard, move, publish, remove, saveStep, saveWords } from './protocol.actions.server.ts';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  const gateway = await memberGateway(event);
  const example = exampleOf(event.params.id);
  const [{ welcomeProtocols }, { plannedProtocolSteps }, network] = await Promise.all([
    gateway.ask(ProtocolVersionsDocument, {}),
    gateway.ask(ProtocolDaysDocument, example),
    decides ? gateway.ask(ProtocolActorsDocument, {}) : null,
  ]);
  const record = welcomeProtocols.find(({ id }) => id === event.params.id);
  if (!record) {
    return notFound();
  }
  const { searchParams } = event.url;
  const writes = decides && record.status === 'DRAFT';
  const phase = phases.find((known) => known === searchParams.get('temps')) ?? 'DECISION';
  return {
    record,
    writes,
    /** What is in force beside a draft, to say what it changes. */
    inForce: writes ? (welcomeProtocols.find(({ status }) => status === 'PUBLISHED') ?? null) : null,
    actors: network?.networkActors ?? [],
    example: { startsOn: example.startsOn, arrivesOn: example.arrivesOn },
    days: Object.fromEntries(plannedProtocolSteps.map(({ key, dueOn }) => [key, dueOn ?? null])),
    /** What is open and what is asked stand in the address, so without JavaScript too. */
    open: writes ? searchParams.get('etape') : null,
    adding: writes && searchParams.has('ajouter') ? blankStep(phase) : null,
    removing: writes ? searchParams.get('retirer') : null,
    discarding: writes && searchParams.has('jeter'),
    done: ['commence', 'enregistre', 'publie', 'retire'].find((word) => searchParams.has(word)) ?? null,
  };
};

export const actions: Actions = { words: saveWords, step: saveStep, move, remove, publish, discard };
