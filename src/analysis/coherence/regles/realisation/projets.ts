/** One project against itself: its dates, its progress, its money. */

import type { Study } from '../../../../study/study.js';
import { anterieur, dateEnLettres, leJour, ordreDates, posterieur } from '../../../../texte/dates.js';
import { euros, pourcent } from '../../../../texte/nombres.js';
import { montantProbable, totalConnu } from '../../../montants.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { relevesDe } from '../../releves.js';
import { statutDuPorteur } from './porteurs.js';

/** What an indicator of the dispositif computes from the projects. */
const DES_PROJETS: ReadonlySet<string> = new Set([
  'publics-servis',
  'projets-termines',
  'jours-par-projet',
  'somme-projets',
]);

/** What the projects are counted for, before any was retained. */
function mesuresSansProjet(
  projets: Study['projets'],
  indicateurs: NonNullable<NonNullable<Study['mode_operatoire']>['indicateurs']>,
): Contradiction[] {
  const [first] = projets
    .flatMap(({ id, retenu_le: le }) => (le === undefined ? [] : [{ id, le }]))
    .sort((a, b) => ordreDates(a.le, b.le));
  if (!first || projets.some(({ retenu_le: le }) => le === undefined)) return [];
  return indicateurs.flatMap(({ id, libelle, calcul, mesures = [] }, rank) =>
    mesures.flatMap(({ date, valeur }, m): Contradiction[] =>
      !DES_PROJETS.has(calcul ?? '') || valeur === 0 || !anterieur(date, first.le)
        ? []
        : [
            {
              chemin: `mode_operatoire/indicateurs/${id ?? rank + 1}/mesures/${m + 1}/date`,
              contre: [`projets/${first.id}/retenu_le`],
              message: `« ${libelle} » est mesuré ${leJour(date)}, avant qu’aucun projet ne soit retenu (${dateEnLettres(first.le)}).`,
              issue: 'Corrigez une des deux dates.',
            },
          ],
    ),
  );
}

export const releveHorsDuProjet: RegleCoherence = {
  code: 'releve-hors-du-projet',
  gravite: 'attention',
  titre: 'Un relevé est daté d’avant le choix du projet.',
  explication:
    'Le suivi et les mesures d’un projet commencent le jour où il est retenu (« retenu_le »). Ce qui était avant s’écrit dans « initial ». Un indicateur du dispositif qui se calcule sur les projets (« calcul ») n’a pas de mesure avant le premier d’entre eux.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets, mode_operatoire: mode } }) => [
    ...mesuresSansProjet(projets, mode?.indicateurs ?? []),
    ...projets.flatMap((projet) =>
      relevesDe(projet).flatMap(({ chemin, date, quoi }): Contradiction[] => {
        const start = projet.retenu_le;
        if (start === undefined || !anterieur(date, start)) return [];
        return [
          {
            chemin,
            contre: [`projets/${projet.id}/retenu_le`],
            message: `${quoi} de « ${projet.titre} » est d’avant son choix (${dateEnLettres(date)}, projet retenu ${leJour(start)}).`,
            issue: 'Corrigez une des deux dates.',
          },
        ];
      }),
    ),
  ],
};

/** States of a project that has work left, as a sentence says them. */
const OUVERTS: Readonly<Record<string, string>> = { pressenti: 'pressenti', retenu: 'retenu', 'en-cours': 'en cours' };

