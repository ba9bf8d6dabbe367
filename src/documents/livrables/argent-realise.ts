/** Where the money of the year stands, in French: what its bearer advances, and what the aid will really be. */
import type { DispositifAnalysis } from '../../analysis/projets/dispositif.js';
import { accord, enumerer, majuscule } from '../../texte/accords.js';
import { auJour } from '../../texte/dates.js';
import { euros, pourcent } from '../../texte/nombres.js';

/** Under half a euro, two amounts are one. */
const ECART = 0.5;

/** What the rate applies to, so that the aid can be computed again; empty where something else bounds it. */
const surQuoi = (rate: number, admitted: number, opened: number): string =>
  Math.abs(rate * admitted - opened) <= ECART ? ` de ${euros(admitted)} admissibles` : '';

/** Empty where the accounts do not tell both expenses and receipts, or where all is received. */
export function argentEnClair({ au, argent }: Pick<DispositifAnalysis, 'au' | 'argent'>): string {
  if (au === null || argent === null || argent.avance <= ECART) return '';
  const { avance, aides, solde } = argent;
  const waited = aides.filter(({ reste }) => reste > ECART);
  if (waited.length === 0)
    return `${majuscule(auJour(au))}, les dépenses faites passaient de ${euros(avance)} ce qui était reçu.`;
  // What no aid will cover is not said to be on its way.
  const advanced =
    solde < -ECART
      ? `${majuscule(auJour(au))}, les dépenses faites passaient de ${euros(avance)} ce qui était reçu.`
      : `${majuscule(auJour(au))}, ${euros(avance)} étaient dépensés et n’étaient pas encore reçus.`;
  const opened = enumerer(
    waited.map(
      ({ libelle, taux, ouvert, prevu, admisesFaites }) =>
        `${euros(ouvert)} de « ${libelle} » (${pourcent(taux)}${surQuoi(taux, admisesFaites, ouvert)}${prevu - ouvert > ECART ? ` ; ${euros(prevu)} étaient attendus` : ''})`,
    ),
  );
  const left =
    Math.abs(solde) <= ECART
      ? 'la dépense serait couverte'
      : solde > 0
        ? `les recettes passeraient les dépenses de ${euros(solde)}`
        : `il manquerait encore ${euros(-solde)}`;
  return `${advanced} Au taux du plan, les dépenses faites ouvrent au plus ${opened} ; ${accord(waited.length, 'cette aide versée', 'ces aides versées')}, ${left}.`;
}

/** For the first page: what was spent for what was foreseen, and what of it was not received; empty where the accounts do not tell, or are not of a year. */
export function argentEnBref({ au, argent, depenses }: Pick<DispositifAnalysis, 'au' | 'argent' | 'depenses'>): string {
  if (au === null || argent === null) return '';
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  const spent = sum(depenses.flatMap(({ realise }) => realise ?? []));
  const planned = sum(depenses.map(({ prevu }) => prevu));
  const due = argent.solde >= -ECART && argent.aides.some(({ reste }) => reste > ECART);
  const waited =
    argent.avance > ECART
      ? ` ; ${euros(argent.avance)} ${due ? 'n’étaient pas encore reçus' : 'de plus que ce qui était reçu'} ${auJour(au)}`
      : '';
  return `Budget du dispositif : ${euros(spent)} dépensés pour ${euros(planned)} prévus${waited}`;
}
