/**
 * One patch of a script as bytes, in a form that can be carried out by anybody who has the file: whoever does it first
 * makes sure that the file still is what it was (`oldSha256`), and afterwards that it became what was shown
 * (`newSha256`). Hashes in lower-case hexadecimal.
 */
export interface ScriptEdit {
  /** Absolute, without symlinks. */
  readonly path: string;
  readonly oldSha256: string;
  readonly newSha256: string;
  /** In the order of the file; none overlaps another. */
  readonly splices: readonly ByteSplice[];
}

/** `removedBytes` bytes at `offsetBytes` of the old file give way to `text`, which is ASCII without line ends. */
export interface ByteSplice {
  readonly offsetBytes: number;
  readonly removedBytes: number;
  readonly text: string;
}
