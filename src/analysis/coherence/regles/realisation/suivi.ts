/** What follow-up records must agree on: tasks in their order, days and flat rates of what was done. */

import { group } from 'd3-array';
import { compte } from '../../../../texte/accords.js';
import { euros, nombreFr, pourcent } from '../../../../texte/nombres.js';
import { dureeDesComptes } from '../../../projets/duree-des-comptes.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { hypothesesDe } from '../../../scenarios/hypotheses.js';
import { depasse, type JoursDonnes, joursDesPartenaires } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const tacheSautee: RegleCoherence = {
  code: 'tache-sautee',
  gravite: 'attention',
  titre: 'Une tâche est achevée, et pas celle qu’elle attendait.',
  explication:
    'Une tâche qui en attend une autre (« apres ») ne s’achève pas avant elle : quand elle est à 100 % (« avancement: 1 »), celle qu’elle attend l’est aussi.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study }) => {
    const taches = study.mode_operatoire?.taches ?? [];
    return taches.flatMap(({ id, libelle, avancement, apres = [] }) =>
      apres.flatMap((one): Contradiction[] => {
        const before = taches.find((tache) => tache.id === one);
        if (avancement !== 1 || !before || before.avancement === undefined || before.avancement >= 1) return [];
        return [
          {
            chemin: `mode_operatoire/taches/${before.id}/avancement`,
            contre: [`mode_operatoire/taches/${id}/avancement`],
            message: `« ${before.libelle} » est faite à ${pourcent(before.avancement)} ; « ${libelle} », qui l’attend, est achevée.`,
            issue: 'Corrigez l’avancement d’une des deux, ou le lien.',
          },
        ];
      }),
    );
  },
};

export const forfaitRealise: RegleCoherence = {
  code: 'forfait-realise',
  gravite: 'attention',
  titre: 'Les frais indirects réalisés ne sont pas au taux du forfait.',
  explication:
    'Un scénario dont tous les frais indirects sont un forfait sur les salaires (« taux_personnel ») le garde dans ce qui est réalisé : la dépense de frais indirects est ce taux de la dépense de personnel, à un pour cent près ; sans dépense de personnel, il n’y en a pas.',
  livrables: ['bilan'],
  verifier: ({ study: { mode_operatoire: mode, scenarios } }) => {
    const scenario = scenarioDecrit({ scenarios, mode_operatoire: mode });
    const lines = (scenario?.moyens.fonctionnement ?? []).filter(({ nature }) => nature === 'frais-indirects');
    const rate = lines.reduce((sum, { taux_personnel }) => sum + (taux_personnel ?? 0), 0);
    const spent = mode?.realise?.depenses ?? [];
    const rank = spent.findIndex(({ nature }) => nature === 'frais-indirects');
    const [indirect, wages] = [spent[rank], spent.find(({ nature }) => nature === 'humain')];
    if (!indirect || lines.length === 0 || lines.some((line) => line.taux_personnel === undefined)) return [];
    if (!wages)
      return indirect.montant > 0
        ? [
            {
              chemin: `mode_operatoire/realise/depenses/${rank + 1}/montant`,
              contre: [`scenarios/${scenario?.id}/moyens/fonctionnement/${lines[0]?.id}`],
              message: `les frais indirects réalisés sont de ${euros(indirect.montant)}, un forfait de ${pourcent(rate)} du personnel, et aucune dépense de personnel n’est écrite.`,
              issue: 'Écrivez la dépense de personnel, ou ôtez ces frais.',
              saisie: 'Elle s’écrit dans « realise.depenses » (mode-operatoire.yaml), sous « nature: humain ».',
            },
          ]
        : [];
    const due = rate * wages.montant;
    if (!depasse(Math.abs(indirect.montant - due), 0.01 * due)) return [];
    return [
      {
        chemin: `mode_operatoire/realise/depenses/${rank + 1}/montant`,
        contre: [`mode_operatoire/realise/depenses/${spent.indexOf(wages) + 1}/montant`],
        message: `les frais indirects réalisés sont de ${euros(indirect.montant)} ; au forfait de ${pourcent(rate)}, ${euros(wages.montant)} de personnel en font ${euros(Math.round(due))}.`,
        issue: 'Corrigez une des deux dépenses.',
      },
    ];
  },
};

/** Over what the posts give: follow-up counts whole days. */
const MARGE = 1.05;

