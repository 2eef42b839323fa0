import type { IncomingMessage, ServerResponse } from 'node:http';
import { verifyRequest } from '@ancrage/signature';
import { type MembersAnswer, type MembersAsk, MOST_MEMBERS_ASKED } from '@ancrage/signature/members';
import { z } from 'zod';
import { parseJson, sendError, sendJson } from '../http/body.js';
import type { RightsService } from './rights.service.js';

/** An account that another service kept is a text there: one that is none of ours is no mistake of who asks. */
const question: z.ZodType<MembersAsk> = z.object({
  accounts: z.array(z.string().max(100)).max(MOST_MEMBERS_ASKED),
});

/** `POST /internal/members`: which of these accounts carry steps in the territory, and how they are reached. */
export function membersRoute(rights: RightsService, gatewaySecret: string) {
  return async (request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> => {
    const parts = { method: request.method ?? '', path: request.url ?? '', body };
    const verified = verifyRequest(gatewaySecret, request.headers, parts);
    // On behalf of nobody: no session may have addresses read.
    if (!verified.ok || verified.viewer)
      return sendError(response, 403, 'FORBIDDEN', 'Only services are answered here.');
    const asked = question.safeParse(parseJson(body));
    if (!asked.success || !verified.territoryId)
      return sendError(response, 400, 'BAD_INPUT', 'Accounts and a territory are expected.');
    const wanted = new Set(asked.data.accounts);
    const carriers = await rights.reachableCarriers(verified.territoryId);
    const answer: MembersAnswer = { members: carriers.filter(({ id }) => wanted.has(id)) };
    sendJson(response, 200, answer);
  };
}
