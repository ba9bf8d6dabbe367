/** The perimeters side by side: what each holds, and what each scenario would cost in it. */
import { arrondiSelon } from '../../analysis/montants.js';
import {
  type CoutPerimetre,
  ETENDUE_PROPORTIONNELLE,
  type PerimetreAnalyse,
} from '../../analysis/priorites/perimetres.js';
import type { Repartition } from '../../analysis/scenarios/tirages/simulation.js';
import { minuscule } from '../../texte/accords.js';
import { decimalesDeColonne, enLettres, euros, nombreA, nombreFr } from '../../texte/nombres.js';
import { cle, lignes } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';
import type { ContexteScenarios, FabriqueScenarios } from './contexte.js';

/** A cost in a perimeter, and its amounts with no more digits than the interval of the cost allows. */
interface CoutLu {
  p: PerimetreAnalyse;
  c: CoutPerimetre;
  arrondi: (amount: number | null) => number | null;
  /** The same for an aid, a part of that cost. */
  arrondiAide: (amount: number | null) => number | null;
}

/** The sum of a cell of the table, for a scenario that was sized for another perimeter; nothing where each was sized for its own. */
function exemple(couts: readonly CoutLu[]): string {
  const moved = couts.find(({ c }) => !c.dimensionne && c.coutParHabitant && c.coutAServiceEgal);
  const own = couts.find(({ c }) => c.dimensionne && c.scenario === moved?.c.scenario)?.c;
  const annual = own?.coutAServiceEgal;
  if (!moved?.c.coutParHabitant || !own?.coutParHabitant || !annual) return '';
  const people = (each: number): string => nombreFr(Math.round(annual / each));
  const equal = moved.c.coutAServiceEgal ?? annual;
  const shown = euros(moved.arrondi(equal) ?? equal);
  // To the euro: a sum of rounded amounts is one that its reader cannot find again.
  const exact = euros(Math.round(equal));
  return ` Exemple : « ${moved.c.scenario} », ${euros(Math.round(annual))} × ${people(moved.c.coutParHabitant)} ÷ ${people(own.coutParHabitant)} habitants, soit ${exact}${shown === exact ? '' : `, arrondi à ${shown}`}. Montants arrondis à ce que l’incertitude des coûts permet.`;
}

interface MesurePerimetre {
  libelle: string;
  /** It argues for the perimeter or against it. */
  argument?: true;
  de(perimetre: PerimetreAnalyse): string | null;
}

const nOu = (value: number | null, unit = ''): string | null => (value === null ? null : `${nombreFr(value)}${unit}`);
/** The official total first, with the part of it that the study describes. */
const officiel = (described: number, total: number | null | undefined, of: string): string =>
  typeof total === 'number' && total > described
    ? `${nombreFr(total)} (dont ${nombreFr(described)} ${of})`
    : nombreFr(described);
const mesure = (libelle: string, de: MesurePerimetre['de']): MesurePerimetre => ({ libelle, de });
const argument = (libelle: string, de: MesurePerimetre['de']): MesurePerimetre => ({ libelle, de, argument: true });

/** What each perimeter holds, line by line. */
function mesuresDe(liste: readonly PerimetreAnalyse[]): MesurePerimetre[] {
  const unplaced = liste.every(({ acteurs, acteursNonSitues }) => acteurs === 0 && acteursNonSitues > 0);
  return [
    mesure('Communes', (p) => officiel(p.communes, p.officiel?.communes, 'décrites')),
    mesure('Habitants', (p) =>
      p.population || p.officiel?.population
        ? officiel(p.population, p.officiel?.population, 'dans les communes décrites')
        : null,
    ),
    mesure('Densité des communes décrites', (p) => nOu(p.densite === null ? null : Math.round(p.densite), ' hab./km²')),
    // Where none is placed, there is none to count.
    mesure('Acteurs dont le territoire y est compris', (p) =>
      unplaced
        ? null
        : p.acteursNonSitues > 0
          ? `${nombreFr(p.acteurs)} (${nombreFr(p.acteursNonSitues)} ne sont pas situés)`
          : nOu(p.acteurs),
    ),
    mesure('Actions conduites localisées', (p) => nOu(p.actions)),
    ...(liste.some(({ actionsPour10000 }) => actionsPour10000 !== null)
      ? [
          mesure('Actions pour 10 000 habitants des communes décrites', (p) =>
            p.actionsPour10000 === null
              ? null
              : nombreA(
                  p.actionsPour10000,
                  decimalesDeColonne(liste.flatMap(({ actionsPour10000: rate }) => rate ?? [])),
                  true,
                ),
          ),
        ]
      : []),
    // Where two perimeters have as many scenarios, there is no « the » perimeter of the scenarios.
    ...(liste.length > 1 && liste.some(({ partCommune }) => partCommune !== null)
      ? [
          mesure('Habitants vivant aussi dans le périmètre des scénarios', (p) =>
            p.partCommune === null ? null : nOu(Math.round(p.partCommune * 100), '\u00a0%'),
          ),
        ]
      : []),
    ...(liste.some(({ pour }) => pour.length > 0) ? [argument('Pour', (p) => lignes(p.pour))] : []),
    ...(liste.some(({ contre }) => contre.length > 0) ? [argument('Contre', (p) => lignes(p.contre))] : []),
  ];
}

