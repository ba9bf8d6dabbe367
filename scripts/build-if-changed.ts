/** Before the tests: `npm run build`, unless `dist/` is already what the sources give (an installation builds too). */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './built.js';

const root = fileURLToPath(new URL('..', import.meta.url));
if (isBuilt(root)) console.log('dist/ is built of these sources already.');
else execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
