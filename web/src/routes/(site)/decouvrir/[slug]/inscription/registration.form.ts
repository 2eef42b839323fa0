import type { RegisterHouseholdInput } from '#lib/graphql/generated/graphql.ts';
import { type FormOrigin, originOfForm } from '#lib/origin/origin.ts';
import {
  type HouseholdValues,
  needsInput,
  partyInput,
  readHousehold,
  text,
} from '#lib/sessions/household/household.form.ts';

/** The form as it was typed. */
export type RegistrationValues = HouseholdValues & {
  name: string;
  email: string;
  phone: string;
  project: string;
  activity: string;
  origin: FormOrigin;
  consent: boolean;
  news: boolean;
  /** Made when the form was first shown, kept by every answer to it: sent again, the form counts once. */
  key: string;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const emptyRegistration = (key: string): RegistrationValues => ({
  adults: '1',
  children: [],
  lodging: false,
  diet: '',
  carSharing: null,
  leavingFrom: '',
  remarks: '',
  name: '',
  email: '',
  phone: '',
  project: '',
  activity: '',
  origin: { code: null, declaredChannel: null, declaredWords: null },
  consent: false,
  news: false,
  key,
});

/** `newKey` stands in for a key that was tampered with. */
export function readRegistration(form: FormData, newKey: string): RegistrationValues {
  const key = text(form, 'key', 40);
  return {
    ...readHousehold(form),
    name: text(form, 'name', 200),
    email: text(form, 'email', 300),
    phone: text(form, 'phone', 60),
    project: text(form, 'project', 2500),
    activity: text(form, 'activity', 300),
    origin: originOfForm(form),
    consent: form.get('consent') === 'on',
    news: form.get('news') === 'on',
    key: uuid.test(key) ? key : newKey,
  };
}

export function registrationInput(
  sessionId: string,
  values: RegistrationValues,
  form: FormData,
): RegisterHouseholdInput {
  const { name, email, phone, project, activity, origin } = values;
  return {
    sessionId,
    contact: { name, email, phone: phone || null },
    ...partyInput(values),
    project: project || null,
    activity: activity || null,
    needs: needsInput(values),
    origin: origin.code,
    heard: { channel: origin.declaredChannel, words: origin.declaredWords },
    consent: { accepted: values.consent, textVersion: text(form, 'textVersion', 40) },
    news: values.news,
    idempotencyKey: values.key,
    website: text(form, 'website', 200) || null,
  };
}
