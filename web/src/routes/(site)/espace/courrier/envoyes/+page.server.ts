import { SentLettersDocument } from '#lib/graphql/generated/graphql.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return { household: null, letters: null };
  }
  const { searchParams } = event.url;
  const asked = searchParams.get('foyer') ?? '';
  const household = uuid.test(asked) ? asked : null;
  const gateway = await memberGateway(event);
  const { householdLetters } = await gateway.ask(SentLettersDocument, {
    prospectId: household,
    after: searchParams.get('apres')?.slice(0, 200) || null,
  });
  return { household, letters: householdLetters };
};
