import type { FileRoute } from '@ancrage/subgraph/files';

/** What members send and anybody fetches, besides GraphQL; each route lives with its subject. */
export const fileRoutes = (): FileRoute[] => [];
