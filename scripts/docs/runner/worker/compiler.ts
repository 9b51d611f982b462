import { compileProgram } from '../compile-program.js';

(globalThis as { compileProgram?: typeof compileProgram }).compileProgram = compileProgram;
