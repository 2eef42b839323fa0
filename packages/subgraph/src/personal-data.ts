import type { ServerResponse } from 'node:http';
import {
  type PersonalDataAnswer,
  type PersonalDataAsk,
  readPersonalDataAsk,
} from '@ancrage/signature/personal-data';
import type { SubgraphContext } from './context.js';
import { sendJson } from './http.js';

export type {
  PersonalDataAnswer,
  PersonalDataAsk,
  PersonalDataAsker,
  PersonSought,
} from '@ancrage/signature/personal-data';

/** Answers with the territory's whole rights. Doing it twice must do nothing more: it is asked until it confirmed. */
export type PersonalDataHandler = (
  context: SubgraphContext,
  ask: PersonalDataAsk,
) => Promise<PersonalDataAnswer>;

/** The answer to `POST /internal/personal-data`, which the gateway signed: no session leads here. */
export async function answerPersonalData(
  handler: PersonalDataHandler,
  context: SubgraphContext,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const ask = readPersonalDataAsk(body.toString('utf8'));
  if (!ask || !context.scope.territoryId) return sendJson(response, 400, { error: 'bad input' });
  const operator = context.onBehalfOf({
    userId: 'personal-data',
    role: 'OPERATOR',
    regions: [],
    operator: true,
  });
  sendJson(response, 200, await handler(operator, ask));
}
