/** `atelier init`: a study that validates, in a folder that was empty. */

import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { WriteError } from '../../build/disk/write-error.js';
import { DOSSIER_USUEL, fichiersInit, type NouvelleEtude, REPONSES_USUELLES } from '../../edition/init.js';
import { commencee, effacerCommencee, poserEtude } from '../../edition/poser-etude.js';
import { systemCode } from '../../study/files/system-code.js';
import { fauteDeId, idTireDe } from '../../study/valeurs/ecritures.js';
import { JOUR } from '../../texte/dates.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

export interface InitOptions extends Partial<NouvelleEtude> {
  exemple?: true;
}

/** Files that a folder may hold and still be called empty. */
const DISCRETS = new Set(['.git', '.DS_Store', 'Thumbs.db']);

interface Refus {
  phrase: string;
  code: number;
}

/** Why a study cannot be made at `folder`; null when it can. */
function refusDuDossier(folder: string, shown: string): Refus | null {
  let inside: string[];
  try {
    inside = readdirSync(folder).filter((name) => !DISCRETS.has(name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    return {
      phrase: `« ${shown} » ne peut pas être lu comme un dossier. Donnez le nom d'un dossier à créer.`,
      code: EXIT.failure,
    };
  }
  // What a killed command began here is cleared before the study is made, and what is left is looked at again.
  if (inside.length === 0 || inside.some(commencee)) return null;
  const names = `${inside.slice(0, 3).join(', ')}${inside.length > 3 ? '…' : ''}`;
  return {
    phrase: `« ${shown} » n'est pas vide (${names}) : rien n'y a été écrit. Donnez le nom d'un dossier neuf.`,
    code: EXIT.usage,
  };
}

const shownAs = (folder: string, cwd: string): string => relative(cwd, folder) || '.';

export async function runInit(typed: string | undefined, options: InitOptions, io: Io): Promise<number> {
  let dossier = typed ?? DOSSIER_USUEL;
  let answers: Partial<NouvelleEtude> = options;
  const refuse = (name: string): Refus | null => {
    const folder = resolve(io.cwd, name);
    return refusDuDossier(folder, shownAs(folder, io.cwd));
  };
  const asks = typed === undefined || refuse(typed) === null;
  if (io.terminal && asks && Object.keys(options).length === 0) {
    const { demander } = await import('../terminal/init-questions.js');
    const given = await demander(typed, io.terminal, {
      refus: (name) => refuse(name)?.phrase,
      remise: jourApres(DELAI),
    });
    if (given === null) {
      io.stderr.write("Abandonné : rien n'a été écrit.\n");
      return EXIT.failure;
    }
    ({ dossier, ...answers } = given);
  }
  return creer(dossier, answers, options.exemple ?? false, io);
}

/** Days that a first deliverable takes, when nobody says: a study that begins has handed nothing over. */
const DELAI = 90;

const jourApres = (days: number): string => new Date(Date.now() + days * JOUR).toISOString().slice(0, 10);

async function creer(dossier: string, answers: Partial<NouvelleEtude>, exemple: boolean, io: Io): Promise<number> {
  const folder = resolve(io.cwd, dossier);
  const shown = shownAs(folder, io.cwd);
  const refus = refusDuDossier(folder, shown);
  if (refus) {
    io.stderr.write(`${refus.phrase}\n`);
    return refus.code;
  }
  const fauteId = answers.id === undefined ? undefined : fauteDeId(answers.id);
  if (fauteId) {
    io.stderr.write(`--id ${answers.id} : ${fauteId}\n`);
    return EXIT.usage;
  }
  const titre = answers.titre ?? REPONSES_USUELLES.titre;
  const etude: NouvelleEtude = {
    ...REPONSES_USUELLES,
    ...answers,
    id: answers.id ?? (idTireDe(titre) || 'mon-etude'),
    date: answers.date ?? jourApres(DELAI),
    debut: jourApres(0),
  };
  const fichiers = await fichiersInit(etude, exemple);
  await effacerCommencee(folder, fichiers);
  const reste = refusDuDossier(folder, shown);
  if (reste) {
    io.stderr.write(`${reste.phrase}\n`);
    return reste.code;
  }
  try {
    await poserEtude(folder, fichiers);
  } catch (error) {
    throw new WriteError(shown, error);
  }
  const at = shown === '.' ? '' : `cd ${/[^\w./-]/.test(shown) ? `"${shown}"` : shown}\n  `;
  io.stdout.write(
    `${exemple ? 'Étude d’exemple' : 'Nouvelle étude'} dans ${shown}/. Ensuite :\n  ${at}atelier check\n  atelier build${exemple ? '' : ' diagnostic'}\n`,
  );
  return EXIT.ok;
}
