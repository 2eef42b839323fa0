import type { SubgraphContext } from '@ancrage/subgraph';
import { likenessesOf } from '../duplicate/duplicate.queries.js';
import { vocabularySkill } from '../vocabulary/skills.js';
import { EntryPart } from './difference.js';
import type { ModeratedChangeNode } from './moderated-change.js';
import { type ModerationWarning, ModerationWarningKind, textWarnings } from './warnings.js';

/** What to look at twice: by the texts, by the skills that others have, by the records that are alike. */
export async function warningsOf(
  context: SubgraphContext,
  { soloId, firstEntry, before, after }: ModeratedChangeNode,
): Promise<ModerationWarning[]> {
  const [fresh, alike] = await Promise.all([
    newSkills(context, soloId, firstEntry ? after.skills : added(before.skills, after.skills)),
    likenessesOf(context, soloId),
  ]);
  return [
    ...alike.map(({ otherId, otherName }) => ({
      kind: ModerationWarningKind.DUPLICATE,
      part: null,
      text: otherName,
      soloId: otherId,
    })),
    ...textWarnings(after),
    ...fresh.map((skill) => ({
      kind: ModerationWarningKind.NEW_SKILL,
      part: EntryPart.SKILLS,
      text: skill,
      soloId: null,
    })),
  ];
}

const added = (before: readonly string[], after: readonly string[]): string[] =>
  after.filter((skill) => !before.includes(skill));

/** Skills outside the vocabulary that no other published entry of the territory has either. */
async function newSkills(
  context: SubgraphContext,
  soloId: string,
  wanted: readonly string[],
): Promise<string[]> {
  const skills = wanted.filter((skill) => vocabularySkill(skill) === null);
  if (skills.length === 0) return [];
  const rows = await context.read<{ skill: string }>({
    name: 'skills that nobody has',
    text: `select skill from unnest($3::text[]) as asked (skill)
      where not exists (
        select from solo s where s.territory_id = $1 and s.id <> $2 and s.status = 'PUBLISHED' and skill = any(s.skills))`,
    values: [context.requireTerritory(), soloId, skills],
  });
  return rows.map(({ skill }) => skill);
}
