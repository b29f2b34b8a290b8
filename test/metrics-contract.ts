import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../src/failure.ts';
import type { Measures, MetricsSink } from '../scripts/metrics/sink.ts';

/** A sink, and what a reader finds where it sends to. */
export interface SinkCase {
  readonly sink: MetricsSink;
  /** The last value of each name; null where nothing is kept. */
  readonly last: () => Measures | null;
  /** From now on it cannot send; null when there is nothing that could break. */
  readonly breakIt: (() => void) | null;
  readonly close: () => Promise<void>;
}

/** What every metrics sink must do. */
export function metricsContract(name: string, open: () => Promise<SinkCase>): void {
  describe(`metrics to ${name}`, () => {
    let on: SinkCase;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.close());

    const finds = (measures: Measures) => expect(on.last() ?? measures).toEqual(measures);

    it('are found as they were sent', async () => {
      const measures = { PullRows: 2809, PullProblems: 0, PullSeconds: 1.25, PublishBytes: 12_345_678_901 };
      await on.sink.send(measures);
      finds(measures);
    });

    it('are replaced by later ones, name by name', async () => {
      await on.sink.send({ PullRows: 1, PullRefused: 1 });
      await on.sink.send({ PullRefused: 0, BuildPages: 748 });
      finds({ PullRows: 1, PullRefused: 0, BuildPages: 748 });
    });

    it('are left out where they are no finite numbers', async () => {
      await on.sink.send({ PullRows: 7, PullDataAgeSeconds: NaN, BuildSeconds: Infinity });
      finds({ PullRows: 7 });
    });

    it('may be none', async () => {
      await on.sink.send({});
      finds({});
    });

    it('fail in words when they cannot be sent', async () => {
      if (on.breakIt === null) return expect(on.last()).toBeNull();
      on.breakIt();
      const fault = await on.sink.send({ PullRows: 1 }).then(
        () => null,
        (error: unknown) => error,
      );
      expect(fault).toBeInstanceOf(Failure);
      expect(fault).toMatchObject({ code: 'METRICS_NOT_SENT' });
    });
  });
}
