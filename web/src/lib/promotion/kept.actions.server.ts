import { fail, type RequestEvent } from '@sveltejs/kit';
import type { PromotionOutcomeFragment } from '#lib/graphql/generated/graphql.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import { type Problems, Typed, typedIn } from './kept-form.ts';

/** Sends what was read of a form. `row` is the record of a list that the form is about, `stamp` what it had read of it. */
type Send<Input> = (
  gateway: GatewayClient,
  input: Input,
  held: { id: string; stamp: string },
  event: RequestEvent,
) => Promise<{ outcome: PromotionOutcomeFragment }>;

/**
 * One form of a page of the promotion: how it is read and where it is sent; what was typed comes back when it is
 * refused. `part` tells the forms of a page apart; one about a record of a list has its id after it.
 */
export const keptAction =
  <Input>(part: string, read: (typed: Typed) => Input, send: Send<Input>) =>
  async (event: RequestEvent) => {
    await memberOf(event);
    const sent = typedIn(await event.request.formData());
    const typed = new Typed(sent);
    const id = typed.id('row') ?? event.params['id'] ?? '';
    const of = sent['row'] ? `${part} ${sent['row']}` : part;
    const refuse = (problems: Problems, outdated = false) =>
      fail(422, { part: of, problems, outdated, sent });
    const input = read(typed);
    if (Object.keys(typed.problems).length > 0) {
      return refuse(typed.problems);
    }
    const held = { id, stamp: typed.text('stamp', 64) };
    const { outcome } = await send(await memberGateway(event), input, held, event);
    if (outcome.__typename === 'PromotionSaved') {
      return { part: of, done: outcome.id };
    }
    return refuse(problemsBy(outcome.problems), outcome.outdated);
  };

/** For a form that sends nothing but what it is about. */
export const nothing = (): null => null;
