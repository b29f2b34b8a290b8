// Loaded before a command: V8 keeps the compiled form of every module, types already stripped, for the next start.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/curbside/code', import.meta.url)));
