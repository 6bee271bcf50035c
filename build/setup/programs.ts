import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where administrators' programs are; not in every user's PATH. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The file of a program, by its name or its absolute path; null where there is none that may be executed. */
export function findProgram(program: string): string | null {
  if (program.startsWith('/')) return isExecutable(program) ? program : null;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SYSTEM_FOLDERS];
  return folders.map((folder) => join(folder, program)).find(isExecutable) ?? null;
}

/** The system's Chromium, which the stand-in for Electron draws its windows with; null where there is none. */
export function findChromium(): string | null {
  return CHROMIUM_NAMES.map(findProgram).find((file) => file !== null) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
