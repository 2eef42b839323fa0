import { OwnProjectDocument } from '#lib/graphql/generated/graphql.ts';
import { privatePage } from '#lib/server/cache.ts';
import { env } from '#lib/server/env.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { askLink } from '../ask-link.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { projectActions } from './project.actions.server.ts';
import { sponsorActions } from './sponsor.actions.server.ts';

/** What a household sees of its own project, by the link of its e-mails alone. Looking changes nothing. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ ...privatePage, 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin' });
  const token = event.params.token.slice(0, 200);
  const { ownProject } = await visitorGateway(event).ask(OwnProjectDocument, { token });
  const { searchParams } = event.url;
  return {
    project: ownProject ?? null,
    token,
    /** Chosen once for the form: what is sent twice is one message. */
    key: crypto.randomUUID(),
    done: searchParams.get('fait'),
    refused: searchParams.get('refus'),
    today: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date()),
    localMail: env().DEV_MAIL_URL !== undefined,
  };
};

export const actions: Actions = { ...projectActions, ...sponsorActions, ask: askLink };
