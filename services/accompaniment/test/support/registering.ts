import { viewerAs } from '@ancrage/testing/signed-client';
import type { AccompanimentWorld } from './accompaniment-world.js';
import { householdForm, OWN_CHANGE, OWN_REGISTRATION, REGISTER } from './household.js';

type Step = keyof typeof OWN_CHANGE;

/** Households of one territory that register and answer, as their forms and links do. */
export class Registering {
  constructor(
    private readonly world: AccompanimentWorld,
    readonly territoryId: string,
  ) {}

  private ask(query: string, variables: object, locale: 'fr' | 'en' = 'fr') {
    return this.world.subgraph.client({ territoryId: this.territoryId, locale })(query, { ...variables });
  }

  /** The answer to a form, or the code of what refused it. */
  async send(input: object, locale: 'fr' | 'en' = 'fr') {
    const { data, errors } = await this.ask(REGISTER, { input }, locale);
    return data?.registerHousehold ?? errors?.[0]?.extensions;
  }

  /** Registers a household of so many adults; gives its token and the answer. */
  async household(sessionId: string, adults = 1, changes: Record<string, unknown> = {}) {
    const form = householdForm(sessionId, { adults, ...changes });
    const answer = await this.send(form);
    return { ...answer, email: form.contact.email, token: answer.token as string };
  }

  async own(token: string, locale: 'fr' | 'en' = 'fr') {
    return (await this.ask(OWN_REGISTRATION, { token }, locale)).data?.ownRegistration;
  }

  async status(token: string): Promise<string> {
    return (await this.own(token)).status;
  }

  /** What a household does by its link. */
  async act(step: Step, token: string, input?: object) {
    const { data, errors } = await this.ask(OWN_CHANGE[step], { token, ...(input && { input }) });
    return data?.done ?? errors?.[0]?.extensions;
  }

  /** What an agent asks or does. */
  async asAgent(query: string, variables: object, role: Parameters<typeof viewerAs>[0] = 'AGENT') {
    const client = this.world.subgraph.client({ territoryId: this.territoryId, viewer: viewerAs(role) });
    return client(query, { ...variables });
  }

  /** Kinds of the letters to an address, in the order in which they were written. */
  async letters(email: string): Promise<string[]> {
    const { rows } = await this.world.superuser.query(
      `select split_part(key, ':', 1) as kind from letter where recipient = $1 order by created_at, key`,
      [email],
    );
    return rows.map(({ kind }) => kind);
  }

  /** Kinds of what happened in a session, in order. */
  async trail(sessionId: string): Promise<string[]> {
    const { rows } = await this.world.superuser.query(
      'select kind from registration_event where session_id = $1 order by id',
      [sessionId],
    );
    return rows.map(({ kind }) => kind);
  }
}
