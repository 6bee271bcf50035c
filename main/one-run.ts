/** Lets one run of root text through at a time, whatever it does; the next is told that one is at work. */
export class OneRun {
  #isAtWork = false;

  /** What the run came to, or `busy` at once while another one is at work. */
  async of<Result>(run: () => Promise<Result>, busy: Result): Promise<Result> {
    if (this.#isAtWork) return busy;
    this.#isAtWork = true;
    try {
      return await run();
    } finally {
      this.#isAtWork = false;
    }
  }
}
