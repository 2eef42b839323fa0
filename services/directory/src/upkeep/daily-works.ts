import type { DailyJobs } from '@ancrage/post/daily';
import type { EntryLinks } from '../entry/entry-links.js';
import { forgetLinks } from '../entry/forget-links.js';
import { yearlyReconfirmation } from '../entry/yearly-reconfirmation.js';
import { LISTS } from '../import/import.queries.js';
import { forgetLetters } from '../letter/forget-letters.js';
import { forgetUnanswered } from '../personal-data/forget-unanswered.js';

/** What the directory does by itself every day, in each territory. */
export function registerDailyWorks(jobs: DailyJobs, links: EntryLinks): DailyJobs {
  return jobs
    .everyDay('letters', forgetLetters)
    .everyDay('links', forgetLinks)
    .everyDay('lists', (connection) => LISTS.forgetOld(connection))
    .everyDay('unanswered', forgetUnanswered)
    .everyDay('reconfirmation', yearlyReconfirmation(links));
}
