import { DailyJobs } from '@ancrage/post/daily';
import { createMailer } from '@ancrage/post/mailer';
import { Outbox } from '@ancrage/post/outbox';
import type { Logger, Subgraph } from '@ancrage/subgraph';
import type { Database } from '@ancrage/subgraph/database';
import type { AccompanimentEnvironment } from '../env.js';
import type { HouseholdLinks } from '../household/household-links.js';
import { BounceAddresses } from '../mail/bounce-address.js';
import { noteBounce } from '../mail/note-bounce.js';
import { LETTERS_CHANNEL } from '../mail/write-letter.js';
import type { ThroughGateway } from '../neighbour/through-gateway.js';
import { askServiceThrough } from '../person-request/ask-service.js';
import { PersonRequests } from '../person-request/person-requests.js';
import { PERSON_REQUESTS_CHANNEL } from '../person-request/request-person.js';
import { SESSION_SEATS } from '../session/session-seats.resolver.js';
import { registerDailyWorks } from './daily-works.js';
import { OfferEnds } from './offer-ends.js';

/** What the service does by itself: letters leave, offers end, daily works are done. Resolves when all of it has stopped. */
export type StopUpkeep = () => Promise<void>;

/** Starts it, on any number of replicas; without a mail server, letters wait. */
export function startUpkeep(
  { listener }: Pick<Subgraph, 'listener'>,
  database: Database,
  links: HouseholdLinks,
  parts: Pick<AccompanimentEnvironment, 'mail' | 'bounces' | 'linkSecret'> & {
    gateway: ThroughGateway | null;
  },
  log: Logger,
): StopUpkeep {
  const { mail, bounces, linkSecret, gateway } = parts;
  const jobs = registerDailyWorks(new DailyJobs(database, log), links, gateway);
  jobs.start();
  const offers = new OfferEnds(database, links, log);
  listener.events.on(SESSION_SEATS, () => offers.wake());
  offers.start();
  const works: { stop(): Promise<void> }[] = [jobs, offers];
  if (gateway) {
    const requests = new PersonRequests(database, links, askServiceThrough(gateway), log);
    listener.events.on(PERSON_REQUESTS_CHANNEL, () => requests.wake());
    requests.wake();
    works.push(requests);
  } else log.warn('requests of persons and letters to members wait: there is no GATEWAY_URL');
  if (!mail) {
    log.warn('letters wait: there is no SMTP_URL');
    return () => stopAll(works);
  }
  const bounceAddresses = bounces ? new BounceAddresses(linkSecret, bounces) : null;
  const outbox = new Outbox({
    database,
    table: 'letter',
    mailer: createMailer(mail.smtpUrl, mail.from),
    log,
    dress: {
      stopHref: ({ prospect_id: household, locale = 'fr' }, card) =>
        household ? links.addressOf(card, 'NEWS', household, locale) : null,
      bounceTo: ({ id }) => bounceAddresses?.addressOf(id) ?? null,
    },
    refused: (connection, scope, { recipient }, problem) => noteBounce(connection, scope, recipient, problem),
  });
  listener.events.on(LETTERS_CHANNEL, () => outbox.wake());
  outbox.wake();
  return () => stopAll([...works, outbox]);
}

const stopAll = async (works: { stop(): Promise<void> }[]) => {
  await Promise.all(works.map((work) => work.stop()));
};
