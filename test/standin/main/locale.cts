import { given } from '../shared/given.cjs';

/** `zh_CN.UTF-8` → `zh-CN`; what says nothing about a language → en-US. */
function languageTag(posix: string): string {
  const name = posix.split(/[.@:]/)[0]?.replace('_', '-') ?? '';
  return name === '' || name === 'C' || name === 'POSIX' ? 'en-US' : name;
}

export function systemLocale(env: NodeJS.ProcessEnv): string {
  return languageTag(given(env.LC_ALL) ?? given(env.LC_MESSAGES) ?? given(env.LANG) ?? '');
}

export function preferredLanguages(env: NodeJS.ProcessEnv): string[] {
  const listed = (env.LANGUAGE ?? '')
    .split(':')
    .filter((name) => name !== '')
    .map(languageTag);
  return listed.length > 0 ? listed : [systemLocale(env)];
}
