import { nameKey } from '@ancrage/subgraph/slug';
import { InstallationHorizon } from '../installation/installation-status.js';
import { Channel } from '../promotion/channel.js';
import { ProspectStage } from '../prospect/prospect-stage.js';

/** What people write in a cell, by what it begins with; `undefined` where nobody can tell what is meant. */
const plain = (text: string): string =>
  nameKey(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const byStart = <Value>(text: string, table: readonly (readonly [RegExp, Value])[]): Value | undefined =>
  table.find(([pattern]) => pattern.test(plain(text)))?.[1];

const HORIZONS = [
  [
    /^(short|court|immediat|des que|rapide|urgent|([1-9]|1[0-2]) mois|(1|un) an\b|dans l annee)/,
    InstallationHorizon.SHORT_TERM,
  ],
  [
    /^(medium|moyen|(2|3|deux|trois) ans|1 a 3|1 3 ans|(1[3-9]|2[0-9]|3[0-6]) mois)/,
    InstallationHorizon.MEDIUM_TERM,
  ],
  [/^(long|plus tard|retraite|plus de 3|([4-9]|\d\d) ans)/, InstallationHorizon.LONG_TERM],
] as const;

const CHANNELS = [
  [/^(presse|journal|radio|tele|article|magazine|press\b|newspaper)/, Channel.PRESS],
  [/^(salon|foire|forum|manifestation|fair)/, Channel.FAIR],
  [/^(partenaire|mairie|office de tourisme|agence|pole emploi|france travail|cci|partner)/, Channel.PARTNER],
  [
    /^(bouche|ami|amie|amis|famille|connaissance|voisin|recommand|word of mouth|friend)/,
    Channel.WORD_OF_MOUTH,
  ],
  [/^(web|internet|site|reseaux sociaux|facebook|instagram|linkedin|google|en ligne|online)/, Channel.WEB],
] as const;

const STAGES = [
  [/^(nouveau|nouvelle|new|a contacter|a qualifier)/, ProspectStage.NEW],
  [/^(qualif)/, ProspectStage.QUALIFIED],
  [/^(session|en session|in session|inscrit|decouverte)/, ProspectStage.IN_SESSION],
  [/^(projet|en projet|project)/, ProspectStage.PROJECT],
  [/^(installe|settled|installed)/, ProspectStage.INSTALLED],
  [/^(perdu|abandon|lost|sans suite|refus)/, ProspectStage.LOST],
] as const;

export const horizonOf = (text: string): InstallationHorizon | undefined => byStart(text, HORIZONS);
export const channelOf = (text: string): Channel | undefined => byStart(text, CHANNELS);
export const stageOf = (text: string): ProspectStage | undefined => byStart(text, STAGES);

/** A yes or a no as lists have them. */
export const agreementOf = (text: string): boolean | undefined =>
  byStart(text, [
    [/^(oui|o|yes|y|x|1|vrai|true|ok|accord|signe)\b/, true],
    [/^(non|n|no|0|faux|false|refus)\b/, false],
  ] as const);

/**
 * A day as lists have it: 2026-03-14, 14/03/2026, 14.3.26, or the count of days by which spreadsheets keep it. Noon of
 * that day in Paris, so that it is the same day in any season; null for what is none.
 */
export function dayOf(text: string): Date | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (iso) return noon(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (french) {
    const year = Number(french[3]);
    return noon(year < 100 ? 2000 + year : year, Number(french[2]), Number(french[1]));
  }
  // Day 25569 of a spreadsheet is the first of January 1970.
  if (/^\d{5}(\.\d+)?$/.test(text))
    return new Date((Math.floor(Number(text)) - 25_569) * 86_400_000 + 39_600_000);
  return null;
}

function noon(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month - 1, day, 11));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
}

/** What a cell says of the children of a household. */
export type ReadChildren = { years: number[] } | { problem: 'UNCLEAR' | 'MANY' };

const NONE = /^(0|aucun|aucune|non|sans|pas d|neant|none|no)\b/;
const MOST_CHILDREN = 10;

/** Years of birth ("2015, 2018") or ages ("3 ans, 8 mois"), these as they were in `on`'s year. */
export function childrenOf(text: string, on: Date): ReadChildren {
  const said = plain(text);
  if (said === '' || NONE.test(said)) return { years: [] };
  const year = on.getUTCFullYear();
  const numbers = [...said.matchAll(/(\d+)\s*(ans?|mois|months?|years?|enfants?|children)?/g)];
  // A bare number may be an age or how many there are.
  const [only] = numbers;
  if (!only || numbers.some(([, , unit]) => /^(enf|chi)/.test(unit ?? ''))) return { problem: 'UNCLEAR' };
  if (numbers.length === 1 && only[2] === undefined && Number(only[1]) < 1900) return { problem: 'UNCLEAR' };
  // Beside a year, what has no unit is the day and the month of a birth.
  const dated = numbers.some(([, digits]) => Number(digits) >= 1900);
  const told = numbers.filter(([, digits, unit]) => !dated || unit !== undefined || Number(digits) >= 1900);
  const years = told.map(([, digits, unit]) => {
    const number = Number(digits);
    if (number >= 1900) return number;
    return /^mo/.test(unit ?? '')
      ? new Date(on.getTime() - number * 2_629_800_000).getUTCFullYear()
      : year - number;
  });
  if (years.length > MOST_CHILDREN) return { problem: 'MANY' };
  return years.every((born) => born > year - 30 && born <= new Date().getUTCFullYear() + 1)
    ? { years: years.sort((a, b) => a - b) }
    : { problem: 'UNCLEAR' };
}
