/** What Node starts as the second thread of a build: it loads the program as the first did. */
import { fileURLToPath } from 'node:url';
import { load } from './load.js';

load(fileURLToPath(new URL('../build/drawing-thread.js', import.meta.url)));
