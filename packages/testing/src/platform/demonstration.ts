import { serviceCommand } from './commands.js';
import type { PlatformSettings } from './platform.js';

/** Gives a territory its generated records; one that has them keeps them. */
export async function loadDemonstration(
  platform: PlatformSettings,
  territory: { id: string; slug: string; communes: { code: string; population: number }[] },
): Promise<void> {
  const communes = territory.communes.map(({ code, population }) => `${code}:${population}`).join(',');
  const records = ['--territory', territory.id, '--communes', communes];
  await Promise.all([
    serviceCommand(platform, 'territory', 'cli.js', 'demonstration', '--territory', territory.slug, '--json'),
    serviceCommand(platform, 'directory', 'demonstration.js', ...records),
    serviceCommand(platform, 'accompaniment', 'demonstration.js', ...records),
  ]);
}
