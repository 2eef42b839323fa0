import { randomUUID } from 'node:crypto';
import type { DirectoryWorld } from './directory-world.js';

const PROBLEMS = '... on EntryRefused { problems { field message } } ... on EntrySessionOver { message }';
export const CONTENT = `displayName activity skills presentation communeCode shownPlace area nafCode languages phone website
  canSponsor shown photo { id alternative }`;
const ENTRY = `id slug email status hiddenBecause reconfirmBy wasPublished version state reason content { ${CONTENT} }
  published { ${CONTENT} } consents { purpose wording version } wordings { purpose wording version }`;
const RESULT = `__typename ... on EntrySaved { entry { ${ENTRY} } } ${PROBLEMS}`;

/** An entry as a form sends it, complete. */
export const entryInput = (own: Record<string, unknown> = {}) => ({
  displayName: 'Atelier Roux',
  activity: 'Ébéniste',
  skills: ['ebenisterie', 'Marqueterie'],
  presentation: 'Des meubles sur mesure.',
  communeCode: '09122',
  shownPlace: 'COMMUNE',
  area: null,
  nafCode: '3101z',
  languages: ['fr', 'oc'],
  phone: '05 61 02 03 04',
  website: 'atelier-roux.example',
  canSponsor: true,
  shown: ['WEBSITE', 'LANGUAGES'],
  ...own,
});

/** Tests name what they expect of it. */
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what a test finds out.
export type Answer = Record<string, any>;

/** One person at the door of one territory’s directory: the site, and their mailbox. */
export class EntryStory {
  readonly email: string;

  constructor(
    readonly world: DirectoryWorld,
    readonly territoryId: string,
    email = `${randomUUID().slice(0, 8)}@exemple.test`,
    readonly locale: 'fr' | 'en' = 'fr',
  ) {
    this.email = email;
  }

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const client = this.world.subgraph.client({ territoryId: this.territoryId, locale: this.locale });
    const { data, errors } = await client(query, variables);
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  }

  async request(email = this.email, website = ''): Promise<Answer> {
    const { requestEntryLink } = await this.ask(
      `mutation ($email: String!, $website: String) { requestEntryLink(email: $email, website: $website) {
        __typename ... on EntryLinkSent { email } ... on EntryRefused { problems { field message } } } }`,
      { email, website },
    );
    return requestEntryLink;
  }

  /** What came by mail, oldest first. */
  async letters(): Promise<{ subject: string; body: string }[]> {
    const { rows } = await this.world.superuser.query(
      'select subject, body from letter where territory_id = $1 and lower(recipient) = lower($2) order by created_at',
      [this.territoryId, this.email],
    );
    return rows;
  }

  /** The token of the latest letter with a link to open. */
  async token(): Promise<string> {
    const bodies = (await this.letters()).map(({ body }) => body).reverse();
    const found = bodies
      .map((body) => /\/annuaire\/(?:lien|objection)\/([\w-]{64})/.exec(body)?.[1])
      .find(Boolean);
    if (!found) throw new Error('no letter with a link');
    return found;
  }

  async open(token: string): Promise<Answer> {
    const { openEntryLink } = await this.ask(
      `mutation ($token: String!) { openEntryLink(token: $token) {
        __typename ... on EntryLinkOpened { session until } ... on EntryLinkDead { state } } }`,
      { token },
    );
    return openEntryLink;
  }

  /** Asks for a link, opens it, gives the session. */
  async enter(): Promise<string> {
    await this.request();
    return (await this.open(await this.token())).session;
  }

  async entry(session: string): Promise<Answer | null> {
    return (
      await this.ask(`query ($session: String!) { myEntry(session: $session) { ${ENTRY} } }`, { session })
    ).myEntry;
  }

  async save(
    session: string,
    version: number,
    input: Record<string, unknown> = entryInput(),
  ): Promise<Answer> {
    const { saveEntry } = await this.ask(
      `mutation ($session: String!, $version: Int!, $input: EntryInput!) {
        saveEntry(session: $session, version: $version, input: $input) { ${RESULT} } }`,
      { session, version, input },
    );
    return saveEntry;
  }

  async submit(session: string, version: number, purposes: string[] = ['WEB']): Promise<Answer> {
    const wordings: Answer[] = (await this.entry(session))?.['wordings'] ?? [];
    const consents = purposes.map((purpose) => ({
      purpose,
      version: wordings.find((one) => one['purpose'] === purpose)?.['version'] ?? '?',
    }));
    const { submitEntry } = await this.ask(
      `mutation ($session: String!, $version: Int!, $consents: [EntryConsentInput!]!) {
        submitEntry(session: $session, version: $version, consents: $consents) { ${RESULT} } }`,
      { session, version, consents },
    );
    return submitEntry;
  }

  /** One of the operations that need nothing but the session. */
  async act(
    name: 'pauseEntry' | 'resumeEntry' | 'reconfirmEntry' | 'withdrawEntry',
    session: string,
  ): Promise<Answer> {
    const data = await this.ask(`mutation ($session: String!) { ${name}(session: $session) { ${RESULT} } }`, {
      session,
    });
    return data[name];
  }

  /** Joins with a complete entry and sends it. */
  async join(input = entryInput()): Promise<{ session: string; id: string }> {
    const session = await this.enter();
    await this.save(session, 0, input);
    const { entry } = await this.submit(session, 1);
    return { session, id: entry.id };
  }

  /** The names that a visitor finds. */
  async found(): Promise<string[]> {
    const { solos } = await this.ask('{ solos(first: 100) { nodes { displayName } } }');
    return solos.nodes.map((solo: Answer) => solo['displayName']);
  }
}
