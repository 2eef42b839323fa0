import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { sendError, sendJson } from '../http/body.js';
import type { RateLimits } from '../http/rate-limit.service.js';
import type { RightsService } from '../rights/rights.service.js';
import type { ApiKeyService } from './api-key.service.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const REGION = /^\d{2}$/;
/** Of the person who makes and revokes them, so that a stolen session cannot fill the list with noise. */
const CHANGES = { max: 40, window: 60 * 60 };

const created = z.object({
  region: z.string().regex(REGION),
  name: z
    .string()
    .trim()
    .min(2)
    .max(80)
    .regex(/^\P{C}*$/u),
  days: z.union([z.literal(30), z.literal(90), z.literal(365)]),
});
const revoked = z.object({ region: z.string().regex(REGION), prefix: z.string().max(40) });

type Route = 'GET /auth/api-keys' | 'POST /auth/api-keys' | 'POST /auth/api-keys/revoke';
const ROUTES = new Set<string>([
  'GET /auth/api-keys',
  'POST /auth/api-keys',
  'POST /auth/api-keys/revoke',
] satisfies Route[]);

export const isRegionKeysRoute = (route: string): route is Route => ROUTES.has(route);
export type RegionKeysRoute = ReturnType<typeof regionKeysRoute>;

/** The keys of a region's tools: seen, made and revoked by its observers, and by the platform's operator. */
export function regionKeysRoute(apiKeys: ApiKeyService, rights: RightsService, rateLimits: RateLimits) {
  const answers: Record<Route, (asked: unknown, response: ServerResponse, userId: string) => Promise<void>> =
    {
      'GET /auth/api-keys': async (asked, response) => {
        sendJson(response, 200, await apiKeys.listOfRegion((asked as { region: string }).region));
      },
      'POST /auth/api-keys': async (asked, response, userId) => {
        const wanted = created.safeParse(asked);
        if (!wanted.success) {
          const field = String(wanted.error.issues[0]?.path[0] ?? 'name');
          return sendJson(response, 400, { code: 'BAD_INPUT', message: 'The key cannot be made so.', field });
        }
        const { region, name, days } = wanted.data;
        const expiresAt = new Date(Date.now() + days * DAY_MS);
        const made = await apiKeys.createOfRegion(region, { name, expiresAt, createdBy: userId });
        if (!made) return sendError(response, 409, 'CONFLICT', 'The region has as many keys as it may.');
        sendJson(response, 201, made);
      },
      'POST /auth/api-keys/revoke': async (asked, response) => {
        const which = revoked.safeParse(asked);
        const name = which.success
          ? await apiKeys.revokeOfRegion(which.data.region, which.data.prefix)
          : null;
        if (name === null) return sendError(response, 404, 'NOT_FOUND', 'The region has no such key in use.');
        sendJson(response, 200, { name });
      },
    };

  return async (
    route: Route,
    userId: string,
    search: URLSearchParams,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> => {
    const asked = route.startsWith('GET') ? { region: search.get('region') } : parseJson(body);
    const region = String((asked as { region?: unknown } | null)?.region ?? '');
    const { regions, operator } = await rights.read(userId);
    if (!REGION.test(region) || !(operator || regions.includes(region)))
      return sendError(response, 403, 'FORBIDDEN', 'Only observers of the region see its keys.');
    if (route.startsWith('POST')) {
      const { allowed } = await rateLimits.consume(`region-keys:${userId}`, CHANGES);
      if (!allowed) return sendError(response, 429, 'RATE_LIMITED', 'Too many changes within an hour.');
    }
    await answers[route](asked, response, userId);
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
