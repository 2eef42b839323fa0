import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

type Held = {
  exportedAt: string;
  territory: { name: string };
  record: Record<string, Record<string, unknown>[]>;
  access: Record<string, unknown>[];
  merges: Record<string, unknown>[];
};

const tables: Record<string, () => string> = {
  solo: m.personal_table_entry,
  solo_contact: m.personal_table_contact,
  consent: m.personal_table_consents,
  solo_event: m.personal_table_events,
  entry_change: m.personal_table_changes,
  letter: m.personal_table_letters,
  entry_link: m.personal_table_links,
  solo_photo: m.personal_table_photos,
  arrival: m.personal_table_arrivals,
};

/**
 * A person's data as a page that stands alone, to be kept or printed. Everything in it comes from somebody: nothing of
 * it is written unescaped.
 */
export function readablePersonalData(json: string): string {
  const held = JSON.parse(json) as Held;
  const sections = Object.entries(held.record)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => section(tables[table]?.() ?? table, rows));
  const title = `${m.personal_title()} · ${held.territory.name}`;
  return `<!doctype html>
<html lang="${getLocale()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{max-width:48rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}h2{margin-top:2.5rem}dl{display:grid;grid-template-columns:minmax(8rem,12rem) minmax(0,1fr);gap:.2rem 1rem;padding:.75rem 0;border-top:1px solid #ccc}dt{color:#555}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}img{max-width:100%}</style>
</head><body><h1>${escaped(title)}</h1><p>${escaped(m.personal_exported({ date: held.exportedAt.slice(0, 10) }))}</p>
${sections.join('\n')}
${section(m.personal_table_access(), held.access)}
${section(m.personal_table_merges(), held.merges)}
</body></html>`;
}

function section(title: string, rows: Record<string, unknown>[]): string {
  return rows.length === 0 ? '' : `<h2>${escaped(title)}</h2>\n${rows.map(list).join('\n')}`;
}

function list(row: Record<string, unknown>): string {
  const lines = Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([column, value]) => `<dt>${escaped(column)}</dt><dd>${shown(value)}</dd>`);
  return `<dl>${lines.join('')}</dl>`;
}

function shown(value: unknown): string {
  if (isPicture(value)) {
    return `<img alt="" src="data:image/webp;base64,${escaped(value.base64)}">`;
  }
  return escaped(typeof value === 'string' ? value : JSON.stringify(value, null, 1));
}

const isPicture = (value: unknown): value is { base64: string } =>
  typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
