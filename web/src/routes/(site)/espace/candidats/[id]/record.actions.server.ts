import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  AddProspectNoteDocument,
  AssignProspectDocument,
  CloseNextActionDocument,
  LogProspectContactDocument,
  type ProspectChangeFragment,
  type ProspectContactKind,
  ReadHouseholdMessagesDocument,
  RecordProspectConsentDocument,
  RemoveProspectFileDocument,
  SendProjectLinkDocument,
  SetNextActionDocument,
  ShareProspectFileDocument,
  UpdateProspectDocument,
  WithdrawProspectConsentDocument,
  WriteToHouseholdDocument,
} from '#lib/graphql/generated/graphql.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import { prospectInput, readProspect } from '../prospect-form.ts';
import { contactKinds } from '../timeline-words.ts';

type Event = RequestEvent<{ id: string }>;
type Typed = Record<string, string>;
/** What a form of the record is about; what it was told is said beside it. */
export type Part =
  | 'facts'
  | 'owner'
  | 'next'
  | 'contact'
  | 'consent'
  | 'withdraw'
  | 'file'
  | 'message'
  | 'read'
  | 'link';

async function agentOf(event: Event) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  return {
    form,
    text: (name: string) => typedIn(form, name),
    gateway: await memberGateway(event),
    id: event.params.id,
  };
}

/** What came of a change: done, or the problems beside what was typed. */
const told = (outcome: ProspectChangeFragment, part: Part, typed: Typed = {}) =>
  outcome.__typename === 'ProspectSaved'
    ? { done: part }
    : fail(422, { part, typed, problems: problemsBy(outcome.problems) });

/** A day as a form has it; one that is none is refused as one too far ahead is, with the same words. */
const dayOf = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && Date.parse(text) ? text : '9999-12-31';

export const recordActions = {
  save: async (event: Event) => {
    const { form, text, gateway, id } = await agentOf(event);
    const values = readProspect(form);
    const { updateProspect } = await gateway.change(UpdateProspectDocument, {
      id,
      version: Math.trunc(Number(text('version'))) || 0,
      input: prospectInput(values),
    });
    switch (updateProspect.__typename) {
      case 'ProspectSaved':
        return { done: 'facts' as Part };
      case 'ProspectOutdated':
        return fail(409, { part: 'facts' as Part, values, standing: updateProspect.record });
      case 'ProspectRefused':
        return fail(422, { part: 'facts' as Part, values, problems: problemsBy(updateProspect.problems) });
    }
  },
  assign: async (event: Event) => {
    const { text, gateway, id } = await agentOf(event);
    const ownerId = text('owner') || null;
    return told((await gateway.change(AssignProspectDocument, { id, ownerId })).assignProspect, 'owner');
  },
  plan: async (event: Event) => {
    const { text, gateway, id } = await agentOf(event);
    const typed = { what: text('what'), on: text('on') };
    const { setNextAction } = await gateway.change(SetNextActionDocument, {
      id,
      what: typed.what,
      on: dayOf(typed.on),
    });
    return told(setNextAction, 'next', typed);
  },
  close: async (event: Event) => {
    const { text, gateway, id } = await agentOf(event);
    const { closeNextAction } = await gateway.change(CloseNextActionDocument, {
      id,
      done: text('done') === 'yes',
    });
    return told(closeNextAction, 'next');
  },
  contact: async (event: Event) => {
    const { text, gateway, id } = await agentOf(event);
    const typed = { kind: text('kind'), on: text('on'), note: text('note') };
    if (!(typed.kind in contactKinds)) {
      const { addProspectNote } = await gateway.change(AddProspectNoteDocument, { id, note: typed.note });
      return told(addProspectNote, 'contact', typed);
    }
    const { logProspectContact } = await gateway.change(LogProspectContactDocument, {
      id,
      kind: typed.kind as ProspectContactKind,
      // Noon of the day: nobody notes the hour, and it is that day from Brest to Menton.
      at: typed.on ? `${dayOf(typed.on)}T11:00:00Z` : null,
      note: typed.note || null,
    });
    return told(logProspectContact, 'contact', typed);
  },
  consent: async (event: Event) => {
    const { text, gateway, id } = await agentOf(event);
    const input = { purpose: text('purpose'), channel: text('channel'), wording: text('wording') };
    const { recordProspectConsent } = await gateway.change(RecordProspectConsentDocument, { id, input });
    return told(recordProspectConsent, 'consent', input);
  },
  withdraw: async (event: Event) => {
    const { text, gateway, id } = await agentOf(event);
    const typed = { purpose: text('purpose'), note: text('note') };
    const { withdrawProspectConsent } = await gateway.change(WithdrawProspectConsentDocument, {
      id,
      ...typed,
    });
    return told(withdrawProspectConsent, 'withdraw', typed);
  },
  removeFile: async (event: Event) => {
    const { text, gateway, id } = await agentOf(event);
    const { removeProspectFile } = await gateway.change(RemoveProspectFileDocument, {
      id,
      fileId: text('file'),
    });
    return told(removeProspectFile, 'file');
  },
  write: async (event: Event) => {
    const { text, gateway, id } = await agentOf(event);
    const typed = { body: text('body'), key: text('key') };
    const { person } = await memberOf(event);
    const { writeToHousehold } = await gateway.change(WriteToHouseholdDocument, {
      prospectId: id,
      ...typed,
      author: person.name,
    });
    return told(writeToHousehold, 'message', typed);
  },
  read: async (event: Event) => {
    const { gateway, id } = await agentOf(event);
    const { readHouseholdMessages } = await gateway.change(ReadHouseholdMessagesDocument, { prospectId: id });
    return told(readHouseholdMessages, 'read');
  },
  link: async (event: Event) => {
    const { gateway, id } = await agentOf(event);
    return told((await gateway.change(SendProjectLinkDocument, { prospectId: id })).sendProjectLink, 'link');
  },
  share: async (event: Event) => {
    const { text, gateway, id } = await agentOf(event);
    const { shareProspectFile } = await gateway.change(ShareProspectFileDocument, {
      id,
      fileId: text('file'),
      shared: text('shared') === 'yes',
    });
    return told(shareProspectFile, 'file');
  },
};
