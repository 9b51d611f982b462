/** The base URL of the programs. Requests to it are shown without their host. */
export const SANDBOX_URL = 'http://sandbox.test';
