/** The name of what the system answered, such as `ENOSPC` (errno(3)); null where it was not the system that failed. */
export function systemErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** What the system said, without the paths that Node adds to it: `ENOSPC: no space left on device`. */
export function systemErrorWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return systemErrorCode(error) === null ? message : (message.split(',')[0] ?? message);
}
