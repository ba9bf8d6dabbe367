/** `atelier score`: compares the scenarios, with other weights or without one of them if asked. */

import { resolve } from 'node:path';
import { analyserScenarios } from '../../analysis/scenarios/index.js';
import { scenariosCompares } from '../../study/essais.js';
import { loadStudy } from '../../study/load.js';
import type { Study } from '../../study/study.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import type { ScoreOptions } from '../options/options.js';
import { refuseStudy } from '../reporters/refused.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

/** What is wrong with `--poids` and `--sans`, for this study. */
function usageFaults({ criteres, scenarios }: Study, { poids, sans }: ScoreOptions): string[] {
  const known = (criteres?.criteres ?? []).map(({ id }) => id);
  const ids = scenariosCompares(scenarios).map(({ id }) => id);
  const say = (what: string, name: string, list: readonly string[]): string =>
    `${what} « ${name} » n'existe pas dans l'étude. ${vouliezVousDire(name, list) ?? `Connus : ${list.join(', ')}.`}`;
  return [
    ...[...poids.keys()].filter((id) => !known.includes(id)).map((id) => say('Le critère', id, known)),
    ...sans.filter((id) => !ids.includes(id)).map((id) => say('Le scénario', id, ids)),
  ];
}

export async function runScore(options: ScoreOptions, io: Io): Promise<number> {
  const loaded = await loadStudy(resolve(io.cwd, options.etude), { cwd: io.cwd });
  const { study } = loaded;
  if (!study) return refuseStudy(loaded, options.color, io);
  const faults = usageFaults(study, options);
  if (faults.length > 0) {
    io.stderr.write(`${faults.join('\n')}\n`);
    return EXIT.usage;
  }
  if (scenariosCompares(study.scenarios).length <= options.sans.length) {
    io.stderr.write(
      "L'étude n'a aucun scénario à comparer : décrivez-en dans « scenarios » (atelier explain scenarios).\n",
    );
    return EXIT.failure;
  }
  const { tirages, graine, poids, sans } = options;
  const analyse = analyserScenarios(study, {
    poids,
    sans,
    ...(tirages === undefined ? {} : { tirages }),
    ...(graine === undefined ? {} : { graine }),
  });
  if (options.json) io.stdout.write((await import('../score/json.js')).scoreJson(analyse));
  else io.stdout.write((await import('../score/texte.js')).scoreText(analyse, await choosePaint(options.color, io)));
  return EXIT.ok;
}
