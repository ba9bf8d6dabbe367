/** Where a release may not stand: among those of another study, or in what the study itself is read from. */
import { relative } from 'node:path';
import { diagnostic } from '../../study/codes/codes.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { direDossierLu, dossierLu } from '../../study/files/dossiers-lus.js';
import type { Study } from '../../study/study.js';
import type { BuildRequest } from '../request.js';

const START = { plage: { ligne: 1, colonne: 1, longueur: 1 }, chemin: '' };

const shown = (path: string, cwd: string): string => relative(cwd, path).split('\\').join('/');

/** A place that holds the releases of another study is refused, for two studies in one place mix; so is one that the study is read from. */
export async function misplaced(
  { dir, out, cwd }: Pick<BuildRequest, 'dir' | 'out' | 'cwd'>,
  { etude }: Study,
  folder: string,
): Promise<Diagnostic[]> {
  const own = dossierLu(dir, folder);
  if (own !== null) {
    const said = direDossierLu(own, 'les livrables');
    return [diagnostic('dossier-de-l-etude', { fichier: shown(folder, cwd), ...START, ...said })];
  }
  const { otherStudy } = await import('./read-manifest.js');
  const other = await otherStudy(out, etude.id);
  if (!other) return [];
  const fichier = shown(`${out}/${other.dossier}`, cwd);
  return [
    diagnostic('dossier-autre-etude', {
      fichier,
      ...START,
      message: `« ${fichier} » est une version de l’étude « ${other.etude} » ; celle-ci est « ${etude.id} ».`,
      aide: 'Donnez un autre dossier avec --out : chaque étude a le sien.',
    }),
  ];
}
