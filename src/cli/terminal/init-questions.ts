/** The questions of `atelier init`, asked one after the other on a terminal; nothing is written while they are asked. */
import { cancel, intro, isCancel, text } from '@clack/prompts';
import { DOSSIER_USUEL, type NouvelleEtude, REPONSES_USUELLES } from '../../edition/init.js';
import { dateDe, fauteDeId, idTireDe } from '../../study/valeurs/ecritures.js';
import type { Terminal } from './io.js';

export type Reponses = Omit<NouvelleEtude, 'debut'> & { dossier: string };

interface Regles {
  /** Why the study cannot be made in that folder; undefined when it can. */
  refus: (dossier: string) => string | undefined;
  /** ISO date proposed for the first deliverable. */
  remise: string;
}

interface Question {
  message: string;
  /** Answer of an empty line, shown in its place. */
  usuel: string;
  /** What is wrong with an answer; undefined when it will do. */
  faute?: (answer: string) => string | undefined;
}

class Abandon extends Error {}

async function poser({ message, usuel, faute }: Question, { input, output }: Terminal): Promise<string> {
  const answer = await text({
    message,
    placeholder: usuel,
    defaultValue: usuel,
    validate: (typed) => faute?.(typed?.trim() || usuel),
    input,
    output,
  });
  if (isCancel(answer)) throw new Abandon();
  return answer.trim() || usuel;
}

const jourDe = (typed: string): string | null => {
  const date = dateDe(typed);
  return date?.length === 10 ? date : null;
};

async function toutes(dossier: string | undefined, regles: Regles, terminal: Terminal): Promise<Reponses> {
  const ask = (question: Question): Promise<string> => poser(question, terminal);
  const usuels = REPONSES_USUELLES;
  intro('Une nouvelle étude. Entrée garde la réponse proposée ; Ctrl-C abandonne sans rien écrire.', terminal);
  const folder =
    dossier ??
    (await ask({
      message: 'Dans quel dossier, à créer ?',
      usuel: DOSSIER_USUEL,
      faute: regles.refus,
    }));
  const titre = await ask({ message: 'Titre de l’étude ?', usuel: usuels.titre });
  const maitreOuvrage = await ask({ message: 'Qui la commande ?', usuel: usuels.maitreOuvrage });
  const prestataire = await ask({ message: 'Qui la réalise ?', usuel: usuels.prestataire });
  const territoire = await ask({ message: 'Sur quel territoire ?', usuel: usuels.territoire });
  const id = await ask({
    message: 'Identifiant de l’étude, dans ses fichiers ?',
    usuel: idTireDe(titre) || 'mon-etude',
    faute: fauteDeId,
  });
  const date = await ask({
    message: 'Date du premier livrable, le diagnostic ?',
    usuel: regles.remise,
    faute: (typed) => (jourDe(typed) === null ? 'Un jour du calendrier : 2024-03-14 ou 14/03/2024.' : undefined),
  });
  return { dossier: folder, titre, maitreOuvrage, prestataire, territoire, id, date: jourDe(date) ?? date };
}

/** The answers; null when they were given up, by Ctrl-C or Escape. */
export async function demander(
  dossier: string | undefined,
  terminal: Terminal,
  regles: Regles,
): Promise<Reponses | null> {
  try {
    return await toutes(dossier, regles, terminal);
  } catch (error) {
    if (!(error instanceof Abandon)) throw error;
    cancel('Abandonné', terminal);
    return null;
  }
}
