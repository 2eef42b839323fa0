import type { ProspectFactsFragment, ProspectInput } from '#lib/graphql/generated/graphql.ts';
import { serviceWord } from '#lib/map/service-labels.ts';
import { isService } from '#lib/map/services.ts';
import { m } from '#lib/paraglide/messages.js';
import {
  emptyHousehold,
  type HouseholdValues,
  householdInput,
  readHousehold,
  typedIn,
} from '#lib/prospects/household-fields.ts';
import { horizonWords, speedWords } from '#lib/prospects/prospect-words.ts';

const more = ['livesIn', 'locale', 'housing', 'premises', 'wishedCommunes'] as const;

/** Everything that an agent knows of a household, as text. */
export type ProspectValues = HouseholdValues & Record<(typeof more)[number], string>;

export const emptyProspect = (): ProspectValues => ({
  ...emptyHousehold(),
  livesIn: '',
  locale: 'fr',
  housing: '',
  premises: '',
  wishedCommunes: '',
});

export const readProspect = (form: FormData): ProspectValues => ({
  ...readHousehold(form),
  livesIn: typedIn(form, 'livesIn'),
  locale: typedIn(form, 'locale') === 'en' ? 'en' : 'fr',
  housing: typedIn(form, 'housing'),
  premises: typedIn(form, 'premises'),
  wishedCommunes: form.getAll('wishedCommunes').map(String).filter(Boolean).slice(0, 20).join(','),
});

export const prospectInput = (values: ProspectValues): ProspectInput => ({
  ...householdInput(values),
  livesIn: values.livesIn || null,
  locale: values.locale,
  housing: values.housing || null,
  premises: values.premises || null,
  wishedCommunes: values.wishedCommunes.split(',').filter(Boolean),
});

export const prospectValues = (household: ProspectFactsFragment): ProspectValues => ({
  name: household.contact.name,
  email: household.contact.email ?? '',
  phone: household.contact.phone ?? '',
  callWhen: household.contact.callWhen ?? '',
  livesIn: household.contact.livesIn ?? '',
  locale: household.contact.locale,
  project: household.project ?? '',
  activity: household.activity ?? '',
  adults: String(household.adults),
  childrenBirthYears: household.childrenBirthYears.join(', '),
  speed: household.needs.speed ?? '',
  services: household.needs.services.join(','),
  housing: household.needs.housing ?? '',
  premises: household.needs.premises ?? '',
  wishedCommunes: household.wishedCommunes.map(({ code }) => code).join(','),
  horizon: household.horizon ?? '',
});

const labels: Record<keyof ProspectValues, () => string> = {
  name: m.prospect_form_name,
  email: m.prospect_form_email,
  phone: m.prospect_form_phone,
  callWhen: m.prospect_form_call_when,
  livesIn: m.prospect_form_lives_in,
  locale: m.prospect_form_locale,
  project: m.prospect_form_project,
  activity: m.prospect_form_activity,
  adults: m.prospect_form_adults,
  childrenBirthYears: m.prospect_form_children,
  speed: m.prospect_form_speed,
  services: m.prospect_form_services,
  housing: m.prospect_form_housing,
  premises: m.prospect_form_premises,
  wishedCommunes: m.prospect_form_communes,
  horizon: m.prospect_form_horizon,
};

export const fieldLabel = (field: string): string =>
  Object.hasOwn(labels, field) ? labels[field as keyof ProspectValues]() : field;

/** Where two agents wrote different things into one household: what stands, and what was typed. */
export function differences(
  standing: ProspectValues,
  typed: ProspectValues,
  communes: readonly { code: string; name: string }[],
): { field: keyof ProspectValues; label: string; theirs: string; yours: string }[] {
  const word = (field: keyof ProspectValues, text: string) => inWords(field, text, communes) || m.not_known();
  return (Object.keys(labels) as (keyof ProspectValues)[])
    .filter((field) => sameAs(field, standing[field]) !== sameAs(field, typed[field]))
    .map((field) => ({
      field,
      label: labels[field](),
      theirs: word(field, standing[field]),
      yours: word(field, typed[field]),
    }));
}

/** Years, services and communes are the same in any order, however they are set apart. */
function sameAs(field: keyof ProspectValues, text: string): string {
  const parts: Partial<Record<keyof ProspectValues, RegExp>> = {
    childrenBirthYears: /\d+/g,
    services: /[a-z-]+/g,
    wishedCommunes: /\w+/g,
  };
  const part = parts[field];
  return part ? (text.match(part) ?? []).sort().join() : text;
}

function inWords(
  field: keyof ProspectValues,
  text: string,
  communes: readonly { code: string; name: string }[],
): string {
  const each = (word: (part: string) => string) => text.split(',').filter(Boolean).map(word).join(', ');
  switch (field) {
    case 'services':
      return each((key) => (isService(key) ? serviceWord(key) : key));
    case 'wishedCommunes':
      return each((code) => communes.find((commune) => commune.code === code)?.name ?? code);
    case 'horizon':
      return horizonWords[text as keyof typeof horizonWords]?.() ?? text;
    case 'speed':
      return speedWords[text as keyof typeof speedWords]?.() ?? text;
    default:
      return text;
  }
}
