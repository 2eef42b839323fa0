import { factActions } from '#lib/facts/fact-actions.server.ts';
import { textsOf } from '#lib/facts/fact-form.ts';
import { families, familyNamed } from '#lib/facts/families.ts';
import { CommuneFactsDocument, VerifyFactsDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden, unknownCommune } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { Actions, PageServerLoad } from './$types';
import { confirmed } from './confirm-family.ts';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const code = codeOf(event.params.code);
  const family = familyNamed(event.url.searchParams.get('famille'));
  const gateway = await memberGateway(event);
  const { commune } = await gateway.ask(CommuneFactsDocument, { code, families: family ? [family] : null });
  if (!commune) {
    return unknownCommune();
  }
  const order = new Map(families.map((each, index) => [each, index]));
  const facts = commune.facts.toSorted(
    (one, other) => (order.get(one.type.family) ?? 0) - (order.get(other.type.family) ?? 0),
  );
  return { commune: { ...commune, facts }, family, body: tenantIn(event.locals).name };
};

export const actions: Actions = {
  ...factActions,
  /** Everything that a family shows is right: vouched for at once. */
  confirm: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const values = textsOf(await event.request.formData());
    const communeCode = codeOf(event.params.code);
    const family = familyNamed(values.family ?? null);
    const gateway = await memberGateway(event);
    const { commune } = await gateway.ask(CommuneFactsDocument, {
      code: communeCode,
      families: family ? [family] : null,
    });
    const facts = confirmed(commune?.facts ?? [], values.types ?? '');
    if (facts.length > 0) {
      const verifiedBy = values.verifiedBy || tenantIn(event.locals).name;
      await gateway.change(VerifyFactsDocument, { input: { communeCode, verifiedBy, facts } });
    }
    return { form: 'confirm' as const, key: '', values, problems: {}, confirmed: facts.length };
  },
};

function codeOf(code: string): string {
  return /^[0-9AB]{5}$/.test(code) ? code : unknownCommune();
}
