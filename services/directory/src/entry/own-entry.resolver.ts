import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ConsentPurpose } from '../consent/consent-purpose.js';
import {
  EntrySessionArguments,
  LocaleArguments,
  SaveEntryArguments,
  SubmitEntryArguments,
} from './entry.input.js';
import { EntryResult, refuseEntry, sessionOver } from './entry.result.js';
import type { EntryLinks } from './entry-links.js';
import { type EntryOwner, endSession, ownerOf } from './entry-session.js';
import { isOpen, lockEntry, saveDraft } from './own-entry.change.js';
import { EntryConsentOffer, OwnEntry } from './own-entry.js';
import { consentOffers, selectOwnEntry } from './own-entry.queries.js';
import * as standing from './own-standing.js';
import { readEntry } from './read-entry.js';
import { writeStandingLetter } from './standing.letter.js';
import { noteOtherVersion, submitEntry } from './submit-entry.js';

@Resolver()
export class OwnEntryResolver {
  constructor(private readonly links: EntryLinks) {}

  @Query(() => OwnEntry, {
    nullable: true,
    description: 'The entry of whoever holds the session; null when it is over.',
  })
  async myEntry(
    @Args(() => EntrySessionArguments) { session }: EntrySessionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<OwnEntry | null> {
    const owner = await ownerOf(context, this.links, session);
    return owner && selectOwnEntry(owner);
  }

  @Query(() => [EntryConsentOffer], {
    description: 'The exact sentences that one may agree to, before joining. Languages: fr, en.',
  })
  entryConsentSentences(@Args(() => LocaleArguments) { locale }: LocaleArguments): EntryConsentOffer[] {
    return consentOffers(locale);
  }

  @Mutation(() => EntryResult, {
    description: 'Saves a draft, complete or not. What was with the moderators comes back from them.',
  })
  saveEntry(
    @Args(() => SaveEntryArguments) { session, version, input }: SaveEntryArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, session, async (owner, problems) => {
      const before = await selectOwnEntry(owner);
      const fields = readEntry(input, before?.content.photo?.id ?? null, problems);
      if (problems.list.length > 0) return;
      const { own, soloId } = owner;
      await own.write(async (connection) => {
        const { latest } = await lockEntry(connection, own.scope, soloId);
        if ((latest?.version ?? 0) !== version) return noteOtherVersion(problems);
        const photoId = latest && isOpen(latest) ? latest.fields.photoId : fields.photoId;
        await saveDraft(connection, own.scope, soloId, latest, { ...fields, photoId });
      });
    });
  }

  @Mutation(() => EntryResult, { description: 'Asks the moderators to publish what was saved.' })
  submitEntry(
    @Args(() => SubmitEntryArguments) { session, version, consents }: SubmitEntryArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, session, async (owner, problems) => {
      const sent = await submitEntry(owner, version, consents, problems);
      if (sent) await writeStandingLetter(context, this.links, owner.soloId, 'SUBMITTED', String(version));
    });
  }

  @Mutation(() => EntryResult, { description: 'Hides the own entry until its owner resumes it.' })
  pauseEntry(
    @Args(() => EntrySessionArguments) { session }: EntrySessionArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, session, standing.pauseEntry);
  }

  @Mutation(() => EntryResult, { description: 'Shows a paused entry again, without moderation.' })
  resumeEntry(
    @Args(() => EntrySessionArguments) { session }: EntrySessionArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, session, standing.resumeEntry);
  }

  @Mutation(() => EntryResult, {
    description: 'Says that the entry still holds, for a year from today; one that had lapsed shows again.',
  })
  reconfirmEntry(
    @Args(() => EntrySessionArguments) { session }: EntrySessionArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, session, standing.reconfirmEntry);
  }

  @Mutation(() => EntryResult, {
    description: 'Takes one consent back, at once; that to the web unpublishes.',
  })
  takeBackConsent(
    @Args(() => EntrySessionArguments) { session }: EntrySessionArguments,
    @Arg('purpose', () => ConsentPurpose) purpose: ConsentPurpose,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, session, (owner) => standing.takeBackConsent(owner, purpose));
  }

  @Mutation(() => EntryResult, {
    description:
      'Takes every consent back: the entry leaves all public pages at once, and every session ends.',
  })
  withdrawEntry(
    @Args(() => EntrySessionArguments) { session }: EntrySessionArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, session, async (owner) => {
      await standing.withdrawEntry(owner);
      await endSession(context, owner, true);
      await writeStandingLetter(context, this.links, owner.soloId, 'WITHDRAWN', owner.linkId);
    });
  }

  private async change(
    context: SubgraphContext,
    session: string,
    work: (owner: EntryOwner, problems: Problems) => Promise<unknown>,
  ) {
    const owner = await ownerOf(context, this.links, session);
    if (!owner) return sessionOver(context.origin.locale);
    const problems = new Problems(context.origin.locale);
    await work(owner, problems);
    if (problems.list.length > 0) return refuseEntry(problems.list);
    const entry = await selectOwnEntry(owner);
    return entry ? { __typename: 'EntrySaved' as const, entry } : sessionOver(context.origin.locale);
  }
}
