/** What a person may do in the territory of a request, from least to most. */
export type Role = 'PUBLIC' | 'VIEWER' | 'CONTRIBUTOR' | 'AGENT' | 'ADMINISTRATOR' | 'OPERATOR';

/** Who asks, as the gateway established it; absent for anonymous requests. */
export type Viewer = {
  userId: string;
  /** The effective role in the request's territory: PUBLIC for a member of another one. */
  role: Role;
  /** INSEE codes of the regions whose figures this viewer observes. */
  regions: string[];
  /** Platform operator, whatever the territory. */
  operator: boolean;
};

const roles: readonly string[] = ['PUBLIC', 'VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'];

/** Writes a viewer as a header value: base64url of its JSON. */
export function encodeViewer(viewer: Viewer): string {
  return Buffer.from(JSON.stringify(viewer)).toString('base64url');
}

/** Reads a header value written by {@link encodeViewer}; null when it is not one. */
export function decodeViewer(value: string): Viewer | null {
  try {
    const viewer: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    return isViewer(viewer) ? viewer : null;
  } catch {
    return null;
  }
}

function isViewer(value: unknown): value is Viewer {
  const viewer = value as Viewer | null;
  return (
    typeof viewer === 'object' &&
    viewer !== null &&
    typeof viewer.userId === 'string' &&
    roles.includes(viewer.role) &&
    Array.isArray(viewer.regions) &&
    viewer.regions.every((region) => typeof region === 'string') &&
    typeof viewer.operator === 'boolean'
  );
}
