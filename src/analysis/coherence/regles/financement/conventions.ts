/** Conventions against the budget that pays them, the law that founds them and the receipts that they bring. */

import { group } from 'd3-array';
import { compte, enumerer, minuscule } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import { ACCORDS, accordPossible } from '../../../mode-operatoire/conventions.js';
import { montantProbable } from '../../../montants.js';
import { NATURES_JURIDIQUES, natureDe } from '../../../natures.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { coutEnCroisiere, montantEnCroisiere } from '../../../scenarios/depenses-et-charge/activite.js';
import { monteeDe } from '../../../scenarios/depenses-et-charge/charge.js';
import { cheminConvention } from '../../chemins.js';
import type { ContexteCoherence } from '../../contexte.js';
import { depasse, quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** A convention is of a year: what follows a volume is less in the first than at cruising speed. */
const horsDe = (total: number, least: number, most: number): boolean =>
  depasse(total - Math.max(least, most), 1) || depasse(Math.min(least, most) - total, 1);

const dUnAn = (least: number, most: number): string =>
  least === most ? euros(most) : `${euros(least)} la première année et ${euros(most)} en rythme de croisière`;

const scenarioDe = ({ study }: ContexteCoherence) => scenarioDecrit(study);

export const conventionsHorsBudget: RegleCoherence = {
  code: 'conventions-hors-budget',
  gravite: 'attention',
  titre: 'Les conventions ne font pas le montant de la ligne du budget qui les paie.',
  explication:
    'La somme des montants des conventions qui nomment une ligne (« ligne ») est comparée au coût annuel le plus probable de cette ligne dans le scénario, à un euro près, si toutes écrivent le leur.',
  livrables: ['mode-operatoire'],
  verifier: (contexte) => {
    const scenario = scenarioDe(contexte);
    const conventions = contexte.study.mode_operatoire?.conventions ?? [];
    const lines = [...new Set(conventions.flatMap(({ ligne }) => ligne ?? []))];
    return lines.flatMap((id): Contradiction[] => {
      const line = scenario?.moyens.fonctionnement?.find((one) => one.id === id);
      const own = conventions.map((c, index) => ({ c, index })).filter(({ c }) => c.ligne === id);
      const total = own.reduce((sum, { c }) => sum + (montantProbable(c.montant) ?? 0), 0);
      const budget = scenario && line ? coutEnCroisiere(scenario, line) : 0;
      const least = scenario && line?.cout_unitaire !== undefined ? budget * monteeDe(scenario, 0) : budget;
      const [first] = own;
      // An amount that is not written may be what is missing.
      if (own.some(({ c }) => c.montant === undefined) && total <= budget) return [];
      if (!scenario || !line || !first || !horsDe(total, least, budget)) return [];
      return [
        {
          chemin: cheminConvention(first.c.id, first.index),
          contre: [`scenarios/${scenario.id}/moyens/fonctionnement/${id}`],
          message: `les conventions payées par « ${line.libelle} » font ${euros(total)} par an ; la ligne en prévoit ${dUnAn(least, budget)}.`,
          issue: 'Corrigez les montants des conventions, ou la ligne du budget.',
        },
      ];
    });
  },
};

export const baseDeConvention: RegleCoherence = {
  code: 'base-de-convention',
  gravite: 'attention',
  titre: 'Une convention n’a pas la base que la nature des signataires permet.',
  explication:
    'Des personnes publiques coopèrent, si le porteur en est une lui aussi ; une association est payée pour une prestation, ou aidée pour une action qu’elle a voulue ; une entreprise ne reçoit pas de subvention de cette sorte. La règle citée doit elle-même valoir pour le partenaire (« concerne »), ou pour le porteur quand c’est lui qui reçoit (« sens: recu »).',
  livrables: ['mode-operatoire'],
  verifier: (contexte) => {
    const { study, acteur } = contexte;
    const bearer = study.acteurs.find(({ id }) => id === scenarioDe(contexte)?.porteur);
    const porteur = bearer ? natureDe(bearer) : null;
    return (study.mode_operatoire?.conventions ?? []).flatMap((convention, index): Contradiction[] => {
      const partner = study.acteurs.find(({ id }) => id === convention.partenaire);
      const nature = partner ? natureDe(partner) : null;
      if (!partner || nature === null) return [];
      const rule = study.references.find(({ id }) => id === convention.reference);
      const wrong = accordPossible(convention.nature, nature, partner.type, porteur) === false;
      const signatories = convention.sens === 'recu' && porteur !== null ? [nature, porteur] : [nature];
      const misplaced = !!rule?.concerne?.length && !signatories.some((one) => rule.concerne?.includes(one));
      if (!wrong && !misplaced) return [];
      const prive = wrong && bearer !== undefined && accordPossible(convention.nature, nature, partner.type) !== false;
      return [
        {
          chemin: wrong
            ? `${cheminConvention(convention.id, index)}/nature`
            : `${cheminConvention(convention.id, index)}/reference`,
          contre:
            wrong || !rule
              ? [`acteurs/${(prive ? bearer : partner).id}/type`]
              : [`acteurs/${partner.id}/type`, `references/${rule.id}`],
          message: prive
            ? `la convention avec ${acteur(partner.id)} est dite « ${ACCORDS[convention.nature ?? 'gratuit'].toLowerCase()} » ; le porteur, ${acteur(bearer.id)}, est : ${NATURES_JURIDIQUES[porteur ?? 'public'].toLowerCase()}.`
            : wrong
              ? `la convention avec ${acteur(partner.id)} est dite « ${ACCORDS[convention.nature ?? 'gratuit'].toLowerCase()} » ; ce partenaire est : ${NATURES_JURIDIQUES[nature].toLowerCase()}.`
              : `la convention avec ${acteur(partner.id)} (${NATURES_JURIDIQUES[nature].toLowerCase()}) cite « ${rule?.titre ?? ''} », qui ne vaut que pour : ${enumerer((rule?.concerne ?? []).map((one) => NATURES_JURIDIQUES[one].toLowerCase()))}.`,
          issue: 'Choisissez la base qui convient à la nature des signataires.',
          saisie: wrong
            ? 'La base se dit dans « nature » et « reference ».'
            : 'La base se dit dans « reference » ; ceux que vise une règle, dans son « concerne » (references.yaml) : d’un achat, l’acheteur et celui à qui il achète.',
        },
      ];
    });
  },
};

export const recetteSansConvention: RegleCoherence = {
  code: 'recette-sans-convention',
  gravite: 'attention',
  titre: 'Une participation attendue n’a pas de convention.',
  explication:
    'Une participation que le plan de financement attend d’un autre que le porteur est assurée par une convention (« sens: recu », « financement »), pour le même montant à un euro près si toutes écrivent le leur. La règle ne vaut que si le mode opératoire tient un registre des conventions.',
  livrables: ['mode-operatoire'],
  verifier: (contexte) => {
    const scenario = scenarioDe(contexte);
    const conventions = contexte.study.mode_operatoire?.conventions ?? [];
    if (!scenario || conventions.length === 0) return [];
    return scenario.financements.flatMap((source, index): Contradiction[] => {
      const amount = montantEnCroisiere(scenario, source)?.mode ?? null;
      if (source.nature !== 'participation' || amount === null || source.financeur === scenario.porteur) return [];
      const own = conventions.filter(({ financement, sens }) => sens === 'recu' && financement === source.id);
      const total = own.reduce((sum, { montant }) => sum + (montantProbable(montant) ?? 0), 0);
      if (own.some(({ montant }) => montant === undefined) && total <= amount) return [];
      const least = source.tarif === undefined ? amount : amount * monteeDe(scenario, 0);
      if (!horsDe(total, least, amount)) return [];
      return [
        {
          chemin: `scenarios/${scenario.id}/financements/${source.id ?? index + 1}`,
          contre: ['mode_operatoire/conventions'],
          message: `« ${source.libelle ?? source.id ?? 'une participation'} » est attendue pour ${dUnAn(least, amount)} ; les conventions en assurent ${euros(total)}.`,
          issue: 'Ajoutez la convention de chaque payeur, ou retirez la recette.',
          saisie:
            'Elle s’ajoute à « conventions » (mode-operatoire.yaml), avec le payeur pour « partenaire » et la recette dans « financement ».',
        },
      ];
    });
  },
};

export const aideSansBudget: RegleCoherence = {
  code: 'aide-sans-budget',
  gravite: 'attention',
  titre: 'Le dispositif aide des projets en argent, et son budget n’a pas de fonds.',
  explication:
    'Un projet dont un financeur (« acteur ») est le porteur du dispositif reçoit de l’argent du dispositif : le scénario doit avoir une dépense de nature « fonds » qui le prévoit.',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: (contexte) => {
    const scenario = scenarioDe(contexte);
    if (!scenario || scenario.moyens.fonctionnement?.some(({ nature }) => nature === 'fonds')) return [];
    return contexte.study.projets.flatMap(({ id, titre, financements = [] }) =>
      financements.flatMap(({ acteur, prevu, obtenu, origine }, index): Contradiction[] => {
        const amount = obtenu ?? montantProbable(prevu) ?? 0;
        if (acteur !== scenario.porteur || origine === 'autofinancement' || amount <= 0) return [];
        return [
          {
            chemin: `projets/${id}/financements/${index + 1}`,
            contre: [`scenarios/${scenario.id}/moyens`],
            message: `« ${titre} » reçoit ${euros(amount)} du porteur du dispositif ; le budget de « ${scenario.titre} » n’a pas de fonds pour les projets.`,
            issue: 'Ajoutez le fonds au budget, ou nommez le financeur qui paie.',
            saisie: 'Une dépense de fonds s’écrit « nature: fonds ».',
          },
        ];
      }),
    );
  },
};

export const conventionPlusLongue: RegleCoherence = {
  code: 'convention-plus-longue',
  gravite: 'attention',
  titre: 'Une convention dure plus longtemps que le scénario qui la paie.',
  explication:
    'La durée d’une convention (« duree_mois ») tient dans celle du scénario retenu (« duree_annees ») : au-delà, aucun budget ne la paie.',
  livrables: ['mode-operatoire'],
  verifier: (contexte) => {
    const scenario = scenarioDe(contexte);
    const years = scenario?.duree_annees;
    if (!scenario || years === undefined) return [];
    return (contexte.study.mode_operatoire?.conventions ?? []).flatMap(
      ({ id, partenaire, duree_mois: months }, i): Contradiction[] =>
        months === undefined || months <= 12 * years
          ? []
          : [
              {
                chemin: `${cheminConvention(id, i)}/duree_mois`,
                contre: [`scenarios/${scenario.id}/duree_annees`],
                message: `la convention avec ${contexte.acteur(partenaire)} dure ${compte(months, 'mois', 'mois')} ; « ${scenario.titre} » est chiffré sur ${compte(years, 'an')}.`,
                issue: 'Raccourcissez la convention, ou chiffrez le scénario plus longtemps.',
                saisie: 'La durée chiffrée s’écrit dans « duree_annees » du scénario (scenarios.yaml).',
              },
            ],
    );
  },
};

export const payeEtGratuit: RegleCoherence = {
  code: 'paye-et-gratuit',
  gravite: 'attention',
  titre: 'On paie ce qui est dit donné.',
  explication:
    'Une convention gratuite (« nature: gratuit ») n’a pas de montant. Celle qui paie les jours d’un partenaire (« montant », « jours_an », hors « sens: recu ») suppose que le scénario en finance une part (« jours_finances ») : à zéro, ces jours sont un apport, comptés deux fois. Ce que paie une ligne de fonctionnement qui n’est pas une prestation (« ligne ») rembourse des frais, et laisse les jours donnés. Rien n’a été payé (« realise.paiements ») à une convention gratuite, ni à celle qui promet une recette.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: (contexte) => {
    const scenario = scenarioDe(contexte);
    const { conventions = [], realise } = contexte.study.mode_operatoire ?? {};
    const paid = (realise?.paiements ?? []).flatMap(({ convention: id, montant }, i): Contradiction[] => {
      const rank = conventions.findIndex((one) => one.id === id);
      const one = conventions[rank];
      const received = one?.sens === 'recu';
      // A price by the act has no yearly amount: nothing tells that it is free.
      const unknown = one?.montant === undefined && one?.nature !== 'gratuit';
      if (!one || montant <= 0 || (!received && (unknown || quantite(one.montant) > 0))) return [];
      return [
        {
          chemin: `mode_operatoire/realise/paiements/${i + 1}/montant`,
          contre: [cheminConvention(one.id, rank)],
          message: `${euros(montant)} ont été payés à ${contexte.acteur(one.partenaire)} ; sa convention (« ${one.objet} ») ${received ? 'promet une recette, et ne paie rien' : 'est gratuite'}.`,
          issue: 'Nommez la convention qui paie, ou donnez-lui un montant.',
          saisie:
            'La convention se nomme dans « realise.paiements.convention » ; son montant s’écrit dans « conventions.montant » (mode-operatoire.yaml).',
        },
      ];
    });
    const promised = conventions.flatMap((one, i): Contradiction[] => {
      const montant = quantite(one.montant);
      const rank = scenario?.partenaires.findIndex(({ acteur }) => acteur === one.partenaire) ?? -1;
      // What reimburses travel or purchases leaves the days given.
      const line = scenario?.moyens.fonctionnement?.find(({ id }) => id === one.ligne);
      const costs = line !== undefined && line.nature !== 'prestation';
      const given = !costs && !!one.jours_an && scenario?.partenaires[rank]?.jours_finances === 0;
      const free = one.nature === 'gratuit';
      const received = one.sens === 'recu';
      if (montant <= 0 || !(free || (given && !received))) return [];
      const path = cheminConvention(one.id, i);
      return [
        {
          chemin: `${path}/montant`,
          contre: [free ? `${path}/nature` : `scenarios/${scenario?.id}/partenaires/${rank + 1}/jours_finances`],
          message: free
            ? `la convention avec ${contexte.acteur(one.partenaire)} est dite gratuite, et elle ${received ? 'apporte' : 'est de'} ${euros(montant)}.`
            : `la convention avec ${contexte.acteur(one.partenaire)} lui paie ${euros(montant)} ; « ${scenario?.titre} » compte tous ses jours comme donnés.`,
          issue: 'Dites ce qui est payé, ou retirez le montant.',
          saisie: 'Ce qui est payé se dit dans « nature » et « objet » de la convention (mode-operatoire.yaml).',
        },
      ];
    });
    return [...promised, ...paid];
  },
};

