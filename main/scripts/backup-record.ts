import * as v from 'valibot';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What the record beside a backup says; `splices` make the patched file out of the original. */
const backupRecord = v.strictObject({
  version: v.literal(1),
  path: v.string(),
  originalSha256: hash,
  patchedSha256: hash,
  /** ISO 8601, UTC. */
  time: v.pipe(v.string(), v.isoTimestamp()),
  splices: v.array(v.strictObject({ offsetBytes: bytes, removedBytes: bytes, text: v.string() })),
});

export type BackupRecord = Readonly<v.InferOutput<typeof backupRecord>>;

/** The record in a text; null where the text is damaged or of another version. */
export function parseBackupRecord(text: string): BackupRecord | null {
  try {
    const result = v.safeParse(backupRecord, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
