import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { type HeldSponsorship, holdSponsorship, type OwnedBy } from './held-sponsorship.js';
import { sponsorshipHindranceWords } from './hindrance-words.js';
import type { SponsorshipHindrance } from './settle-sponsorship.js';
import type { SponsorshipPost, SponsorshipWork } from './sponsorship-post.js';
import type { SponsorshipSide } from './sponsorship-status.js';

/** Who takes a step by their own link. */
export interface OwnActor {
  side: SponsorshipSide;
  /** The user id under which they act. */
  userId: string;
  /** Of whom the sponsorship has to be. */
  of: OwnedBy;
}

/** Why nothing was done; null when it was. */
export interface OwnRefusal {
  message: string;
  problems: Problems['list'];
}

/**
 * Takes a step on a sponsorship by the link of one of its sides, with the territory's rights: letters and the timeline
 * are not theirs to write. Nothing that is read here shows in the answer.
 */
export async function takeOwnStep(
  context: SubgraphContext,
  post: SponsorshipPost,
  { side, userId, of }: OwnActor,
  id: string,
  step: (
    work: SponsorshipWork,
    held: HeldSponsorship,
    problems: Problems,
  ) => Promise<SponsorshipHindrance | null>,
): Promise<OwnRefusal | null> {
  const english = context.origin.locale === 'en';
  const problems = new Problems(context.origin.locale);
  const territory = asTerritory(context);
  const { scope } = territory;
  const hindrance = await territory.write(async (connection) => {
    const held = await holdSponsorship(connection, scope, id, of);
    if (!held) return 'NONE' as const;
    return step({ connection, scope, actor: { ...scope, userId }, side, post }, held, problems);
  });
  if (problems.list.length > 0)
    return {
      message: english ? 'Something has to be repaired.' : 'Quelque chose est à reprendre.',
      problems: problems.list,
    };
  if (hindrance === 'NONE')
    return {
      message: english ? 'This link leads to no sponsorship.' : 'Ce lien ne mène à aucun parrainage.',
      problems: [],
    };
  if (!hindrance) return null;
  const { fr, en } = sponsorshipHindranceWords(hindrance);
  return { message: english ? en : fr, problems: [] };
}
