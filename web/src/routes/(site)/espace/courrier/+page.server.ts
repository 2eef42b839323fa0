import {
  ClearRefusedAddressDocument,
  DiscardDirectoryLetterDocument,
  DiscardHouseholdLetterDocument,
  LettersDocument,
  RetryDirectoryLetterDocument,
  RetryEveryLetterDocument,
  RetryHouseholdLetterDocument,
} from '#lib/graphql/generated/graphql.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return { letters: null };
  }
  return { letters: await (await memberGateway(event)).ask(LettersDocument, {}) };
};

/** The gateway, for those who may act on letters, and the form they sent. */
async function agent(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  return { gateway: await memberGateway(event), form: await event.request.formData() };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '').slice(0, 400);

/** Somebody else saw to it first: it has left, waits again, or was thrown away. */
const gone = { done: 'GONE' as const, count: 0 };

export const actions: Actions = {
  retry: async (event) => {
    const { gateway, form } = await agent(event);
    const document =
      form.get('of') === 'directory' ? RetryDirectoryLetterDocument : RetryHouseholdLetterDocument;
    const { done } = await gateway.change(document, { id: text(form, 'id') });
    return done ? { done: 'RETRIED' as const, count: 1 } : gone;
  },
  retryAll: async (event) => {
    const { gateway } = await agent(event);
    const { retryHouseholdLetters, retryDeadLetters } = await gateway.change(RetryEveryLetterDocument, {});
    const count = retryHouseholdLetters + retryDeadLetters;
    return count > 0 ? { done: 'RETRIED' as const, count } : gone;
  },
  discard: async (event) => {
    const { gateway, form } = await agent(event);
    const document =
      form.get('of') === 'directory' ? DiscardDirectoryLetterDocument : DiscardHouseholdLetterDocument;
    const { done } = await gateway.change(document, { id: text(form, 'id') });
    return done ? { done: 'DISCARDED' as const, count: 1 } : gone;
  },
  clear: async (event) => {
    const { gateway, form } = await agent(event);
    await gateway.change(ClearRefusedAddressDocument, { address: text(form, 'address') });
    return { done: 'CLEARED' as const, count: 1 };
  },
};
