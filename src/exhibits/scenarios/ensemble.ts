/** The scenarios side by side on one page, and the assumptions that they share. */

import { arrondiSelon } from '../../analysis/montants.js';
import { avecSesBenevoles } from '../../analysis/scenarios/depenses-et-charge/benevoles.js';
import { compteLesDemandes, motDesServices } from '../../analysis/scenarios/depenses-et-charge/charge.js';
import { coutDeSortie } from '../../analysis/scenarios/depenses-et-charge/sortie.js';
import { mesureDe, mesureSure } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import { testsEnClair } from '../../analysis/scenarios/viabilite/viabilite.js';
import { numberAt } from '../../lists/at.js';
import { majuscule, minuscule } from '../../texte/accords.js';
import { euros, nombreA, nombreFr, partsSurCent, pourcent } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';
import {
  acteur,
  type ContexteScenarios,
  colonnesScenarios,
  type FabriqueScenarios,
  FORMES,
  soldeAdmis,
  taxesEnClair,
} from './contexte.js';
import { dettesEnBref } from './emprunts.js';
import { hypothesesCommunes } from './hypotheses-communes.js';

/** What happens when no scenario is retained. */
const SANS_DISPOSITIF = 'Sans dispositif';

type One = ContexteScenarios['analyse']['scenarios'][number];
type StatuQuo = NonNullable<NonNullable<ContexteScenarios['etude']['criteres']>['statu_quo']>;
type MesureConnue = keyof NonNullable<StatuQuo['mesures']>;

interface LigneComparee {
  mesure: string;
  value(one: One, i: number): string | null;
  /** What the study may know of it when no scenario is retained. */
  sans?: MesureConnue;
}

const row = (mesure: string, value: LigneComparee['value'], sans?: MesureConnue): LigneComparee => ({
  mesure,
  value,
  ...(sans ? { sans } : {}),
});

/** No more digits than the interval of the cost allows. */
const eurosArrondis = (amount: number, { simulation: { coutAnnuel } }: One): string =>
  euros(arrondiSelon(amount, coutAnnuel.p10, coutAnnuel.p90));

const argent: readonly LigneComparee[] = [
  row(
    'Coût annuel le plus probable',
    (one) => eurosArrondis(mesureSure(one.chiffrage, 'cout_annuel'), one),
    'cout_annuel',
  ),
  row('Huit fois sur dix, entre', (one) => {
    const { p10, p90 } = one.simulation.coutAnnuel;
    return p10 === p90 ? 'aucun montant incertain' : `${eurosArrondis(p10, one)} et ${eurosArrondis(p90, one)}`;
  }),
  row('À la charge du porteur, par an', (one) => {
    const net = mesureDe(one.chiffrage, 'reste_a_charge_annuel');
    return net === null ? null : eurosArrondis(net, one);
  }),
  row('À trouver par an, subventions arrêtées', (one) => {
    const left = mesureDe(one.chiffrage, 'reste_apres_aides');
    // The workbook gives the same, below nought.
    if (left !== null && Math.round(left) < 0) return `rien (${eurosArrondis(-left, one)} d’excédent)`;
    return left === null ? null : eurosArrondis(Math.max(0, left), one);
  }),
  row('Emprunts : annuité la plus forte ; reste dû à la fin du plan', ({ chiffrage }) => dettesEnBref(chiffrage)),
  row('Coût de sortie, hors budget', ({ chiffrage }) => {
    if (chiffrage.scenario.cout_de_sortie?.length === 0) return euros(0);
    const left = coutDeSortie(chiffrage);
    return left === null ? null : euros(left);
  }),
  row('Part des recettes acquise', ({ chiffrage }) => {
    const acquired = mesureDe(chiffrage, 'part_financement_acquis');
    return acquired === null ? null : pourcent(acquired);
  }),
];

