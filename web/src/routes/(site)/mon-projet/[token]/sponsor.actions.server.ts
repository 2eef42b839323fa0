import {
  AnswerAsHouseholdDocument,
  EndAsHouseholdDocument,
  NoteContactAsHouseholdDocument,
} from '#lib/graphql/generated/graphql.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { contactInput, readContact } from '#lib/sponsors/sponsor-form.ts';
import { act, type ProjectEvent } from './act.server.ts';

async function formOf({ request }: ProjectEvent) {
  const form = await request.formData();
  return { form, id: typedIn(form, 'id').slice(0, 36), words: typedIn(form, 'words') };
}

/** What a household does about who is proposed to go along with it. */
export const sponsorActions = {
  sponsorYes: async (event: ProjectEvent) => {
    const { id } = await formOf(event);
    return act(event, 'parrain-oui', { id }, async (gateway, token) => {
      const variables = { token, id, accept: true };
      return (await gateway.change(AnswerAsHouseholdDocument, variables)).answerSponsorshipAsHousehold;
    });
  },
  sponsorNo: async (event: ProjectEvent) => {
    const { id, words } = await formOf(event);
    return act(event, 'parrain-non', { id, words }, async (gateway, token) => {
      const variables = { token, id, accept: false, words: words || null };
      return (await gateway.change(AnswerAsHouseholdDocument, variables)).answerSponsorshipAsHousehold;
    });
  },
  sponsorContact: async (event: ProjectEvent) => {
    const { form, id } = await formOf(event);
    const typed = readContact(form);
    return act(event, 'parrain-echange', { id, ...typed }, async (gateway, token) => {
      const variables = { token, id, input: contactInput(typed) };
      return (await gateway.change(NoteContactAsHouseholdDocument, variables)).noteContactAsHousehold;
    });
  },
  sponsorEnd: async (event: ProjectEvent) => {
    const { id, words } = await formOf(event);
    return act(
      event,
      'parrain-fin',
      { id, words },
      async (gateway, token) =>
        (await gateway.change(EndAsHouseholdDocument, { token, id, words })).endSponsorshipAsHousehold,
    );
  },
};
