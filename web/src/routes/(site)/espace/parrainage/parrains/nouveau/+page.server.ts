import { fail, redirect } from '@sveltejs/kit';
import {
  CreateSponsorDocument,
  SolosWhoCanSponsorDocument,
  SoloToSponsorDocument,
  type SoloToSponsorQuery,
  SponsorFormChoicesDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { emptySponsor, readSponsor, type SponsorValues, sponsorInput } from '#lib/sponsors/sponsor-form.ts';
import { spokenLanguages } from '#lib/sponsors/sponsor-words.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** A solo who says that they can sponsor; the directory logs that their address was read. */
async function soloOf(gateway: GatewayClient, id: string): Promise<SoloToSponsorQuery['soloRecord']> {
  if (!isId(id)) return null;
  const { soloRecord } = await gateway.ask(SoloToSponsorDocument, { id });
  return soloRecord?.canSponsor && soloRecord.status === 'PUBLISHED' ? soloRecord : null;
}

const valuesOf = (solo: NonNullable<SoloToSponsorQuery['soloRecord']>): SponsorValues => ({
  ...emptySponsor(),
  name: solo.contact.personName ?? solo.displayName,
  email: solo.contact.email ?? '',
  phone: solo.contact.phone ?? '',
  communeCode: solo.commune?.code ?? '',
  activity: solo.activity,
  languages: solo.languages.filter((code) => (spokenLanguages as readonly string[]).includes(code)).join(','),
});

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const [{ territory, sponsorWordings }, { solos }, solo] = await Promise.all([
    gateway.ask(SponsorFormChoicesDocument, {}),
    gateway.ask(SolosWhoCanSponsorDocument, {}),
    soloOf(gateway, event.url.searchParams.get('solo') ?? ''),
  ]);
  return {
    communes: territory?.communes ?? [],
    wording: sponsorWordings.sponsor,
    solos: solos?.nodes ?? [],
    solo: solo && { id: solo.id, name: solo.displayName },
    values: solo ? valuesOf(solo) : emptySponsor(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const gateway = await memberGateway(event);
    const values = readSponsor(form);
    const [wording, channel] = [typedIn(form, 'wording'), typedIn(form, 'channel')];
    const solo = await soloOf(gateway, event.url.searchParams.get('solo') ?? '');
    const { createSponsor } = await gateway.change(CreateSponsorDocument, {
      input: {
        sponsor: sponsorInput(values),
        consent: { wording, channel },
        soloId: solo?.id ?? null,
        knownBy: [solo?.contact.email, solo?.contact.phone].filter((key) => typeof key === 'string'),
      },
    });
    if (createSponsor.__typename === 'SponsorSaved') {
      redirect(303, memberRoutes.sponsor(createSponsor.record.id, '?nouveau'));
    }
    const problems = createSponsor.__typename === 'SponsorRefused' ? problemsBy(createSponsor.problems) : {};
    return fail(422, { values, wording, channel, problems });
  },
};
