import type { FacetName } from '../solo/solo-selection.js';
import type { FacetValue } from './facet.js';

const SPONSOR_LABELS: Record<string, Record<string, string>> = {
  fr: { true: 'Peut parrainer', false: 'Ne parraine pas' },
  en: { true: 'Can sponsor', false: 'Does not sponsor' },
};

/** A value of a facet as it is shown; a commune's name is known to another subgraph. */
export function toFacetValue(name: FacetName, value: string, count: number, locale: string): FacetValue {
  return {
    value,
    label: labelOf(name, value, locale === 'en' ? 'en' : 'fr'),
    count,
    commune: name === 'commune' ? { code: value } : null,
  };
}

function labelOf(name: FacetName, value: string, locale: 'fr' | 'en'): string {
  if (name === 'canSponsor') return SPONSOR_LABELS[locale]?.[value] ?? value;
  if (name === 'language') return languageLabel(value, locale);
  return value;
}

/** « anglais » for en; the code itself where it is none. */
function languageLabel(code: string, locale: string): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
