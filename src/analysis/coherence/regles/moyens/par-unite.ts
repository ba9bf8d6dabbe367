/** What is given by unit (a cost, a price) against what is written beside it: another amount, a rate, a modality that nothing multiplies. */
import type { Scenario } from '../../../../study/types.gen.js';
import { pourcent } from '../../../../texte/nombres.js';
import { euros, type Montant, montantProbable } from '../../../montants.js';
import { coutEnCroisiere, montantEnCroisiere } from '../../../scenarios/depenses-et-charge/activite.js';
import { estEmprunt } from '../../../scenarios/depenses-et-charge/emprunts.js';
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** A line of the running costs or of the receipts, in the words of both. */
interface Ligne {
  chemin: string;
  nom: string;
  modalite: string | undefined;
  /** By unit: the field, and what it holds. */
  unite: { champ: 'cout_unitaire' | 'tarif'; montant: Montant };
  /** For a year, as it is written. */
  annuel: { champ: 'cout_annuel' | 'montant'; montant: Montant };
  taux: { champ: 'taux_personnel' | 'taux'; part: number | undefined; de: string };
  /** A loan: its capital is one, whatever the volume. */
  emprunt: boolean;
  /** Euros a year at cruising speed; null where they are not known. */
  croisiere: number | null;
}

const lignesDe = (scenario: Scenario, nomSeul: (id: string) => string): Ligne[] => [
  ...(scenario.moyens.fonctionnement ?? []).map(
    (one): Ligne => ({
      chemin: `scenarios/${scenario.id}/moyens/fonctionnement/${one.id}`,
      nom: one.libelle,
      modalite: one.modalite,
      unite: { champ: 'cout_unitaire', montant: one.cout_unitaire },
      annuel: { champ: 'cout_annuel', montant: one.cout_annuel },
      taux: { champ: 'taux_personnel', part: one.taux_personnel, de: 'des salaires' },
      emprunt: false,
      croisiere: coutEnCroisiere(scenario, one),
    }),
  ),
  ...scenario.financements.map(
    (one): Ligne => ({
      chemin: `scenarios/${scenario.id}/financements/${one.id}`,
      nom: nomDeLaSource(one, nomSeul),
      modalite: one.modalite,
      unite: { champ: 'tarif', montant: one.tarif },
      annuel: { champ: 'montant', montant: one.montant },
      taux: { champ: 'taux', part: one.taux, de: 'de ses dépenses' },
      emprunt: estEmprunt(one),
      croisiere: montantEnCroisiere(scenario, one)?.mode ?? null,
    }),
  ),
];

function duneLigne(titre: string, ligne: Ligne): Contradiction[] {
  const { chemin, nom, modalite, unite, annuel, taux, emprunt, croisiere } = ligne;
  const [by, at] = [`${chemin}/${unite.champ}`, `dans « ${titre} », « ${nom} »`];
  if (unite.montant === undefined)
    return modalite === undefined
      ? []
      : [
          {
            chemin: `${chemin}/modalite`,
            contre: [chemin],
            message: `${at} nomme une modalité, dont rien ne suit le volume.`,
            issue: 'Donnez le montant par unité, ou retirez la modalité.',
            saisie: `Le montant par unité s’écrit dans « ${unite.champ} ».`,
          },
        ];
  if (emprunt)
    return [
      {
        chemin: by,
        contre: [chemin],
        message: `${at} est un emprunt, et un montant par unité : son capital ne suit aucun volume.`,
        issue: 'Donnez le capital emprunté.',
        saisie: 'Le capital s’écrit dans « montant », sans « tarif » ni « modalite ».',
      },
    ];
  if (taux.part !== undefined)
    return [
      {
        chemin: `${chemin}/${taux.champ}`,
        contre: [by],
        message: `${at} est ${pourcent(taux.part)} ${taux.de}, et un montant par unité.`,
        issue: 'Gardez l’un des deux.',
      },
    ];
  const written = montantProbable(annuel.montant);
  if (written === null || croisiere === null) return [];
  if (!depasse(Math.abs(croisiere - written), Math.max(1, 0.01 * croisiere))) return [];
  return [
    {
      chemin: `${chemin}/${annuel.champ}`,
      contre: [by],
      message: `${at} est écrit à ${euros(written)} par an ; par unité, cela fait ${euros(croisiere)} en rythme de croisière.`,
      issue: 'Retirez le montant annuel, ou corrigez celui par unité.',
    },
  ];
}

const parUniteContredit: RegleCoherence = {
  code: 'par-unite-contredit',
  gravite: 'attention',
  titre: 'Un montant par unité et ce qui est écrit à côté ne vont pas ensemble.',
  explication:
    'Une dépense ou une recette qui suit le volume d’une modalité (« cout_unitaire » ou « tarif », avec « modalite ») se calcule sur ce volume. Un montant annuel écrit à côté (« cout_annuel », « montant ») est ce qu’elle fait en rythme de croisière, à un pour cent près ; un taux (« taux_personnel », « taux ») la calculerait autrement, et l’un des deux ne servirait pas. Un emprunt est un capital (« montant »), qui ne suit aucun volume. Une modalité nommée sans montant par unité ne sert à rien.',
  exemple: '{ id: denrees, libelle: Denrées, porteur: cuisine, cout_unitaire: 3.2, modalite: repas }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, nomSeul }) =>
    study.scenarios.flatMap((scenario) =>
      lignesDe(scenario, nomSeul).flatMap((ligne) => duneLigne(scenario.titre, ligne)),
    ),
};

export const PAR_UNITE = [parUniteContredit] as const;
