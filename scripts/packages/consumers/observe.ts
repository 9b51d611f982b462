// Uses the types of lddpay/observe.
import { type ClientOptions, createClient } from 'lddpay';
import {
  type InferenceResult,
  type ObservationReport,
  type ObservedDeviation,
  type Observer,
  observe,
} from 'lddpay/observe';

declare const options: ClientOptions;

const observer: Observer = observe({
  sample: 0.01,
  report({ deviations }: ObservationReport) {
    const [first]: readonly (ObservedDeviation | undefined)[] = deviations;
    const pointer: string | null | undefined = first?.pointer;
    return pointer;
  },
});
createClient({ ...options, observer });
createClient({ ...options, observer: undefined });
// @ts-expect-error: an observer is a function
createClient({ ...options, observer: { sample: 1 } });
// @ts-expect-error: a sample is a number
observe({ sample: '1%' });

export const settled: Promise<void> = observer.settled();

export const verdicts: readonly InferenceResult['verdict'][] = observer
  .read()
  .inferred.map(({ verdict }) => verdict);
