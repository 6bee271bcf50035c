/** The line to the program's core. A call that breaks off is kept here, for the one place that tells the person. */
export class CoreLine {
  /** The last break's own words; null while the line holds. */
  failure = $state<string | null>(null);

  /** What a call came to, or null when the line broke; the failure then says how. */
  async ask<Result>(call: Promise<Result>): Promise<{ readonly value: Result } | null> {
    try {
      return { value: await call };
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      return null;
    }
  }
}
