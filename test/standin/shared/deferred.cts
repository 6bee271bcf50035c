/** A promise that someone else settles, later or never. */
export class Deferred<T> {
  #resolve: ((value: T) => void) | null = null;
  #reject: ((error: Error) => void) | null = null;
  readonly promise = new Promise<T>((resolve, reject) => {
    this.#resolve = resolve;
    this.#reject = reject;
  });

  resolve(value: T): void {
    this.#resolve?.(value);
  }

  reject(error: Error): void {
    this.#reject?.(error);
  }
}
