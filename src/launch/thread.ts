/** What Node starts as the second thread of a command: it loads the program as the first did. */
import { fileURLToPath } from 'node:url';
import { load } from './load.js';

load(fileURLToPath(new URL('../build/thread.js', import.meta.url)));