export const termineInacheve: RegleCoherence = {
  code: 'termine-inacheve',
  gravite: 'attention',
  titre: 'L’état d’un projet n’est pas celui de son suivi.',
  explication:
    'Le dernier point de suivi d’un projet terminé (« etat: termine ») est à 100 % (« avancement: 1 »), et celui d’un projet pressenti, retenu ou en cours n’y est pas. Un projet pressenti n’a pas été retenu (« retenu_le »), et n’a pas de suivi ; pas plus que celui qui est retenu, et n’a pas commencé, il n’est évalué. Aucune étape d’un projet terminé n’est encore à venir. Seul un projet abandonné dit pourquoi il l’a été (« motif_abandon »), et son suivi n’est pas à 100 %.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets, etude } }) =>
    projets.flatMap((projet): Contradiction[] => {
      const { id, titre, etat, retenu_le: chosen, suivi = [], calendrier = [], evaluation } = projet;
      const last = suivi.reduce((latest, one, i) => (one.date >= (suivi[latest]?.date ?? '') ? i : latest), 0);
      const done = suivi[last]?.avancement;
      const open = etat === undefined ? undefined : OUVERTS[etat];
      const since = chosen !== undefined ? 'retenu_le' : suivi.length > 0 ? 'suivi' : undefined;
      if (projet.motif_abandon !== undefined && etat !== undefined && etat !== 'abandonne')
        return [
          {
            chemin: `projets/${id}/etat`,
            contre: [`projets/${id}/motif_abandon`],
            message: `« ${titre} » est dit ${open ?? 'terminé'}, et la raison de son abandon est écrite.`,
            issue: 'Corrigez l’état du projet, ou retirez la raison de son abandon.',
          },
        ];
      if (etat === 'abandonne' && done === 1)
        return [
          {
            chemin: `projets/${id}/etat`,
            contre: [`projets/${id}/suivi/${last + 1}/avancement`],
            message: `« ${titre} » est dit abandonné, et son suivi le dit fait en entier.`,
            issue: 'Corrigez l’état du projet, ou l’avancement de son suivi.',
          },
        ];
      if (etat === 'pressenti' && since !== undefined)
        return [
          {
            chemin: `projets/${id}/etat`,
            contre: [`projets/${id}/${since}`],
            message: `« ${titre} » est dit pressenti, et ${chosen === undefined ? 'son suivi a commencé' : `il est retenu ${leJour(chosen)}`}.`,
            issue: 'Corrigez l’état du projet.',
          },
        ];
      const early = evaluation !== undefined && (etat === 'pressenti' || etat === 'retenu');
      const step = calendrier.findIndex(
        (one) => etat === 'termine' && one.fin_reelle === undefined && posterieur(one.fin, etude.date),
      );
      if (early || step >= 0)
        return [
          {
            chemin: `projets/${id}/etat`,
            contre: [early ? `projets/${id}/evaluation` : `projets/${id}/calendrier/${step + 1}/fin`],
            message: early
              ? `« ${titre} » est dit ${open}, et il est évalué.`
              : `« ${titre} » est dit terminé, et l’étape « ${calendrier[step]?.etape} » finit ${leJour(calendrier[step]?.fin ?? '')}.`,
            issue: 'Corrigez l’état du projet, ou ce qui le contredit.',
          },
        ];
      if (done === undefined || (etat === 'termine' ? done >= 1 : open === undefined || done < 1)) return [];
      return [
        {
          chemin: `projets/${id}/etat`,
          contre: [`projets/${id}/suivi/${last + 1}/avancement`],
          message: `« ${titre} » est dit ${open ?? 'terminé'} ; son dernier point de suivi est à ${pourcent(done)}.`,
          issue: 'Corrigez l’état du projet, ou ajoutez le point qui l’achève.',
          saisie: 'Le point s’ajoute à « suivi » du projet (projets.yaml), avec « avancement: 1 ».',
        },
      ];
    }),
};

export const projetMalFinance: RegleCoherence = {
  code: 'projet-mal-finance',
  gravite: 'attention',
  titre: 'Le plan de financement d’un projet ne fait pas son budget.',
  explication:
    'Les recettes prévues d’un projet, celles qui ont été refusées depuis comprises, se comparent à ses dépenses prévues, à un euro près ; les recettes obtenues à ses dépenses faites, qu’elles ne dépassent pas. La règle ne vaut que si tous les montants sont écrits.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, budget, financements }): Contradiction[] => {
      const planned = totalConnu(budget, ({ prevu }) => montantProbable(prevu));
      const spent = totalConnu(budget, ({ realise }) => realise);
      const asked = totalConnu(financements, ({ prevu }) => montantProbable(prevu));
      const got = totalConnu(financements, ({ obtenu }) => obtenu);
      const found: Contradiction[] = [];
      const path = { chemin: `projets/${id}/financements`, contre: [`projets/${id}/budget`] as [string] };
      if (planned !== null && asked !== null && depasse(Math.abs(planned - asked), 1))
        found.push({
          ...path,
          message: `« ${titre} » prévoit ${euros(planned)} de dépenses et ${euros(asked)} de recettes.`,
          issue: 'Complétez le plan de financement, ou corrigez le budget.',
          saisie: 'Le plan de financement s’écrit dans « financements » du projet (projets.yaml).',
        });
      if (spent !== null && got !== null && depasse(got - spent, 1))
        found.push({
          ...path,
          message: `« ${titre} » a obtenu ${euros(got)} pour ${euros(spent)} de dépenses faites.`,
          issue: 'Corrigez un des montants, ou dites à qui l’excédent est rendu.',
          saisie: 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
        });
      return found;
    }),
};

