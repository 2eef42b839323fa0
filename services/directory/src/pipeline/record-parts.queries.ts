import type { SubgraphContext } from '@ancrage/subgraph';
import type { SoloConsent } from '../consent/solo-consent.js';
import type { SoloEventNode } from '../event/solo-event.js';
import type { SoloLetter } from '../letter/solo-letter.js';

/** Rows of a table by the solo that they belong to, for all the solos that a request asks for. */
function loadOf<Row extends object>(
  context: SubgraphContext,
  name: string,
  text: string,
  soloId: string,
): Promise<Row[]> {
  return context.load(name, soloId, async (ids: readonly string[]) => {
    const rows = await context.read<Row & { soloId: string }>({ name, text, values: [ids] });
    const bySolo = Map.groupBy(rows, (row) => row.soloId);
    return ids.map((id) => bySolo.get(id) ?? []);
  });
}

/** What a solo agreed to, newest first. */
export const loadConsents = (context: SubgraphContext, soloId: string): Promise<SoloConsent[]> =>
  loadOf<SoloConsent>(
    context,
    'consents of solos',
    `select solo_id as "soloId", id, purpose, wording, version, channel, given_at as "givenAt",
       withdrawn_at as "withdrawnAt", evidence, recorded_by as "recordedBy"
     from consent where solo_id = any($1::uuid[]) order by given_at desc, id`,
    soloId,
  );

/** What happened to a solo, newest first, at most 200. */
export async function loadEvents(context: SubgraphContext, soloId: string): Promise<SoloEventNode[]> {
  type Row = Omit<SoloEventNode, 'mine' | 'about'> & { detail: Record<string, unknown> | null };
  const rows = await loadOf<Row>(
    context,
    'events of solos',
    `select solo_id as "soloId", id, kind, at, user_id as "userId", note, detail from (
       select *, row_number() over (partition by solo_id order by at desc, id) as place
         from solo_event where solo_id = any($1::uuid[])) as numbered
     where place <= 200 order by at desc, id`,
    soloId,
  );
  return rows.map(({ detail, ...event }) => ({
    ...event,
    mine: event.userId !== null && event.userId === context.scope.userId,
    about: aboutOf(detail),
  }));
}

const ABOUT = ['purpose', 'version', 'channel', 'from', 'fields', 'file'];

function aboutOf(detail: Record<string, unknown> | null): string[] {
  return ABOUT.flatMap((key) => detail?.[key] ?? []).map(String);
}

/** E-mails to a solo, newest first. */
export const loadLetters = (context: SubgraphContext, soloId: string): Promise<SoloLetter[]> =>
  loadOf<SoloLetter>(
    context,
    'letters of solos',
    `select solo_id as "soloId", id, subject, recipient, created_at as "createdAt", sent_at as "sentAt",
       failed_at as "failedAt", problem
     from letter where solo_id = any($1::uuid[]) order by created_at desc, id limit 500`,
    soloId,
  );
