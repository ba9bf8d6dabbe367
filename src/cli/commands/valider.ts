/** `atelier valider`: keeps the fingerprints of what the meetings validated, in the study's folder. */

import { relative, resolve } from 'node:path';
import { ecritsDe } from '../../build/changements/ecrits.js';
import { textesEcrits } from '../../build/changements/textes-ecrits.js';
import { contenuLivrable, detailsConnus, validees } from '../../build/changements/validations.js';
import { readValidations, type Validation, writeValidations } from '../../build/changements/validations-file.js';
import { WriteError } from '../../build/disk/write-error.js';
import { loadStudy } from '../../study/load.js';
import { withoutPersonalData } from '../../study/personal.js';
import { accord } from '../../texte/accords.js';
import { duJour, leJour, posterieur } from '../../texte/dates.js';
import type { CommonOptions } from '../options/options.js';
import { refuseStudy } from '../reporters/refused.js';
import { diagnosticText } from '../reporters/texte.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

/** A record made after the meeting is of the study as it is now: what changed in between is not told from what was validated. */
function tard(fresh: readonly Validation[], date: string): string {
  const late = fresh.filter((one) => posterieur(date, one.date));
  return late.length === 0
    ? ''
    : `  L’étude est datée ${duJour(date)} : ${accord(late.length, 'ce livrable est gardé tel qu’il est', 'ces livrables sont gardés tels qu’ils sont')} aujourd’hui. Ce qui y aurait changé depuis la réunion n’en sera pas distingué.\n`;
}

export async function runValidate(options: Pick<CommonOptions, 'etude' | 'json' | 'color'>, io: Io): Promise<number> {
  const dir = resolve(io.cwd, options.etude);
  const loaded = await loadStudy(dir, { cwd: io.cwd });
  if (!loaded.study) return refuseStudy(loaded, options.color, io);
  const study = withoutPersonalData(loaded.study);
  const read = await readValidations(dir, io.cwd);
  if ('faute' in read) {
    // Written again today, the file would hold today's content as what a past meeting validated.
    io.stderr.write(`${diagnosticText(read.faute, undefined, await choosePaint(options.color, io))}\n`);
    return EXIT.failure;
  }
  const known = read.validations;
  const fresh: Validation[] = [];
  const decided = validees(study);
  const { textes } = await ecritsDe(dir, io.cwd);
  const ecrits = await textesEcrits(textes, dir, io.cwd);
  for (const one of decided) {
    if (known.some(({ livrable, reunion }) => livrable === one.livrable && reunion === one.reunion)) continue;
    fresh.push({ ...one, ...contenuLivrable(study, one.livrable, ecrits, detailsConnus([...known, ...fresh])) });
  }
  try {
    const path = fresh.length > 0 ? await writeValidations(dir, [...known, ...fresh]) : null;
    if (options.json) {
      const gardees = fresh.map(({ livrable, reunion, date }) => ({ livrable, reunion, date }));
      io.stdout.write(`${JSON.stringify({ gardees, fichier: path && relative(io.cwd, path) }, null, 2)}\n`);
    } else if (fresh.length === 0)
      io.stdout.write(
        decided.length === 0
          ? 'Aucune réunion n’a encore validé de livrable : elle se consigne dans « decisions » de reunions.yaml.\n'
          : 'Aucune validation nouvelle : les empreintes de ce que les réunions ont validé sont déjà gardées.\n',
      );
    else {
      for (const { livrable, titre, date } of fresh)
        io.stdout.write(`  ${livrable} : validé ${leJour(date)} (${titre})\n`);
      io.stdout.write(
        `${tard(fresh, study.etude.date)}→ ${path ? relative(io.cwd, path) : ''}\nGardez ce fichier avec l'étude : il dit ce qui change après une validation.\n`,
      );
    }
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return EXIT.failure;
  }
}
