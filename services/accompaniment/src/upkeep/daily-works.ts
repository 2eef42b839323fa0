import type { DailyJobs } from '@ancrage/post/daily';
import { forgetLetters } from '@ancrage/post/forget-letters';
import { remindActors } from '../following/remind-actors.js';
import { remindMembers } from '../following/remind-members.js';
import type { HouseholdLinks } from '../household/household-links.js';
import { followAbsences, remindOfSteps } from '../installation/watch-steps.js';
import { reachActorsThrough } from '../neighbour/reach-actors.js';
import { reachMembersThrough } from '../neighbour/reach-members.js';
import type { ThroughGateway } from '../neighbour/through-gateway.js';
import { forgetPersonRequests } from '../person-request/forget-person-requests.js';
import { LISTS } from '../prospect-import/prospect-import.queries.js';
import { remind } from '../registration/remind.js';
import { watchRetention } from '../retention/retention.work.js';
import { followUpSponsors } from '../sponsorship/follow-up-sponsors.js';
import { forgetLeftSponsors } from '../sponsorship/forget-left-sponsors.js';
import { askForSurveys } from '../survey/ask-for-surveys.js';

/** What people were promised to be forgotten by is kept, whether the territory is open or not. */
const FORGETS = { whenClosed: true };

/**
 * What the service does by itself every day, in each territory.
 *
 * @param gateway where members and actors of the network are looked up; null: they are not written to
 */
export function registerDailyWorks(
  jobs: DailyJobs,
  links: HouseholdLinks,
  gateway: ThroughGateway | null,
): DailyJobs {
  jobs
    .everyDay('absences', followAbsences)
    .everyDay('left sponsors', forgetLeftSponsors(links), FORGETS)
    .everyDay('letters', forgetLetters('prospect_id'), FORGETS)
    .everyDay('person requests', forgetPersonRequests, FORGETS)
    .everyDay('prospect lists', (connection) => LISTS.forgetOld(connection), FORGETS)
    .everyDay('reminders', remind(links))
    .everyDay('retention', watchRetention, FORGETS)
    .everyDay('sponsors', followUpSponsors(links))
    .everyDay('steps', remindOfSteps(links))
    .everyDay('surveys', askForSurveys(links));
  if (!gateway) return jobs;
  const reachMembers = reachMembersThrough(gateway);
  return jobs
    .everyDay('member steps', remindMembers(reachMembers))
    .everyDay('network steps', remindActors(reachActorsThrough(gateway), reachMembers));
}
