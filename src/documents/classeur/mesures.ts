/** The indicators of the year and the log of their measures: one line a measure, so that none overwrites another. */
import { egal, ZERO } from '../../analysis/formules/formule.js';
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { adresseFixe, plageFixe } from '../../lists/letters.js';
import { ordreDates } from '../../texte/dates.js';
import { type Grille, grille } from './grille.js';
import { cibleAtteinte, feuilleLibre, signalerAtteinte } from './libre.js';
import { DATE, NIVEAU, TEXTE } from './regles.js';

const TOP = 5;
/** Blank lines after the measures that are known. */
const LIGNES_LIBRES = 60;
const JOURNAL = 'Journal des mesures';
const SUIVI = 'Suivi des indicateurs';

interface Mesure {
  /** From 1. */
  rang: number;
  date: string;
  valeur: number;
}

const mesuresDe = ({ mode }: ContexteMode): Mesure[] =>
  (mode.indicateurs ?? [])
    .flatMap(({ mesures = [] }, i) => mesures.map(({ date, valeur }) => ({ rang: i + 1, date, valeur })))
    .sort((a, b) => ordreDates(a.date, b.date) || a.rang - b.rang);

/** Columns of the log, from its first line to its last. */
function colonnes(mesures: readonly Mesure[]): { fin: number; dates: string; rangs: string; valeurs: string } {
  const fin = TOP + mesures.length + LIGNES_LIBRES - 1;
  const of = (column: number): string => `'${JOURNAL}'!${plageFixe(TOP, column, fin, column)}`;
  return { fin, dates: of(1), rangs: of(2), valeurs: of(4) };
}

function suivi(contexte: ContexteMode): Grille {
  const { mode } = contexte;
  const mesures = mesuresDe(contexte);
  const { dates, rangs, valeurs } = colonnes(mesures);
  return feuilleLibre(SUIVI, 'Indicateurs : dernière mesure et cible', [6, 46, 18, 12, 12, 12, 12, 16, 16, 12], (g) => {
    g.texte(2, 1, `Les mesures s’écrivent dans la feuille « ${JOURNAL} » ; tout le reste se calcule.`, 'note');
    g.entetes(4, [
      'N°',
      'Indicateur',
      'Unité',
      'Sens',
      'Départ',
      'Cible',
      'Mesures',
      'Dernière mesure',
      'Date de la mesure',
      'Atteinte',
    ]);
    (mode.indicateurs ?? []).forEach((i, index) => {
      const row = TOP + index;
      const own = mesures.filter(({ rang }) => rang === index + 1);
      const last = own.at(-1);
      g.constante(row, 1, index + 1, 'entier');
      g.texte(row, 2, i.libelle);
      g.texte(row, 3, i.unite);
      g.fixe(row, 4, i.sens === 'min' ? 'au plus' : 'au moins', 'texte');
      // A start that nobody measured is no nought.
      if (i.initial === undefined) g.constante(row, 5, '—', 'decimal');
      else g.fixe(row, 5, i.initial, 'decimal');
      g.fixe(row, 6, i.cible, 'decimal');
      const mine = `(${rangs}=${adresseFixe(row, 1)})*ISNUMBER(${valeurs})`;
      const count = adresseFixe(row, 7);
      // The last line written of an indicator holds its measure.
      const line = `SUMPRODUCT(MAX(${mine}*(ROW(${rangs})-${TOP - 1})))`;
      g.relevee(row, 7, own.length, `SUMPRODUCT(${mine})`, 'entier');
      g.relevee(row, 8, last?.valeur ?? '', `IF(${count}=0,"",INDEX(${valeurs},${line}))`, 'decimal');
      g.relevee(row, 9, last?.date ?? '', `IF(${count}=0,"",INDEX(${dates},${line}))`, 'date');
      const absente = egal(g.lire(row, 7), ZERO);
      g.calcul(row, 10, cibleAtteinte(g.lire(row, 4), g.lire(row, 6), g.lire(row, 8), absente), 'texte');
    });
    signalerAtteinte(g, [TOP, 10, TOP + (mode.indicateurs ?? []).length - 1, 10]);
  });
}

function journal(contexte: ContexteMode): Grille {
  const names = (contexte.mode.indicateurs ?? []).map(({ libelle }) => libelle);
  const mesures = mesuresDe(contexte);
  const { fin } = colonnes(mesures);
  const g = grille(JOURNAL, JOURNAL, [14, 12, 46, 14, 44], 4);
  g.texte(
    2,
    1,
    `Une ligne par mesure, dans l’ordre des dates : la dernière d’un indicateur est celle que montre « ${SUIVI} ».`,
    'note',
  );
  g.entetes(4, ['Date', 'N° de l’indicateur', 'Indicateur', 'Mesure', 'Remarque']);
  for (let row = TOP; row <= fin; row++) {
    const known = mesures[row - TOP];
    const rank = adresseFixe(row, 2);
    g.put(row, 1, { value: known?.date ?? null, style: 'texte', format: 'date', input: DATE });
    g.put(row, 2, {
      value: known?.rang ?? null,
      style: 'texte',
      format: 'entier',
      input: { type: 'nombre', min: 1, max: Math.max(1, names.length) },
    });
    g.put(row, 3, {
      value: known ? (names[known.rang - 1] ?? '') : '',
      formula: `IF(ISNUMBER(${rank}),INDEX('${SUIVI}'!${plageFixe(TOP, 2, TOP + Math.max(1, names.length) - 1, 2)},${rank}),"")`,
      style: 'texte',
    });
    g.put(row, 4, { value: known?.valeur ?? null, style: 'texte', format: 'decimal', input: NIVEAU });
    g.put(row, 5, { value: null, style: 'texte', input: TEXTE });
  }
  return g;
}

export const feuillesDesMesures = (contexte: ContexteMode): Grille[] => [suivi(contexte), journal(contexte)];
