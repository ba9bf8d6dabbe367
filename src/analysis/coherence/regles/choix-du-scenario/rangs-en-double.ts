/** Two scenarios, two projects or two meetings that have the same rank. */
import { group } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { enumerer } from '../../../../texte/accords.js';
import { dateEnLettres } from '../../../../texte/dates.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

interface Range {
  chemin: string;
  nom: string;
  ordre: number;
}

const memesRangs = (all: readonly Range[], quoi: string): Contradiction[] =>
  [...group(all, ({ ordre }) => ordre)].flatMap(([ordre, same]): Contradiction[] => {
    const [first, second, ...others] = same;
    if (!first || !second) return [];
    return [
      {
        chemin: second.chemin,
        contre: [first.chemin, ...others.map(({ chemin }) => chemin)],
        message: `${enumerer(same.map(({ nom }) => `« ${nom} »`))} ont le même rang (${ordre}) parmi les ${quoi}.`,
        issue: 'Donnez à chacun son rang.',
        saisie: 'Il s’écrit dans « ordre ».',
      },
    ];
  });

const ranges = (collection: string, all: readonly { id: string; titre: string; ordre?: number }[]): Range[] =>
  all.flatMap(({ id, titre, ordre }) =>
    ordre === undefined ? [] : [{ chemin: `${collection}/${id}/ordre`, nom: titre, ordre }],
  );

/** « Comité de pilotage n° 2 », « COPIL 3 » at the end or before a comma: the number that a title gives to a meeting, and what it numbers. */
const NUMERO = /^(.+?) n[°o]s? ?(\d{1,2})(?=$|[,;:( ])/;

interface Numerotee {
  id: string;
  titre: string;
  phase: string;
  date: string;
  serie: string;
  numero: number;
}

function reunionsNumerotees(reunions: Study['reunions']) {
  const all = reunions.flatMap(({ id, titre, phase, date, etat }): Numerotee[] => {
    const [, serie, numero] = NUMERO.exec(phraseNue(titre ?? '')) ?? [];
    return serie === undefined || titre === undefined || etat === 'annulee'
      ? []
      : [{ id, titre, phase, date, serie, numero: Number(numero) }];
  });
  const said = ({ titre, date }: Numerotee): string => `« ${titre} » (${dateEnLettres(date)})`;
  return [...group(all, ({ serie }) => serie).values()].flatMap((same) => {
    const dated = [...same].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.numero - b.numero));
    return dated.slice(1).flatMap((one, i): Contradiction[] => {
      const before = dated[i];
      // A new phase may count its meetings anew.
      if (!before || one.numero > before.numero || (one.numero === 1 && one.phase !== before.phase)) return [];
      return [
        {
          chemin: `reunions/${one.id}/titre`,
          contre: [`reunions/${before.id}/titre`],
          message: `${said(one)} suit ${said(before)}, et ${one.numero === before.numero ? 'porte le même numéro' : 'porte un numéro plus petit'}.`,
          issue: 'Corrigez un des deux titres, ou une des deux dates.',
        },
      ];
    });
  });
}

export const rangEnDouble: RegleCoherence = {
  code: 'rang-en-double',
  gravite: 'attention',
  titre: 'Deux scénarios, deux projets ou deux réunions ont le même rang.',
  explication:
    'L’ordre des scénarios et celui des projets dans les livrables (« ordre ») est un rang par fiche : à rang égal, c’est l’ordre des fichiers qui décide. Deux réunions dont le titre donne un numéro (« Comité de pilotage n° 2 ») n’ont pas le même, et celle qui se tient après porte le plus grand ; une phase peut recommencer à 1.',
  livrables: ['scenarios', 'fiches-projets', 'copil'],
  verifier: ({ study: { scenarios, projets, reunions } }) => [
    ...memesRangs(ranges('scenarios', scenarios), 'scénarios'),
    ...memesRangs(ranges('projets', projets), 'projets'),
    ...reunionsNumerotees(reunions),
  ],
};

export const RANGS_EN_DOUBLE = [rangEnDouble] as const;
