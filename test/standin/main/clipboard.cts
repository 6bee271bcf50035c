import { apiModule } from '../shared/refuse.cjs';

/** Kept inside the run: a test must not read or change the clipboard of whoever runs it. */
const held = new Map<string, string>();

export const clipboard = apiModule('clipboard', {
  readText: (): string => held.get('text/plain') ?? '',
  writeText: (text: string): void => {
    held.set('text/plain', text);
  },
  readHTML: (): string => held.get('text/html') ?? '',
  writeHTML: (html: string): void => {
    held.set('text/html', html);
  },
  clear: (): void => {
    held.clear();
  },
  availableFormats: (): string[] => [...held.keys()],
});
