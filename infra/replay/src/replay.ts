import { replayDirectory } from './directory.js';
import type { Reading } from './figures.js';
import { households } from './households.js';
import { replayInstallations } from './installations.js';
import { replayProtocol } from './protocol.js';
import { readFigures } from './read-figures.js';
import { replaySession } from './session.js';
import type { Stage } from './stage.js';

/** Who attended a session in the reference case; one more registers and gives its seats back. */
const ATTENDED = 26;

/** The whole case, in its order. Gives what is then read everywhere. */
export async function replayCase(stage: Stage, tell: (line: string) => void): Promise<Reading[]> {
  const sponsor = await replayDirectory(stage, tell);
  const came = await replaySession(stage, households(ATTENDED + 1, new Date().getFullYear()), tell);
  await replayProtocol(stage, tell);
  await replayInstallations(stage, came, sponsor, tell);
  return readFigures(stage);
}