export const joursAuDelaDuPoste: RegleCoherence = {
  code: 'jours-au-dela-du-poste',
  gravite: 'attention',
  titre: 'Le porteur a fait plus de jours que ses postes n’en ont.',
  explication:
    'Les jours faits par le porteur (« realise.jours ») se comparent à ceux de ses postes dans le scénario : équivalents temps plein multipliés par les jours d’une année, au prorata des mois du début de l’expérimentation à la date du compte, à 5 % près.',
  livrables: ['bilan'],
  verifier: ({ study, acteur }) => {
    const { mode_operatoire: mode, scenarios } = study;
    const scenario = scenarioDecrit({ scenarios, mode_operatoire: mode });
    const { realise } = mode ?? {};
    const months = mode ? dureeDesComptes(mode) : null;
    if (!scenario || !realise?.jours || months === null) return [];
    const etp = scenario.moyens.humains
      .filter(({ porteur }) => porteur === scenario.porteur)
      .reduce((sum, one) => sum + one.etp, 0);
    const held = (etp * hypothesesDe(study).joursParEtp * months) / 12;
    return realise.jours.flatMap(({ acteur: id, jours }, i): Contradiction[] =>
      id !== scenario.porteur || !depasse(jours - MARGE * held, 0)
        ? []
        : [
            {
              chemin: `mode_operatoire/realise/jours/${i + 1}/jours`,
              contre: [`scenarios/${scenario.id}/moyens/humains`],
              message: `${acteur(id)} a fait ${compte(jours, 'jour')} en ${compte(months, 'mois', 'mois')} ; ses postes n’en ont que ${nombreFr(Math.round(held))}.`,
              issue: 'Corrigez les jours faits, ou les postes.',
            },
          ],
    );
  },
};

export const joursDesProjets: RegleCoherence = {
  code: 'jours-des-projets',
  gravite: 'attention',
  titre: 'Un organisme a fait pour les projets plus de jours que le compte n’en a.',
  explication:
    'Les jours qu’un partenaire a faits pour les projets (« partenaires.jours_realises » de leurs fiches), et ceux du porteur du scénario (« accompagnement.jours_realises »), sont compris dans ceux qu’il a faits pour le dispositif (« realise.jours »). Celui qui n’a pas de ligne dans ce compte y manque : les jours, pris ensemble, sont alors sous-estimés.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study, acteur }) => {
    const { projets, mode_operatoire: mode } = study;
    const bearer = scenarioDecrit(study)?.porteur;
    const counted = mode?.realise?.jours ?? [];
    if (counted.length === 0) return [];
    const given = projets.flatMap((projet): JoursDonnes[] => [
      ...(bearer !== undefined && projet.accompagnement?.jours_realises
        ? [
            {
              acteur: bearer,
              chemin: `projets/${projet.id}/accompagnement`,
              jours: projet.accompagnement.jours_realises,
            },
          ]
        : []),
      ...joursDesPartenaires(projet, 'jours_realises'),
    ]);
    return [...group(given, (one) => one.acteur)].flatMap(([id, own]): Contradiction[] => {
      const row = counted.findIndex((one) => one.acteur === id);
      const total = own.reduce((sum, one) => sum + one.jours, 0);
      const [first] = own;
      const done = counted[row]?.jours;
      if (!first || (done !== undefined && !depasse(total - done, 0))) return [];
      const [chemin, contre] =
        done === undefined
          ? [first.chemin, ['mode_operatoire/realise/jours'] as const]
          : [`mode_operatoire/realise/jours/${row + 1}/jours`, [first.chemin] as const];
      return [
        {
          chemin,
          contre: [...contre, ...own.slice(1).map((one) => one.chemin)],
          message: `${acteur(id)} a fait ${compte(total, 'jour', 'jours')} pour les projets, d’après leurs fiches, et ${done === undefined ? 'n’a aucune ligne dans le compte des jours faits' : `${nombreFr(done)} en tout`}.`,
          issue:
            done === undefined
              ? 'Ajoutez ses jours au compte, ou retirez-les des fiches.'
              : 'Corrigez le total, ou les jours d’une fiche.',
          saisie: 'Le compte s’écrit dans « realise.jours » (mode-operatoire.yaml) : « acteur » et « jours ».',
        },
      ];
    });
  },
};

export const SUIVI = [tacheSautee, forfaitRealise, joursAuDelaDuPoste, joursDesProjets] as const;
