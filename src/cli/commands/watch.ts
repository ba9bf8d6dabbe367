/** `atelier watch`: builds at once, then again each time that a file of the study changes, until it is interrupted. */

import { basename, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { buildDeliverables } from '../../build/build.js';
import { WriteError } from '../../build/disk/write-error.js';
import { PAR_DEFAUT } from '../../build/inputs/parameters.js';
import { nombreA } from '../../texte/nombres.js';
import { type Apercu, apercuVide, fichiersDe } from '../apercu/etat.js';
import type { ServeurApercu } from '../apercu/serveur.js';
import { nomsInconnus } from '../options/livrables.js';
import type { WatchOptions } from '../options/options.js';
import { reportText } from '../reporters/texte.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';
import { ownAccount } from '../terminal/own-account.js';
import { type FolderWatch, watchFolder } from '../terminal/watch-folder.js';

/** An editor saves in several strokes: what follows within this time is one change, in milliseconds. */
const QUIET = 150;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Asks to stop, while it waits. */
interface Stops {
  /** Signals are heard. */
  hear(): void;
  /** A signal ends the process at once, as it does a build, whose release is whole at any moment: no turn of the loop would hear it before the end. */
  deafen(): void;
}

function stops(stop: () => void): Stops {
  const deafen = (): void => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  return {
    deafen,
    hear: () => {
      deafen();
      for (const signal of SIGNALS) process.once(signal, stop);
    },
  };
}

/** Builds once, tells it, and answers what a page shows of it; what was there before stays where nothing was built. */
async function once(
  livrables: string[],
  options: WatchOptions,
  io: Io,
  before: Apercu,
  signals: Stops,
): Promise<Apercu> {
  const started = performance.now();
  let { titre } = before;
  try {
    signals.deafen();
    const result = await buildDeliverables({
      dir: resolve(io.cwd, options.etude),
      out: resolve(io.cwd, options.out),
      cwd: io.cwd,
      livrables,
      parametres: { ...PAR_DEFAUT, formats: options.format },
      shownDir: options.etude,
      progress: () => undefined,
      onLoaded: (summary) => {
        titre = summary;
      },
      onFile: (file) => io.stdout.write(`  ${file.path}\n`),
    }).finally(signals.hear);
    const { diagnostics, texts, read, version, folder } = result;
    if (diagnostics.length > 0)
      io.stderr.write(reportText({ ...read, diagnostics, texts, paint: await choosePaint(options.color, io) }));
    const failed = diagnostics.some(({ gravite }) => gravite === 'erreur');
    const time = nombreA((performance.now() - started) / 1000, 1, true);
    const phrase = failed
      ? "Rien n'a été construit : l'ancienne version reste en place. En attente d'une correction…"
      : `À jour (${time} s). En attente d'un changement…`;
    const release = version === null ? before : { dossier: folder, fichiers: await fichiersDe(folder) };
    io.stdout.write(`${phrase}\n`);
    return { ...before, ...release, titre, phrase, diagnostics, textes: texts };
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return { ...before, phrase: error.message };
  }
}

export async function runWatch(livrables: string[], options: WatchOptions, terminal: Io): Promise<number> {
  const { io, receives } = ownAccount(terminal);
  const unknown = nomsInconnus(livrables, 'watch');
  if (unknown.length > 0) {
    io.stderr.write(`${unknown.join('\n')}\n`);
    return EXIT.usage;
  }
  const dir = resolve(io.cwd, options.etude);
  let apercu = apercuVide(relative(io.cwd, dir) || basename(dir));
  let serveur: ServeurApercu | null = null;
  let wake: (() => void) | null = null;
  let dirty = true;
  let stopped = false;
  const unreadable = `« ${relative(io.cwd, dir) || '.'} » ne peut pas être surveillé : le dossier n'existe pas, ou n'est pas lisible.\n`;
  let watcher: FolderWatch;
  try {
    watcher = watchFolder(
      dir,
      resolve(io.cwd, options.out),
      () => {
        dirty = true;
        wake?.();
      },
      receives,
    );
  } catch {
    io.stderr.write(unreadable);
    return EXIT.failure;
  }
  const signals = stops(() => {
    stopped = true;
    wake?.();
  });
  signals.hear();
  try {
    if (options.voir) {
      const { servirApercu } = await import('../apercu/serveur.js');
      serveur = await servirApercu(apercu);
      io.stdout.write(`À voir dans un navigateur, sur cette machine seulement : ${serveur.url}\n`);
    }
    while (!stopped) {
      if (!dirty)
        await new Promise<void>((done) => {
          wake = done;
        });
      wake = null;
      if (!stopped) await pause(QUIET);
      if (stopped) break;
      if (!watcher.alive) {
        io.stderr.write(unreadable);
        return EXIT.failure;
      }
      dirty = false;
      apercu = await once(livrables, options, io, apercu, signals);
      serveur?.publier(apercu);
    }
    return EXIT.ok;
  } finally {
    // Whatever stops the loop, nothing keeps the process alive nor deaf to signals.
    watcher.close();
    await serveur?.fermer();
    signals.deafen();
  }
}
