export { type ObserveOptions, type Observer, observe } from './observe/observe.js';
export type { InferenceResult, ObservationReport, ObservedDeviation } from './observe/report.js';
