/** What the dispositif says that it does not do, and does; a post that nobody is hired for, and a recruitment. */
import { phraseNue } from '../../../../texte/identifiant.js';
import { motsDe } from '../../../../texte/quantites-ecrites.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const MODE = 'mode_operatoire';
const VIDES = new Set(motsDe('les des une aux ses leurs elle même eux-mêmes elles-mêmes'));
const mots = (texte: string): string[] => motsDe(texte).filter((word) => !VIDES.has(word));

interface Fait {
  chemin: string;
  texte: string;
  /** A whole name, which one word may be; the beginning of a sentence needs two. */
  nom: boolean;
}

/** Whether a thing that is excluded is what begins a sentence, or a whole name. */
function estFait(exclu: readonly string[], { texte, nom }: Fait): boolean {
  const said = mots(texte);
  if (exclu.length === 0 || (exclu.length === 1 && !(nom && said.length === 1))) return false;
  return exclu.every((word, i) => said[i] === word);
}

export const exclusionContredite: RegleCoherence = {
  code: 'exclusion-contredite',
  gravite: 'attention',
  titre: 'Le mode opératoire exclut ce qu’il fait.',
  explication:
    'Ce que le dispositif ne fait pas (« exclusions ») n’est ni l’une de ses missions, ni une étape de son parcours, ni ce qu’une modalité du scénario fait. Ne sont comparés que les mots : une exclusion est relevée quand une mission, une étape ou une description commence par les mêmes mots, deux au moins, ou quand elle est tout le nom d’une étape ou d’une modalité.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const { mode_operatoire: mode, etude } = study;
    const scenario = scenarioDecrit(study);
    if (!mode?.exclusions?.length) return [];
    const done: Fait[] = [
      ...(mode.missions ?? []).map((texte, i) => ({ chemin: `${MODE}/missions/${i + 1}`, texte, nom: false })),
      ...mode.parcours.flatMap(({ id, etape, description }, i) => [
        { chemin: `${MODE}/parcours/${id ?? i + 1}/etape`, texte: etape, nom: true },
        { chemin: `${MODE}/parcours/${id ?? i + 1}/description`, texte: description, nom: false },
      ]),
      ...(scenario?.modalites ?? []).flatMap(({ id, modalite, description }) => [
        { chemin: `scenarios/${scenario?.id}/modalites/${id}/description`, texte: description ?? '', nom: false },
        {
          chemin: `scenarios/${scenario?.id}/modalites/${id}/modalite`,
          texte: etude.modalites.find((one) => one.id === modalite)?.libelle ?? '',
          nom: true,
        },
      ]),
    ];
    return mode.exclusions.flatMap((texte, i): Contradiction[] => {
      const words = mots(texte);
      const found = done.find((one) => estFait(words, one));
      if (!found) return [];
      return [
        {
          chemin: `${MODE}/exclusions/${i + 1}`,
          contre: [found.chemin],
          message: `« ${citee(texte)} » est exclu, et le dispositif le fait : « ${citee(found.texte)} ».`,
          issue: 'Retirez l’exclusion, ou précisez-la.',
          saisie: 'Elle s’écrit dans « exclusions » (mode-operatoire.yaml).',
        },
      ];
    });
  },
};

/** « Contractuel après recrutement », « à recruter »; not « sans recrutement », « recruté en 2016 ». */
const RECRUTE =
  /\b(?:apres|a l'issue du|par) recrutement\b|\ba recruter\b|\brecrutement (?:externe|a venir|par concours)\b/;

/** None, one of the past, or that of another: « après recrutement en 2012 », « un renfort à recruter ». */
const AUTRE_RECRUTEMENT = /\b(?:sans|aucun|pas d|rempla|renfort|depart|conge|intern|(?:19|20)\d\d\b)/;

export const posteDejaPourvu: RegleCoherence = {
  code: 'poste-deja-pourvu',
  gravite: 'attention',
  titre: 'Une fiche de poste recrute pour un poste déjà tenu.',
  explication:
    'Un poste déjà tenu par un agent (« deja_en_poste: true » du scénario) n’est pas à recruter : le contrat de sa fiche (« fiches_de_poste.contrat ») ne parle pas d’un recrutement à faire. Un recrutement daté, interne, ou celui d’un remplaçant ou d’un renfort n’est pas relevé.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    return (study.mode_operatoire?.fiches_de_poste ?? []).flatMap(
      ({ poste, contrat = '', profil }, i): Contradiction[] => {
        const own = scenario?.moyens.humains.find(({ id }) => id === poste);
        const plain = phraseNue(contrat);
        if (!scenario || !own?.deja_en_poste || !RECRUTE.test(plain) || AUTRE_RECRUTEMENT.test(plain)) return [];
        return [
          {
            chemin: `${MODE}/fiches_de_poste/${i + 1}/contrat`,
            contre: [`scenarios/${scenario.id}/moyens/humains/${own.id}`],
            message: `la fiche « ${profil} » dit « ${citee(contrat)} », et le poste est déjà tenu.`,
            issue: 'Corrigez le contrat de la fiche, ou dites que le poste est à pourvoir.',
            saisie: 'Un poste à pourvoir s’écrit « deja_en_poste: false » dans le scénario.',
          },
        ];
      },
    );
  },
};

export const EXCLUSIONS = [exclusionContredite, posteDejaPourvu] as const;
