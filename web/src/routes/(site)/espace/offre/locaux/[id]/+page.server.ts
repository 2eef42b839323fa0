import { fail } from '@sveltejs/kit';
import {
  ArchivePremisesDocument,
  PremisesFormChoicesDocument,
  PremisesToEditDocument,
  PublishPremisesDocument,
  RenewPremisesDocument,
  UpdatePremisesDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { refusalWords } from '#lib/ui/photo-refusals.ts';
import { mayWrite, refusalOf } from '../premises.actions.ts';
import { inputOf, type Problems, readPremises, valuesOf } from '../premises.form.ts';
import { problemsOf } from '../premises.problems.ts';
import type { Actions, PageServerLoad } from './$types';
import { photoActions } from './photo.actions.ts';

export const load: PageServerLoad = async (event) => {
  const { role } = await memberOf(event);
  const gateway = await memberGateway(event);
  const [{ territory, premisesConsent }, { premisesById: premises }] = await Promise.all([
    gateway.ask(PremisesFormChoicesDocument, {}),
    gateway.ask(PremisesToEditDocument, { id: event.params.id }),
  ]);
  if (!premises) {
    return notFound();
  }
  const refused = event.url.searchParams.get('refus');
  return {
    premises,
    values: valuesOf(premises),
    communes: territory?.communes ?? [],
    consent: premisesConsent,
    writes: mayWrite(role),
    /** A photograph whose deletion is to be confirmed; it is asked in the address, so without JavaScript too. */
    removing: event.url.searchParams.get('supprimer'),
    photoRefused: refused ? refusalWords(refused) : null,
  };
};

export const actions: Actions = {
  save: async (event) => {
    await memberOf(event);
    const values = readPremises(await event.request.formData());
    const problems = problemsOf(values);
    if (Object.keys(problems).length > 0) {
      return fail(422, { values, problems });
    }
    const gateway = await memberGateway(event);
    const { premisesConsent } = await gateway.ask(PremisesFormChoicesDocument, {});
    const { updatePremises } = await gateway.change(UpdatePremisesDocument, {
      id: event.params.id,
      input: inputOf(values, premisesConsent.version),
    });
    return refusalOf(updatePremises, values) ?? { done: 'saved' as const };
  },
  publish: async (event) => {
    await memberOf(event);
    const gateway = await memberGateway(event);
    const { publishPremises } = await gateway.change(PublishPremisesDocument, { id: event.params.id });
    return refusalOf(publishPremises) ?? { done: 'published' as const };
  },
  archive: async (event) => {
    await memberOf(event);
    const gateway = await memberGateway(event);
    const { archivePremises } = await gateway.change(ArchivePremisesDocument, { id: event.params.id });
    return refusalOf(archivePremises) ?? { done: 'archived' as const };
  },
  renew: async (event) => {
    await memberOf(event);
    const until = String((await event.request.formData()).get('until') ?? '');
    if (!/^2\d{3}-\d\d-\d\d$/.test(until) || Number.isNaN(Date.parse(until))) {
      return fail(422, { problems: { expiresOn: m.premises_problem_date() } as Problems });
    }
    const gateway = await memberGateway(event);
    const { renewPremises } = await gateway.change(RenewPremisesDocument, { id: event.params.id, until });
    return refusalOf(renewPremises) ?? { done: 'renewed' as const, until };
  },
  ...photoActions,
};
