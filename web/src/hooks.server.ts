import { sequence } from '@sveltejs/kit/hooks';
import { compression } from '#lib/server/compression.hook.ts';
import { cookies } from '#lib/server/cookies.hook.ts';
import { document } from '#lib/server/document.hook.ts';
import { language } from '#lib/server/language.hook.ts';
import { mapPolicy } from '#lib/server/map-policy.hook.ts';
import { security } from '#lib/server/security.hook.ts';
import { tenancy } from '#lib/server/tenancy.hook.ts';

export { handleError } from '#lib/server/errors.hook.ts';

export const handle = sequence(compression, security, mapPolicy, cookies, tenancy, language, document);
