import { exportWord } from './export-words.js';
import type { ExportedPerson } from './person-request.queries.js';

type Row = Record<string, unknown>;

/** What serves machines alone; the data for machines have it. */
const UNREAD = /(?:^|_)(?:id|key|keys|token|digest)$|^(?:search_\w+|media_type|version|detail_version)$/;
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/**
 * What an export found as a page that stands alone, to be read or printed. Everything in it comes from somebody: nothing
 * of it is written unescaped, and it loads nothing.
 */
export function readableExport(found: ExportedPerson, locale: string): string {
  const en = locale === 'en';
  const page = new Page(locale);
  const title = `${en ? 'Personal data' : 'Données personnelles'} · ${found.territory.name}`;
  const intro = en
    ? `What the services of ${found.territory.name} keep of you, gathered on ${page.moment(String(found.exportedAt))} (${found.reference}). The same is in donnees.json for other programs; files are in the folder fichiers.`
    : `Ce que les services de ${found.territory.name} gardent de vous, réuni le ${page.moment(String(found.exportedAt))} (${found.reference}). La même chose est dans donnees.json pour d’autres logiciels ; les fichiers sont dans le dossier fichiers.`;
  const sections = Object.entries(found.services as Row).map(([service, held]) =>
    page.section(service, held, 2),
  );
  return `<!doctype html>
<html lang="${en ? 'en' : 'fr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}h2{margin-top:3rem}h3{margin-top:2rem}dl{display:grid;grid-template-columns:minmax(8rem,14rem) minmax(0,1fr);gap:.2rem 1rem;margin:0;padding:.75rem 0;border-top:1px solid #ccc}dt{color:#555}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}</style>
</head><body><main><h1>${escaped(title)}</h1><p>${escaped(intro)}</p>
${sections.join('\n')}
</main></body></html>`;
}

class Page {
  private readonly moments: Intl.DateTimeFormat;

  constructor(private readonly locale: string) {
    this.moments = new Intl.DateTimeFormat(locale, {
      ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' },
    });
  }

  moment(iso: string): string {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? iso : this.moments.format(date);
  }

  /** A heading with what is under it; nothing where nothing is. */
  section(name: string, held: unknown, level: number): string {
    const parts = (Array.isArray(held) ? held : [held]).map((one) => this.part(one, level)).filter(Boolean);
    const heading = `h${Math.min(level, 6)}`;
    return parts.length === 0
      ? ''
      : `<${heading}>${escaped(exportWord(name, this.locale))}</${heading}>\n${parts.join('\n')}`;
  }

  private part(held: unknown, level: number): string {
    if (!isRow(held)) return held === null || held === undefined ? '' : `<p>${this.value(held)}</p>`;
    const groups = Object.entries(held).filter(([, value]) => isGroup(value));
    const lines = Object.entries(held)
      .filter(([column, value]) => !isGroup(value) && !UNREAD.test(column) && !isEmpty(value))
      .map(
        ([column, value]) =>
          `<dt>${escaped(exportWord(column, this.locale))}</dt><dd>${this.value(value)}</dd>`,
      );
    return [
      lines.length > 0 ? `<dl>${lines.join('')}</dl>` : '',
      ...groups.map(([name, value]) => this.section(name, value, level + 1)),
    ].join('');
  }

  private value(value: unknown): string {
    if (typeof value === 'boolean')
      return value ? (this.locale === 'en' ? 'yes' : 'oui') : this.locale === 'en' ? 'no' : 'non';
    if (typeof value === 'string') return escaped(MOMENT.test(value) ? this.moment(value) : value);
    if (isRow(value) && typeof value['file'] === 'string')
      return `<a href="${escaped(encodeURI(value['file']))}">${escaped(value['file'])}</a>`;
    return escaped(typeof value === 'number' ? String(value) : JSON.stringify(value, null, 1));
  }
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Records of one kind. */
const isGroup = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isRow) : isRow(value) && Object.values(value).some(Array.isArray);
const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
