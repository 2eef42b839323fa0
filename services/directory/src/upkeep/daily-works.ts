import type { DailyJobs } from '@ancrage/post/daily';
import { forgetLetters } from '@ancrage/post/forget-letters';
import type { EntryLinks } from '../entry/entry-links.js';
import { forgetLinks } from '../entry/forget-links.js';
import { yearlyReconfirmation } from '../entry/yearly-reconfirmation.js';
import { LISTS } from '../import/import.queries.js';
import { forgetUnanswered } from '../personal-data/forget-unanswered.js';

/** What people were promised to be forgotten by is kept, whether the territory is open or not. */
const FORGETS = { whenClosed: true };

/** What the directory does by itself every day, in each territory. */
export function registerDailyWorks(jobs: DailyJobs, links: EntryLinks): DailyJobs {
  return jobs
    .everyDay('letters', forgetLetters('solo_id'), FORGETS)
    .everyDay('links', forgetLinks, FORGETS)
    .everyDay('lists', (connection) => LISTS.forgetOld(connection), FORGETS)
    .everyDay('unanswered', forgetUnanswered, FORGETS)
    .everyDay('reconfirmation', yearlyReconfirmation(links));
}
