/** The experimentation against what surrounds it: the criteria announced and the grid, the path and the call, the target and the load. */

import { compte } from '../../../../texte/accords.js';
import { leJour, moisAbsolu } from '../../../../texte/dates.js';
import { nu } from '../../../../texte/identifiant.js';
import { nombreFr, pourcent } from '../../../../texte/nombres.js';
import { ouvresEntre } from '../../../jours-ouvres.js';
import { premierJour } from '../../../mode-operatoire/calendrier.js';
import { joursJusqua } from '../../../mode-operatoire/parcours.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { depasse, quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const grilleHorsCriteres: RegleCoherence = {
  code: 'grille-hors-criteres',
  gravite: 'attention',
  titre: 'La grille note les projets sur un critère qui n’est pas annoncé.',
  explication:
    'Qui répond à un appel lit les critères de choix (« criteres_choix ») ; ceux sur lesquels la grille note chaque projet (« grille ») en sont, à la casse et aux accents près, l’un pouvant préciser l’autre. Des critères annoncés peuvent porter sur l’ensemble des projets et n’être pas notés.',
  livrables: ['mode-operatoire', 'fiches-projets'],
  verifier: ({ study }) => {
    const { criteres_choix: announced = [], grille = [] } = study.mode_operatoire?.experimentation ?? {};
    if (announced.length === 0) return [];
    return grille.flatMap(({ id, libelle }): Contradiction[] =>
      announced.some((one) => nu(one).includes(nu(libelle)) || nu(libelle).includes(nu(one)))
        ? []
        : [
            {
              chemin: `mode_operatoire/experimentation/grille/${id}/libelle`,
              contre: ['mode_operatoire/experimentation/criteres_choix'],
              message: `la grille note « ${libelle} », que les critères annoncés aux porteurs ne disent pas.`,
              issue: 'Annoncez ce critère, ou retirez-le de la grille.',
              saisie:
                'Les critères annoncés s’écrivent dans « experimentation.criteres_choix » (mode-operatoire.yaml).',
            },
          ],
    );
  },
};

export const experimentationAvantDemarrage: RegleCoherence = {
  code: 'experimentation-avant-demarrage',
  gravite: 'attention',
  titre: 'L’expérimentation commence avant le scénario qu’elle éprouve.',
  explication:
    'Le scénario compte ses dépenses, ses recettes et sa trésorerie depuis son premier mois (« demarrage »). Une expérimentation qui commence un mois plus tôt au moins n’a encore ni poste, ni budget.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const debut = study.mode_operatoire?.experimentation?.debut;
    const scenario = scenarioDecrit(study);
    const demarrage = scenario?.demarrage;
    if (!scenario || debut === undefined || demarrage === undefined || debut.length < 7 || demarrage.length < 7)
      return [];
    if (moisAbsolu(debut) >= moisAbsolu(demarrage)) return [];
    return [
      {
        chemin: 'mode_operatoire/experimentation/debut',
        contre: [`scenarios/${scenario.id}/demarrage`],
        message: `l’expérimentation commence ${leJour(debut)}, et « ${scenario.titre} », qu’elle éprouve, démarre ${leJour(demarrage)}.`,
        issue: 'Accordez les deux dates.',
      },
    ];
  },
};

