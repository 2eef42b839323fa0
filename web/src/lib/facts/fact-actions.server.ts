import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  AcceptCorrectionsDocument,
  DecideConflictDocument,
  ProposeCorrectionDocument,
  RefuseCorrectionsDocument,
  VerifyFactsDocument,
  WithdrawDecisionDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { readFactKey } from './fact.ts';
import { type FactForm, type FactFormResult, limits, problemsOf, readCount, textsOf } from './fact-form.ts';

type Asked = ReturnType<typeof readFactKey> & object;
type Answer = { __typename: string; problems?: { field: string; message: string }[] };
type Work = {
  form: FactForm;
  /** What must be typed. */
  asks: Parameters<typeof problemsOf>[1];
  /** The right that the form needs. */
  right: 'decides' | 'proposes';
  send: (gateway: GatewayClient, fact: Asked, values: Record<string, string>) => Promise<Answer>;
};

/** The forms about one fact: each checks what was typed, asks the API, and gives everything back when refused. */
const work: Work[] = [
  {
    form: 'verify',
    right: 'decides',
    asks: { count: 'count', text: 'verifiedBy', maximum: limits.verifiedBy },
    send: async (gateway, { communeCode, type }, { count = '', note = '', verifiedBy = '' }) =>
      (
        await gateway.change(VerifyFactsDocument, {
          input: { communeCode, verifiedBy, facts: [{ type, count: readCount(count)!, note: note || null }] },
        })
      ).verifyFacts,
  },
  {
    form: 'decide',
    right: 'decides',
    asks: { count: 'count', text: 'reason' },
    send: async (gateway, fact, { count = '', reason = '' }) =>
      (await gateway.change(DecideConflictDocument, { input: { ...fact, count: readCount(count)!, reason } }))
        .decideConflict,
  },
  {
    form: 'withdraw',
    right: 'decides',
    asks: {},
    send: async (gateway, fact) =>
      (await gateway.change(WithdrawDecisionDocument, { input: fact })).withdrawDecision,
  },
  {
    form: 'accept',
    right: 'decides',
    asks: { text: 'correction' },
    send: async (gateway, _, { correction = '' }) =>
      (await gateway.change(AcceptCorrectionsDocument, { ids: [correction] })).acceptCorrections,
  },
  {
    form: 'refuse',
    right: 'decides',
    asks: { text: 'reason' },
    send: async (gateway, _, { correction = '', reason = '' }) =>
      (await gateway.change(RefuseCorrectionsDocument, { ids: [correction], reason })).refuseCorrections,
  },
  {
    form: 'propose',
    right: 'proposes',
    asks: { count: 'count' },
    send: async (gateway, fact, { count = '', note = '' }) =>
      (
        await gateway.change(ProposeCorrectionDocument, {
          input: { ...fact, proposedCount: readCount(count)!, note: note.slice(0, limits.note) },
        })
      ).reportError,
  },
];

/** One action a form, by its name. */
export const factActions = Object.fromEntries(work.map((each) => [each.form, actionOf(each)])) as Record<
  FactForm,
  ReturnType<typeof actionOf>
>;

function actionOf({ form, right, asks, send }: Work) {
  return async (event: RequestEvent) => {
    if (!(await memberOf(event))[right]) {
      return forbidden();
    }
    const values = textsOf(await event.request.formData());
    // « Another number » is its own field beside the choices.
    if (values.count === 'other') {
      values.count = values.other ?? '';
      values.choice = 'other';
    }
    const fact = readFactKey(values.fact ?? null);
    const result: FactFormResult = {
      form,
      key: values.fact ?? '',
      values,
      problems: problemsOf(values, asks),
    };
    if (!fact) {
      return fail(422, { ...result, problems: { count: m.fact_count_problem({ maximum: limits.count }) } });
    }
    if (Object.keys(result.problems).length > 0) {
      return fail(422, result);
    }
    const answer = await send(await memberGateway(event), fact, values);
    if (answer.__typename === 'OfferRefused') {
      return fail(422, { ...result, problems: problemsFrom(answer) });
    }
    return { ...result, done: true };
  };
}

/** The API's problems beside our inputs: « facts.0.count » is the count; what has no input of its own is said first. */
const problemsFrom = ({ problems = [] }: Answer): Record<string, string> =>
  Object.fromEntries(
    problems.map(({ field, message }) => {
      const name = field.split('.').at(-1) ?? '';
      return [['count', 'reason', 'note', 'verifiedBy'].includes(name) ? name : 'form', message];
    }),
  );
