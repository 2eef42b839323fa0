import { fail, redirect } from '@sveltejs/kit';
import { CreateTerritoryDocument, EpciChoicesDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameAdministrator } from '#lib/server/identity.ts';
import { operatorGateway } from '#lib/server/operator.ts';
import type { Actions, PageServerLoad } from './$types';
import { copyModel, modelOf } from './copy-model.server.ts';
import {
  emptyValues,
  hostsOf,
  type NewTerritoryValues,
  readNewTerritory,
  sirensOf,
} from './new-territory.form.ts';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const sirens = sirensOf(searchParams.getAll('epci'));
  const search = (searchParams.get('q') ?? '').slice(0, 120).trim();
  const code = (name: string) => (searchParams.get(name) ?? '').trim().toUpperCase().slice(0, 3);
  const [department, region] = [code('departement'), code('region')];
  const gateway = await operatorGateway(event);
  const [found, chosen] = await Promise.all([
    gateway.ask(EpciChoicesDocument, {
      ...{ search: search || null, department: department || null, region: region || null },
    }),
    sirens.length > 0 ? gateway.ask(EpciChoicesDocument, { sirens }) : { epciChoices: [] },
  ]);
  return {
    ...{ search, department, region, asked: Boolean(search || department || region) },
    found: found.epciChoices.filter(({ siren }) => !sirens.includes(siren)),
    chosen: chosen.epciChoices,
    values: emptyValues(sirens),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const gateway = await operatorGateway(event);
    const values = readNewTerritory(await event.request.formData());
    const problems = problemsOf(values);
    const source = values.model ? await modelOf(event, values.model) : null;
    if (values.model && !source) {
      problems['model'] = m.operator_model_unknown();
    }
    if (Object.keys(problems).length > 0) {
      return fail(422, { values, problems });
    }
    const { name, slug, epci, locales, accent, paper, ink, model } = values;
    const { createTerritory } = await gateway.change(CreateTerritoryDocument, {
      input: {
        ...{ name, epci, locales, theme: { accent, paper, ink }, hosts: hostsOf(values.hosts) },
        slug: slug || null,
        model: model || null,
      },
    });
    if (!('slug' in createTerritory)) {
      const refused = createTerritory.problems.map(({ field, message }) => [field, message]);
      return fail(422, { values, problems: Object.fromEntries(refused) as Record<string, string> });
    }
    const whole = source === null || (await copyModel(event, createTerritory.slug, source));
    if (values.administrator && !(await nameAdministrator(event, createTerritory.id, values.administrator))) {
      redirect(303, memberRoutes.operatedTerritory(createTerritory.slug, '?adresse=refusee'));
    }
    redirect(303, memberRoutes.operatedTerritory(createTerritory.slug, whole ? '' : '?modele=incomplet'));
  },
};

/** What the page can tell by itself. */
function problemsOf({ name, locales, administrator, epci }: NewTerritoryValues): Record<string, string> {
  return {
    ...(name.length < 2 && { name: m.operator_name_needed() }),
    ...(epci.length === 0 && { epci: m.operator_epci_needed() }),
    ...(!locales.includes('fr') && !locales.includes('en') && { locales: m.operator_locale_needed() }),
    ...(administrator &&
      !/^\S+@\S+\.\S+$/.test(administrator) && { administrator: m.operator_address_wrong() }),
  };
}
