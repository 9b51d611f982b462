/** A reason why nothing could be checked, told without a stack trace. Its message holds no value of a setting. */
export class CannotRun extends Error {}
