import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  type ConsentPurpose,
  NoteSoloDocument,
  RecordConsentDocument,
  type SoloChangeFragment,
  type SoloConsentChannel,
  SoloFormChoicesDocument,
  SoloRecordDocument,
  UpdateSoloRecordDocument,
  WithdrawConsentDocument,
} from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import { moveAction } from '../move-action.server.ts';
import { channelWords, purposeWords } from '../record-words.ts';
import { readSolo, soloInput } from '../solo-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const [{ soloRecord, soloConsentSentences }, { territory, soloSources }] = await Promise.all([
    gateway.ask(SoloRecordDocument, { id: event.params.id }),
    gateway.ask(SoloFormChoicesDocument, {}),
  ]);
  if (!soloRecord) {
    return notFound();
  }
  return {
    solo: soloRecord,
    sentences: soloConsentSentences,
    communes: territory?.communes ?? [],
    sources: soloSources,
  };
};

async function agentOf(event: RequestEvent<{ id: string }>) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return { form, text, gateway: await memberGateway(event), id: event.params.id };
}

type Said = 'saved' | 'noted' | 'consented' | 'withdrawn';

/** What came of a change: a word, or the problems beside what was typed. */
function told<Typed extends object>(outcome: SoloChangeFragment, said: Said, part: string, typed: Typed) {
  return outcome.__typename === 'SoloRecordSaved'
    ? { said }
    : fail(422, { part, typed, problems: problemsBy(outcome.problems) });
}

export const actions: Actions = {
  move: moveAction,
  save: async (event) => {
    const { form, text, gateway, id } = await agentOf(event);
    const values = readSolo(form);
    const { updateSoloRecord } = await gateway.change(UpdateSoloRecordDocument, {
      id,
      revision: text('revision'),
      input: soloInput(values),
    });
    switch (updateSoloRecord.__typename) {
      case 'SoloRecordSaved':
        return { said: 'saved' as Said };
      case 'SoloRecordOutdated':
        return fail(409, { part: 'record', values, outdated: true, problems: {} });
      case 'SoloRecordRefused':
        return fail(422, { part: 'record', values, problems: problemsBy(updateSoloRecord.problems) });
    }
  },
  note: async (event) => {
    const { text, gateway, id } = await agentOf(event);
    const note = text('note');
    const { noteSolo } = await gateway.change(NoteSoloDocument, { id, note });
    return told(noteSolo, 'noted', 'note', { note });
  },
  consent: async (event) => {
    const { text, gateway, id } = await agentOf(event);
    const typed = {
      purpose: text('purpose'),
      channel: text('channel'),
      givenOn: text('givenOn'),
      wording: text('wording'),
      version: text('version'),
      evidence: text('evidence'),
    };
    const input = {
      ...typed,
      purpose: (typed.purpose in purposeWords ? typed.purpose : 'WEB') as ConsentPurpose,
      channel: (typed.channel in channelWords ? typed.channel : 'WEB') as SoloConsentChannel,
      // A day that is none is refused as one ahead is, with the same words.
      givenOn:
        /^\d{4}-\d{2}-\d{2}$/.test(typed.givenOn) && Date.parse(typed.givenOn) ? typed.givenOn : '9999-12-31',
    };
    const { recordConsent } = await gateway.change(RecordConsentDocument, { id, input });
    return told(recordConsent, 'consented', 'consent', typed);
  },
  withdraw: async (event) => {
    const { text, gateway, id } = await agentOf(event);
    const [purpose, note] = [text('purpose'), text('note')];
    const { withdrawConsent } = await gateway.change(WithdrawConsentDocument, {
      id,
      purpose: (purpose in purposeWords ? purpose : 'WEB') as ConsentPurpose,
      note,
    });
    return told(withdrawConsent, 'withdrawn', `withdraw-${purpose}`, { note });
  },
};
