import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import type { LetterPart } from '@ancrage/post/letter-content';
import type { TerritoryCard } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { Problems } from '@ancrage/subgraph/field-problem';
import { periodInWords } from '../registration/session-time.js';
import type { NewsInput } from './news.input.js';

const LONGEST = { subject: 120, introduction: 2000 };

/** What the letter announces. */
export interface NewsItem {
  kind: 'SESSION' | 'FAIR';
  slug: string;
  title: string;
  place: string | null;
  startsAt: Date;
  endsAt: Date;
}

/** A letter of news as it can be sent, and what is wrong with the input, by field. */
export function readNews(input: NewsInput, items: readonly NewsItem[], locale: string) {
  const problems = new Problems(locale);
  const subject = problems.text('subject', cleanLine(input.subject), LONGEST.subject);
  const introduction = cleanText(input.introduction ?? '').trim();
  if (introduction.length > LONGEST.introduction) {
    problems.add('introduction', '2 000 caractères au plus.', '2,000 characters at most.');
  }
  const chosen = input.sessionIds.length + input.fairIds.length;
  if (items.length < new Set([...input.sessionIds, ...input.fairIds]).size) {
    problems.add(
      'sessionIds',
      'Une session ou un salon choisis ne sont plus à venir ou ne sont plus publiés : vérifiez la liste.',
      'A session or fair that was chosen is over or no longer published: check the list.',
    );
  } else if (chosen + input.arrivals.length === 0) {
    problems.add(
      'sessionIds',
      'Choisissez au moins une chose à annoncer.',
      'Choose one thing to announce at least.',
    );
  }
  return { subject, introduction, problems: problems.list };
}

/** The sessions and fairs of an input that visitors see and that are to come, in the order of their dates. */
export async function selectNewsItems(
  connection: Connection,
  territoryId: string,
  { sessionIds, fairIds }: NewsInput,
): Promise<NewsItem[]> {
  const { rows } = await connection.query<NewsItem>(
    `select 'SESSION' as kind, slug, title, meeting_place as place, starts_at as "startsAt", ends_at as "endsAt"
       from discovery_session
      where territory_id = $1 and id = any($2::uuid[]) and status = 'PUBLISHED' and starts_at > now()
     union all
     select 'FAIR', slug, name, place, starts_at, ends_at from fair
      where territory_id = $1 and id = any($3::uuid[]) and shown and ends_at > now()
     order by 5, 2`,
    [territoryId, sessionIds, fairIds],
  );
  return rows;
}

/** The parts of the letter in one language. */
export function newsParts(
  { introduction, arrivals }: { introduction: string; arrivals: NewsInput['arrivals'] },
  items: readonly NewsItem[],
  { site, name }: TerritoryCard,
  locale: string,
): LetterPart[] {
  const english = locale === 'en';
  const root = `${site}${english ? '/en' : ''}`;
  return [
    { kind: 'text', text: english ? 'Hello,' : 'Bonjour,' },
    ...(introduction ? [{ kind: 'text' as const, text: introduction }] : []),
    ...items.map((item): LetterPart => {
      const when = periodInWords(item.startsAt, item.endsAt, locale);
      const session = item.kind === 'SESSION';
      return {
        kind: 'item',
        title: item.title,
        text: [`${when.charAt(0).toUpperCase()}${when.slice(1)}`, item.place].filter(Boolean).join('\n'),
        href: session ? `${root}/decouvrir/${encodeURIComponent(item.slug)}` : `${root}/decouvrir`,
        label: session
          ? english
            ? 'Read more and register'
            : 'En savoir plus et s’inscrire'
          : english
            ? 'See the fair'
            : 'Voir le salon',
      };
    }),
    ...arrivals.map(
      ({ slug, title }): LetterPart => ({
        kind: 'item',
        title: cleanLine(title),
        text: english ? 'They have just arrived.' : 'Ils viennent de s’installer.',
        href: `${root}/actualites/${encodeURIComponent(slug)}`,
        label: english ? 'Meet them' : 'Faire leur connaissance',
      }),
    ),
    {
      kind: 'text',
      text: english ? `See you soon,\nthe team of ${name}` : `À bientôt,\nl’équipe de ${name}`,
    },
    {
      kind: 'quiet',
      text: english
        ? `You get these news because you agreed to them on the site of ${name}, at a fair or on the phone.`
        : `Vous recevez ces nouvelles parce que vous l’avez accepté sur le site de ${name}, sur un salon ou au téléphone.`,
    },
  ];
}
