/** The evaluation: measures that the records contradict, objectives that nothing measures, money, dates, recommendations, sayings. */

import { known } from '../../../../lists/at.js';
import { accord, enumerer, quantiteFr } from '../../../../texte/accords.js';
import { dateEnLettres, duJour, parJour } from '../../../../texte/dates.js';
import { euros, nombreFr } from '../../../../texte/nombres.js';
import { lendemain, premierJour } from '../../../mode-operatoire/calendrier.js';
import { analyserBilan } from '../../../projets/bilan.js';
import { constatPossible } from '../../../projets/constats-possibles.js';
import { mesureCalculee } from '../../../projets/mesures.js';
import { analyserProjet } from '../../../projets/projets.js';
import type { ContexteCoherence } from '../../contexte.js';
import { depasse } from '../../quantites.js';
import { titreDeLaRecommandation } from '../../recommandations.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const projetsDe = ({ study }: ContexteCoherence) => study.projets.map((projet) => analyserProjet(projet));

/** Where a measure is recorded; the sheets of the projects for the others. */
const RELEVES: Readonly<Record<string, string>> = {
  'conventions-signees': 'mode_operatoire/conventions',
  'demandes-recues': 'mode_operatoire/realise/demandes',
};

export const mesureContredite: RegleCoherence = {
  code: 'mesure-contredite',
  gravite: 'attention',
  titre: 'Une mesure n’est pas celle que donnent les relevés de l’étude.',
  explication:
    'Un indicateur du dispositif qui dit comment il se calcule (« calcul ») est recalculé depuis les fiches des projets, le registre des conventions et le sort des demandes. Les délais de réponse se comptent en jours ouvrés, jours fériés ôtés. Tolérance : cinq centièmes.',
  livrables: ['bilan'],
  verifier: (contexte) => {
    const mode = contexte.study.mode_operatoire;
    if (!mode || contexte.study.projets.length === 0) return [];
    const projets = projetsDe(contexte);
    return (mode.indicateurs ?? []).flatMap((indicateur): Contradiction[] => {
      const last = parJour(indicateur.mesures).at(-1);
      const found = mesureCalculee(indicateur, projets, mode);
      if (!last || found === null || !depasse(Math.abs(found - last.valeur), 0.05)) return [];
      return [
        {
          chemin: `mode_operatoire/indicateurs/${indicateur.id}/mesures`,
          contre: [RELEVES[indicateur.calcul ?? ''] ?? `projets/${contexte.study.projets[0]?.id ?? ''}`],
          message: `« ${indicateur.libelle} » est mesuré à ${quantiteFr(last.valeur, indicateur.unite)} ; les relevés de l’étude donnent ${nombreFr(found)}.`,
          issue: 'Corrigez la mesure, le relevé qui la fonde, ou dites qu’elle vient d’ailleurs.',
          saisie: 'Une mesure qui vient d’ailleurs n’a pas de « calcul ».',
        },
      ];
    });
  },
};

export const uniteContredite: RegleCoherence = {
  code: 'unite-contredite',
  gravite: 'attention',
  titre: 'Un indicateur additionne des mesures d’une autre unité.',
  explication:
    'Un indicateur de projet qui alimente un indicateur du dispositif (« alimente ») a la même unité que lui : des foyers ne s’ajoutent pas à des personnes.',
  livrables: ['bilan', 'fiches-projets'],
  verifier: ({ study }) =>
    study.projets.flatMap(({ id, titre, indicateurs = [] }) =>
      indicateurs.flatMap((one, index): Contradiction[] => {
        const whole = study.mode_operatoire?.indicateurs?.find((i) => i.id === one.alimente);
        if (!whole || whole.unite === one.unite) return [];
        return [
          {
            chemin: `projets/${id}/indicateurs/${index + 1}/unite`,
            contre: [`mode_operatoire/indicateurs/${whole.id}/unite`],
            message: `dans « ${titre} », « ${one.libelle} » se compte en ${one.unite} et alimente « ${whole.libelle} », qui se compte en ${whole.unite}.`,
            issue: 'Comptez dans la même unité, ou séparez les deux indicateurs.',
            saisie: 'Le lien est « alimente ».',
          },
        ];
      }),
    ),
};

