import type { RequestEvent } from '@sveltejs/kit';
import { fail } from '@sveltejs/kit';
import {
  CheckSoloImportDocument,
  CommunesByNameDocument,
  GiveUpSoloImportDocument,
  RunSoloImportDocument,
  SoloImportDocument,
} from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { leftShown } from '#lib/sheets/left-rows.server.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import { fieldWords } from '../list-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { soloImport, soloSources } = await gateway.ask(SoloImportDocument, { id: event.params.id });
  if (!soloImport) {
    return notFound();
  }
  const { report, ...list } = soloImport;
  return {
    list,
    report: report && {
      ...report,
      left: report.left.slice(0, leftShown),
      more: report.left.length > leftShown,
    },
    sources: soloSources,
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
    const source = text('source');
    const columns = Object.fromEntries(Object.keys(fieldWords).map((field) => [field, text(field)]));
    const mapping = Object.entries(columns).flatMap(([field, header]) => (header ? [{ field, header }] : []));
    const { territory } = await gateway.ask(CommunesByNameDocument, {});
    const communes = territory?.communes.map(({ code, name }) => ({ code, name })) ?? [];
    const { checkSoloImport } = await gateway.change(CheckSoloImportDocument, {
      id,
      input: { mapping, source, communes },
    });
    return checkSoloImport.__typename === 'SoloImportRefused'
      ? fail(422, { source, columns, problems: problemsBy(checkSoloImport.problems) })
      : { checked: true };
  },
  run: async (event) => {
    const { gateway, id } = await agentOf(event);
    const { runSoloImport } = await gateway.change(RunSoloImportDocument, { id });
    return runSoloImport.__typename === 'SoloImportRefused'
      ? fail(422, { problems: problemsBy(runSoloImport.problems) })
      : { done: true };
  },
  giveUp: async (event) => {
    const { gateway, id } = await agentOf(event);
    await gateway.change(GiveUpSoloImportDocument, { id });
    return { givenUp: true };
  },
};
