import pc from 'picocolors';

export type Severity = 'debug' | 'info' | 'warn' | 'error';

const SEVERITIES: [atLeast: number, severity: Severity][] = [
  [50, 'error'],
  [40, 'warn'],
  [30, 'info'],
  [0, 'debug'],
];
/** What every line repeats and its prefix already says. */
const OMITTED = new Set(['level', 'time', 'pid', 'hostname', 'name', 'msg', 'err', 'v']);

/** Makes one line of a process's output readable: pino's JSON becomes text, anything else stays as it is. */
export function renderLogLine(line: string): { text: string; severity: Severity } {
  const entry = parse(line);
  if (!entry) return { text: line, severity: 'info' };
  const severity = SEVERITIES.find(([atLeast]) => Number(entry['level']) >= atLeast)?.[1] ?? 'info';
  const fields = Object.entries(entry)
    .filter(([key, value]) => !OMITTED.has(key) && value !== undefined)
    .map(([key, value]) => pc.dim(`${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`));
  const text = [String(entry['msg'] ?? ''), ...fields].filter(Boolean).join(' ');
  return { text: `${text}${problem(entry['err'])}`, severity };
}

function problem(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { stack, message } = error as { stack?: string; message?: string };
  return `\n${stack ?? message ?? JSON.stringify(error)}`;
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{"')) return undefined;
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    return typeof entry['level'] === 'number' ? entry : undefined;
  } catch {
    return undefined;
  }
}
