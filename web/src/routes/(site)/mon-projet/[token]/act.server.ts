import { fail, isHttpError, type RequestEvent, redirect } from '@sveltejs/kit';
import type {
  OwnProjectOutcomeFragment,
  OwnSponsorshipOutcomeFragment,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Problems } from '#lib/prospects/household-fields.ts';
import { routes } from '#lib/routes.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { problemsBy } from '#lib/ui/problems.ts';

export type ProjectEvent = RequestEvent<{ token: string }>;
type Typed = Record<string, string>;
/** Which form of the page was sent; what it was told is said beside it. */
export type ProjectPart =
  | 'etape'
  | 'message'
  | 'lu'
  | 'contact'
  | 'nouvelles'
  | 'parrain-oui'
  | 'parrain-non'
  | 'parrain-echange'
  | 'parrain-fin';

/** Why nothing was done, field by field; null when it was, or when the page itself says that it is gone. */
function refusalOf(outcome: OwnProjectOutcomeFragment | OwnSponsorshipOutcomeFragment): Problems | null {
  if (outcome.__typename === 'OwnProjectRefused') return outcome.gone ? null : problemsBy(outcome.problems);
  if (outcome.__typename === 'OwnSponsorshipRefused')
    return outcome.problems.length > 0 ? problemsBy(outcome.problems) : { form: outcome.message };
  return null;
}

/** Does what a form asks, then shows the page anew; what was typed stays when it is refused. */
export async function act(
  event: ProjectEvent,
  part: ProjectPart,
  typed: Typed,
  change: (
    gateway: GatewayClient,
    token: string,
  ) => Promise<OwnProjectOutcomeFragment | OwnSponsorshipOutcomeFragment>,
) {
  const { token } = event.params;
  const refuse = (status: number, problems: Problems) => fail(status, { part, typed, problems });
  try {
    const problems = refusalOf(await change(visitorGateway(event), token));
    if (problems) return refuse(422, problems);
  } catch (failure) {
    if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
    return refuse(failure.status, { form: m.project_later() });
  }
  redirect(303, routes.project(token, `?fait=${part}`));
}
