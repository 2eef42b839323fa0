import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileKind } from './file-kind.js';

const pdf = (objects: string | Buffer) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(objects),
    Buffer.from('\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);
const packed = (objects: string) => {
  const stream = deflateSync(Buffer.from(objects));
  return pdf(
    Buffer.concat([
      Buffer.from(
        `5 0 obj\n<< /Type /ObjStm /N 1 /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`,
      ),
      stream,
      Buffer.from('\nendstream\nendobj'),
    ]),
  );
};
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('\0\0\0\rIHDR pixels \0\0\0\0IEND\xaeB`\x82', 'latin1'),
]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]);
const webp = Buffer.from('RIFF\x08\0\0\0WEBPVP8 ', 'latin1');

describe('a document', () => {
  it.each([
    ['bail.pdf', pdf('1 0 obj\n<< /Type /Catalog /OpenAction [3 0 R /Fit] >>\nendobj'), 'application/pdf'],
    ['paquet.PDF', packed('1 0 << /Type /Catalog >>'), 'application/pdf'],
    ['maison.png', png, 'image/png'],
    ['maison.jpeg', jpeg, 'image/jpeg'],
    ['maison.webp', webp, 'image/webp'],
    ['notes.txt', Buffer.from('Rappeler à la rentrée.\r\n'), 'text/plain'],
  ])('%s is what its content says', (name, bytes, kind) => {
    expect(fileKind(bytes, name)).toBe(kind);
  });

  it.each([
    ['a script', pdf('1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nendobj')],
    ['a script under another spelling', pdf('1 0 obj\n<< /S /J#61vaScript >>\nendobj')],
    ['a packed script', packed('1 0 << /S /JavaScript /JS (1) >>')],
    ['a programme to start', pdf('<< /S /Launch /F (cmd.exe) >>')],
    ['another file', pdf('<< /Names << /EmbeddedFiles 9 0 R >> >>')],
  ])('with %s inside is refused', (_, bytes) => {
    expect(fileKind(bytes, 'dossier.pdf')).toBe('ACTIVE');
  });

  it.each([
    [
      'a page of the web called a text',
      Buffer.from('<!doctype html><script>1</script>'),
      'note.txt',
      'DISGUISED',
    ],
    ['a picture called a PDF', png, 'bail.pdf', 'DISGUISED'],
    ['a PNG called a JPEG', png, 'maison.jpg', 'DISGUISED'],
    ['a programme', Buffer.from('MZ\x90\0'), 'programme.exe', 'KIND'],
    ['bytes called a text', Buffer.from([0, 1, 2, 255]), 'note.txt', 'DISGUISED'],
    ['a locked PDF', pdf('<< /Encrypt 4 0 R >>'), 'bail.pdf', 'LOCKED'],
    ['a PDF cut off', Buffer.from('%PDF-1.7\n1 0 obj'), 'bail.pdf', 'BROKEN'],
    ['a picture cut off', png.subarray(0, 20), 'maison.png', 'BROKEN'],
    ['nothing', Buffer.alloc(0), 'vide.txt', 'EMPTY'],
  ])('that is %s is refused', (_, bytes, name, problem) => {
    expect(fileKind(bytes, name)).toBe(problem);
  });
});
