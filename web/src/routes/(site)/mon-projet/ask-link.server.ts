import { fail, isHttpError, type RequestEvent } from '@sveltejs/kit';
import { RequestProjectLinkDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { visitorGateway } from '#lib/server/visitor.ts';

/** Has a link sent to an address; what is answered is the same whether a household has it or not. */
export async function askLink(event: RequestEvent) {
  const form = await event.request.formData();
  const email = typedIn(form, 'email').trim().slice(0, 300);
  try {
    const { requestProjectLink } = await visitorGateway(event).change(RequestProjectLinkDocument, {
      email,
      website: typedIn(form, 'website').slice(0, 300),
    });
    const [problem] = requestProjectLink.problems;
    return problem ? fail(422, { email, fault: problem.message }) : { email, sent: true };
  } catch (failure) {
    if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
    return fail(failure.status, { email, fault: m.project_later() });
  }
}
