import { apiModule, notImplemented } from '../shared/refuse.cjs';
import { lifecycle } from './app.cjs';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;

interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: { readonly standard?: boolean; readonly secure?: boolean };
}

const privileged = new Map<string, CustomScheme>();
const handlers = new Map<string, ProtocolHandler>();
const BUILT_IN = new Set(['http', 'https', 'file', 'data', 'blob', 'about']);

export const protocol = apiModule('protocol', {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    if (lifecycle.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const scheme of schemes) privileged.set(scheme.scheme, scheme);
  },
  handle(scheme: string, handler: ProtocolHandler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (BUILT_IN.has(scheme)) notImplemented(`protocol.handle for ${scheme}:`);
    const privileges = privileged.get(scheme)?.privileges;
    // Inside Chromium every app scheme is https here, so one without these two would have more rights than in Electron.
    if (privileges?.standard !== true || privileges.secure !== true)
      notImplemented(`protocol.handle for a scheme that is not standard and secure (${scheme})`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme) || BUILT_IN.has(scheme),
});

export function handledSchemes(): string[] {
  return [...handlers.keys()];
}

export async function answerAppUrl(request: Request): Promise<Response> {
  const handler = handlers.get(request.url.slice(0, request.url.indexOf(':')));
  if (handler === undefined) return Response.error();
  const response: unknown = await handler(request);
  return response instanceof Response ? response : Response.error();
}
