/** What projects and the experimentation are measured by: targets, the grid of the choice, the scale of grades. */
import { group } from 'd3-array';
import { accord, enumerer, memeUnite, quantiteFr } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { analyserProjet } from '../../../projets/projets.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

interface Cible {
  chemin: string;
  libelle: string;
  unite: string;
  initial: number | undefined;
  cible: number;
  sens: 'max' | 'min';
}

export const cibleEnRecul: RegleCoherence = {
  code: 'cible-en-recul',
  gravite: 'attention',
  titre: 'La cible d’un indicateur est en deçà de son point de départ.',
  explication:
    'Un indicateur va de sa valeur de départ (« initial ») à sa cible (« cible »), dans le sens qu’il dit (« sens: max » par défaut). Une cible en deçà du départ est atteinte avant d’avoir commencé, ou le sens est inversé.',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study: { projets, mode_operatoire: mode } }) => {
    const all: Cible[] = [
      ...(mode?.indicateurs ?? []).map(({ id, libelle, unite, initial, cible, sens = 'max' }) => ({
        chemin: `mode_operatoire/indicateurs/${id}`,
        libelle,
        unite,
        initial,
        cible,
        sens,
      })),
      ...projets.flatMap(({ id, indicateurs = [] }) =>
        indicateurs.map(({ libelle, unite, initial, cible, sens = 'max' }, i) => ({
          chemin: `projets/${id}/indicateurs/${i + 1}`,
          libelle,
          unite,
          initial,
          cible,
          sens,
        })),
      ),
    ];
    return all.flatMap(({ chemin, libelle, unite, initial, cible, sens }): Contradiction[] =>
      initial === undefined || (sens === 'max' ? cible >= initial : cible <= initial)
        ? []
        : [
            {
              chemin: `${chemin}/cible`,
              contre: [`${chemin}/initial`],
              message: `« ${libelle} » part de ${quantiteFr(initial, unite)} et vise ${nombreFr(cible)}, alors que ${sens === 'max' ? 'plus' : 'moins'} y vaut mieux.`,
              issue: 'Corrigez la cible ou le point de départ, ou dites que le moins vaut mieux.',
              saisie: 'Le sens s’écrit « sens: min » ou « sens: max ».',
            },
          ],
    );
  },
};

export const grilleIncomplete: RegleCoherence = {
  code: 'grille-incomplete',
  gravite: 'attention',
  titre: 'Un projet n’a pas toutes les notes de la grille de choix.',
  explication:
    'Les projets se choisissent sur une grille (« experimentation.grille ») : un projet qui a des notes (« analyse.notes ») en a une par question. Une note qui manque laisserait comparer des projets sur des questions différentes.',
  livrables: ['fiches-projets'],
  verifier: ({ study: { projets, mode_operatoire: mode } }) =>
    projets.flatMap(({ id, titre, analyse }): Contradiction[] => {
      const notes = analyse?.notes;
      const missing = (mode?.experimentation?.grille ?? []).filter((one) => notes?.[one.id] === undefined);
      if (!notes || missing.length === 0) return [];
      return [
        {
          chemin: `projets/${id}/analyse/notes`,
          contre: ['mode_operatoire/experimentation/grille'],
          message: `« ${titre} » n’a pas de note pour ${enumerer(missing.map(({ libelle }) => `« ${libelle} »`))}.`,
          issue: 'Notez le projet sur toute la grille, ou retirez la question.',
          saisie: 'Ses notes s’écrivent dans « analyse.notes » du projet (projets.yaml).',
        },
      ];
    }),
};

