/** What an auditor asks for: each indicator with its formula, the criteria as they were set, the notes as they were given. */

import { mean } from 'd3-array';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { valeurEnClair } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import { nombreFr } from '../../texte/nombres.js';
import { lignes } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import type { TableExhibit } from '../types.js';
import { mesureEnClair } from './comparaison.js';
import { type ContexteScenarios, court, type FabriqueScenarios } from './contexte.js';
import { formulesDesValeurs, valeurDuCritere } from './regles-de-calcul.js';

function indicateurs({ analyse }: ContexteScenarios): TableExhibit {
  const ids = [...(analyse.scenarios[0]?.chiffrage.indicateurs.keys() ?? [])];
  const found = ids.flatMap((id, rang) =>
    analyse.scenarios.flatMap((one, i) => {
      const own = one.chiffrage.indicateurs.get(id);
      const before = analyse.scenarios[i - 1]?.chiffrage.indicateurs.get(id);
      return own ? [{ one, own, rang, repete: before?.formule === own.formule }] : [];
    }),
  );
  return tableDe(found, {
    name: 'indicateurs',
    title: 'Indicateurs calculés, avec leur formule',
    sheet: 'Indicateurs',
    groupBy: 'indicateur',
    headerColumns: 2,
    columns: [
      col('indicateur', 'Indicateur', ({ own }) => own.libelle),
      col('numero', 'N°', ({ rang }) => rang + 1, 'entier', { width: 0.5, workbookOnly: true }),
      col('scenario', 'Scénario', ({ one }) => court(one), 'texte', 1.1),
      col('valeur', 'Valeur', ({ own }) => valeurEnClair(own), 'texte', 1.2),
      col('formule', 'Calcul', ({ own, repete }) => (repete ? 'même calcul' : own.formule), 'texte', 3),
    ],
    source: 'Source : chiffrage des scénarios. Le classeur donne les montants employés par chaque calcul.',
    empty: 'Aucun indicateur.',
  });
}

interface MontantEmploye {
  libelle: string;
  valeur: string;
  /** Numbers of the indicators, from 1. */
  employes: number[];
}

/** Amounts of a scenario, each with the indicators that it enters. An amount that one indicator reads twice has two rows. */
function montantsDe({ chiffrage }: ScenarioEvalue): MontantEmploye[] {
  const found = new Map<string, MontantEmploye[]>();
  [...chiffrage.indicateurs.values()].forEach(({ entrees }, i) => {
    for (const { libelle, valeur } of entrees) {
      const key = `${libelle}\n${valeur}`;
      const alike = found.get(key) ?? [];
      found.set(key, alike);
      const free = alike.find(({ employes }) => !employes.includes(i + 1));
      if (free) free.employes.push(i + 1);
      else alike.push({ libelle, valeur, employes: [i + 1] });
    }
  });
  return [...found.values()].flat();
}

/** One row an amount: together in a cell they would be taller than a sheet shows. */
function montantsEmployes({ analyse }: ContexteScenarios): TableExhibit {
  const montants = analyse.scenarios.flatMap((one) => montantsDe(one).map((montant) => ({ one, montant })));
  return tableDe(montants, {
    name: 'indicateurs-montants',
    title: 'Montants que les indicateurs emploient',
    sheet: 'Montants des indicateurs',
    headerColumns: 2,
    columns: [
      col('scenario', 'Scénario', ({ one }) => court(one), 'texte', 1.2),
      col('montant', 'À partir de', ({ montant }) => montant.libelle, 'texte', 5),
      col('valeur', 'Valeur', ({ montant }) => montant.valeur, 'texte', 1.2),
      col('employes', 'Indicateurs', ({ montant }) => montant.employes.join(', '), 'texte', {
        width: 2.4,
        note: 'Numéros, dans la feuille « Indicateurs », de ceux qui emploient ce montant.',
      }),
    ],
    source: 'Source : chiffrage des scénarios. Les numéros sont ceux des indicateurs dans la feuille « Indicateurs ».',
    empty: 'Aucun indicateur.',
  });
}

type Critere = NonNullable<ContexteScenarios['etude']['criteres']>['criteres'][number];

