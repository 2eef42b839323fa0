import { formatDay } from '#lib/format/dates.ts';
import { formatEuros, formatNumber } from '#lib/format/figures.ts';
import type { PremisesKind, PremisesState, Tenure } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** In the order that people are offered them: workplaces, then homes, then land. */
export const premisesKinds = ['COWORKING', 'TELECENTRE', 'OFFICE', 'WORKSHOP', 'HOUSING', 'LAND'] as const;
export const tenures = ['RENT', 'SALE', 'FREE'] as const;

const kinds: Record<PremisesKind, () => string> = {
  COWORKING: m.premises_kind_coworking,
  TELECENTRE: m.premises_kind_telecentre,
  OFFICE: m.premises_kind_office,
  WORKSHOP: m.premises_kind_workshop,
  HOUSING: m.premises_kind_housing,
  LAND: m.premises_kind_land,
};
export const kindLabel = (kind: PremisesKind): string => kinds[kind]();

const terms: Record<Tenure, () => string> = {
  RENT: m.premises_tenure_rent,
  SALE: m.premises_tenure_sale,
  FREE: m.premises_tenure_free,
};
export const tenureLabel = (tenure: Tenure): string => terms[tenure]();

const states: Record<PremisesState, () => string> = {
  DRAFT: m.premises_state_draft,
  PUBLISHED: m.premises_state_published,
  EXPIRED: m.premises_state_expired,
  ARCHIVED: m.premises_state_archived,
};
export const stateLabel = (state: PremisesState): string => states[state]();

export const surfaceLabel = (surface: number): string =>
  m.premises_surface({ surface: formatNumber(surface) });

/** 450 € par mois, 120 000 €, Gratuit; null while no price is known. */
export function priceLabel(priceEuros: number | null, tenure: Tenure | null): string | null {
  if (priceEuros === null) {
    return null;
  }
  if (priceEuros === 0) {
    return m.premises_price_free();
  }
  const price = formatEuros(priceEuros);
  return tenure === 'RENT' ? m.premises_price_month({ price }) : price;
}

/** Days are compared as the text that they are. */
export function availabilityLabel(availableFrom: string | null, today = new Date().toISOString()): string {
  if (availableFrom === null) {
    return m.premises_available_unknown();
  }
  return availableFrom <= today.slice(0, 10)
    ? m.premises_available_now()
    : m.premises_available_from({ date: formatDay(availableFrom) });
}

export function fibreLabel(fibre: boolean | null): string {
  if (fibre === null) {
    return m.premises_fibre_unknown();
  }
  return fibre ? m.premises_fibre_yes() : m.premises_fibre_no();
}