export const choixHorsDelai: RegleCoherence = {
  code: 'choix-hors-delai',
  gravite: 'attention',
  titre: 'Le parcours mène au choix des projets après le choix.',
  explication:
    'L’étape du choix (« etape_choix ») vient après d’autres, dont les délais s’ajoutent. Une demande reçue le premier jour de l’appel l’atteint, par le plus court chemin, avant le jour du choix (« choix_le ») ; sans quoi aucune ne peut être choisie en suivant le parcours. De chaque étape qui y mène, une demande reçue au premier jour de l’expérimentation ou de l’appel y arrive aussi à temps : le chemin qui ne le permet pas ne mène à aucun choix. Jours ouvrés ; une étape qui attend une instance attend au plus le temps entre deux réunions.',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode } }) => {
    const { appel_du: opened, choix_le: choice, etape_choix: step, debut } = mode?.experimentation ?? {};
    const rank = (mode?.parcours ?? []).findIndex(({ id }) => id !== undefined && id === step);
    if (!mode || opened?.length !== 10 || choice?.length !== 10) return [];
    const ways = joursJusqua(mode, rank);
    const choix = mode.parcours[rank];
    if (!choix || ways.length === 0) return [];
    const chosen = Date.parse(choice);
    const left = ouvresEntre(Date.parse(opened), chosen);
    const needed = Math.min(...ways.map(({ jours }) => jours));
    const saisie = 'Un chemin s’écrit « { condition: …, vers: … } » dans « issues » d’une étape.';
    const duree = (n: number): string => compte(n, 'jour ouvré', 'jours ouvrés');
    if (needed > left)
      return [
        {
          chemin: 'mode_operatoire/experimentation/choix_le',
          contre: [`mode_operatoire/parcours/${step}`],
          message: `une demande reçue ${leJour(opened)}, premier jour de l’appel, n’atteint « ${choix.etape} » qu’au bout de ${duree(needed)} ; le choix se fait ${leJour(choice)}, ${duree(left)} après.`,
          issue: 'Ouvrez un chemin plus court aux candidatures, ou éloignez le choix.',
          saisie,
        },
      ];
    // A request may come before the call, as soon as the experimentation opens.
    const first = Math.min(Date.parse(opened), premierJour(debut ?? opened));
    const most = ouvresEntre(first, chosen);
    return ways.flatMap(({ depuis, jours }): Contradiction[] => {
      const from = depuis === null ? undefined : mode.parcours[depuis];
      if (!from || jours <= most) return [];
      return [
        {
          chemin: `mode_operatoire/parcours/${from.id ?? String(mode.parcours.indexOf(from) + 1)}`,
          contre: ['mode_operatoire/experimentation/choix_le'],
          message: `« ${from.etape} » mène à « ${choix.etape} » ${duree(jours)} après la demande ; le choix se fait ${leJour(choice)}, ${duree(most)} après l’ouverture : par là, aux délais annoncés, aucune demande n’arrive à temps.`,
          issue: 'Dites où mène ce chemin quand le choix est fait, raccourcissez-le, ou éloignez le choix.',
          saisie,
        },
      ];
    });
  },
};

/** A target above one and a half times what the load counts. */
const ECART_DE_CHARGE = 1.5;

export const cibleHorsCharge: RegleCoherence = {
  code: 'cible-hors-charge',
  gravite: 'attention',
  titre: 'Un indicateur admet plus de jours par projet que le plan de charge n’en compte.',
  explication:
    'La cible d’un indicateur calculé sur les jours d’agent par projet (« jours-par-projet ») dit ce que l’équipe peut passer à chacun ; le scénario en compte autant dans la modalité dont l’unité est le projet, part des partenaires ôtée. Au-delà de moitié en plus, la charge de l’équipe est sous-estimée, ou la cible trop large.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const mode = study.mode_operatoire;
    const scenario = scenarioDecrit(study);
    const modality = scenario?.modalites.find(({ unite }) => /^projets?$/i.test(unite));
    if (!scenario || !modality) return [];
    const { part_partenaires: share = 0, jours_par_unite: days } = modality;
    const planned = quantite(days) * (1 - share);
    return (mode?.indicateurs ?? []).flatMap(({ id, libelle, calcul, sens, cible }, i): Contradiction[] => {
      if (calcul !== 'jours-par-projet' || sens !== 'min' || cible === undefined) return [];
      if (!depasse(cible, ECART_DE_CHARGE * planned)) return [];
      return [
        {
          chemin: `mode_operatoire/indicateurs/${id ?? i + 1}/cible`,
          contre: [`scenarios/${scenario.id}/modalites/${modality.id}/jours_par_unite`],
          message: `« ${libelle} » admet ${compte(cible, 'jour')} de l’équipe ; le plan de charge de « ${scenario.titre} » en compte ${nombreFr(Math.round(planned * 10) / 10)} (${compte(quantite(days), 'jour')} par projet${share > 0 ? `, dont ${pourcent(share)} aux partenaires` : ''}).`,
          issue: 'Alignez la cible et les jours du scénario.',
        },
      ];
    });
  },
};

export const EXPERIMENTATION = [
  experimentationAvantDemarrage,
  grilleHorsCriteres,
  choixHorsDelai,
  cibleHorsCharge,
] as const;
