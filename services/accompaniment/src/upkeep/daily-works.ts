import type { DailyJobs } from '@ancrage/post/daily';
import { LISTS } from '../prospect-import/prospect-import.queries.js';

/** What the service does by itself every day, in each territory. */
export function registerDailyWorks(jobs: DailyJobs): DailyJobs {
  return jobs.everyDay('prospect lists', (connection) => LISTS.forgetOld(connection));
}
