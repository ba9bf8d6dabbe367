/** What an auditor asks for: each indicator with its formula, the criteria as they were set, the notes as they were given. */

import type { ScenarioEvalue } from '../../analysis/scenarios/evaluation.js';
import { valeurEnClair } from '../../analysis/scenarios/indicateurs.js';
import { nombreFr } from '../../texte/nombres.js';
import { table } from '../cells.js';
import type { TableExhibit } from '../types.js';
import { mesureEnClair } from './comparaison.js';
import { type ContexteScenarios, court, type FabriqueScenarios } from './contexte.js';

function indicateurs({ analyse }: ContexteScenarios): TableExhibit {
  return table({
    name: 'indicateurs',
    title: 'Indicateurs calculés, avec leur formule',
    sheet: 'Indicateurs',
    groupBy: 'indicateur',
    headerColumns: 2,
    columns: [
      { key: 'indicateur', header: 'Indicateur', format: 'texte' },
      { key: 'numero', header: 'N°', format: 'entier', width: 0.5, workbookOnly: true },
      { key: 'scenario', header: 'Scénario', format: 'texte', width: 1.1 },
      { key: 'valeur', header: 'Valeur', format: 'texte', width: 1.2 },
      { key: 'formule', header: 'Calcul', format: 'texte', width: 3 },
    ],
    rows: [...(analyse.scenarios[0]?.chiffrage.indicateurs.keys() ?? [])].flatMap((id, rang) =>
      analyse.scenarios.flatMap((one, i) => {
        const found = one.chiffrage.indicateurs.get(id);
        if (!found) return [];
        const before = analyse.scenarios[i - 1]?.chiffrage.indicateurs.get(id);
        return [
          {
            indicateur: found.libelle,
            numero: rang + 1,
            scenario: court(one),
            valeur: valeurEnClair(found),
            formule: before?.formule === found.formule ? 'même calcul' : found.formule,
          },
        ];
      }),
    ),
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
  return table({
    name: 'indicateurs-montants',
    title: 'Montants que les indicateurs emploient',
    sheet: 'Montants des indicateurs',
    headerColumns: 2,
    columns: [
      { key: 'scenario', header: 'Scénario', format: 'texte', width: 1.2 },
      { key: 'montant', header: 'À partir de', format: 'texte', width: 5 },
      { key: 'valeur', header: 'Valeur', format: 'texte', width: 1.2 },
      {
        key: 'employes',
        header: 'Indicateurs',
        format: 'texte',
        width: 2.4,
        note: 'Numéros, dans la feuille « Indicateurs », de ceux qui emploient ce montant.',
      },
    ],
    rows: analyse.scenarios.flatMap((one) =>
      montantsDe(one).map(({ libelle, valeur, employes }) => ({
        scenario: court(one),
        montant: libelle,
        valeur,
        employes: employes.join(', '),
      })),
    ),
    source: 'Source : chiffrage des scénarios. Les numéros sont ceux des indicateurs dans la feuille « Indicateurs ».',
    empty: 'Aucun indicateur.',
  });
}

const FONCTIONS: Readonly<Record<string, string>> = {
  lineaire: 'linéaire',
  points: 'par points',
  exponentielle: 'exponentielle',
  table: 'par table',
};

function criteres({ etude, analyse }: ContexteScenarios): TableExhibit {
  const { criteres: list = [], familles = [] } = etude.criteres ?? {};
  return table({
    name: 'criteres',
    title: 'Les critères : échelle, sens, poids et mesure',
    sheet: 'Critères et notes',
    columns: [
      { key: 'critere', header: 'Critère', format: 'texte', width: 1.8 },
      { key: 'famille', header: 'Famille', format: 'texte', width: 1.1 },
      { key: 'poids', header: 'Poids (%)', format: 'decimal', width: 0.7 },
      { key: 'pire', header: 'Vaut 0', format: 'texte', width: 1.1 },
      { key: 'meilleur', header: 'Vaut 100', format: 'texte', width: 1.1 },
      { key: 'fonction', header: 'Valeur', format: 'texte', width: 0.9 },
      { key: 'mesure', header: 'Mesure', format: 'texte', width: 1.5 },
    ],
    rows: list.map((c) => {
      const [worst, best] = c.sens === 'max' ? [c.echelle.min, c.echelle.max] : [c.echelle.max, c.echelle.min];
      const { indicateur } = c.mesure;
      const computed = indicateur && analyse.scenarios[0]?.chiffrage.indicateurs.get(indicateur)?.libelle;
      return {
        critere: c.libelle,
        famille: familles.find(({ id }) => id === c.famille)?.libelle ?? null,
        poids: analyse.evaluation?.criteres.find(({ id }) => id === c.id)?.poids ?? null,
        pire: mesureEnClair(worst, c.echelle.unite),
        meilleur: mesureEnClair(best, c.echelle.unite),
        fonction: FONCTIONS[c.valeur?.type ?? 'lineaire'] ?? 'linéaire',
        mesure: computed ? `calculée : ${computed}` : 'notes des évaluateurs',
      };
    }),
    source:
      'Source : modèle de décision de l’étude. Les échelles sont fixées d’avance : elles ne dépendent pas des scénarios.',
    empty: 'L’étude ne pose aucun critère.',
  });
}

function notes({ etude, analyse }: ContexteScenarios): TableExhibit {
  const nom = (id: string): string => etude.criteres?.evaluateurs?.find((e) => e.id === id)?.libelle ?? id;
  return table({
    name: 'notes-evaluateurs',
    title: 'Notes des évaluateurs',
    sheet: 'Critères et notes',
    groupBy: 'critere',
    headerColumns: 2,
    columns: [
      { key: 'critere', header: 'Critère', format: 'texte' },
      { key: 'scenario', header: 'Scénario', format: 'texte', width: 1.2 },
      { key: 'notes', header: 'Notes', format: 'texte', width: 3 },
      { key: 'moyenne', header: 'Moyenne', format: 'decimal', width: 0.8 },
      { key: 'ecart', header: 'Écart entre évaluateurs', format: 'decimal', width: 1 },
    ],
    rows: (etude.criteres?.criteres ?? []).flatMap((critere) =>
      analyse.scenarios.flatMap((one) => {
        const own = critere.mesure.notes?.[one.chiffrage.scenario.id] ?? [];
        if (own.length === 0) return [];
        const values = own.map(({ note }) => note);
        return [
          {
            critere: critere.libelle,
            scenario: court(one),
            notes: own.map(({ evaluateur, note }) => `${nom(evaluateur)} : ${nombreFr(note)}`).join(' ; '),
            moyenne: values.reduce((sum, note) => sum + note, 0) / values.length,
            ecart: Math.max(...values) - Math.min(...values),
          },
        ];
      }),
    ),
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
