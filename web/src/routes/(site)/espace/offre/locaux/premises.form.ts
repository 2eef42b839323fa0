import type {
  ConsentChannel,
  PremisesCardFragment,
  PremisesInput,
  PremisesToEditQuery,
} from '#lib/graphql/generated/graphql.ts';
import { premisesKinds, tenures } from '#lib/premises/premises.ts';

/** Everything the form holds, as text, so that a refused save gives back exactly what was typed. */
export type PremisesValues = Record<(typeof fields)[number], string>;
/** One problem per field, by the name of its input. */
export type Problems = Partial<Record<string, string>>;

export const fields = [
  'title',
  'kind',
  'communeCode',
  'description',
  'address',
  'surface',
  'places',
  'tenure',
  'priceEuros',
  'fibre',
  'availableFrom',
  'expiresOn',
  'website',
  'contactName',
  'contactEmail',
  'contactPhone',
  'contactConsent',
] as const;

export const channels: readonly ConsentChannel[] = ['WRITTEN', 'EMAIL', 'SPOKEN'];

/** How long an entry shows unless its author says otherwise. */
const usualDays = 180;

export function emptyValues(now = Date.now()): PremisesValues {
  const blank = Object.fromEntries(fields.map((field) => [field, ''])) as PremisesValues;
  return { ...blank, expiresOn: new Date(now + usualDays * 86_400_000).toISOString().slice(0, 10) };
}

export function readPremises(form: FormData): PremisesValues {
  const text = (field: string) =>
    String(form.get(field) ?? '')
      .replace(/\r\n/g, '\n')
      .trim();
  return Object.fromEntries(fields.map((field) => [field, text(field)])) as PremisesValues;
}

export function valuesOf(premises: NonNullable<PremisesToEditQuery['premisesById']>): PremisesValues {
  const text = (value: string | number | null | undefined) => (value == null ? '' : String(value));
  const { contact } = premises;
  return {
    title: premises.title,
    kind: premises.kind,
    communeCode: premises.commune.code,
    description: premises.description,
    address: text(premises.address),
    surface: text(premises.surface),
    places: text(premises.places),
    tenure: text(premises.tenure),
    priceEuros: text(premises.priceEuros),
    fibre: premises.fibre === null ? '' : String(premises.fibre),
    availableFrom: text(premises.availableFrom),
    expiresOn: premises.expiresOn,
    website: text(premises.website),
    contactName: text(contact?.name),
    contactEmail: text(contact?.email),
    contactPhone: text(contact?.phone),
    contactConsent: text(contact?.consentChannel),
  };
}

const number = (text: string) => (text === '' ? null : Number(text));

/** What the API takes; the values were checked. */
export function inputOf(values: PremisesValues, consentVersion: string): PremisesInput {
  return {
    kind: kindOf(values) ?? 'OFFICE',
    communeCode: values.communeCode,
    title: values.title,
    description: values.description || null,
    address: values.address || null,
    surface: number(values.surface),
    places: number(values.places),
    tenure: tenures.find((tenure) => tenure === values.tenure) ?? null,
    priceEuros: number(values.priceEuros),
    fibre: values.fibre === '' ? null : values.fibre === 'true',
    availableFrom: values.availableFrom || null,
    expiresOn: values.expiresOn,
    website: values.website || null,
    contactName: values.contactName || null,
    contactEmail: values.contactEmail || null,
    contactPhone: values.contactPhone || null,
    contactConsent: channelOf(values) && { version: consentVersion, channel: channelOf(values)! },
  };
}

export const kindOf = ({ kind }: PremisesValues) => premisesKinds.find((known) => known === kind);
const channelOf = ({ contactConsent }: PremisesValues): ConsentChannel | null =>
  channels.find((channel) => channel === contactConsent) ?? null;

/** The card as the public would see it, from what is typed so far. */
export function previewOf(
  values: PremisesValues,
  communes: readonly { code: string; name: string }[],
  untitled: string,
  known: Pick<PremisesCardFragment, 'id' | 'photos' | 'demonstration'>,
): PremisesCardFragment {
  const commune = communes.find(({ code }) => code === values.communeCode);
  const whole = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : null);
  return {
    ...known,
    slug: '',
    title: values.title || untitled,
    kind: kindOf(values) ?? 'OFFICE',
    tenure: tenures.find((tenure) => tenure === values.tenure) ?? null,
    surface: whole(values.surface),
    places: whole(values.places),
    priceEuros: whole(values.priceEuros),
    fibre: values.fibre === '' ? null : values.fibre === 'true',
    availableFrom: values.availableFrom || null,
    commune: { code: values.communeCode, name: commune?.name ?? '', slug: '' },
  };
}