export const natureSansModele: RegleCoherence = {
  code: 'nature-sans-modele',
  gravite: 'attention',
  titre: 'Une convention n’a pas de modèle.',
  explication:
    'Le mode opératoire qui donne des modèles de convention (« modeles_conventions ») en donne un par nature d’accord de son registre (« conventions.nature ») : celles qui n’en ont pas seraient signées sans texte. Ce qui se donne sans paiement n’en demande pas.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, acteur }) => {
    const { conventions = [], modeles_conventions: models = [] } = study.mode_operatoire ?? {};
    if (models.length === 0) return [];
    const known = new Set(models.map(({ nature }) => nature));
    const orphans = conventions.flatMap((one, index) =>
      one.nature === undefined || one.nature === 'gratuit' || known.has(one.nature)
        ? []
        : [{ ...one, nature: one.nature, index }],
    );
    return [...group(orphans, ({ nature }) => nature)].flatMap(([nature, own]): Contradiction[] => {
      const [first] = own;
      if (!first) return [];
      return [
        {
          chemin: cheminConvention(first.id, first.index),
          contre: ['mode_operatoire/modeles_conventions'],
          message: `${compte(own.length, 'convention est', 'conventions sont')} de la nature « ${minuscule(ACCORDS[nature])} » (${enumerer(own.map(({ partenaire }) => acteur(partenaire)))}), et aucun modèle n’est de cette nature.`,
          issue: 'Écrivez le modèle, ou corrigez la nature.',
          saisie: 'Le modèle s’écrit dans « modeles_conventions » (mode-operatoire.yaml), avec la même « nature ».',
        },
      ];
    });
  },
};

export const CONVENTIONS = [
  natureSansModele,
  payeEtGratuit,
  conventionsHorsBudget,
  baseDeConvention,
  recetteSansConvention,
  aideSansBudget,
  conventionPlusLongue,
] as const;
