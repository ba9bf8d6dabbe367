/** `atelier verify DOSSIER`: hashes a release again; with `--rebuild`, builds it apart and tells what differs and why. */

import { rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { buildDeliverables, releaseName } from '../../build/build.js';
import { temporaryFolder } from '../../build/disk/temporary-folder.js';
import { anterieurs, type Manifeste } from '../../build/release/manifest.js';
import { readManifest } from '../../build/release/read-manifest.js';
import { causes, type Ecart, verifyRelease } from '../../build/release/verify.js';
import { loadStudy } from '../../study/load.js';
import { compte, enumerer } from '../../texte/accords.js';
import { commandeDe } from '../options/livrables.js';
import type { VerifyOptions } from '../options/options.js';
import { pasUneVersion } from '../options/versions.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

type Rebuilt = { manifeste: Manifeste } | { refus: 'erreurs' | 'version' } | { autre: string };

/** Builds again each deliverable of the manifest with its own parameters, kept whole there. */
async function rebuild(manifeste: Manifeste, options: VerifyOptions, io: Io, out: string): Promise<Rebuilt> {
  const dir = resolve(io.cwd, options.etude);
  const { study } = await loadStudy(dir, { cwd: io.cwd });
  if (!study) return { refus: 'erreurs' };
  if (study.etude.id !== manifeste.etude.id) return { autre: study.etude.id };
  if (study.etude.version !== manifeste.etude.version) return { refus: 'version' };
  for (const { id, parametres } of manifeste.livrables) {
    if (id === 'etude') continue;
    const result = await buildDeliverables({
      dir,
      out,
      cwd: io.cwd,
      livrables: [id.split('/')[0] ?? id],
      parametres,
      shownDir: options.etude,
      progress: () => undefined,
      onLoaded: () => undefined,
      onFile: () => undefined,
    });
    if (result.diagnostics.some(({ gravite }) => gravite === 'erreur')) return { refus: 'erreurs' };
  }
  const { interne } = manifeste.livrables.find(({ id }) => id !== 'etude')?.parametres ?? { interne: false };
  const again = await readManifest(join(out, releaseName(manifeste.etude.version, { interne })));
  return again ? { manifeste: again } : { refus: 'erreurs' };
}

/** Why a release could not be built again, in French. */
function refusal(rebuilt: Exclude<Rebuilt, { manifeste: Manifeste }>, { etude }: Manifeste, shownDir: string): string {
  if ('autre' in rebuilt)
    return `Cette version est celle de l'étude « ${etude.id} » ; « ${shownDir} » contient l'étude « ${rebuilt.autre} ». Désignez le bon dossier avec -C.`;
  return rebuilt.refus === 'version'
    ? `L'étude « ${shownDir} » n'est plus dans la version ${etude.version} : reprenez-la telle qu'elle était (historique de git), puis relancez.`
    : `L'étude « ${shownDir} » ne se construit plus dans la version ${etude.version} : « atelier check » dit pourquoi.`;
}

/** What differs from a release built again, and the deliverables that were built before the last change of the study: those of the manifest are its inputs of then. */
function differences(before: Manifeste, after: Manifeste): { ecarts: Ecart[]; anciens: Set<string> } {
  const anciens = new Set<string>();
  const ecarts = before.livrables.flatMap(({ id, empreinte, sorties }) => {
    const now = after.livrables.filter((one) => one.id === id);
    const again = new Map(now.flatMap((one) => one.sorties).map(({ fichier, sha256 }) => [fichier, sha256]));
    const ancien = now.every((one) => one.empreinte !== empreinte);
    return sorties.flatMap(({ fichier, sha256 }): Ecart[] => {
      const found = again.get(fichier);
      if (found === sha256) return [];
      if (found && ancien) anciens.add(id);
      const message = !found ? 'la reconstruction ne le donne plus' : 'la reconstruction donne un autre fichier';
      return [{ fichier, nature: 'different', message }];
    });
  });
  return { ecarts, anciens };
}

/** Why a release built again differs, in French. */
function raisons(before: Manifeste, after: Manifeste, anciens: ReadonlySet<string>): string[] {
  const changed = causes(before, after);
  if (changed.length > 0) return changed;
  const names = [...anciens].filter((id) => id !== 'etude').map((id) => `« ${id} »`);
  return names.length > 0
    ? [
        `${enumerer(names)} ${names.length > 1 ? 'datent' : 'date'} d’avant le dernier changement de l’étude, après lequel d’autres fichiers seuls ont été construits ; « atelier build » ${names.length > 1 ? 'les' : 'le'} refait`,
      ]
    : ['aucune entrée n’a changé : la construction n’est pas reproductible'];
}

export async function runVerify(folder: string, options: VerifyOptions, io: Io): Promise<number> {
  const release = resolve(io.cwd, folder);
  const shown = relative(io.cwd, release) || '.';
  const { lu, fichiers, ecarts } = await verifyRelease(release);
  if (lu.etat !== 'lu') {
    io.stderr.write(
      lu.etat === 'abime'
        ? `« ${shown} » a un manifeste abîmé : rien n'y peut être vérifié. Relancez « atelier build », qui le récrit, ou reprenez-le d'une sauvegarde.\n`
        : `${await pasUneVersion(shown, io.cwd)}\n`,
    );
    return EXIT.usage;
  }
  const { manifeste } = lu;
  const found = [...ecarts];
  let pourquoi: string[] = [];
  if (options.rebuild) {
    const out = await temporaryFolder('verification');
    try {
      const again = await rebuild(manifeste, options, io, out);
      if (!('manifeste' in again)) {
        io.stderr.write(`${refusal(again, manifeste, options.etude)}
`);
        return EXIT.failure;
      }
      const { ecarts: different, anciens } = differences(manifeste, again.manifeste);
      found.push(...different);
      if (different.length > 0) pourquoi = raisons(manifeste, again.manifeste, anciens);
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  }
  if (options.json)
    io.stdout.write(
      `${JSON.stringify({ dossier: shown, version: manifeste.etude.version, fichiers, ecarts: found, causes: pourquoi }, null, 2)}\n`,
    );
  else {
    for (const { fichier, message } of found) io.stdout.write(`✗ ${fichier} : ${message}\n`);
    if (pourquoi.length > 0) io.stdout.write(`Pourquoi :\n${pourquoi.map((cause) => `  · ${cause}\n`).join('')}`);
    if (found.length === 0)
      io.stdout.write(
        `${shown} : ${compte(fichiers, 'fichier')}, ${options.rebuild ? 'identiques à une reconstruction' : 'conformes au manifeste'}.\n`,
      );
    const meles = [...new Set(anterieurs(manifeste.livrables, new Set()).map(({ livrable }) => livrable))];
    if (pourquoi.length === 0)
      for (const livrable of meles)
        io.stdout.write(
          `Les fichiers de « ${livrable} » ne sont pas faits de la même chose : « atelier build ${commandeDe(livrable)} » les refait ensemble.\n`,
        );
  }
  return found.length > 0 ? EXIT.failure : EXIT.ok;
}
