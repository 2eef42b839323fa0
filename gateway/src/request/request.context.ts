import type { TerritoryCard, Viewer } from '@ancrage/signature';
import type { Locale } from './locale.js';

/** For whom and about what a request is made: what every call to a subgraph on its behalf carries, signed. */
export type RequestContext = {
  requestId: string;
  /** Territory uuid, or null for a request about no territory in particular. */
  territoryId: string | null;
  /** Who that territory is; absent when the request is about none. */
  territory?: TerritoryCard | null;
  /** Null when anonymous. */
  viewer: Viewer | null;
  locale: Locale;
};
