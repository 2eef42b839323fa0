import { progressBar } from '../import/progress-bar.js';
import { createEach } from '../territory/create-each.js';
import { LOCALES, TerritoryRefusedError } from '../territory/territory-request.js';

/** Makes a territory of each inter-communal body of a region, or of France, and says what that took. */
export async function createAll(
  ownerUrl: string,
  { region, locales }: { region: string | null; locales: string | undefined },
  contoursUrl: string | null,
  json: boolean,
): Promise<void> {
  const languages = LOCALES.safeParse(locales?.split(',').map((locale) => locale.trim()));
  if (!languages.success) throw new TerritoryRefusedError(['locales: some of fr, en, oc, es']);
  const startedAt = performance.now();
  const bar = progressBar(process.stderr, (done, total) => `${done} of ${total} territories`);
  const made = await createEach(
    ownerUrl,
    { region, locales: languages.data },
    contoursUrl,
    bar.onProgress,
  ).finally(bar.end);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  // In kilobytes, whatever the system counts in.
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  if (json) return console.log(JSON.stringify({ ...made, seconds, peakMegabytes }));
  const { created, present, communes, contours } = made;
  console.log(
    [
      `Created: ${created} territories of ${communes.toLocaleString('en')} communes; ${present} were there already`,
      `Contours: ${contours.official} official, ${contours.approximate} approximate${contours.reason ? ` (${contours.reason})` : ''}`,
      `It took ${seconds} s and ${peakMegabytes} MB of memory at its peak.`,
    ].join('\n'),
  );
}
