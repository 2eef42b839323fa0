/** Which passage counts, and what the bars compare; both stand in the address. */
export type CostView = { touch: 'first' | 'last'; per: 'prospects' | 'attendees' | 'installations' };

const pers = { menages: 'prospects', venus: 'attendees', installes: 'installations' } as const;
export const perWords = Object.keys(pers) as (keyof typeof pers)[];

export const costView = (search: URLSearchParams): CostView => ({
  touch: search.get('passage') === 'dernier' ? 'last' : 'first',
  per: pers[(search.get('par') ?? 'menages') as keyof typeof pers] ?? 'prospects',
});

/** The address of a view, without what is usual. */
export function costSearch({ touch, per }: CostView): string {
  const word = perWords.find((key) => pers[key] === per);
  const parts = [
    ...(touch === 'last' ? ['passage=dernier'] : []),
    ...(per === 'prospects' ? [] : [`par=${word}`]),
  ];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** The field of a reach that says what one of them cost. */
export const centsKey = {
  prospects: 'centsPerProspect',
  attendees: 'centsPerAttendee',
  installations: 'centsPerInstallation',
} as const;
