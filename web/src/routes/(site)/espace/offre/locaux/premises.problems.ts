import { formatNumber } from '#lib/format/figures.ts';
import { m } from '#lib/paraglide/messages.js';
import { kindOf, type PremisesValues, type Problems } from './premises.form.ts';

/** The bounds that the API sets, known here so that the form can say them while somebody types. */
export const limits = { title: 120, description: 4000, address: 200, contactName: 120, website: 300 };
const ranges = {
  surface: [1, 10_000_000],
  places: [1, 10_000],
  priceEuros: [0, 100_000_000],
} as const;

/** What is wrong with a form before anybody is asked to save it. */
export function problemsOf(values: PremisesValues, today = new Date().toISOString().slice(0, 10)): Problems {
  const problems: Problems = {};
  const say = (field: keyof PremisesValues, wrong: boolean, message: () => string) => {
    if (wrong) {
      problems[field] ??= message();
    }
  };
  say('title', values.title.length < 1 || values.title.length > limits.title, m.premises_problem_title);
  say('kind', !kindOf(values), m.premises_choose);
  say('communeCode', values.communeCode === '', m.premises_problem_commune);
  for (const field of ['description', 'address', 'contactName'] as const) {
    const maximum = limits[field];
    say(field, values[field].length > maximum, () =>
      m.premises_problem_length({ maximum: formatNumber(maximum) }),
    );
  }
  for (const field of ['surface', 'places', 'priceEuros'] as const) {
    const [least, most] = ranges[field];
    say(field, !isWithin(values[field], least, most), () =>
      m.premises_problem_number({ minimum: formatNumber(least), maximum: formatNumber(most) }),
    );
  }
  say('expiresOn', values.expiresOn < today || values.expiresOn > aYearAfter(today), m.premises_problem_date);
  say('website', values.website !== '' && !isHttps(values.website), m.premises_problem_website);
  say(
    'contactEmail',
    values.contactEmail !== '' && !/^[^\s@<>"',;:\\]+@[a-z0-9.-]+\.[a-z]{2,}$/i.test(values.contactEmail),
    m.premises_problem_email,
  );
  say(
    'contactPhone',
    values.contactPhone !== '' && !/^\+?[0-9 .()-]{8,24}$/.test(values.contactPhone),
    m.premises_problem_phone,
  );
  const named = Boolean(values.contactName || values.contactEmail || values.contactPhone);
  say('contactConsent', named && values.contactConsent === '', m.premises_problem_consent);
  return problems;
}

function isWithin(text: string, least: number, most: number): boolean {
  return text === '' || (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most);
}

function aYearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}

function isHttps(website: string): boolean {
  return website.length <= limits.website && URL.canParse(website) && new URL(website).protocol === 'https:';
}
