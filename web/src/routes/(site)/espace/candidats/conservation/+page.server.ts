import { fail } from '@sveltejs/kit';
import { dayOf } from '#lib/format/dates.ts';
import {
  type HouseholdSign,
  KeepHouseholdDocument,
  ProspectRetentionDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { retentionRules } from '#lib/personal-data/retention-rules.server.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';

const signs: readonly HouseholdSign[] = ['CALLED', 'WROTE', 'MET'];

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return { retention: null, rules: null };
  }
  const gateway = await memberGateway(event);
  const [{ prospectRetention }, rules] = await Promise.all([
    gateway.ask(ProspectRetentionDocument, {}),
    retentionRules(event),
  ]);
  return { retention: prospectRetention, rules, today: dayOf(new Date().toISOString()) };
};

export const actions: Actions = {
  keep: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').slice(0, 2000);
    const typed = { id: text('id'), how: text('how'), on: text('on'), note: text('note') };
    const how = signs.find((sign) => sign === typed.how) ?? 'CALLED';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.on) || Number.isNaN(Date.parse(typed.on))) {
      return fail(422, { ...typed, problems: { on: m.retention_no_date() } });
    }
    const gateway = await memberGateway(event);
    const { keepHousehold } = await gateway.change(KeepHouseholdDocument, {
      input: { prospectId: typed.id, how, on: typed.on, note: typed.note },
    });
    if (keepHousehold.__typename === 'HouseholdKept') {
      return { kept: keepHousehold };
    }
    return fail(422, { ...typed, problems: problemsBy(keepHousehold.problems) });
  },
};
