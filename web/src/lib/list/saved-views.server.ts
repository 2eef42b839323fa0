import type { RequestEvent } from '@sveltejs/kit';
import { fail, redirect } from '@sveltejs/kit';
import { RemoveViewDocument, SavedViewsDocument, SaveViewDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway } from '#lib/server/member.ts';
import { type ListShape, parseList, serialiseList } from './list-state.ts';
import type { SavedView } from './saved-view.ts';

const nameLength = 80;

/** The member's own views of a list, by name. */
export async function savedViews(gateway: GatewayClient, list: string): Promise<SavedView[]> {
  const { savedViews: views } = await gateway.ask(SavedViewsDocument, { list });
  return views;
}

/** The two actions by which a list's page keeps a view under a name, and forgets it. */
export const savedViewActions = (list: string, shape: ListShape) => ({
  saveView: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const name = String(form.get('view-name') ?? '').trim();
    const search = searchOf(shape, String(form.get('view-search') ?? ''));
    if (name.length < 1 || name.length > nameLength) {
      return fail(422, { viewName: name, viewProblem: m.views_name_problem({ maximum: nameLength }) });
    }
    const gateway = await memberGateway(event);
    const { saveView } = await gateway.change(SaveViewDocument, { input: { list, name, search } });
    if (saveView.__typename === 'OfferRefused') {
      return fail(422, { viewName: name, viewProblem: saveView.problems[0]?.message ?? '' });
    }
    return redirect(303, event.url.pathname + search);
  },
  removeView: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const gateway = await memberGateway(event);
    await gateway.change(RemoveViewDocument, { id: String(form.get('view') ?? '') });
    return redirect(303, event.url.pathname + searchOf(shape, String(form.get('view-search') ?? '')));
  },
});

/** Only what the list understands is kept: a view is an address of this list, and of nothing else. */
const searchOf = (shape: ListShape, search: string): string =>
  serialiseList(shape, { ...parseList(shape, new URLSearchParams(search)), after: null });
