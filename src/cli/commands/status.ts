/** `atelier status`: phases, deliverables, meetings, requirements, what blocks the next meeting; `--lacunes` adds what lacks. */
import { resolve } from 'node:path';
import { aideDe } from '../../analysis/coherence/dire.js';
import { contradictionsDe } from '../../analysis/coherence/index.js';
import { connuAu } from '../../analysis/contexte.js';
import { etatDe, sansLaSuite } from '../../analysis/etat/etat.js';
import { lacunesDe } from '../../analysis/etat/lacunes.js';
import { ecritsDe } from '../../build/changements/ecrits.js';
import { textesEcrits } from '../../build/changements/textes-ecrits.js';
import { modificationsDe, nonGardees } from '../../build/changements/validations.js';
import { readValidations } from '../../build/changements/validations-file.js';
import { LACKS } from '../../documents/lacks.js';
import { isDeliverable } from '../../documents/registry.js';
import { loadStudy } from '../../study/load.js';
import { withoutPersonalData } from '../../study/personal.js';
import type { StatusOptions } from '../options/options.js';
import { refuseStudy } from '../reporters/refused.js';
import { diagnosticText } from '../reporters/texte.js';
import { type ContradictionLue, statusText } from '../status/texte.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

export async function runStatus(options: StatusOptions, io: Io): Promise<number> {
  const dir = resolve(io.cwd, options.etude);
  const loaded = await loadStudy(dir, { cwd: io.cwd });
  const paint = await choosePaint(options.color, io);
  const { study } = loaded;
  if (!study) return refuseStudy(loaded, options.color, io);
  const date = options.date ?? study.etude.date;
  const connu = connuAu(study, date);
  const state = sansLaSuite(etatDe(study, date, connu), study.etude.date);
  const livrables = state.livrables.map((livrable) => {
    const lack = isDeliverable(livrable.id) ? LACKS[livrable.id](study, {}) : null;
    return { ...livrable, manque: lack?.message ?? null };
  });
  const etat = { ...state, livrables };
  const read = await readValidations(dir, io.cwd);
  if ('faute' in read) {
    io.stderr.write(`${diagnosticText(read.faute, undefined, paint)}\n`);
    return EXIT.failure;
  }
  const { textes } = read.validations.length > 0 ? await ecritsDe(dir, io.cwd) : { textes: [] };
  const modifications = modificationsDe(
    withoutPersonalData(study),
    read.validations,
    await textesEcrits(textes, dir, io.cwd),
  );
  const aGarder = nonGardees(study, read.validations);
  const contradictions = contradictionsDe(study).map(
    ({ regle, chemin, contre, message, motif, ...found }): ContradictionLue => ({
      regle: regle.code,
      chemin,
      contre: [...contre],
      message,
      issue: aideDe(loaded, { ...found, chemin, contre, message, motif }),
      motif,
    }),
  );
  const lacunes = options.lacunes ? lacunesDe(study, date, connu) : null;
  io.stdout.write(
    options.json
      ? `${JSON.stringify({ ...etat, modifications, validations_non_gardees: aGarder, contradictions, ...(lacunes ? { lacunes } : {}) }, null, 2)}\n`
      : statusText({ etat, modifications, nonGardees: aGarder, contradictions, lacunes }, paint),
  );
  return EXIT.ok;
}
