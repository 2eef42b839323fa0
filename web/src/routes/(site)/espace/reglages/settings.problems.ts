import { m } from '#lib/paraglide/messages.js';
import { isColour } from '#lib/theme/colours.ts';
import { contrastChecks } from '#lib/theme/contrast.ts';
import { limits, type Problems, type SettingsValues, settingsSchema } from './settings.form.ts';

const messages: Record<string, () => string> = {
  name: () => m.settings_name_problem({ maximum: limits.name }),
  locales: m.settings_locales_problem,
  defaultLocale: m.settings_default_locale_problem,
  basemap: m.settings_basemap_problem,
  basemapStyle: () => m.settings_too_long({ maximum: limits.basemapStyle }),
  senderName: () => m.settings_too_long({ maximum: limits.senderName }),
  senderReplyTo: () => m.settings_too_long({ maximum: limits.address }),
  senderFrom: () => m.settings_too_long({ maximum: limits.address }),
  'texts.fr.tagline': () => m.settings_too_long({ maximum: limits.tagline }),
  'texts.en.tagline': () => m.settings_too_long({ maximum: limits.tagline }),
  'texts.fr.presentation': () => m.settings_too_long({ maximum: limits.presentation }),
  'texts.en.presentation': () => m.settings_too_long({ maximum: limits.presentation }),
};

/** What is wrong with a form before anybody is asked to save it. */
export function problemsOf(values: SettingsValues): Problems {
  const problems: Problems = {};
  const parsed = settingsSchema.safeParse(values);
  for (const issue of parsed.error?.issues ?? []) {
    const [first, second, third] = issue.path.map(String);
    const path = first === 'texts' ? `texts.${second}.${third}` : (first ?? '');
    problems[fieldOf(path)] ??= messages[path]?.() ?? issue.message;
  }
  for (const colour of ['accent', 'paper', 'ink'] as const) {
    if (!isColour(values[colour])) {
      problems[colour] = m.settings_colour_problem();
    }
  }
  const unreadable = contrastChecks(values).filter(({ passes }) => !passes);
  if (unreadable.some(({ pair }) => pair === 'accentOnPaper')) {
    problems.accent ??= m.settings_accent_unreadable();
  }
  if (unreadable.some(({ pair }) => pair !== 'accentOnPaper')) {
    problems.ink ??= m.settings_ink_unreadable();
  }
  return problems;
}

/** The input that a path of the API speaks of: « theme.accent » is the accent, « texts.fr.tagline » is tagline-fr. */
export function fieldOf(path: string): string {
  const [first, second, third] = path.split('.');
  if (first === 'theme') {
    return second ?? 'accent';
  }
  if (first === 'mailSender') {
    return { name: 'senderName', replyTo: 'senderReplyTo' }[second ?? ''] ?? 'senderFrom';
  }
  return first === 'texts' ? `${third}-${second}` : (first ?? 'name');
}