/** What one of two perimeters or more holds as the others parts none from them: it is said once, below. An argument for each stays where it is read. */
function partagees(mesures: readonly MesurePerimetre[], liste: readonly PerimetreAnalyse[]) {
  const meme = ({ de, argument }: MesurePerimetre): boolean =>
    liste.length > 1 && !argument && new Set(liste.map(de)).size === 1;
  const shared = mesures.filter(meme).flatMap(({ libelle, de }) => {
    const [first] = liste.map(de);
    return typeof first === 'string' ? [`${minuscule(libelle)}, ${first}`] : [];
  });
  const propres = mesures.filter((one) => !meme(one));
  if (propres.length === 0) return { propres: mesures, communes: '' };
  return {
    propres,
    communes: shared.length === 0 ? '' : ` Égal d’un périmètre à l’autre : ${shared.join(' ; ')}.`,
  };
}

/** Measures that one perimeter at least has: what is not known of any is no line of dashes. */
const mesuresConnues = (liste: readonly PerimetreAnalyse[]): MesurePerimetre[] =>
  mesuresDe(liste).filter(({ de }) => liste.some((one) => de(one) !== null));

const comparaisonDesPerimetres = ({ perimetres: { liste } }: ContexteScenarios): TableExhibit => {
  const { propres, communes } = partagees(mesuresConnues(liste), liste);
  return tableDe(propres, {
    name: 'perimetres-comparaison',
    title: liste.length === 1 ? 'Ce que compte le périmètre' : 'Les périmètres côte à côte',
    sheet: 'Périmètres',
    columns: [
      col('mesure', 'Mesure', ({ libelle }) => libelle, 'texte', 1.5),
      liste.map((p) => col(cle('p', p.id), p.libelle, ({ de }) => de(p), 'texte', 1.6)),
    ],
    source: `Source : territoire et actions de l’étude ; arguments de ses auteurs.${communes}`,
    empty: 'L’étude ne décrit aucun périmètre.',
  });
};

/** What follows a cost is as uncertain as the cost, in proportion: an aid of 14 000 is not told by tens of thousands because the cost is. */
const arrondiDUnePart = (amount: number, { p10, p50, p90 }: Repartition): number =>
  p50 > 0 ? arrondiSelon(amount, (p10 * amount) / p50, (p90 * amount) / p50) : Math.round(amount);

/** What each scenario costs in each perimeter, at the same service. */
function coutsDesPerimetres({ perimetres: { liste }, analyse }: ContexteScenarios): TableExhibit {
  const couts = liste.flatMap((p) =>
    p.couts.map((c, i): CoutLu => {
      const drawn = analyse.scenarios[i]?.simulation.coutAnnuel;
      return {
        p,
        c,
        arrondi: (amount) => (amount === null || !drawn ? amount : arrondiSelon(amount, drawn.p10, drawn.p90)),
        arrondiAide: (amount) => (amount === null || !drawn ? amount : arrondiDUnePart(amount, drawn)),
      };
    }),
  );
  return tableDe(couts, {
    name: 'perimetres-couts',
    title:
      liste.length === 1
        ? 'Le coût de chaque scénario dans le périmètre'
        : 'Le coût de chaque scénario dans chaque périmètre',
    sheet: 'Périmètres',
    groupBy: 'perimetre',
    headerColumns: 2,
    columns: [
      col('perimetre', 'Périmètre', ({ p }) => p.libelle),
      col('scenario', 'Scénario', ({ c }) => c.scenario, 'texte', 2),
      col('dimensionne', 'Dimensionné pour lui', ({ c }) => c.dimensionne, 'oui-non', 0.9),
      col('par_habitant', 'Coût par habitant (€/an)', ({ c }) => c.coutParHabitant, 'decimal', {
        width: 1,
        note: 'Moyens inchangés.',
      }),
      // A study whose scenarios count no request has no column of them.
      couts.some(({ c }) => c.demandesPourMille !== null)
        ? col('demandes', 'Demandes par an, pour 1 000 habitants', ({ c }) => c.demandesPourMille, 'decimal', {
            width: 1,
            note: 'Moyens inchangés.',
          })
        : [],
      col('service_egal', 'Coût annuel à service égal (€)', ({ c, arrondi }) => arrondi(c.coutAServiceEgal), 'euros', {
        width: 1.1,
        note: 'Coût annuel × habitants du périmètre ÷ habitants du périmètre du scénario.',
      }),
      // A study without European receipts has no column of noughts.
      couts.some(({ c }) => c.aideEuropeenne !== null && c.aideEuropeenne > 0)
        ? col(
            'aide_europeenne',
            'Aide européenne, à service égal (€/an)',
            ({ c, arrondiAide }) => arrondiAide(c.aideEuropeenne),
            'euros',
            {
              width: 1,
              note: 'Dépense à service égal des habitants qui vivent aussi dans le périmètre du scénario et dans celui de qui donne l’aide, au taux et sous son plafond.',
            },
          )
        : [],
    ],
    source: `Source : chiffrage des scénarios ; le coût à service égal suit le nombre d’habitants.${exemple(couts)}${couts.some(({ c }) => c.aideEuropeenne) ? ' L’aide ne suit que les habitants qui vivent aussi dans le périmètre du scénario, et dans celui de qui la donne s’il en a un.' : ''}`,
    tiret: {
      sens: `un périmètre plus de ${enLettres(ETENDUE_PROPORTIONNELLE)} fois plus peuplé que celui du scénario, ou moins peuplé d’autant : le coût n’y suit plus le nombre d’habitants`,
      colonnes: ['service_egal', 'aide_europeenne'],
    },
    empty: 'Aucun scénario à chiffrer.',
  });
}

export const perimetresExhibits: FabriqueScenarios = (contexte) => [
  comparaisonDesPerimetres(contexte),
  coutsDesPerimetres(contexte),
];