export const echelleIncomplete: RegleCoherence = {
  code: 'echelle-incomplete',
  gravite: 'attention',
  titre: 'L’échelle de l’évaluation ne dit pas ce que veut dire une note donnée.',
  explication:
    'Chaque note donnée à un projet (« evaluation ») a son sens dans l’échelle de evaluation.yaml (« echelle »).',
  livrables: ['bilan'],
  verifier: ({ study: { projets, evaluation } }) => {
    if (!evaluation) return [];
    const known = new Set(evaluation.echelle.map(({ note }) => note));
    const given = projets.flatMap(({ id, titre, evaluation: grades }) =>
      Object.entries(grades ?? {}).flatMap(([critere, one]) =>
        typeof one === 'object' && !known.has(one.note)
          ? [{ note: one.note, titre, chemin: `projets/${id}/evaluation/${critere}/note` }]
          : [],
      ),
    );
    // One lack of the scale, however many times the note is given.
    return [...group(given, ({ note }) => note)].flatMap(([note, [first, ...others]]): Contradiction[] => {
      if (!first) return [];
      const titres = [...new Set([first, ...others].map(({ titre }) => `« ${titre} »`))];
      return [
        {
          chemin: first.chemin,
          contre: ['evaluation/echelle', ...others.map(({ chemin }) => chemin)],
          message: `${enumerer(titres)} ${accord(titres.length, 'reçoit', 'reçoivent')} la note ${nombreFr(note)}, dont l’échelle de l’évaluation ne dit pas le sens.`,
          issue: 'Ajoutez le sens de cette note à l’échelle, ou corrigez la note.',
          saisie: 'Il s’écrit dans « echelle » d’evaluation.yaml : « note » et « sens ».',
        },
      ];
    });
  },
};

export const noteDeuxFois: RegleCoherence = {
  code: 'note-deux-fois',
  gravite: 'attention',
  titre: 'L’échelle de l’évaluation donne deux sens à la même note.',
  explication: 'Chaque note de l’échelle (« echelle » de evaluation.yaml) n’y est qu’une fois.',
  livrables: ['bilan'],
  verifier: ({ study: { evaluation } }) =>
    (evaluation?.echelle ?? []).flatMap(({ note }, i, all): Contradiction[] => {
      const first = all.findIndex((one) => one.note === note);
      if (first === i) return [];
      return [
        {
          chemin: `evaluation/echelle/${i + 1}/note`,
          contre: [`evaluation/echelle/${first + 1}/note`],
          message: `la note ${nombreFr(note)} a deux sens dans l’échelle de l’évaluation.`,
          issue: 'Corrigez l’une des deux notes.',
        },
      ];
    }),
};

/** The ends of the scale of an evaluation. */
const [PIRE, MEILLEURE] = [1, 5];

export const noteContredite: RegleCoherence = {
  code: 'note-contredite',
  gravite: 'attention',
  titre: 'La note d’efficacité d’un projet dit le contraire de ses mesures.',
  explication:
    'La note la plus haute (5) dit que tout ce qui était attendu est constaté : aucun objectif n’est alors manqué, ni atteint pour une part seulement, d’après ses mesures ou ce qui a été constaté. La plus basse (1) dit que rien ne l’est : tous ne sont pas alors atteints.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study }) =>
    study.projets.flatMap((one): Contradiction[] => {
      const note = one.evaluation?.efficacite?.note;
      if (note !== MEILLEURE && note !== PIRE) return [];
      const { objectifs } = analyserProjet(one);
      const missed = objectifs.filter(({ atteint }) => atteint === 'non' || atteint === 'partiel');
      const [against] = note === MEILLEURE ? missed : objectifs;
      const wrong = note === MEILLEURE ? missed.length > 0 : objectifs.every(({ atteint }) => atteint === 'oui');
      if (!against || !wrong) return [];
      return [
        {
          chemin: `projets/${one.id}/evaluation/efficacite/note`,
          contre: [`projets/${one.id}/objectifs/${against.rang}`],
          message:
            note === MEILLEURE
              ? `« ${one.titre} » a ${MEILLEURE} sur ${MEILLEURE} en efficacité, et son objectif « ${against.texte} » n’est ${against.atteint === 'partiel' ? 'atteint qu’en partie' : 'pas atteint'}.`
              : `« ${one.titre} » a ${PIRE} sur ${MEILLEURE} en efficacité, et tous ses objectifs sont atteints.`,
          issue: 'Revoyez la note, ou ce qui mesure l’objectif.',
        },
      ];
    }),
};

