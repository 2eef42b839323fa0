import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyRequest } from '@ancrage/signature';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export type TokenOptions = {
  issuer?: string;
  audience?: string;
  expiresAt?: Date;
  /** Signs with a key that identity does not publish. */
  forged?: boolean;
};

/** Publishes a key, signs tokens with it, and knows one API key. */
export class FakeIdentity {
  verifications = 0;
  private readonly server: Server;
  private keys!: { privateKey: CryptoKey; publicKey: CryptoKey };
  private strangers!: { privateKey: CryptoKey };

  constructor(private readonly secret: string) {
    this.server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      if (request.url === '/auth/jwks') {
        const key = { ...(await exportJWK(this.keys.publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' };
        return void response.end(JSON.stringify({ keys: [key] }));
      }
      const parts = { method: request.method ?? '', path: request.url ?? '', body };
      if (!verifyRequest(this.secret, request.headers, parts).ok) return void response.writeHead(401).end();
      this.verifications += 1;
      const { key } = JSON.parse(body.toString()) as { key: string };
      const valid = key === 'occitanie-key';
      const name = valid ? 'occitanie' : undefined;
      response.end(JSON.stringify({ valid, name, scopes: [], regions: valid ? ['76'] : [] }));
    });
  }

  async listen(): Promise<void> {
    this.keys = await generateKeyPair('EdDSA');
    this.strangers = await generateKeyPair('EdDSA');
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A bearer token for somebody. */
  async token(claims: JWTPayload, options: TokenOptions = {}): Promise<string> {
    const { privateKey } = options.forged ? this.strangers : this.keys;
    const token = await new SignJWT({ email: 'someone@example.org', ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
      .setSubject(claims.sub ?? 'user-1')
      .setIssuer(options.issuer ?? 'ancrage-identity')
      .setAudience(options.audience ?? 'ancrage')
      .setIssuedAt()
      .setExpirationTime(options.expiresAt ?? '15m')
      .sign(privateKey);
    return `Bearer ${token}`;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
  }
}