function criteres({ etude, analyse }: ContexteScenarios): TableExhibit {
  const { criteres: list = [], familles = [] } = etude.criteres ?? {};
  const bornes = ({ sens, echelle: { min, max } }: Critere): [pire: number, meilleur: number] =>
    sens === 'max' ? [min, max] : [max, min];
  const mesure = ({ indicateur }: Critere['mesure']): string => {
    const computed = indicateur && analyse.scenarios[0]?.chiffrage.indicateurs.get(indicateur)?.libelle;
    return computed ? `calculée : ${computed}` : 'notes des évaluateurs';
  };
  return tableDe(list, {
    name: 'criteres',
    title: 'Les critères : échelle, sens, poids et mesure',
    sheet: 'Critères et notes',
    columns: [
      col('critere', 'Critère', (c) => c.libelle, 'texte', 1.8),
      col('famille', 'Famille', (c) => familles.find(({ id }) => id === c.famille)?.libelle ?? null, 'texte', 1.1),
      col(
        'poids',
        'Poids (%)',
        (c) => analyse.evaluation?.criteres.find(({ id }) => id === c.id)?.poids ?? null,
        'decimal',
        0.7,
      ),
      col('pire', 'Vaut 0', (c) => mesureEnClair(bornes(c)[0], c.echelle.unite), 'texte', 1.1),
      col('meilleur', 'Vaut 100', (c) => mesureEnClair(bornes(c)[1], c.echelle.unite), 'texte', 1.1),
      col('fonction', 'Valeur', valeurDuCritere, 'texte', {
        width: list.some(({ valeur }) => valeur && valeur.type !== 'lineaire') ? 1.6 : 0.9,
        uneFois: true,
      }),
      col('mesure', 'Mesure', (c) => mesure(c.mesure), 'texte', 1.5),
    ],
    source: `Source : modèle de décision de l’étude. Les échelles sont fixées d’avance : elles ne dépendent pas des scénarios.${formulesDesValeurs(list)}`,
    empty: 'L’étude ne pose aucun critère.',
  });
}

function notes({ etude, analyse }: ContexteScenarios): TableExhibit {
  const nom = (id: string): string => etude.criteres?.evaluateurs?.find((e) => e.id === id)?.libelle ?? id;
  const noted = (etude.criteres?.criteres ?? []).flatMap((critere) =>
    analyse.scenarios.flatMap((one) => {
      const own = critere.mesure.notes?.[one.chiffrage.scenario.id] ?? [];
      return own.length > 0 ? [{ critere, one, own, values: own.map(({ note }) => note) }] : [];
    }),
  );
  return tableDe(noted, {
    name: 'notes-evaluateurs',
    title: 'Notes des évaluateurs',
    sheet: 'Critères et notes',
    groupBy: 'critere',
    headerColumns: 2,
    columns: [
      col('critere', 'Critère', ({ critere }) => critere.libelle),
      col('scenario', 'Scénario', ({ one }) => court(one), 'texte', 1.2),
      col(
        'notes',
        'Notes',
        ({ own }) => own.map(({ evaluateur, note }) => `${nom(evaluateur)} : ${nombreFr(note)}`).join(' ; '),
        'texte',
        3,
      ),
      col(
        'raisons',
        'Raisons',
        ({ own }) =>
          lignes(
            own.flatMap(({ evaluateur, commentaire }) => (commentaire ? [`${nom(evaluateur)} : ${commentaire}`] : [])),
          ),
        'texte',
        3.4,
      ),
      col('moyenne', 'Moyenne', ({ values }) => mean(values) ?? null, 'decimal', 0.8),
      col('ecart', 'Écart entre évaluateurs', ({ values }) => Math.max(...values) - Math.min(...values), 'decimal', 1),
    ],
    source: 'Source : modèle de décision de l’étude.',
    empty: 'Aucun critère n’est noté par des évaluateurs : tous sont calculés.',
  });
}

export const auditExhibits: FabriqueScenarios = (contexte) => [
  criteres(contexte),
  notes(contexte),
  indicateurs(contexte),
  montantsEmployes(contexte),
];
