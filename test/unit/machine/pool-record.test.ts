import { describe, expect, test } from 'vitest';
import { judgeRecord, parseRecord, type PoolRecord } from '../../machine/harness/pool-record';

const record: PoolRecord = {
  bootId: '4ef933e4-4393-41e2-a501-2f7e1e8d6bb4',
  pid: 10_561,
  startTime: '175470',
  pools: [{ pageKiB: 2_048, persistentPages: 40, overcommitPages: 0 }],
};
const now = (startTime: string | null) => ({ bootId: record.bootId, startTimeOf: () => startTime });

describe('the pool record of an earlier run', () => {
  test('is in use while the process that wrote it lives', () => {
    expect(judgeRecord(record, now('175470'))).toBe('in-use');
  });

  test('is a leftover once that process has gone', () => {
    expect(judgeRecord(record, now(null))).toBe('leftover');
  });

  test('is a leftover when the process number now belongs to another process', () => {
    expect(judgeRecord(record, now('998001'))).toBe('leftover');
  });

  test('is outdated after a boot, whoever has its number now', () => {
    const later = { ...now('175470'), bootId: 'a6f5d7d2-52a1-4c0e-8f7d-0f8f1b0c6f10' };
    expect(judgeRecord(record, later)).toBe('outdated');
  });

  test('is read back as it was written', () => {
    expect(parseRecord(JSON.stringify(record))).toEqual(record);
  });

  test.each(['', '{', '{}', 'null', '{"bootId":1}', JSON.stringify({ ...record, pools: [{ pageKiB: '2048' }] })])(
    'counts as none when it cannot be understood: %s',
    (text) => {
      expect(parseRecord(text)).toBeNull();
      expect(judgeRecord(parseRecord(text), now(null))).toBe('absent');
    },
  );
});
