/** The FCTVA: part of the VAT of investments, paid back to a public bearer by the State some years later. */

import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { MOIS_PAR_AN } from '../../../texte/dates.js';
import { nombreFr } from '../../../texte/nombres.js';

type Source = Scenario['financements'][number];

/** Months from the end of the year of the purchase, which is paid in its first month, to the payment. */
export const attenteDeLaTva = (depuisAchat: number): number => Math.max(0, depuisAchat - MOIS_PAR_AN);

/** When it is paid, told one way wherever it is told; `attente` in months, as above. The year is that of the plan, which begins with the dispositif, and not that of the calendar. */
export const versementDeLaTva = (attente: number): string =>
  `${attente > 0 ? `${nombreFr(attente)}\u00a0mois après` : 'à'} la fin de l’année du plan où l’achat est payé`;

/** Id of this receipt among the sources of a scenario. */
export const FCTVA = 'fctva';

/** Name of the one who pays it by law, where the study lists no actor for it: an id that is no actor's is shown as it is. */
const ETAT = 'État';

/**
 * The scenario with this receipt, when it applies to its bearer and the study names the dated reference of its rate (per cent of the price with VAT).
 * The law owes it once the purchase is made and admitted: it is « de droit », and not acquired before, unless the study says otherwise.
 */
export function avecFctva({ criteres, references }: Study, scenario: Scenario): Scenario {
  const rule = criteres?.hypotheses?.fctva;
  const reference = references.find(({ id }) => id === rule?.reference);
  if (!rule || !scenario.fctva_applicable || typeof reference?.valeur !== 'number') return scenario;
  return {
    ...scenario,
    financements: [
      ...scenario.financements,
      {
        id: FCTVA,
        libelle: reference.titre,
        financeur: rule.acteur ?? ETAT,
        nature: 'participation',
        section: 'investissement',
        taux: reference.valeur / 100,
        assiette: ['materiel', 'outil'],
        statut: rule.statut ?? 'de-droit',
        ...(rule.probabilite === undefined ? {} : { probabilite: rule.probabilite }),
        // Once a year, for the purchases of the year, which are paid in its first month.
        demandes_paiement: 'annuelle',
        delai_versement_mois: attenteDeLaTva(rule.delai_mois),
        reference: reference.id,
      },
    ],
  };
}

/**
 * Years of the plan from the expense that opens a receipt to the one that enters it: none, but for the VAT given back, which a budget enters when it is paid.
 * It is claimed in the last month of the year of the purchase, and paid after its delay, as cash has it.
 */
export const anneesDAttente = ({
  id,
  delai_versement_mois: delai = 0,
}: Pick<Source, 'id' | 'delai_versement_mois'>): number =>
  id === FCTVA ? Math.floor((MOIS_PAR_AN - 1 + delai) / MOIS_PAR_AN) : 0;

/** Years after the plan in which a receipt of it may still be entered. */
export const anneesApres = ({ financements }: Pick<Scenario, 'financements'>): number =>
  Math.max(0, ...financements.map(anneesDAttente));
