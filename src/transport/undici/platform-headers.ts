/**
 * The Headers of the platform. To create one makes the platform load its own copy of undici, if it has one. The
 * first copy that loads serves the global `fetch`, so this module must be evaluated before the undici that the
 * user installed. It is a file of its own in the built package as well, or it would come too late there.
 */
export const PlatformHeaders = new Headers().constructor as typeof Headers;
