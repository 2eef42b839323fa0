import type { RequestEvent } from '@sveltejs/kit';
import { fail } from '@sveltejs/kit';
import {
  CheckProspectImportDocument,
  GiveUpProspectImportDocument,
  ProspectImportDocument,
  RunProspectImportDocument,
} from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { leftShown } from '#lib/sheets/left-rows.server.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import { fieldWords } from '../field-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { prospectImport } = await gateway.ask(ProspectImportDocument, { id: event.params.id });
  if (!prospectImport) {
    return notFound();
  }
  const { report, ...list } = prospectImport;
  return {
    list,
    report: report && {
      ...report,
      left: report.left.slice(0, leftShown),
      more: report.left.length > leftShown,
    },
  };
};

async function agentOf(event: RequestEvent<{ id: string }>) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  return { gateway: await memberGateway(event), id: event.params.id };
}

export const actions: Actions = {
  check: async (event) => {
    const { gateway, id } = await agentOf(event);
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const legalBasis = text('legalBasis').slice(0, 1000);
    const columns = Object.fromEntries(Object.keys(fieldWords).map((field) => [field, text(field)]));
    const mapping = Object.entries(columns).flatMap(([field, header]) => (header ? [{ field, header }] : []));
    const { checkProspectImport } = await gateway.change(CheckProspectImportDocument, {
      id,
      input: { mapping, legalBasis },
    });
    return checkProspectImport.__typename === 'ProspectImportRefused'
      ? fail(422, { legalBasis, columns, problems: problemsBy(checkProspectImport.problems) })
      : { checked: true };
  },
  run: async (event) => {
    const { gateway, id } = await agentOf(event);
    const { runProspectImport } = await gateway.change(RunProspectImportDocument, { id });
    return runProspectImport.__typename === 'ProspectImportRefused'
      ? fail(422, { problems: problemsBy(runProspectImport.problems) })
      : { done: true };
  },
  giveUp: async (event) => {
    const { gateway, id } = await agentOf(event);
    await gateway.change(GiveUpProspectImportDocument, { id });
    return { givenUp: true };
  },
};
