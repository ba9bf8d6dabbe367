/** `atelier relire`: keeps the figures on which each paragraph relies, once its author has read it again. */

import { resolve } from 'node:path';
import { chiffresDe } from '../../analysis/chiffres/index.js';
import { ecrireRelectures, ecritsDe } from '../../build/changements/ecrits.js';
import { relecturesDe } from '../../build/textes.js';
import { lecture } from '../../documents/textes/relecture.js';
import { remplir } from '../../documents/textes/remplir.js';
import { loadStudy } from '../../study/load.js';
import { withoutPersonalData } from '../../study/personal.js';
import { accord, compte } from '../../texte/accords.js';
import { couper } from '../../texte/couper.js';
import type { CommonOptions } from '../options/options.js';
import { refuseStudy } from '../reporters/refused.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

export type RelireOptions = Pick<CommonOptions, 'etude' | 'color'> & { voir: boolean };

/** The first words of a paragraph, on one line. */
const debutDe = (markdown: string): string => couper(markdown.replace(/\s+/g, ' ').trim(), 70);

export async function runRelire(names: string[], options: RelireOptions, io: Io): Promise<number> {
  const dir = resolve(io.cwd, options.etude);
  const [loaded, ecrits] = await Promise.all([loadStudy(dir, { cwd: io.cwd }), ecritsDe(dir, io.cwd)]);
  const faults = [...loaded.diagnostics, ...ecrits.diagnostics].filter(({ gravite }) => gravite === 'erreur');
  if (!loaded.study || faults.length > 0) return refuseStudy(loaded, options.color, io, faults);
  const all = await relecturesDe(withoutPersonalData(loaded.study), ecrits);
  const keyOf = ({ texte }: (typeof all)[number]): string => `${texte.livrable}/${texte.section}`;
  const unknown = names.filter((name) => !all.some((one) => keyOf(one) === name || one.texte.livrable === name));
  if (unknown.length > 0) {
    io.stderr.write(`Aucun texte « ${unknown.join(' », « ')} ». Textes : ${all.map(keyOf).join(', ') || 'aucun'}.\n`);
    return EXIT.usage;
  }
  const chosen = all.filter(
    (one) => names.length === 0 || names.some((name) => keyOf(one) === name || one.texte.livrable === name),
  );
  for (const one of chosen) {
    for (const { paragraphe, changements } of one.paragraphes) {
      io.stdout.write(`${keyOf(one)} : « ${debutDe(paragraphe.markdown)} »\n`);
      for (const { nom, avant, apres } of changements)
        io.stdout.write(`  ${nom} : ${avant} → ${apres ?? 'n’est plus cité'}\n`);
    }
  }
  const total = chosen.reduce((sum, one) => sum + one.total, 0);
  if (total === 0) {
    io.stdout.write(
      'L’étude n’a aucun texte de l’auteur à relire : « atelier textes LIVRABLE » crée ceux d’un livrable.\n',
    );
    return EXIT.ok;
  }
  const stale = chosen.reduce((sum, { paragraphes }) => sum + paragraphes.length, 0);
  const never = chosen.reduce((sum, { jamaisLus }) => sum + jamaisLus, 0);
  if (options.voir) {
    io.stdout.write(
      `${stale === 0 ? 'Aucun paragraphe' : compte(stale, 'paragraphe')} à relire, ${never === 0 ? 'aucun' : never} jamais ${accord(never, 'relu', 'relus')}.\n`,
    );
    return EXIT.ok;
  }
  const fresh = Object.fromEntries(
    chosen.map((one) => {
      const chiffres = chiffresDe(one.study, one.date);
      const shown = (markdown: string) =>
        remplir({ ...one.texte, markdown }, { study: one.study, chiffres, bibliographie: { ids: [] } }).chiffres;
      return [keyOf(one), lecture(one.texte.markdown, shown) ?? []];
    }),
  );
  await ecrireRelectures(dir, { ...ecrits.relectures, ...fresh });
  io.stdout.write(`${compte(total, 'paragraphe')} : chiffres gardés dans .atelier/relectures.json.\n`);
  return EXIT.ok;
}