export const constatContreMesure: RegleCoherence = {
  code: 'constat-contre-mesure',
  gravite: 'attention',
  titre: 'Un objectif est dit atteint, et sa mesure dit le contraire.',
  explication:
    'Le constat d’un objectif (« constats_objectifs », « atteint ») vaut quand rien ne le mesure. Quand un indicateur le mesure (« objectif »), c’est la mesure qui est retenue : un constat qui dit oui de ce qu’elle montre manqué, ou non de ce qu’elle montre atteint, est faux.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet): Contradiction[] => {
      const { objectifs } = analyserProjet(projet);
      return (projet.constats_objectifs ?? []).flatMap(({ objectif: rank, atteint: told }, i): Contradiction[] => {
        const measure = (projet.indicateurs ?? []).findIndex((one) => one.objectif === rank && one.mesures?.length);
        const found = objectifs.find(({ rang }) => rang === rank);
        const opposed = (told === 'oui' && found?.atteint === 'non') || (told === 'non' && found?.atteint === 'oui');
        if (measure < 0 || !found || !opposed) return [];
        return [
          {
            chemin: `projets/${projet.id}/constats_objectifs/${i + 1}/atteint`,
            contre: [`projets/${projet.id}/indicateurs/${measure + 1}/mesures`],
            message: `« ${projet.titre} » dit l’objectif « ${found.texte} » ${told === 'oui' ? 'atteint, et sa mesure le montre manqué' : 'manqué, et sa mesure le montre atteint'}.`,
            issue: 'Corrigez le constat, la mesure, ou la cible de l’indicateur.',
          },
        ];
      });
    }),
};

/** A tenth of the target, or ten times it: a figure was moved by one place. */
const DECUPLE = 10;
/** A target of one or two may well be passed ten times. */
const PETITE_CIBLE = 5;

export const mesureDecuplee: RegleCoherence = {
  code: 'mesure-decuplee',
  gravite: 'attention',
  titre: 'Une mesure vaut dix fois la cible qu’elle devait atteindre.',
  explication:
    'La mesure d’un indicateur, du dispositif ou d’un projet, qui atteint dix fois sa cible n’est pas un succès que l’on lit sans question : une des deux a perdu ou gagné un chiffre, ou elles n’ont pas la même unité. Les cibles de moins de cinq ne sont pas comparées, ni celles où le moins vaut mieux (« sens: min ») : la mesure y dit un échec.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets, mode_operatoire: mode } }) =>
    [
      ...(mode?.indicateurs ?? []).map((one, i) => ({
        ...one,
        chemin: `mode_operatoire/indicateurs/${one.id ?? i + 1}`,
      })),
      ...projets.flatMap(({ id, indicateurs = [] }) =>
        indicateurs.map((one, i) => ({ ...one, chemin: `projets/${id}/indicateurs/${i + 1}` })),
      ),
    ].flatMap(({ chemin, libelle, unite, cible, sens = 'max', mesures = [] }) => {
      const wrong = mesures.findIndex(({ valeur }) => valeur >= DECUPLE * cible);
      const value = mesures[wrong]?.valeur;
      if (value === undefined || cible < PETITE_CIBLE || sens === 'min') return [];
      return [
        {
          chemin: `${chemin}/mesures/${wrong + 1}/valeur`,
          contre: [`${chemin}/cible`] as const,
          message: `« ${libelle} » est mesuré à ${quantiteFr(value, unite)}, pour une cible de ${memeUnite(cible, unite)}.`,
          issue: 'Corrigez la mesure ou la cible, ou dites ce qui explique un tel écart.',
          saisie: 'Un écart qui s’explique s’écarte avec sa raison (« regles_ecartees »).',
        },
      ];
    }),
};

export const NOTATION_PROJETS = [
  mesureDecuplee,
  constatContreMesure,
  noteContredite,
  cibleEnRecul,
  grilleIncomplete,
  echelleIncomplete,
  noteDeuxFois,
] as const;
