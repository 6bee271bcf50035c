// Chromium names its network errors; Electron adds their numbers, which DevTools does not tell.
const NUMBERS: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_UNEXPECTED: -9,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
};

export class LoadError extends Error {
  readonly errno: number;
  readonly code: string;
  readonly url: string;

  constructor(code: string, url: string) {
    const errno = NUMBERS[code] ?? -2;
    super(`${code} (${String(errno)}) loading '${url}'`);
    this.errno = errno;
    this.code = code;
    this.url = url;
  }
}
