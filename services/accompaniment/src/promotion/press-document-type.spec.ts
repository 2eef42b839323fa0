import { expect, it } from 'vitest';
import { pressFileName, pressTypeOf } from './press-document-type.js';

it.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['\u00ff\u00d8\u00ff\u00e0JFIF', 'image/jpeg'],
  ['\u0089PNG\r\n\u001a\n', 'image/png'],
])('reads what a file is from its content', (content, mediaType) => {
  expect(pressTypeOf(Buffer.from(content, 'latin1'))?.mediaType).toBe(mediaType);
});

it.each([
  ['a drawing that could hold a script', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a page under the name of a document', '<!doctype html>%PDF-'],
  ['an archive', 'PK\u0003\u0004'],
  ['nothing', ''],
])('does not take %s', (_, content) => {
  expect(pressTypeOf(Buffer.from(content, 'latin1'))).toBeNull();
});

it.each([
  ['Communiqué d’été (v2).PDF', 'Communique-d-ete-v2.pdf'],
  ['../../etc/passwd', 'etc-passwd.pdf'],
  ['"\r\nx: y', 'x-y.pdf'],
  ['…', 'document.pdf'],
])('names %j safely', (name, kept) => {
  expect(pressFileName(name, { mediaType: 'application/pdf', extension: 'pdf' })).toBe(kept);
});
