import { fail, redirect } from '@sveltejs/kit';
import {
  OperatedTerritoryDocument,
  ResumeTerritoryAccompanimentDocument,
  ResumeTerritoryDirectoryDocument,
  ResumeTerritoryDocument,
  RunningCasesDocument,
  SuspendTerritoryDocument,
  WelcomeReadinessDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import { administratorsOf, nameAdministrator } from '#lib/server/identity.ts';
import { operatorGateway } from '#lib/server/operator.ts';
import { forgetTenant } from '#lib/server/tenant.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { deleteWhole } from './delete-whole.server.ts';
import { holdLetters } from './hold-letters.server.ts';
import { readinessOf, siteOf } from './readiness.ts';

export const load: PageServerLoad = async (event) => {
  const gateway = await operatorGateway(event, event.params.slug);
  const { operatedTerritory, offerReadiness } = await gateway.ask(OperatedTerritoryDocument, {});
  const territory = operatedTerritory ?? notFound();
  const [administrators, { runningCases }, { welcomeReadiness }] = await Promise.all([
    administratorsOf(event, territory.id),
    gateway.ask(RunningCasesDocument, {}),
    gateway.ask(WelcomeReadinessDocument, {}),
  ]);
  const site = siteOf(territory, event.url);
  return {
    ...{ territory, administrators, running: runningCases, address: site },
    checklist: readinessOf({
      ...{ territory, offer: offerReadiness, welcome: welcomeReadiness, site },
      administrators: administrators.length,
    }),
    modelIncomplete: event.url.searchParams.has('modele'),
    addressRefused: event.url.searchParams.has('adresse'),
    here: event.locals.tenant?.slug === territory.slug,
  };
};

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

export const actions: Actions = {
  suspend: async (event) => {
    const reason = text(await event.request.formData(), 'reason');
    if (reason.length < 3 || reason.length > 500) {
      return fail(422, { reason, problems: { reason: m.operator_reason_needed() } });
    }
    const gateway = await operatorGateway(event, event.params.slug);
    // Who writes to people stops first, and the site closes last: what fails on the way can be asked for again.
    await holdLetters(gateway);
    await gateway.change(SuspendTerritoryDocument, { reason });
    return changed(event);
  },
  resume: async (event) => {
    const gateway = await operatorGateway(event, event.params.slug);
    await gateway.change(ResumeTerritoryAccompanimentDocument, {});
    await gateway.change(ResumeTerritoryDirectoryDocument, {});
    await gateway.change(ResumeTerritoryDocument, {});
    return changed(event);
  },
  administrator: async (event) => {
    const email = text(await event.request.formData(), 'email');
    const gateway = await operatorGateway(event, event.params.slug);
    const { operatedTerritory } = await gateway.ask(OperatedTerritoryDocument, {});
    const { id } = operatedTerritory ?? notFound();
    if (!(await nameAdministrator(event, id, email))) {
      return fail(422, { email, problems: { email: m.operator_address_wrong() } });
    }
    return changed(event);
  },
  delete: async (event) => {
    const form = await event.request.formData();
    const confirmation = text(form, 'confirmation');
    const accepted = ['installations', 'registrations', 'personRequests'].map((kind) =>
      form.get(kind) === 'on' ? Number(form.get(`${kind}-count`)) : 0,
    );
    const outcome = await deleteWhole(event, confirmation, accepted);
    return outcome ? fail(422, { confirmation, problems: outcome }) : redirect(303, memberRoutes.operator());
  },
};

function changed(event: RequestEvent): never {
  forgetTenant(event.url.hostname);
  redirect(303, memberRoutes.operatedTerritory(event.params.slug));
}
