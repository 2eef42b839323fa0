import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  EraseSponsorDocument,
  LeaveSponsorDocument,
  PauseSponsorDocument,
  ReturnSponsorDocument,
  SendSponsorLinkDocument,
  SetSponsorPortraitDocument,
  type SponsorOutcomeFragment,
  UpdateSponsorDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { isDay, readSponsor, sponsorInput, sponsorValues } from '#lib/sponsors/sponsor-form.ts';
import { problemsBy } from '#lib/ui/problems.ts';

type Event = RequestEvent<{ id: string }>;
/** What a form of the record is about; what it was told is said beside it. */
export type SponsorPart = 'facts' | 'pause' | 'leave' | 'return' | 'portrait' | 'link' | 'erase';

async function agentOf(event: Event) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  const text = (name: string) => typedIn(form, name);
  const read = { id: event.params.id, version: Math.trunc(Number(text('version'))) || 0 };
  return { form, text, read, gateway: await memberGateway(event) };
}

/** What came of a change: what was typed stays when nothing was saved, beside what holds now. */
function told<Typed extends object>(outcome: SponsorOutcomeFragment, part: SponsorPart, typed: Typed) {
  switch (outcome.__typename) {
    case 'SponsorSaved':
      return { done: part };
    case 'SponsorOutdated':
      return fail(409, { part, typed, problems: {}, standing: sponsorValues(outcome.current) });
    case 'SponsorRefused':
      return fail(422, { part, typed, problems: problemsBy(outcome.problems), standing: null });
  }
}

const consentIn = (text: (name: string) => string) => ({
  wording: text('wording'),
  channel: text('channel'),
});

export const sponsorActions = {
  save: async (event: Event) => {
    const { form, read, gateway } = await agentOf(event);
    const values = readSponsor(form);
    const variables = { ...read, input: sponsorInput(values) };
    return told((await gateway.change(UpdateSponsorDocument, variables)).updateSponsor, 'facts', values);
  },
  pause: async (event: Event) => {
    const { text, read, gateway } = await agentOf(event);
    const typed = { until: text('until') };
    const until = typed.until === '' ? null : isDay(typed.until) ? typed.until : '9999-12-31';
    return told(
      (await gateway.change(PauseSponsorDocument, { ...read, until })).pauseSponsor,
      'pause',
      typed,
    );
  },
  leave: async (event: Event) => {
    const { text, read, gateway } = await agentOf(event);
    const typed = { words: text('words') };
    return told(
      (await gateway.change(LeaveSponsorDocument, { ...read, ...typed })).leaveSponsor,
      'leave',
      typed,
    );
  },
  return: async (event: Event) => {
    const { text, read, gateway } = await agentOf(event);
    const consent = consentIn(text);
    return told(
      (await gateway.change(ReturnSponsorDocument, { ...read, consent })).returnSponsor,
      'return',
      consent,
    );
  },
  portrait: async (event: Event) => {
    const { text, read, gateway } = await agentOf(event);
    const typed = { ...consentIn(text), sentence: text('sentence') };
    const { wording, channel, sentence } = typed;
    const variables = { ...read, sentence, consent: { wording, channel } };
    return told(
      (await gateway.change(SetSponsorPortraitDocument, variables)).setSponsorPortrait,
      'portrait',
      typed,
    );
  },
  hide: async (event: Event) => {
    const { read, gateway } = await agentOf(event);
    return told((await gateway.change(SetSponsorPortraitDocument, read)).setSponsorPortrait, 'portrait', {});
  },
  link: async (event: Event) => {
    const { read, gateway } = await agentOf(event);
    return told((await gateway.change(SendSponsorLinkDocument, read)).sendSponsorLink, 'link', {});
  },
  erase: async (event: Event) => {
    const { text, read, gateway } = await agentOf(event);
    const typed = { confirmation: text('confirmation').slice(0, 1000) };
    const { eraseSponsor } = await gateway.change(EraseSponsorDocument, { id: read.id, ...typed });
    if (eraseSponsor) return { done: 'erase' as SponsorPart };
    const problems = { confirmation: m.sponsor_data_wrong() };
    return fail(422, { part: 'erase' as SponsorPart, typed, problems, standing: null });
  },
};
