import { cardOf } from '@ancrage/post/territory-cards';
import type { Logger, Scope } from '@ancrage/subgraph';
import type { Connection, Database } from '@ancrage/subgraph/database';
import type { PersonalDataAnswer, PersonalDataAsk } from '@ancrage/subgraph/personal-data';
import type { HouseholdLinks } from '../household/household-links.js';
import type { RegistrationPost } from '../registration/registration-post.js';
import { ownPersonalData } from './own-personal-data.js';
import type { ServiceAnswer } from './person-request.entity.js';
import { SERVICES, type ServiceName, type Subject } from './request-person.js';

/** Asks another service; rejects when it does not answer, or not as it should. */
export type AskService = (
  service: ServiceName,
  territoryId: string,
  ask: PersonalDataAsk,
) => Promise<PersonalDataAnswer>;

interface Standing {
  id: string;
  kind: PersonalDataAsk['kind'];
  subject: Subject;
  answers: Record<string, ServiceAnswer>;
  attempts: number;
}

const EVERY_MS = 60_000;
/** Seconds until the next attempt: soon at first, for what restarts; then an hour at most. */
const WAITS = [3, 10, 30, 120, 600, 3600];
const NOBODY: Scope = { territoryId: null, role: 'PUBLIC', userId: null };

/**
 * Works on requests of persons until every service confirmed, on any number of replicas: whoever is at a request holds
 * its row, and each answer is kept before the next service is asked. What a crash left open is due again.
 */
export class PersonRequests {
  private readonly timer: NodeJS.Timeout;
  private soon: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly links: HouseholdLinks,
    private readonly ask: AskService,
    private readonly log: Logger,
  ) {
    this.timer = setInterval(() => this.wake(), EVERY_MS);
    this.timer.unref();
  }

  /** Says that requests may be due; returns at once. */
  wake(): void {
    if (!this.stopped) void this.run();
  }

  /** Does what is due; resolves when it is. */
  run(): Promise<void> {
    this.running = this.running.then(() => this.round());
    return this.running;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.soon);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      for (const { territoryId, dueAt } of await this.due())
        if (dueAt.getTime() <= Date.now()) await this.workIn(territoryId);
      const next = Math.min(...(await this.due()).map(({ dueAt }) => dueAt.getTime()));
      clearTimeout(this.soon);
      if (!this.stopped && next < Date.now() + EVERY_MS) {
        this.soon = setTimeout(() => this.wake(), Math.max(1000, next - Date.now()));
        this.soon.unref();
      }
    } catch (error) {
      if (!this.stopped)
        this.log.error({ err: error }, 'requests of persons wait, the next round tries again');
    }
  }

  private due(): Promise<{ territoryId: string; dueAt: Date }[]> {
    return this.database.read(NOBODY, {
      text: 'select territory_id as "territoryId", due_at as "dueAt" from person_requests_due()',
    });
  }

  private async workIn(territoryId: string): Promise<void> {
    const scope: Scope = { territoryId, role: 'OPERATOR', userId: 'personal-data' };
    while (!this.stopped && (await this.database.write(scope, (connection) => this.step(connection, scope))));
  }

  /** Asks every service of one request that has not confirmed; says whether there may be another one due. */
  private async step(connection: Connection, scope: Scope): Promise<boolean> {
    const { rows } = await connection.query<Standing>(
      `select id, kind, subject, answers from person_request
        where territory_id = $1 and next_try_at <= now() and subject is not null
        order by next_try_at, id limit 1 for update skip locked`,
      [scope.territoryId],
    );
    const request = rows[0];
    if (!request) return false;
    const card = await cardOf(connection, scope);
    const waiting = SERVICES.filter((service) => !request.answers[service]?.confirmedAt);
    for (const service of waiting) {
      const answer = request.answers[service] ?? {
        attempts: 0,
        confirmedAt: null,
        failure: null,
        counts: {},
      };
      const given = await this.answerOf(
        connection,
        scope,
        card && { card, links: this.links },
        service,
        request,
      );
      request.answers[service] = after(answer, given);
      if (!('failure' in given)) await this.keep(connection, request, service, given);
    }
    await settle(connection, request);
    return true;
  }

  private async answerOf(
    connection: Connection,
    scope: Scope,
    post: RegistrationPost | null,
    service: ServiceName,
    { kind, subject }: Standing,
  ): Promise<PersonalDataAnswer | { failure: string }> {
    const ask: PersonalDataAsk = { kind, ...subject };
    // What fails half-way here is undone by itself; the answers of the others are kept.
    await connection.query('savepoint answering');
    try {
      if (service === 'accompaniment') {
        if (!post) throw new Error('the territory is not known here yet');
        return await ownPersonalData(connection, scope, post, ask);
      }
      return await this.ask(service, scope.territoryId as string, ask);
    } catch (error) {
      await connection.query('rollback to savepoint answering');
      // Names no person: what a service says may hold the address.
      this.log.warn({ err: error, service }, 'a service did not confirm a request of a person');
      return { failure: 'UNAVAILABLE' };
    }
  }

  private async keep(
    connection: Connection,
    request: Standing,
    service: ServiceName,
    { accountId, data }: PersonalDataAnswer,
  ): Promise<void> {
    if (accountId) request.subject.person.accountId = accountId;
    if (data === undefined) return;
    await connection.query(
      `update person_request set result = coalesce(result, '{}') || jsonb_build_object($2::text, $3::jsonb) where id = $1`,
      [request.id, service, JSON.stringify(data)],
    );
  }
}

/** An answer after one more attempt. What is looked through again adds to what was forgotten before. */
function after(before: ServiceAnswer, given: PersonalDataAnswer | { failure: string }): ServiceAnswer {
  const attempts = before.attempts + 1;
  if ('failure' in given) return { ...before, attempts, failure: given.failure };
  const counts = { ...before.counts };
  for (const [what, count] of Object.entries(given.counts)) counts[what] = (counts[what] ?? 0) + count;
  const kept = { ...before.kept };
  for (const [why, count] of Object.entries(given.kept)) kept[why] = Math.max(kept[why] ?? 0, count);
  return { attempts, confirmedAt: new Date().toISOString(), failure: null, counts, kept };
}

async function settle(connection: Connection, { id, subject, answers }: Standing): Promise<void> {
  const left = SERVICES.filter((service) => !answers[service]?.confirmedAt);
  const tried = Math.max(0, ...left.map((service) => answers[service]?.attempts ?? 0));
  await connection.query(
    left.length === 0
      ? 'update person_request set answers = $2, subject = null, next_try_at = null, finished_at = now() where id = $1'
      : "update person_request set answers = $2, subject = $3, next_try_at = now() + $4 * interval '1 second' where id = $1",
    left.length === 0
      ? [id, JSON.stringify(answers)]
      : [id, JSON.stringify(answers), JSON.stringify(subject), WAITS[Math.min(tried, WAITS.length) - 1] ?? 3],
  );
}
