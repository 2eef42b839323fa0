import { fail, redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/format/dates.ts';
import { IndicatorSnapshotsDocument, TakeSnapshotDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  const gateway = await memberGateway(event);
  const { indicatorSnapshots } = await gateway.ask(IndicatorSnapshotsDocument, {});
  const today = dayOf(new Date().toISOString());
  const year = Number(today.slice(0, 4)) - 1;
  return {
    snapshots: indicatorSnapshots ?? [],
    decides,
    today,
    usual: { from: `${year}-01-01`, to: `${year}-12-31` },
  };
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export const actions: Actions = {
  take: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').slice(0, 20);
    const typed = { from: text('from'), to: text('to') };
    const missing = Object.fromEntries(
      Object.entries(typed).flatMap(([name, day]) => (isDay(day) ? [] : [[name, m.indicators_no_day()]])),
    );
    if (Object.keys(missing).length > 0) {
      return fail(422, { ...typed, problems: missing as Record<string, string> });
    }
    const gateway = await memberGateway(event);
    const { takeSnapshot } = await gateway.change(TakeSnapshotDocument, { input: typed });
    if (takeSnapshot.__typename === 'SnapshotRefused') {
      const problems: Record<string, string> = Object.fromEntries(
        takeSnapshot.problems.map(({ field, message }) => [field, message]),
      );
      return fail(422, { ...typed, problems });
    }
    redirect(303, memberRoutes.indicatorSnapshot(takeSnapshot.snapshot.slug));
  },
};
