import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 20;

/**
 * Asks until the answer is neither undefined, null nor false, and gives that answer. Throws after `timeoutMs`, naming
 * what was waited for; `why` adds what is known about the reason.
 */
export async function waitFor<Answer>(
  what: string,
  ask: () => Answer | Promise<Answer>,
  { timeoutMs = 20_000, why = () => '' }: { timeoutMs?: number; why?: () => string } = {},
): Promise<Exclude<Awaited<Answer>, undefined | null | false>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (isAnswer(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${String(timeoutMs)} ms in vain for ${what}. ${why()}`.trim());
    await pause(POLL_MS);
  }
}

function isAnswer<Value>(value: Value): value is Exclude<Value, undefined | null | false> {
  return value !== undefined && value !== null && value !== false;
}
