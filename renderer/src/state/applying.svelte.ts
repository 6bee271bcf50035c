import { judgeReport } from '../../../common/judge-report';
import type { Outcome } from '../../../common/outcome';
import type { Plan } from '../../../common/plan';
import { RunWatch } from './run-watch.svelte';

/** One click on Apply: the prompt, the run as far as it is, and what it came to. */
export class Applying extends RunWatch {
  /** The plan that was handed over last. */
  plan = $state.raw<Plan | null>(null);
  outcome = $state.raw<Outcome | null>(null);

  /** Asks for root and follows the run until it has ended. */
  async start(plan: Plan): Promise<void> {
    this.plan = plan;
    this.outcome = null;
    this.outcome = await this.during(plan.id, () => this.bridge.applyPlan(plan.id));
  }

  /** For a text that the person runs by hand: its end is the outcome. */
  async followByHand(plan: Plan): Promise<void> {
    await this.look(plan.id);
    if (this.run === null || this.run.isRunning) return;
    const host = await this.line.ask(this.bridge.readHost());
    if (host !== null) this.outcome = judgeReport(plan, this.run.report, host.value.snapshot) ?? this.outcome;
  }
}
