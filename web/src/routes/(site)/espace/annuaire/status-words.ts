import type { SoloStatus } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a stage of the pipeline is called. */
export const statusWords: Record<SoloStatus, () => string> = {
  IDENTIFIED: m.status_identified,
  CONTACTED: m.status_contacted,
  CONSENTED: m.status_consented,
  PUBLISHED: m.status_published,
  REFUSED: m.status_refused,
  WITHDRAWN: m.status_withdrawn,
};

/** Why a consented entry does not show. */
export function hiddenWords(because: string): string {
  switch (because) {
    case 'PAUSED':
      return m.hidden_paused();
    case 'LAPSED':
      return m.hidden_lapsed();
    default:
      return m.hidden_moderated();
  }
}
