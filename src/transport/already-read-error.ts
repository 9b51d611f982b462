/** Creates the error of a body that can be read once, and was. */
export function alreadyReadError(): TypeError {
  return new TypeError('Body is unusable: it was already read.');
}