export const noteAvantTerme: RegleCoherence = {
  code: 'note-avant-terme',
  gravite: 'attention',
  titre: 'Un projet terminé est noté avant sa fin.',
  explication:
    'Les notes d’un projet terminé portent sur ce qu’il a donné : leur date (« notee_le ») n’est pas antérieure à la fin de sa dernière étape, réelle ou prévue.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, etat, calendrier = [], evaluation }): Contradiction[] => {
      const graded = evaluation?.notee_le;
      const late = calendrier.findIndex(({ fin, fin_reelle }) => anterieur(graded, fin_reelle ?? fin));
      const step = calendrier[late];
      if (etat !== 'termine' || graded === undefined || !step) return [];
      return [
        {
          chemin: `projets/${id}/evaluation/notee_le`,
          contre: [`projets/${id}/calendrier/${late + 1}/${step.fin_reelle === undefined ? 'fin' : 'fin_reelle'}`],
          message: `« ${titre} » est noté ${leJour(graded)}, avant la fin de « ${step.etape} » (${leJour(step.fin_reelle ?? step.fin)}).`,
          issue: 'Corrigez une des deux dates.',
        },
      ];
    }),
};

/** A receipt that is not won, as a sentence says it. */
const DITES: Readonly<Record<string, string>> = {
  refuse: 'refusée',
  sollicite: 'seulement sollicitée',
  pressenti: 'seulement pressentie',
};

export const refuseEtObtenu: RegleCoherence = {
  code: 'refuse-et-obtenu',
  gravite: 'attention',
  titre: 'L’état d’une recette et ce qui en a été obtenu ne s’accordent pas.',
  explication:
    'Une recette d’un projet qui est refusée, ou que l’on attend encore (« statut » : refuse, sollicite, pressenti), n’a pas de montant obtenu (« obtenu »), et une recette acquise dont on connaît le montant obtenu n’en a pas zéro, sauf d’un projet abandonné, qui ne l’a pas appelée.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, etat, financements = [] }) =>
      financements.flatMap(({ financeur, statut, obtenu }, i): Contradiction[] => {
        const refused = statut === 'refuse' && (obtenu ?? 0) > 0;
        const empty = statut === 'acquis' && obtenu === 0 && etat !== 'abandonne';
        const waiting = (statut === 'sollicite' || statut === 'pressenti') && (obtenu ?? 0) > 0;
        if (!refused && !empty && !waiting) return [];
        return [
          {
            chemin: `projets/${id}/financements/${i + 1}/statut`,
            contre: [`projets/${id}/financements/${i + 1}/obtenu`],
            message: `dans « ${titre} », « ${financeur} » est une recette ${empty ? 'acquise' : DITES[statut ?? 'refuse']}, et ${euros(obtenu ?? 0)} en ont été obtenus.`,
            issue: 'Corrigez l’état de la recette, ou ce qui en a été obtenu.',
          },
        ];
      }),
    ),
};

export const commenceAvantDemande: RegleCoherence = {
  code: 'commence-avant-demande',
  gravite: 'attention',
  titre: 'Un projet commence avant d’avoir été demandé.',
  explication:
    'Aucune étape d’un projet (« calendrier », début réel ou prévu) ne précède la demande de son porteur (« accompagnement.demande_recue »), hors celles, finies alors, qui l’ont préparée : ce qui a commencé avant elle n’est ni accompagné, ni aidé.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, calendrier = [], accompagnement }) =>
      calendrier.flatMap(({ etape, debut, debut_reel, fin, fin_reelle }, i): Contradiction[] => {
        const asked = accompagnement?.demande_recue;
        const start = debut_reel ?? debut;
        // What was over by then prepared the request.
        if (asked === undefined || !anterieur(start, asked) || !posterieur(fin_reelle ?? fin, asked)) return [];
        return [
          {
            chemin: `projets/${id}/calendrier/${i + 1}/${debut_reel === undefined ? 'debut' : 'debut_reel'}`,
            contre: [`projets/${id}/accompagnement/demande_recue`],
            message: `l’étape « ${etape} » de « ${titre} » commence ${leJour(start)}, avant sa demande (${dateEnLettres(asked)}).`,
            issue: 'Corrigez une des deux dates, ou dites que l’étape n’est ni accompagnée ni aidée.',
            saisie: 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
          },
        ];
      }),
    ),
};

export const REGLES_PROJETS = [
  commenceAvantDemande,
  statutDuPorteur,
  releveHorsDuProjet,
  termineInacheve,
  projetMalFinance,
  noteAvantTerme,
  refuseEtObtenu,
] as const;
