/** The program starts without a word of the engine's on the versions of Node that are not the one at hand. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/cli.js';

const start = (preload: string) =>
  spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, join(root, 'bin/atelier.js'), '--version'],
    { encoding: 'utf8' },
  );

/** What a V8 that does not know a flag would answer is written instead of being asked. */
const under = (node: string, v8: string) =>
  start(`import module from 'node:module';
    import v8 from 'node:v8';
    if (${Number.parseInt(node, 10) >= 22}) module.enableCompileCache = () => process.stderr.write('kept by Node');
    v8.cachedDataVersionTag = () => 1;
    v8.setFlagsFromString = (flag) => process.stderr.write('flag ' + flag + ' ');
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${node}', v8: '${v8}' } });`);

it.each([
  ['20.19.0', '11.3.244.8-node.26', 'flag --interrupt-budget=600000 flag --no-flush-bytecode '],
  ['22.12.0', '12.4.254.21-node.33', 'flag --no-flush-bytecode kept by Node'],
  ['24.1.0', '13.6.233.10-node.17', 'flag --no-flush-bytecode kept by Node'],
  ['28.0.0', '15.9.1.1-node.1', 'kept by Node'],
])('Node %s', (node, v8, asked) => {
  const { stdout, stderr, status } = under(node, v8);
  expect([status, stderr]).toEqual([0, asked]);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('what the V8 at hand made of the program is taken, by a Node that keeps such code as well', () => {
  const { stderr, status } = start(`import module from 'node:module';
    import vm from 'node:vm';
    module.enableCompileCache = () => process.stderr.write('kept by Node ');
    vm.Script = class extends vm.Script {
      constructor(...args) {
        super(...args);
        process.stderr.write(this.cachedDataRejected === false ? 'taken ' : 'made again ');
      }
    };`);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^(taken )+$/);
});

it('an older Node is told what to install', () => {
  const { stderr, status } = under('20.18.0', '11.3.244.8');
  expect(status).toBe(2);
  expect(stderr).toMatch(/demande Node 20\.19 ou plus récent ; cette machine a Node 20\.18\.0/);
});
