import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '@ancrage/subgraph/errors';
import type { FileExchange, FileRoute } from '@ancrage/subgraph/files';
import { WRITERS } from '@ancrage/subgraph/policies';
import { readForm, type SentFile } from '../../upload/read-form.js';
import { agentScope, readRequest, refuse } from './import-request.js';
import type { ImportRuns } from './import-runs.js';

/**
 * Takes a file to import: a form with the fields `dataset` and `vintage`, then `file`; or with `url` in place of a
 * file. Answers 201 with the id of the run, whose dry run starts when its turn comes.
 */
export const uploadRoute = (runs: ImportRuns): FileRoute => ({
  method: 'POST',
  path: '/files/imports',
  async handle({ context, request, response, body }: FileExchange) {
    context.requireRole(...WRITERS);
    const scope = agentScope(context);
    if (!(await runs.hasRoom(scope))) throw refuse('TOO_MANY', context.origin.locale);
    const id = runs.newId();
    try {
      const receive = async (file: Readable, { name }: SentFile, fields: ReadonlyMap<string, string>) => {
        // Before a byte of it is kept.
        readRequest(Object.fromEntries(fields), scope.role, context.origin.locale);
        const path = await runs.files.place(id, name);
        await pipeline(file, createWriteStream(path, { mode: 0o600 }));
        return { path, name: name.slice(0, 200), size: (await stat(path)).size };
      };
      const { fields, received } = await readForm(request, () => body(runs.maximumBytes), receive);
      const asked = readRequest(Object.fromEntries(fields), scope.role, context.origin.locale);
      if (received) {
        const { path, name: fileName, size: fileSize } = received;
        await runs.accept(scope, { ...asked, id, path, fileName, fileSize, url: null });
      } else if (asked.url !== null) {
        const path = await runs.files.place(id, asked.fileName);
        await runs.accept(scope, { ...asked, id, path, fileSize: null });
      } else throw refuse('NO_FILE', context.origin.locale);
    } catch (error) {
      await runs.files.remove(id);
      throw isFull(error) ? diskFull() : error;
    }
    const answer = JSON.stringify({ id });
    response.writeHead(201, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(answer);
  },
});

const isFull = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOSPC';

const diskFull = () =>
  new CodedError('CONFLICT', "Il n'y a plus de place pour ce fichier : prévenez qui tient la plateforme.", {
    problem: 'NO_SPACE',
  });
