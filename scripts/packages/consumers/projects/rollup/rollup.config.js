import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';

export default {
  input: 'main.js',
  external: ['undici'],
  plugins: [nodeResolve({ exportConditions: ['node'] }), commonjs(), json()],
  output: [
    { file: 'dist/main.mjs', format: 'es' },
    { file: 'dist/main.cjs', format: 'cjs' },
  ],
};
