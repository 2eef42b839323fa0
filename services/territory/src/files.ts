import type { FileRoute } from '@ancrage/subgraph/files';
import { PHOTO_ROUTES } from './premises/photo.routes.js';

/** What members send and anybody fetches, besides GraphQL; each route lives with its subject. */
export const fileRoutes = (): FileRoute[] => [...PHOTO_ROUTES];
