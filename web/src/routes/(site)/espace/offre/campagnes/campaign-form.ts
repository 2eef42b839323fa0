import { familyNamed } from '#lib/facts/families.ts';
import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** A campaign's settings as typed. */
export type CampaignValues = { name: string; message: string; dueOn: string; families: FacilityFamily[] };
export type Problems = Partial<Record<string, string>>;

export const limits = { name: 200, message: 4000 };

export const readCampaign = (form: FormData): CampaignValues => ({
  name: text(form, 'name'),
  message: text(form, 'message'),
  dueOn: text(form, 'dueOn'),
  families: form.getAll('families').flatMap((value) => familyNamed(String(value)) ?? []),
});

const text = (form: FormData, name: string): string =>
  String(form.get(name) ?? '')
    .replace(/\r\n/g, '\n')
    .trim();

/** What is wrong before anybody is asked to keep it. `today` is the day at the place, as YYYY-MM-DD. */
export function campaignProblems(values: CampaignValues, today: string): Problems {
  const problems: Problems = {};
  if (values.name.length < 1 || values.name.length > limits.name) {
    problems.name = m.campaign_name_problem({ maximum: limits.name });
  }
  if (values.message.length > limits.message) {
    problems.message = m.settings_too_long({ maximum: limits.message });
  }
  if (values.families.length === 0) {
    problems.families = m.campaign_families_problem();
  }
  if (!isDay(values.dueOn) || values.dueOn < today) {
    problems.dueOn = m.campaign_due_problem();
  }
  return problems;
}

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T12:00:00Z`).toISOString().startsWith(day);

/** The API's problems beside our inputs. */
export const problemsFrom = (problems: { field: string; message: string }[]): Problems =>
  Object.fromEntries(
    problems.map(({ field, message }) => {
      const name = field.replace(/^input\./, '').split('.')[0] ?? '';
      return [['name', 'message', 'dueOn', 'families'].includes(name) ? name : 'form', message];
    }),
  );

/** The day at the place, `days` from now. */
export function dayFromNow(days: number): string {
  const at = new Date(Date.now() + days * 24 * 3600 * 1000);
  return new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(at);
}
