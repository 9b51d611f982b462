import { hash } from '../lib/hash.js';

/** Returns the source expression that allows an inline element: Content Security Policy Level 3, section 2.3.1. */
export function hashSource(content: string): string {
  return `'sha256-${btoa(String.fromCharCode(...hash(content)))}'`;
}
