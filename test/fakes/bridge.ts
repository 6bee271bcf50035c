import { channelNames, type Bridge, type Channel, type Contract } from '../../common/contract';
import type { Locale } from '../../common/locale';

/** What the core answers, call by call. */
export type Answers = { readonly [Name in Channel]?: (...args: Parameters<Contract[Name]>) => unknown };

export interface FakeBridge {
  readonly bridge: Bridge;
  /** Every call so far, in order. */
  readonly calls: readonly (readonly [Channel, ...unknown[]])[];
}

/**
 * The window's bridge with only the answers given; a call that nobody expected throws at once, so that it cannot pass
 * for a broken line. An answer may be a promise, to hold a call open or to break it off.
 */
export function fakeBridge(answers: Answers, systemLocale: Locale = 'en'): FakeBridge {
  const calls: (readonly [Channel, ...unknown[]])[] = [];
  const channels = channelNames.map((name) => [
    name,
    (...args: never[]): Promise<unknown> => {
      const answer = answers[name] as ((...args: never[]) => unknown) | undefined;
      if (answer === undefined) throw new Error(`nobody expected the window to call ${name}`);
      calls.push([name, ...args]);
      return Promise.resolve().then(() => answer(...args));
    },
  ]);
  return { bridge: { ...(Object.fromEntries(channels) as Bridge), systemLocale }, calls };
}
