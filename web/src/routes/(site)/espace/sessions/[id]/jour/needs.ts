import type { RosterHouseholdFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a household asks for, one short line each; what is to be eaten first, since an allergy is no detail. */
export function needsOf(needs: RosterHouseholdFragment['needs']): string[] {
  const from = needs.leavingFrom ? ` ${m.day_need_from({ place: needs.leavingFrom })}` : '';
  return [
    needs.diet && m.day_need_diet({ words: needs.diet }),
    needs.lodging && m.day_need_lodging(),
    needs.childcare?.length && m.day_need_childcare({ years: needs.childcare.join(', ') }),
    needs.carSharing === 'OFFERS' && m.day_need_offers() + from,
    needs.carSharing === 'SEEKS' && m.day_need_seeks() + from,
    needs.remarks,
  ].filter((line) => typeof line === 'string' && line !== '') as string[];
}
