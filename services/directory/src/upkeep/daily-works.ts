import type { DailyJobs } from '@ancrage/post/daily';
import { forgetLetters } from '../letter/forget-letters.js';

/** What the directory does by itself every day, in each territory. */
export function registerDailyWorks(jobs: DailyJobs): DailyJobs {
  return jobs.everyDay('letters', forgetLetters);
}
