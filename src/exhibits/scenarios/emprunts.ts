/** How the documents tell a loan: its terms, what it weighs on the years of the plan, what is still owed when they end. */
import type { Chiffrage } from '../../analysis/scenarios/chiffrage.js';
import {
  annuiteLaPlusForte,
  derniereEcheance,
  dettesDe,
  premiereEcheance,
} from '../../analysis/scenarios/depenses-et-charge/emprunts.js';
import type { Scenario } from '../../study/types.gen.js';
import { accord, compte, enumerer } from '../../texte/accords.js';
import { euros, pourcent, pourcentPrecis } from '../../texte/nombres.js';

type Source = Scenario['financements'][number];

/** « 3,5 % sur 10 ans, annuités constantes de l’année 2 à l’année 11 ». */
export function termesDuPret(source: Source): string {
  const { taux = 0, duree_annees: length = 1, profil } = source.remboursement ?? {};
  const [first, last] = [premiereEcheance(source), derniereEcheance(source)];
  const kind = profil === 'capital-constant' ? 'capital constant' : 'annuités constantes';
  const when = first === last ? `en une fois, l’année ${first}` : `${kind} de l’année ${first} à l’année ${last}`;
  return `${taux === 0 ? 'sans intérêt' : pourcentPrecis(taux)} sur ${compte(length, 'an')}, ${when}`;
}

/** What the loans are and what they ask; null without any. */
export function dettesEnClair(chiffrage: Chiffrage): string | null {
  const dettes = dettesDe(chiffrage);
  const most = annuiteLaPlusForte(dettes, chiffrage.depensesAnnuelles);
  if (!most) return null;
  const names = dettes.map(
    ({ source, tire }) => `« ${source.libelle ?? source.id} » (${euros(tire)}, ${termesDuPret(source)})`,
  );
  const left = dettes.reduce((sum, { restant }) => sum + restant, 0);
  const owed = left > 0.5 ? `à la fin du plan, ${euros(left)} restent dus` : 'rien n’est plus dû à la fin du plan';
  return `${enumerer(names)} ${accord(names.length, 'est un emprunt, et non une aide : il', 'sont des emprunts, et non des aides : ils')} ${accord(names.length, 'se rembourse', 'se remboursent')}, ${most.egales ? 'à raison de' : 'jusqu’à'} ${euros(most.euros)} par an, capital et intérêts (${pourcent(most.part)} des dépenses de l’année ${most.annee + 1}) ; ${owed}.`;
}

/** The same in a cell; null without any. */
export function dettesEnBref(chiffrage: Chiffrage): string | null {
  const dettes = dettesDe(chiffrage);
  const most = annuiteLaPlusForte(dettes, chiffrage.depensesAnnuelles);
  const left = dettes.reduce((sum, { restant }) => sum + restant, 0);
  return most && `${euros(most.euros)} ; ${euros(left)}`;
}
