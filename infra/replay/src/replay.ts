import { replayDirectory } from './directory.js';
import { households } from './households.js';
import { replayInstallations } from './installations.js';
import { replaySession } from './session.js';
import type { Stage } from './stage.js';

/** Who attended a session in the reference case; one more registers and gives its seats back. */
const ATTENDED = 26;

export interface ReplayedFigures {
  solosIdentified: number | null;
  solosPublished: number | null;
  prospectsAttended: number | null;
  installationsEffective: number | null;
  installationsPlanned: number | null;
}

/** The whole case, in its order. Gives what the API then says. */
export async function replayCase(stage: Stage, tell: (line: string) => void): Promise<ReplayedFigures> {
  await replayDirectory(stage, tell);
  const came = await replaySession(stage, households(ATTENDED + 1, new Date().getFullYear()), tell);
  await replayInstallations(stage, came, tell);
  return readFigures(stage);
}

async function readFigures({ ask }: Stage): Promise<ReplayedFigures> {
  const { territory } = await ask<{ territory: Record<'directory' | 'accompaniment', object> }>(
    `{ territory {
        directory: directoryIndicators { solosIdentified solosPublished }
        accompaniment: accompanimentIndicators { prospectsAttended installationsEffective installationsPlanned }
      } }`,
  );
  return { ...territory.directory, ...territory.accompaniment } as ReplayedFigures;
}
