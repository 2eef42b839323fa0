import { slugOf } from '@ancrage/subgraph/slug';
import { z } from 'zod';

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** Languages of a territory's site; French and English unless others are asked for. */
export const LOCALES = z
  .array(z.enum(['fr', 'en', 'oc', 'es']))
  .min(1)
  .default(['fr', 'en']);

/** What an operator gives to bring a territory online; at least one of epci, departments and regions. */
export const TERRITORY_REQUEST = z
  .object({
    name: z.string().trim().min(2, 'name: 2 characters at least').max(120, 'name: 120 characters at most'),
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug: lower-case letters, digits and single hyphens')
      .max(63, 'slug: 63 characters at most, to be part of a host name')
      .optional(),
    epci: z.array(z.string().regex(/^\d{9}$/, 'epci: SIREN numbers have 9 digits')).default([]),
    departments: z
      .array(z.string().regex(/^(\d{2,3}|2[AB])$/, 'department: an INSEE code such as 09'))
      .default([]),
    regions: z.array(z.string().regex(/^\d{2}$/, 'region: an INSEE code such as 76')).default([]),
    hosts: z.array(z.string().toLowerCase().regex(HOST, 'host: a host name without port')).default([]),
    locales: LOCALES,
  })
  .refine(({ epci, departments, regions }) => epci.length + departments.length + regions.length > 0, {
    error: 'give the communes: --epci, --department or --region',
  })
  .transform((request) => ({ ...request, slug: request.slug ?? slugOf(request.name) }));

export type TerritoryRequest = z.infer<typeof TERRITORY_REQUEST>;

/** A request that cannot be carried out; `problems` are lines for the operator. Nothing was written. */
export class TerritoryRefusedError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'TerritoryRefusedError';
  }
}