const service = ({ scenarios }: ContexteScenarios['analyse']): LigneComparee[] => [
  row(
    'Équivalents temps plein',
    ({ chiffrage }) => avecSesBenevoles(nombreFr(mesureSure(chiffrage, 'etp_total')), chiffrage.scenario),
    'etp_total',
  ),
  row(
    'Demandes reçues par an',
    ({ chiffrage: { scenario, charge } }) => (compteLesDemandes(scenario) ? nombreFr(charge.demandesCroisiere) : null),
    'demandes_annuelles',
  ),
  row(
    `${majuscule(motDesServices(scenarios.map(({ chiffrage }) => chiffrage.scenario)).plusieurs)} par an`,
    ({ chiffrage }) => {
      const served = mesureDe(chiffrage, 'service_rendu_annuel');
      return served === null ? null : nombreFr(served);
    },
    'service_rendu_annuel',
  ),
];

const surCent = (part: number): string => nombreFr(Math.round(part * 100));

const risques = (etude: ContexteScenarios['etude']): LigneComparee[] => [
  row('Chances sur cent d’un besoin de financement non couvert', ({ simulation }) =>
    surCent(simulation.probabiliteDeficit),
  ),
  row(`Chances sur cent d’un solde de caisse ${soldeAdmis(etude)}`, ({ simulation }) =>
    surCent(simulation.probabiliteTresorerieInsuffisante),
  ),
  row('Tests de viabilité satisfaits', ({ viabilite: { tests } }) => testsEnClair(tests)),
];

/** Where each comes in the comparison; nothing where nothing is compared. */
function classement({ evaluation }: ContexteScenarios['analyse']): LigneComparee[] {
  if (!evaluation) return [];
  const premiers = partsSurCent(evaluation.smaa.rankAcceptability.map((rates) => numberAt(rates, 0)));
  const valeur = row('Valeur sur 100', (_, i) => nombreA(numberAt(evaluation.scores, i), 1, true));
  // Alone, a scenario has no rank.
  if (evaluation.scores.length < 2) return [valeur];
  return [
    valeur,
    row('Rang', (_, i) => String(evaluation.ranks[i] ?? '')),
    row('Premier dans, sur 100 pondérations', (_, i) => nombreFr(numberAt(premiers, i))),
  ];
}

function connue(base: StatuQuo, id: MesureConnue): string {
  const known = base.mesures?.[id];
  return known === undefined ? 'non connu' : id === 'cout_annuel' ? euros(known) : nombreFr(known);
}

function coteACote(contexte: ContexteScenarios): TableExhibit {
  const { analyse, etude } = contexte;
  const base = etude.criteres?.statu_quo;
  const rows = [
    row('Porteur', ({ chiffrage }) => acteur(etude, chiffrage.scenario.porteur)),
    row('Forme', ({ chiffrage }) => FORMES[chiffrage.scenario.forme_juridique]),
    row('Montants', ({ chiffrage }) => taxesEnClair(chiffrage.scenario)),
    ...argent,
    ...service(analyse),
    ...risques(etude),
    ...classement(analyse),
  ];
  return tableDe(
    rows.filter(({ value }) => analyse.scenarios.some((one, i) => value(one, i) !== null)),
    {
      name: 'scenarios-cote-a-cote',
      title: 'Les scénarios côte à côte',
      sheet: 'Vue d’ensemble',
      columns: [
        col('mesure', 'Mesure', ({ mesure }) => mesure, 'texte', 1.5),
        base
          ? col(
              'sans',
              base.libelle ?? SANS_DISPOSITIF,
              ({ sans }) => (sans === undefined ? null : connue(base, sans)),
              'texte',
              { note: base.resume },
            )
          : [],
        colonnesScenarios(contexte, (one, i, { value }) => value(one, i)),
      ],
      source: `Source : fiches des scénarios, coûts arrondis à ce que leur intervalle permet ; ${nombreFr(analyse.tirages)} tirages. À la charge du porteur : le coût moins les recettes des autres, supposées obtenues ; subventions arrêtées : les dépenses de la dernière année moins ses autres recettes.${base ? ` ${base.libelle ?? SANS_DISPOSITIF} : ${minuscule(base.resume)}` : ''}`,
      empty: 'L’étude ne décrit aucun scénario.',
    },
  );
}

export const ensembleExhibits: FabriqueScenarios = (contexte) => [coteACote(contexte), hypothesesCommunes(contexte)];
