import type { RegisterHouseholdInput } from '#lib/graphql/generated/graphql.ts';
import { type PartyValues, readParty } from '../household-forms.ts';

const texts = [
  ...([
    'name',
    'email',
    'phone',
    'diet',
    'leavingFrom',
    'remarks',
    'project',
    'activity',
    'heardWords',
  ] as const),
  ...(['carSharing', 'minded', 'textVersion', 'idempotencyKey'] as const),
];

/** What an agent wrote down while somebody called. */
export type PhoneValues = Record<(typeof texts)[number], string> & {
  party: PartyValues;
  lodging: boolean;
  accepted: boolean;
  news: boolean;
};

/** What no form sends; typed text is given back whole up to here. */
const longest = 3000;

export const readPhone = (form: FormData): PhoneValues => ({
  ...(Object.fromEntries(
    texts.map((name) => [
      name,
      String(form.get(name) ?? '')
        .replace(/\r\n/g, '\n')
        .trim()
        .slice(0, longest),
    ]),
  ) as Record<(typeof texts)[number], string>),
  party: readParty(form),
  lodging: form.get('lodging') === 'on',
  accepted: form.get('accepted') === 'on',
  news: form.get('news') === 'on',
});

/** Of those who come, the children born in the years that were named. */
const mindedOf = ({ minded }: PhoneValues): number[] =>
  (minded.match(/\b(19|20|21)\d\d\b/g) ?? []).map(Number).slice(0, 10);

/** What the API takes. */
export const phoneInput = (values: PhoneValues, sessionId: string): RegisterHouseholdInput => ({
  sessionId,
  contact: { name: values.name, email: values.email, phone: values.phone || null },
  adults: values.party.adults,
  children: values.party.years.map((birthYear) => ({ birthYear })),
  needs: {
    lodging: values.lodging,
    diet: values.diet || null,
    childcare: mindedOf(values),
    carSharing: values.carSharing === 'OFFERS' || values.carSharing === 'SEEKS' ? values.carSharing : null,
    leavingFrom: values.leavingFrom || null,
    remarks: values.remarks || null,
  },
  project: values.project || null,
  activity: values.activity || null,
  heard: values.heardWords ? { words: values.heardWords } : null,
  consent: { textVersion: values.textVersion.slice(0, 40), accepted: values.accepted },
  news: values.news,
  idempotencyKey: values.idempotencyKey.slice(0, 100),
});
