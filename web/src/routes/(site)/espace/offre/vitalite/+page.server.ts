import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  RecordEnrolmentDocument,
  SetVitalityThresholdsDocument,
  VitalityBoardDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { role, administers } = await memberOf(event);
  const { territory } = await (await memberGateway(event)).ask(VitalityBoardDocument, {});
  if (!territory) {
    return notFound();
  }
  const writes = role === 'AGENT' || role === 'ADMINISTRATOR' || role === 'OPERATOR';
  return { vitality: territory.vitality, writes, administers };
};

type Problems = Partial<Record<string, string>>;

/** Whole numbers of a form by name; empty is unknown, anything else is said to be none. */
async function numbers(event: RequestEvent, names: string[]) {
  await memberOf(event);
  const form = await event.request.formData();
  const typed = Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '').trim()]));
  const wrong = names.filter((name) => !/^\d{0,6}$/.test(typed[name] ?? ''));
  const problems: Problems = Object.fromEntries(wrong.map((name) => [name, m.vitality_whole_number()]));
  const value = (name: string) => (typed[name] ? Number(typed[name]) : null);
  return { form, typed, problems, value, wrong: wrong.length > 0 };
}

type Outcome = { __typename: string; problems?: { field: string; message: string }[] };
const problemsIn = ({ problems = [] }: Outcome): Problems =>
  Object.fromEntries(problems.map(({ field, message }) => [field, message]));

export const actions: Actions = {
  record: async (event) => {
    const { form, typed, problems, value, wrong } = await numbers(event, ['year', 'children', 'places']);
    const facilityId = String(form.get('facility') ?? '');
    const kept = { what: 'record' as const, typed: { ...typed, facility: facilityId } };
    if (wrong) {
      return fail(422, { ...kept, problems });
    }
    const { recordEnrolment } = await (await memberGateway(event)).change(RecordEnrolmentDocument, {
      input: { facilityId, year: value('year') ?? 0, children: value('children'), places: value('places') },
    });
    return recordEnrolment.__typename === 'VitalityRefused'
      ? fail(422, { ...kept, problems: problemsIn(recordEnrolment) })
      : { what: 'recorded' as const };
  },
  thresholds: async (event) => {
    const { typed, problems, value, wrong } = await numbers(event, ['closing', 'opening', 'occupancy']);
    const kept = { what: 'thresholds' as const, typed };
    if (wrong) {
      return fail(422, { ...kept, problems });
    }
    const { setVitalityThresholds } = await (await memberGateway(event)).change(
      SetVitalityThresholdsDocument,
      { input: { closing: value('closing'), opening: value('opening'), occupancy: value('occupancy') } },
    );
    return setVitalityThresholds.__typename === 'VitalityRefused'
      ? fail(422, { ...kept, problems: problemsIn(setVitalityThresholds) })
      : { what: 'set' as const };
  },
};
