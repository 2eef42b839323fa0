import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toLines } from '@ancrage/tenant/frames';
import { z } from 'zod';
import { sendError, sendJson } from '../http/body.js';
import type { RightsService } from './rights.service.js';
import type { TerritoryMembers } from './territory-members.js';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Exchange = { searchParams: URLSearchParams; body: Buffer; response: ServerResponse };

/** Answers what is under `/auth/territory/`, for the account with this id. */
export type OperatorRoutes = (route: string, userId: string, exchange: Exchange) => Promise<void>;

const territory = z.string().regex(UUID);
const NEW_ADMINISTRATOR = z.object({
  territory,
  email: z.string().trim().max(254).pipe(z.email()),
});
const DEPARTURE = z.object({ territory });

/** The members of a territory as a whole: for operators, whoever administers it. */
export function operatorRoutes(rights: RightsService, members: TerritoryMembers): OperatorRoutes {
  return async (route, userId, { searchParams, body, response }) => {
    if (!(await rights.read(userId)).operator)
      return sendError(response, 403, 'FORBIDDEN', 'Only operators of the platform do this.');
    const asked = searchParams.get('territory') ?? '';
    const refuse = (what: string) => sendError(response, 400, 'BAD_INPUT', `${what} is not right.`);
    switch (route) {
      case 'GET /auth/territory/administrators':
        if (!UUID.test(asked)) return refuse('territory');
        return sendJson(response, 200, await members.administrators(asked));
      case 'POST /auth/territory/administrators': {
        const given = NEW_ADMINISTRATOR.safeParse(readJson(body));
        if (!given.success) return refuse(String(given.error.issues[0]?.path[0] ?? 'body'));
        const { email, territory: territoryId } = given.data;
        await rights.grant(email, { kind: 'membership', territoryId, role: 'ADMINISTRATOR' });
        return sendJson(response, 200, await members.administrators(territoryId));
      }
      case 'GET /auth/territory/whole':
        if (!UUID.test(asked)) return refuse('territory');
        return members.give(asked, async (frames) => {
          response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
          await pipeline(Readable.from(toLines(frames)), response);
        });
      case 'POST /auth/territory/departure': {
        const given = DEPARTURE.safeParse(readJson(body));
        if (!given.success) return refuse('territory');
        return sendJson(response, 200, { rows: await members.erase(given.data.territory) });
      }
      default:
        return sendError(response, 404, 'NOT_FOUND', 'There is nothing here.');
    }
  };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
