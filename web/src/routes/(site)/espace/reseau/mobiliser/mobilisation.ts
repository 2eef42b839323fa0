import type { WelcomeStep } from '#lib/graphql/generated/graphql.ts';
import { steps } from '#lib/network/network-words.ts';

/** For which step, and where, somebody is looked for; the first step when none is named. */
export function mobilisationOf(search: URLSearchParams): { step: WelcomeStep; commune: string | null } {
  const asked = search.get('etape');
  const commune = search.get('commune') ?? '';
  return {
    step: steps.find((step) => step === asked) ?? 'CONTACT',
    commune: /^[0-9AB]{5}$/.test(commune) ? commune : null,
  };
}
