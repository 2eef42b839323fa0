import { parseArgs } from 'node:util';
import { differing, figureTable } from './figures.js';
import { localPlatform } from './local-platform.js';
import { replayCase } from './replay.js';
import { setStage } from './stage.js';

const USAGE = `npm run replay -- --slug <slug> [--name <name>]
  Lives the reference case through on the platform that npm start runs, in a new territory of that slug: from nobody to
  78 solos identified and 40 published, 26 households met, 6 settled and 5 on their way. Uses what anybody may use: the
  operator's command line, public operations, pages, letters. Ends with 1 when a page or the API reads otherwise.`;

try {
  const { values } = parseArgs({
    options: { slug: { type: 'string' }, name: { type: 'string' }, help: { type: 'boolean' } },
  });
  const { slug } = values;
  if (values.help || !slug) {
    console.log(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  const stage = await setStage(
    await localPlatform(),
    slug,
    values.name ?? `Cas de référence (${slug}, démonstration)`,
  );
  console.log(`Territoire créé : ${slug}, ${stage.communes.length} communes et plus`);
  const readings = await replayCase(stage, console.log);
  console.log(`\n${figureTable(readings).join('\n')}`);
  const wrong = differing(readings).map(({ place }) => place);
  if (wrong.length > 0) throw new Error(`\nLes chiffres diffèrent : ${wrong.join(', ')}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
