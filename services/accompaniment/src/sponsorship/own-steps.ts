import { cleanText } from '@ancrage/input/clean-text';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { bounded } from '../prospect/prospect-facts.js';
import type { HeldSponsorship } from './held-sponsorship.js';
import { contactFacts, noteContact } from './note-sponsorship-contact.js';
import { acceptSponsorship, closeSponsorship } from './settle-sponsorship.js';
import type { SponsorshipContactInput } from './sponsorship.input.js';
import type { SponsorshipWork } from './sponsorship-post.js';

/** One side's own answer: yes, or no with a word if they like. */
export const answering =
  ({ accept, words }: { accept: boolean; words?: string | null }) =>
  async (work: SponsorshipWork, held: HeldSponsorship, problems: Problems) => {
    if (accept) return acceptSponsorship(work, held, work.side, null);
    const said = bounded('words', cleanText(words ?? ''), 1000, problems);
    return problems.list.length > 0 ? null : closeSponsorship(work, held, work.side, said ?? '');
  };

/** One side ends it, with a word. */
export const ending =
  (words: string) => async (work: SponsorshipWork, held: HeldSponsorship, problems: Problems) => {
    const said = problems.text('words', cleanText(words), 1000);
    return problems.list.length > 0 ? null : closeSponsorship(work, held, work.side, said);
  };

/** One side notes a contact. */
export const noting =
  (input: SponsorshipContactInput) =>
  async (work: SponsorshipWork, held: HeldSponsorship, problems: Problems) => {
    const facts = contactFacts(input, problems);
    return problems.list.length > 0 ? null : noteContact(work, held, facts);
  };