export const sommeNonFaite: RegleCoherence = {
  code: 'somme-non-faite',
  gravite: 'attention',
  titre: 'Des projets mesurent ce qui alimente un indicateur du dispositif, que rien ne mesure.',
  explication:
    'Un indicateur de projet qui alimente un indicateur du dispositif (« alimente ») lui apporte sa part : la somme s’écrit dans ses « mesures », à la date où elle est faite, ou se demande au programme (« calcul: somme-projets »), qui vérifie aussi celle qui est écrite. Sans l’une ni l’autre, le bilan écrit qu’il n’a jamais été mesuré.',
  exemple: 'calcul: somme-projets',
  livrables: ['bilan'],
  verifier: ({ study }) =>
    (study.mode_operatoire?.indicateurs ?? []).flatMap((whole, rank): Contradiction[] => {
      if (whole.mesures?.length || whole.calcul) return [];
      const feeding = study.projets.flatMap(({ id, titre, indicateurs = [] }) =>
        indicateurs.flatMap(({ alimente, mesures = [] }, i) =>
          alimente === whole.id && mesures.length > 0 ? [{ titre, chemin: `projets/${id}/indicateurs/${i + 1}` }] : [],
        ),
      );
      const [first, ...others] = feeding;
      if (!first) return [];
      const titres = enumerer(feeding.map(({ titre }) => `« ${titre} »`));
      return [
        {
          chemin: `mode_operatoire/indicateurs/${whole.id ?? rank + 1}`,
          contre: [first.chemin, ...others.map(({ chemin }) => chemin)],
          message: `« ${whole.libelle} » n’a aucune mesure, quand ${titres} ${accord(feeding.length, 'mesure', 'mesurent')} ce qui l’alimente.`,
          issue: 'Faites-en la somme, et donnez-la pour sa mesure.',
          saisie: 'La somme s’écrit dans « mesures » ; « calcul: somme-projets » la fait, ou la vérifie.',
        },
      ];
    }),
};

export const objectifNonMesure: RegleCoherence = {
  code: 'objectif-non-mesure',
  gravite: 'attention',
  titre: 'Un projet évalué a un objectif que rien ne mesure.',
  explication:
    'Chaque objectif d’un projet dont l’efficacité est notée a un indicateur (« objectif » : son rang) ou un constat (« constats_objectifs »). La note la plus haute suppose que tous les objectifs soient montrés ; sous elle, le bilan dit lesquels ne le sont pas.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: (contexte) =>
    projetsDe(contexte).flatMap(({ projet, objectifs }): Contradiction[] => {
      const note = projet.evaluation?.efficacite?.note;
      const blind = objectifs.filter(({ atteint }) => atteint === null);
      const [first] = blind;
      if (note === undefined || !first || note < 5) return [];
      return [
        {
          chemin: `projets/${projet.id}/objectifs/${first.rang}`,
          contre: [`projets/${projet.id}/evaluation/efficacite`],
          message: `« ${projet.titre} » a ${note} sur 5 en efficacité, et rien ne mesure ${blind.length > 1 ? `${nombreFr(blind.length)} de ses objectifs` : 'un de ses objectifs'} (« ${first.texte} »).`,
          issue: 'Rattachez un indicateur à l’objectif, écrivez un constat, ou revoyez la note.',
          saisie:
            'Un indicateur du projet le désigne dans « indicateurs.objectif » ; un constat s’écrit dans « constats_objectifs » (projets.yaml).',
        },
      ];
    }),
};

export const paroleSansOrigine: RegleCoherence = {
  code: 'parole-sans-origine',
  gravite: 'attention',
  titre: 'Une parole est citée sans que l’on sache d’où elle vient.',
  explication:
    'Une parole recueillie auprès d’un projet évalué (« temoignages ») dit où, quand et comment elle l’a été (« recueil ») : sans cela, elle n’appuie aucune note.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study }) =>
    study.projets.flatMap(({ id, titre, evaluation, temoignages = [] }) =>
      temoignages.flatMap(({ qualite, recueil, critere }, i): Contradiction[] =>
        recueil !== undefined || evaluation === undefined
          ? []
          : [
              {
                chemin: `projets/${id}/temoignages/${i + 1}`,
                contre: [`projets/${id}/evaluation${critere && evaluation[critere] ? `/${critere}` : ''}`],
                message: `« ${titre} » cite une parole (${qualite}) dont rien ne dit où ni quand elle a été recueillie.`,
                issue: 'Dites où, quand et comment elle l’a été, ou retirez-la.',
                saisie: 'L’origine s’écrit dans « recueil ».',
              },
            ],
      ),
    ),
};

