import type { Bridge, RunProgress } from '../../../common/contract';
import type { PlanId } from '../../../common/plan';
import type { CoreLine } from './core-line.svelte';
import { pollWhileVisible } from './poll';

const FOLLOW_EVERY_MS = 200;

/** One run of root text: the prompt, and how far it is. */
export class RunWatch {
  isPending = $state(false);
  run = $state.raw<RunProgress | null>(null);
  elapsedSeconds = $state(0);
  /** The person has said that it is enough, and the run was told. */
  isCancelled = $state(false);

  constructor(
    protected readonly bridge: Bridge,
    protected readonly line: CoreLine,
  ) {}

  /** Looks how far the text of this plan is, whoever started it. */
  async look(id: PlanId): Promise<void> {
    const answer = await this.line.ask(this.bridge.readRun());
    const run = answer?.value ?? null;
    this.run = run?.report.planId === id ? run : null;
  }

  /** Asks for no more pages: the run ends as if the kernel had given no more. */
  async cancel(): Promise<void> {
    const answer = await this.line.ask(this.bridge.cancelRun());
    this.isCancelled = answer?.value ?? false;
  }

  /** Follows the run that this call asks root for, until it has ended; null when the line broke. */
  protected async during<Result>(id: PlanId, call: () => Promise<Result>): Promise<Result | null> {
    this.run = null;
    this.elapsedSeconds = 0;
    this.isCancelled = false;
    this.isPending = true;
    let startedMs: number | null = null;
    const stop = pollWhileVisible(async () => {
      await this.look(id);
      // The person may take any time over the password: only the work itself is timed.
      if (this.run === null) return;
      startedMs ??= performance.now();
      this.elapsedSeconds = (performance.now() - startedMs) / 1_000;
    }, FOLLOW_EVERY_MS);
    const answer = await this.line.ask(call());
    stop();
    this.isPending = false;
    return answer?.value ?? null;
  }
}
