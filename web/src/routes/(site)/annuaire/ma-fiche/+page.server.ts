import { fail, isHttpError, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  EndEntrySessionDocument,
  EntryFormChoicesDocument,
  EraseMyPersonalDataDocument,
  MyEntryDocument,
  PauseEntryDocument,
  ReconfirmEntryDocument,
  ResumeEntryDocument,
  SaveEntryDocument,
  SubmitEntryDocument,
  TakeBackConsentDocument,
  WithdrawEntryDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';
import { type EntryValues, inputOf, type Problems, purposes, readEntry, valuesOf } from './entry.form.ts';
import { forgetSession, sessionOf } from './entry-session.ts';
import { languageName } from './entry-words.ts';
import { LANGUAGES } from './languages.ts';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ ...privatePage, 'x-robots-tag': 'noindex' });
  const done = event.url.searchParams.get('fait');
  const session = sessionOf(event);
  const gateway = visitorGateway(event);
  const { myEntry } = session ? await gateway.ask(MyEntryDocument, { session }) : { myEntry: null };
  if (!myEntry) {
    return { entry: null, done };
  }
  const choices = await gateway.ask(EntryFormChoicesDocument, { locale: getLocale() });
  return {
    entry: myEntry,
    values: valuesOf(myEntry.content),
    places: choices.territory?.communes ?? [],
    skills: choices.skillVocabulary,
    activities: choices.nafActivities,
    languages: LANGUAGES.map((code) => ({ code, name: languageName(code) })).sort((a, b) =>
      a.name.localeCompare(b.name, getLocale()),
    ),
    done,
    refused: event.url.searchParams.get('refus'),
  };
};

type Answer =
  | { __typename: 'EntrySaved'; entry: { version: number } }
  | { __typename: 'EntryRefused'; problems: { field: string; message: string }[] }
  | { __typename: 'EntrySessionOver'; message: string };

/** A refusal as the form shows it, or null for what was done. Nothing that was typed is lost to either. */
function refusalOf(answer: Answer, values: EntryValues | null) {
  if (answer.__typename === 'EntrySaved') return null;
  if (answer.__typename === 'EntrySessionOver') {
    return fail(410, { values, problems: { session: answer.message } as Problems });
  }
  const problems = answer.problems.map(({ field, message }) => [field, message]);
  return fail(422, { values, problems: Object.fromEntries(problems) as Problems });
}

/** A busy moment costs nobody what they typed. */
async function patiently<Result>(values: EntryValues | null, work: () => Promise<Result>) {
  try {
    return await work();
  } catch (failure) {
    if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
    return fail(failure.status, { values, problems: { form: m.entry_later() } as Problems });
  }
}

async function save(event: RequestEvent, form: FormData, values: EntryValues) {
  const gateway = visitorGateway(event);
  const { territory } = await gateway.ask(EntryFormChoicesDocument, { locale: getLocale() });
  const version = Math.trunc(Number(form.get('version'))) || 0;
  const { saveEntry } = await gateway.change(SaveEntryDocument, {
    session: sessionOf(event),
    version,
    input: inputOf(values, territory?.communes ?? []),
  });
  return saveEntry;
}

/** What needs the session alone. */
const simple =
  (ask: (event: RequestEvent, session: string) => Promise<Answer>, done: string) =>
  async (event: RequestEvent) =>
    patiently(null, async () => {
      const refused = refusalOf(await ask(event, sessionOf(event)), null);
      if (refused) return refused;
      redirect(303, routes.myEntry(`?fait=${done}`));
    });

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const values = readEntry(form);
    return patiently(values, async () => {
      const refused = refusalOf(await save(event, form, values), values);
      if (refused) return refused;
      redirect(303, routes.myEntry('?fait=enregistree'));
    });
  },
  submit: async (event) => {
    const form = await event.request.formData();
    const values = readEntry(form);
    return patiently(values, async () => {
      const saved = await save(event, form, values);
      if (saved.__typename !== 'EntrySaved') return refusalOf(saved, values);
      const consents = purposes
        .map((purpose) => ({ purpose, version: String(form.get(`consent-${purpose}`) ?? '').slice(0, 20) }))
        .filter(({ version }) => version);
      const { submitEntry } = await visitorGateway(event).change(SubmitEntryDocument, {
        session: sessionOf(event),
        version: saved.entry.version,
        consents,
      });
      const refused = refusalOf(submitEntry, values);
      if (refused) return refused;
      redirect(303, routes.myEntry('?fait=envoyee'));
    });
  },
  pause: simple(
    async (event, session) =>
      (await visitorGateway(event).change(PauseEntryDocument, { session })).pauseEntry,
    'suspendue',
  ),
  resume: simple(
    async (event, session) =>
      (await visitorGateway(event).change(ResumeEntryDocument, { session })).resumeEntry,
    'reprise',
  ),
  reconfirm: simple(
    async (event, session) =>
      (await visitorGateway(event).change(ReconfirmEntryDocument, { session })).reconfirmEntry,
    'confirmee',
  ),
  takeBack: async (event) => {
    const asked = (await event.request.formData()).get('purpose');
    const purpose = purposes.find((known) => known === asked);
    if (!purpose) return fail(422, { values: null, problems: { form: m.entry_later() } as Problems });
    return patiently(null, async () => {
      const { takeBackConsent } = await visitorGateway(event).change(TakeBackConsentDocument, {
        session: sessionOf(event),
        purpose,
      });
      const refused = refusalOf(takeBackConsent, null);
      if (refused) return refused;
      redirect(303, routes.myEntry('?fait=accord'));
    });
  },
  withdraw: async (event) =>
    patiently(null, async () => {
      const { withdrawEntry } = await visitorGateway(event).change(WithdrawEntryDocument, {
        session: sessionOf(event),
      });
      const refused = refusalOf(withdrawEntry, null);
      if (refused) return refused;
      forgetSession(event);
      redirect(303, routes.myEntry('?fait=retiree'));
    }),
  erase: async (event) => {
    const confirmed = (await event.request.formData()).get('confirmed') === 'on';
    return patiently(null, async () => {
      const { eraseMyPersonalData } = await visitorGateway(event).change(EraseMyPersonalDataDocument, {
        session: sessionOf(event),
        confirmed,
      });
      if (eraseMyPersonalData.__typename === 'ErasureRefused') {
        const problems = eraseMyPersonalData.problems.map(({ field, message }) => [field, message]);
        return fail(422, { values: null, problems: Object.fromEntries(problems) as Problems });
      }
      forgetSession(event);
      redirect(303, routes.myEntry('?fait=effacee'));
    });
  },
  finish: async (event) => {
    await visitorGateway(event).change(EndEntrySessionDocument, { session: sessionOf(event) });
    forgetSession(event);
    redirect(303, routes.myEntry('?fait=terminee'));
  },
};
