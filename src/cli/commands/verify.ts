/** `atelier verify DOSSIER`: hashes a release again; with `--rebuild`, builds it apart and tells what differs and why. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { buildDeliverables, releaseName } from '../../build/build.js';
import type { Manifeste } from '../../build/manifest.js';
import { readManifest } from '../../build/manifest.js';
import { causes, type Ecart, verifyRelease } from '../../build/verify.js';
import { compte } from '../../texte/accords.js';
import { EXIT } from '../exit-codes.js';
import type { Io } from '../io.js';
import type { BuildFormat, VerifyOptions } from '../options.js';

/** Builds again each deliverable of the manifest with its own parameters; null when the study has errors now. */
async function rebuild(manifeste: Manifeste, options: VerifyOptions, io: Io, out: string): Promise<Manifeste | null> {
  for (const { id, parametres } of manifeste.livrables) {
    if (id === 'etude') continue;
    const result = await buildDeliverables({
      dir: resolve(io.cwd, options.etude),
      out,
      cwd: io.cwd,
      livrables: [id.split('/')[0] ?? id],
      formats: parametres.formats as BuildFormat[],
      options: {
        ...(parametres.scenario === null ? {} : { scenario: parametres.scenario }),
        ...(parametres.projet ? { projet: parametres.projet } : {}),
        ...(parametres.interne ? { interne: true } : {}),
      },
      shownDir: options.etude,
      progress: () => undefined,
      onLoaded: () => undefined,
      onFile: () => undefined,
    });
    if (result.diagnostics.some(({ gravite }) => gravite === 'erreur')) return null;
  }
  const interne = manifeste.livrables.some(({ parametres }) => parametres.interne);
  return readManifest(join(out, releaseName(manifeste.etude.version, { interne })));
}

function differences(before: Manifeste, after: Manifeste): Ecart[] {
  const now = new Map(
    after.livrables.flatMap(({ sorties }) => sorties).map(({ fichier, sha256 }) => [fichier, sha256]),
  );
  return before.livrables
    .flatMap(({ sorties }) => sorties)
    .flatMap(({ fichier, sha256 }): Ecart[] => {
      const again = now.get(fichier);
      return again === sha256
        ? []
        : [
            {
              fichier,
              nature: 'different',
              message: again ? 'la reconstruction donne un autre fichier' : 'la reconstruction ne le donne plus',
            },
          ];
    });
}

export async function runVerify(folder: string, options: VerifyOptions, io: Io): Promise<number> {
  const release = resolve(io.cwd, folder);
  const shown = relative(io.cwd, release) || '.';
  const { manifeste, fichiers, ecarts } = await verifyRelease(release);
  if (!manifeste) {
    io.stderr.write(
      `« ${shown} » n'a pas de manifeste lisible : ce n'est pas un dossier de livrables. Donnez celui d'une version, par exemple out/1.0.\n`,
    );
    return EXIT.usage;
  }
  const found = [...ecarts];
  let pourquoi: string[] = [];
  if (options.rebuild) {
    const out = await mkdtemp(join(tmpdir(), 'atelier-verification-'));
    try {
      const again = await rebuild(manifeste, options, io, out);
      if (again === null) {
        io.stderr.write(
          `L'étude « ${options.etude} » ne se construit plus dans la version ${manifeste.etude.version} : « atelier check » dit pourquoi, ou la version a changé.\n`,
        );
        return EXIT.failure;
      }
      const different = differences(manifeste, again);
      found.push(...different);
      if (different.length > 0) {
        pourquoi = causes(manifeste, again);
        if (pourquoi.length === 0)
          pourquoi = [
            'aucune entrée n’a changé : la construction n’est pas reproductible, ou la date des fichiers (SOURCE_DATE_EPOCH) diffère',
          ];
      }
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
  }
  return found.length > 0 ? EXIT.failure : EXIT.ok;
}
