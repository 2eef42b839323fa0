/** Where each service answers what it keeps of a person, or forgets it; to the gateway alone, signed. */
export const PERSONAL_DATA_PATH = '/internal/personal-data';

/** By what a person is looked for. Whoever matches one of them is meant. */
export interface PersonSought {
  /** The address in lower case. */
  emailKey: string | null;
  /** E.164: +33561020304. */
  phoneKey: string | null;
  /** Household of the accompaniment service, solo of the directory, account of identity. */
  prospectId: string | null;
  soloId: string | null;
  accountId: string | null;
}

/** Who had it asked: rights of members are taken away by administrators alone. */
export type PersonalDataAsker = 'HOUSEHOLD' | 'AGENT' | 'ADMINISTRATOR';

export interface PersonalDataAsk {
  kind: 'EXPORT' | 'ERASE';
  person: PersonSought;
  by: PersonalDataAsker;
}

/** What a service found, or forgot. Asked again it says what it finds then. */
export interface PersonalDataAnswer {
  /** Records by their kind, in words of the service. */
  counts: Record<string, number>;
  /** What stays, by why it does. */
  kept: Record<string, number>;
  /** Account that went or lost its right here: others may know the person by it. */
  accountId?: string | null;
  /** For an export: all of it, as JSON. */
  data?: unknown;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST = 320;
const MEANS = ['emailKey', 'phoneKey', 'prospectId', 'soloId', 'accountId'] as const;

/** Reads what was asked; null for what no service asks: nobody named, or words that are none of these. */
export function readPersonalDataAsk(text: string): PersonalDataAsk | null {
  let ask: Partial<PersonalDataAsk> | null;
  try {
    ask = JSON.parse(text) as Partial<PersonalDataAsk> | null;
  } catch {
    return null;
  }
  if (typeof ask !== 'object' || ask === null || typeof ask.person !== 'object' || ask.person === null)
    return null;
  const { kind, by, person } = ask;
  if (kind !== 'EXPORT' && kind !== 'ERASE') return null;
  if (by !== 'HOUSEHOLD' && by !== 'AGENT' && by !== 'ADMINISTRATOR') return null;
  const sought: PersonSought = {
    emailKey: null,
    phoneKey: null,
    prospectId: null,
    soloId: null,
    accountId: null,
  };
  for (const name of MEANS) {
    const value: unknown = person[name] ?? null;
    if (value !== null && (typeof value !== 'string' || value === '' || value.length > LONGEST)) return null;
    if (value !== null && name.endsWith('Id') && !UUID.test(value)) return null;
    sought[name] = value;
  }
  return MEANS.some((name) => sought[name] !== null) ? { kind, by, person: sought } : null;
}
