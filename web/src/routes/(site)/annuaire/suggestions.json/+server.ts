import { json } from '@sveltejs/kit';
import { DirectorySuggestionsDocument } from '#lib/graphql/generated/graphql.ts';
import { peoplePage } from '#lib/server/cache.ts';
import type { RequestHandler } from './$types';

/** What somebody who is typing may mean; an empty list for what is too short or too long. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  const { directorySuggestions } = await locals.gateway.ask(DirectorySuggestionsDocument, { search });
  return json(directorySuggestions ?? [], { headers: peoplePage });
};
