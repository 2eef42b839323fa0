import { asSuperuser } from '@ancrage/postgres/databases';
import type { Role } from '@ancrage/signature';
import { viewerAs } from '@ancrage/testing/signed-client';
import type { TwoTerritories } from '../story.js';

const RESULT = `{ __typename
  ... on PremisesSaved { premises { id state title description website expiresOn contact { name email phone consentAt } } }
  ... on PremisesRefused { problems { field message } } }`;
const CREATE = `mutation ($input: PremisesInput!) { createPremises(input: $input) ${RESULT} }`;
const UPDATE = `mutation ($id: ID!, $input: PremisesInput!) { updatePremises(id: $id, input: $input) ${RESULT} }`;

export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Premises that nothing is wrong with. */
export const WORKSHOP = {
  kind: 'WORKSHOP',
  communeCode: '09122',
  title: 'Atelier de la gare',
  expiresOn: inDays(90),
};

/** Who agreed to be named, with these premises. */
export const NAMED = {
  contactName: 'Camille Essai',
  contactEmail: 'camille@exemple.fr',
  contactPhone: '05 61 00 00 00',
  contactConsent: { version: '2026-11', channel: 'EMAIL' },
};

/** What people of a territory do with its premises. */
export function premisesOf(story: TwoTerritories, territory: 'pfha' | 'couserans' = 'pfha') {
  const ask = (role: Role = 'AGENT', locale: 'fr' | 'en' = 'fr') =>
    story.subgraph.client({
      territoryId: story[territory].id,
      viewer: role === 'PUBLIC' ? null : viewerAs(role),
      locale,
    });
  const on = (mutation: string) => async (id: string) => {
    const { data, errors } = await ask()(`mutation ($id: ID!) { ${mutation}(id: $id) ${RESULT} }`, { id });
    return data?.[mutation] ?? errors;
  };
  return {
    ask,
    create: (input: object, role: Role = 'AGENT', locale: 'fr' | 'en' = 'fr') =>
      ask(role, locale)(CREATE, { input: { ...WORKSHOP, ...input } }),
    update: async (id: string, input: object) =>
      (await ask()(UPDATE, { id, input: { ...WORKSHOP, ...input } })).data!['updatePremises'],
    publish: on('publishPremises'),
    archive: on('archivePremises'),
    async renew(id: string, until: string) {
      const { data } = await ask()(
        `mutation ($id: ID!, $until: Date!) { renewPremises(id: $id, until: $until) ${RESULT} }`,
        { id, until },
      );
      return data!['renewPremises'];
    },
    /** Published premises, by their id. */
    async published(input: object): Promise<string> {
      const { data } = await ask()(CREATE, { input: { ...WORKSHOP, ...input } });
      const { id } = data!['createPremises'].premises;
      await this.publish(id);
      return id;
    },
    async titles(filter: object = {}, role: Role = 'PUBLIC'): Promise<string[]> {
      const { data } = await ask(role)(
        'query ($filter: PremisesFilter) { premises(filter: $filter, first: 100) { totalCount nodes { title } } }',
        { filter },
      );
      return data!['premises'].nodes.map(({ title }: { title: string }) => title);
    },
    /** Time passes: the last day was some days ago. */
    expire: (id: string, days = 1) =>
      asSuperuser(story.database.superuserUrl, (client) =>
        client.query('update premises set expires_on = current_date - $2::int where id = $1', [id, days]),
      ),
  };
}