export const depensesSansRecettes: RegleCoherence = {
  code: 'depenses-sans-recettes',
  gravite: 'attention',
  titre: 'Un projet a dépensé plus qu’il n’a reçu.',
  explication:
    'La somme des dépenses réalisées d’un projet ne dépasse pas celle des financements obtenus, à un euro près.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: (contexte) =>
    projetsDe(contexte).flatMap(({ projet, solde, budget, financement }): Contradiction[] =>
      solde === null || !depasse(-solde, 1)
        ? []
        : [
            {
              chemin: `projets/${projet.id}/budget`,
              contre: [`projets/${projet.id}/financements`],
              message: `« ${projet.titre} » a dépensé ${euros(known(budget.realise, 'budget.realise'))} et reçu ${euros(known(financement.realise, 'financement.realise'))} : il manque ${euros(-solde)}.`,
              issue: 'Ajoutez le financement qui manque, ou dites qui paie.',
              saisie:
                'Le financement s’ajoute à « financements » du projet (projets.yaml) : qui paie dans « financeur », ce qui est reçu dans « obtenu ».',
            },
          ],
    ),
};

export const demandeApresChoix: RegleCoherence = {
  code: 'demande-apres-choix',
  gravite: 'attention',
  titre: 'La demande d’un projet est postérieure à son choix.',
  explication:
    'La demande d’un porteur précède le choix du projet (« retenu_le ») et, quand le mode opératoire le donne, tombe pendant l’appel (« appel_du », « appel_au »).',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study }) => {
    const { appel_au: until } = study.mode_operatoire?.experimentation ?? {};
    return study.projets.flatMap(({ id, titre, retenu_le: chosen, accompagnement }): Contradiction[] => {
      const asked = accompagnement?.demande_recue;
      if (!asked) return [];
      const at = `projets/${id}/accompagnement/demande_recue`;
      if (chosen && premierJour(asked) >= lendemain(chosen))
        return [
          {
            chemin: at,
            contre: [`projets/${id}/retenu_le`],
            message: `la demande de « ${titre} » est datée ${duJour(asked)}, après son choix (${dateEnLettres(chosen)}).`,
            issue: 'Corrigez une des deux dates.',
          },
        ];
      if (until && premierJour(asked) >= lendemain(until))
        return [
          {
            chemin: at,
            contre: ['mode_operatoire/experimentation/appel_au'],
            message: `la demande de « ${titre} » est datée ${duJour(asked)}, après la fin de l’appel (${dateEnLettres(until)}).`,
            issue: 'Corrigez la date de la demande, ou la fin de l’appel.',
          },
        ];
      return [];
    });
  },
};

export const recommandationIncomplete: RegleCoherence = {
  code: 'recommandation-incomplete',
  gravite: 'attention',
  titre: 'Une recommandation n’a pas de responsable, de date, ou de constat.',
  explication:
    'Une recommandation dit qui la met en œuvre (« responsable »), pour quand (« echeance »), et cite un constat que le bilan établit (« constats ») ; elle n’en cite aucun qu’il ne pourrait établir.',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const { evaluation, projets } = study;
    if (!evaluation || !projets.some((projet) => projet.evaluation)) return [];
    const known = new Set(analyserBilan(study).constats.map(({ code }) => code));
    return (evaluation.recommandations ?? []).flatMap(
      ({ id, texte, responsable, echeance, constats = [] }): Contradiction[] => {
        const missing = [
          ...(responsable ? [] : ['responsable']),
          ...(echeance ? [] : ['échéance']),
          ...(constats.some((code) => known.has(code)) ? [] : ['un constat que les mesures établissent']),
        ];
        const [first] = projets;
        const unknown = constats.findIndex((code) => !constatPossible(code, study.mode_operatoire?.indicateurs ?? []));
        if (missing.length === 0 && unknown >= 0)
          return [
            {
              chemin: `evaluation/recommandations/${id}/constats/${unknown + 1}`,
              contre: [`projets/${first?.id ?? ''}/evaluation`],
              message: `la recommandation « ${titreDeLaRecommandation(texte)} » s’appuie sur un constat qu’aucun bilan n’établit.`,
              issue: 'Citez un constat du bilan.',
              saisie: `« ${constats[unknown]} » n’en est pas un ; ceux de ce bilan se citent dans « recommandations.constats » (evaluation.yaml) : ${[...known].join(', ')}.`,
            },
          ];
        if (missing.length === 0) return [];
        return [
          {
            chemin: `evaluation/recommandations/${id}`,
            contre: [`projets/${first?.id ?? ''}/evaluation`],
            message: `à la recommandation « ${titreDeLaRecommandation(texte)} » il manque : ${missing.join(', ')}.`,
            issue: 'Complétez-la.',
            saisie: `Elle se complète par « responsable », « echeance » et « constats » (evaluation.yaml)${known.size > 0 ? ` ; les constats de ce bilan sont : ${[...known].join(', ')}` : ''}.`,
          },
        ];
      },
    );
  },
};

export const EVALUATION = [
  mesureContredite,
  uniteContredite,
  sommeNonFaite,
  objectifNonMesure,
  paroleSansOrigine,
  depensesSansRecettes,
  demandeApresChoix,
  recommandationIncomplete,
] as const;
