import type { Bridge, RunProgress } from '../../../common/contract';
import { judgeReport } from '../../../common/judge-report';
import type { Outcome } from '../../../common/outcome';
import type { Plan } from '../../../common/plan';
import type { CoreLine } from './core-line.svelte';
import { pollWhileVisible } from './poll';

const FOLLOW_EVERY_MS = 200;

/** One click on Apply: the prompt, the run as far as it is, and what it came to. */
export class Applying {
  /** The plan that was handed over last. */
  plan = $state.raw<Plan | null>(null);
  isPending = $state(false);
  run = $state.raw<RunProgress | null>(null);
  elapsedSeconds = $state(0);
  outcome = $state.raw<Outcome | null>(null);
  /** The person has said that it is enough, and the run was told. */
  isCancelled = $state(false);

  constructor(
    private readonly bridge: Bridge,
    private readonly line: CoreLine,
  ) {}

  /** Asks for root and follows the run until it has ended. */
  async start(plan: Plan): Promise<void> {
    this.plan = plan;
    this.outcome = null;
    this.run = null;
    this.elapsedSeconds = 0;
    this.isCancelled = false;
    this.isPending = true;
    let startedMs: number | null = null;
    const stop = pollWhileVisible(async () => {
      await this.follow(plan);
      // The person may take any time over the password: only the work itself is timed.
      if (this.run === null) return;
      startedMs ??= performance.now();
      this.elapsedSeconds = (performance.now() - startedMs) / 1_000;
    }, FOLLOW_EVERY_MS);
    const answer = await this.line.ask(this.bridge.applyPlan(plan.id));
    stop();
    this.isPending = false;
    this.outcome = answer?.value ?? null;
  }

  /** Asks for no more pages: the run ends as if the kernel had given no more. */
  async cancel(): Promise<void> {
    const answer = await this.line.ask(this.bridge.cancelRun());
    this.isCancelled = answer?.value ?? false;
  }

  /** Looks how far the text of this plan is, whoever started it. */
  async follow(plan: Plan): Promise<void> {
    const answer = await this.line.ask(this.bridge.readRun());
    const run = answer?.value ?? null;
    this.run = run?.report.planId === plan.id ? run : null;
  }

  /** As `follow`, for a text that the person runs by hand: its end is the outcome. */
  async followByHand(plan: Plan): Promise<void> {
    await this.follow(plan);
    if (this.run === null || this.run.isRunning) return;
    const host = await this.line.ask(this.bridge.readHost());
    if (host !== null) this.outcome = judgeReport(plan, this.run.report, host.value.snapshot) ?? this.outcome;
  }
}
