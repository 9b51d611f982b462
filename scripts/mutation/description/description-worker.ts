import { readFile } from 'node:fs/promises';
import { readFacts } from '../../facts/model/facts-file.js';
import { serveChecks } from '../runner/serve-checks.js';
import { createTestRunner } from '../runner/test-runner.js';
import { createDescriptionCheck } from './check-description-mutants.js';

// A process that checks mutants of the description in a scratch copy, whose path is the argument.

/** The tests that guard the description, the quickest first. */
const TESTS = [
  ...['decisions', 'extensions', 'request-examples', 'response-examples', ''].map(
    (name) => `contract-tests/inferred/${name}`,
  ),
  ...['examples', 'documented-responses', 'requests'].map((name) => `contract-tests/${name}.`),
];

/** Prism takes a second to start, and Ajv and the sandbox know the description as well. */
const WITHOUT_PRISM = /^(?!.*Prism)/;

const [root = ''] = process.argv.slice(2);

serveChecks(
  await createDescriptionCheck({
    root,
    original: JSON.parse(await readFile(`${root}/generated/openapi.json`, 'utf8')),
    facts: await readFacts(),
    tests: TESTS,
    runner: await createTestRunner(root, { testNamePattern: WITHOUT_PRISM }),
  }),
);
