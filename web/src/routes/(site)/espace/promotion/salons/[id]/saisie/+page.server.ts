import { fail } from '@sveltejs/kit';
import {
  CaptureProspectDocument,
  CaptureWordsDocument,
  OneFairRecordDocument,
} from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';
import { captureInput, typedHousehold } from './capture.form.ts';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const [{ fairRecord }, { captureWords }] = await Promise.all([
    gateway.ask(OneFairRecordDocument, { id: event.params.id }),
    gateway.ask(CaptureWordsDocument, {}),
  ]);
  if (!fairRecord) {
    return notFound();
  }
  // Without JavaScript the form is sent at once; reloaded, it is the same household.
  return { fair: fairRecord.fair, words: captureWords, captureKey: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    await memberOf(event);
    const form = await event.request.formData();
    const typed = typedHousehold(form);
    const key = String(form.get('captureKey') ?? '');
    const { outcome } = await (await memberGateway(event)).change(CaptureProspectDocument, {
      input: captureInput(typed, {
        captureKey: /^[0-9a-f-]{36}$/.test(key) ? key : crypto.randomUUID(),
        fairId: event.params.id,
        metAt: new Date().toISOString(),
      }),
    });
    if (outcome.__typename === 'CaptureRefused') {
      const problems = problemsBy(outcome.problems);
      return fail(422, { typed, problems });
    }
    return { taken: typed.name, known: outcome.known };
  },
};
