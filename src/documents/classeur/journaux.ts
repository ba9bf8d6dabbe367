/** Logs kept during the year: requests, conditions, risks, days by partner. Blank rows to fill, totals and delays that follow. */
import { delaiOuvre, joursFeries } from '../../analysis/jours-ouvres.js';
import { joursPrevus } from '../../analysis/projets/jours-prevus.js';
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { ETATS, type EtatSuivi } from '../../exhibits/mode-operatoire/contexte.js';
import { BASES_INEGALES, BASES_JOURS } from '../../exhibits/projets/contexte.js';
import { acteur } from '../../exhibits/scenarios/contexte.js';
import type { Ton } from '../../exhibits/types.js';
import { adresseFixe, plageFixe } from '../../lists/letters.js';
import { conditionsDuMode } from '../../study/conditions.js';
import { dateEnLettres } from '../../texte/dates.js';
import { type Grille, grille, type Zone } from './grille.js';
import { DATE, NOTE5, QUANTITE, TEXTE } from './regles.js';

const TOP = 5;
const DEMANDES = 150;
/** What becomes of any request, whatever is done here: around what this study does. */
const SORTS = { avant: ['En cours', 'Réponse directe'], apres: ['Refusée', 'Hors missions', 'Sans suite'] };

/** Colours of the states of a column, by their ids. */
export function signalerEtats(
  g: Pick<Grille, 'signaler'>,
  zone: Zone,
  tons: readonly (readonly [EtatSuivi, Ton])[],
): void {
  for (const [etat, ton] of tons) g.signaler(zone, (cell) => `${cell}="${ETATS[etat]}"`, ton);
}

/** What a request may become: what the accounts of the year already call it, else what the scenario does. */
function sortsDe({ etude, mode, one }: ContexteMode): string[] {
  const told = (mode.realise?.demandes ?? []).map(({ sort }) => sort);
  const done = one.chiffrage.scenario.modalites.flatMap(
    ({ modalite }) => etude.etude.modalites.find(({ id }) => id === modalite)?.libelle ?? [],
  );
  return [...new Set([...SORTS.avant, ...(told.length > 0 ? told : done), ...SORTS.apres])];
}

/** Years of the experiment and the next: the holidays that the delays leave out. */
function feries({ mode }: ContexteMode): string[] {
  const { debut, fin } = mode.experimentation ?? {};
  const first = Number((debut ?? '').slice(0, 4));
  const last = Number((fin ?? debut ?? '').slice(0, 4));
  if (!first || !last) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => joursFeries(first + i)).flat();
}

/** Lays the holidays down a column; gives what NETWORKDAYS takes after its two dates. */
function poserFeries(g: Grille, column: number, contexte: ContexteMode): string {
  const off = feries(contexte);
  if (off.length === 0) return '';
  // The blank column before it is not printed either.
  g.sheet.horsPage = column - 1;
  g.texte(4, column, 'Jours fériés', 'entete');
  off.forEach((day, i) => {
    g.constante(TOP + i, column, day, 'date');
  });
  return `,${plageFixe(TOP, column, TOP + off.length - 1, column)}`;
}

/** Working days from one date to another, as `delaiOuvre` counts them: NETWORKDAYS counts both ends, and backwards from a day to the one before. */
const ouvresEntre = (from: string, to: string, holidays: string): string =>
  `IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),IF(${to}=${from},0,IF(${to}<${from},-NETWORKDAYS(${to}+1,${from}${holidays}),NETWORKDAYS(${from}+1,${to}${holidays}))),"")`;

function demandes(contexte: ContexteMode): Grille {
  const { etude, mode, parcours } = contexte;
  const g = grille('Journal des demandes', 'Journal des demandes', [6, 13, 22, 24, 40, 13, 11, 24, 18, 34, 3, 14], 4);
  const end = TOP + DEMANDES - 1;
  g.texte(
    2,
    1,
    'Une ligne par demande. Le délai se compte en jours ouvrés, jours fériés ôtés (liste à droite de la feuille, non imprimée).',
    'note',
  );
  g.entetes(4, [
    'N°',
    'Reçue le',
    'Public',
    'Domaine',
    'Demande',
    'Première réponse',
    'Délai (jours ouvrés)',
    'Partenaire référent',
    'Sort',
    'Remarque',
  ]);
  const holidays = poserFeries(g, 12, contexte);
  const publics = etude.etude.publics.map(({ libelle }) => libelle);
  const domaines = etude.etude.domaines.map(({ libelle }) => libelle);
  const sorts = sortsDe(contexte);
  const partenaires = [...new Set((mode.conventions ?? []).map(({ partenaire }) => acteur(etude, partenaire)))];
  for (let row = TOP; row <= end; row++) {
    g.constante(row, 1, row - TOP + 1, 'entier');
    g.put(row, 2, { value: null, style: 'texte', format: 'date', input: DATE });
    g.put(row, 3, { value: null, style: 'texte', input: { type: 'liste', values: publics } });
    g.put(row, 4, { value: null, style: 'texte', input: { type: 'liste', values: domaines } });
    g.put(row, 5, { value: null, style: 'texte', input: TEXTE });
    g.put(row, 6, { value: null, style: 'texte', format: 'date', input: DATE });
    const [asked, answered] = [adresseFixe(row, 2), adresseFixe(row, 6)];
    g.put(row, 7, {
      value: '',
      formula: ouvresEntre(asked, answered, holidays),
      style: 'texte',
      format: 'entier',
    });
    g.put(row, 8, { value: null, style: 'texte', input: { type: 'liste', values: partenaires } });
    g.put(row, 9, { value: null, style: 'texte', input: { type: 'liste', values: sorts } });
    g.put(row, 10, { value: null, style: 'texte', input: TEXTE });
  }
  const promised = parcours.promesses.map(({ jours }) => jours).sort((a, b) => a - b)[0];
  const limit =
    promised === undefined
      ? null
      : Math.max(promised, ...parcours.promesses.filter((p) => p.tenue !== false).map(({ jours }) => jours));
  if (limit !== null) g.signaler([TOP, 7, end, 7], (cell) => `AND(ISNUMBER(${cell}),${cell}>${limit})`);
  const total = (i: number, label: string, formula: string, value: number | string = 0): void => {
    g.texte(end + 2 + i, 5, label, 'total');
    // A count is whole; a mean of days is not.
    g.put(end + 2 + i, 7, { value, formula, style: 'total', format: typeof value === 'number' ? 'entier' : 'decimal' });
  };
  const column = (n: number): string => plageFixe(TOP, n, end, n);
  total(0, 'Demandes reçues', `COUNT(${column(2)})`);
  total(1, 'Sans réponse', `COUNT(${column(2)})-COUNT(${column(6)})`);
  // Of no answer there is no mean.
  const delays = column(7);
  total(2, 'Délai moyen de première réponse (jours ouvrés)', `IF(COUNT(${delays})=0,"—",AVERAGE(${delays}))`, '—');
  sorts.forEach((sort, i) => {
    // Counted by the name beside it, however it is written.
    total(3 + i, sort, `COUNTIF(${column(9)},${adresseFixe(end + 5 + i, 5)})`);
  });
  return g;
}

function conditions(contexte: ContexteMode): Grille {
  const { mode, etude } = contexte;
  const g = grille(
    'Suivi des conditions',
    'Conditions : échéance, état, date à laquelle elles sont remplies',
    [14, 46, 34, 20, 13, 16, 13, 14, 36, 3, 14],
    4,
  );
  g.texte(
    2,
    1,
    'Tenez l’état et la date à jour ; l’écart se compte en jours ouvrés, jours fériés ôtés (liste à droite de la feuille, non imprimée).',
    'note',
  );
  g.entetes(4, [
    'Nature',
    'Condition',
    'Tâche',
    'Responsable',
    'Échéance',
    'État',
    'Remplie le',
    'Écart (jours ouvrés)',
    'Remarque',
  ]);
  const holidays = poserFeries(g, 11, contexte);
  const etats = (['a-engager', 'en-cours', 'remplie', 'bloquante'] as const).map((etat) => ETATS[etat]);
  const rows = [
    ...(mode.conditions?.techniques ?? []).map((c) => ({ c, nature: 'Technique' })),
    ...(mode.conditions?.juridiques ?? []).map((c) => ({ c, nature: 'Juridique' })),
    ...(mode.conditions?.financieres ?? []).map((c) => ({ c, nature: 'Financière' })),
  ];
  rows.forEach(({ c, nature }, i) => {
    const row = TOP + i;
    g.texte(row, 1, nature);
    g.texte(row, 2, c.libelle);
    g.texte(row, 3, mode.taches?.find(({ id }) => id === c.tache)?.libelle ?? null);
    g.texte(row, 4, c.responsable ? acteur(etude, c.responsable) : null);
    g.constante(row, 5, c.echeance ?? null, 'date');
    g.put(row, 6, { value: ETATS[c.etat], style: 'texte', input: { type: 'liste', values: etats } });
    g.put(row, 7, { value: c.remplie_le ?? null, style: 'texte', format: 'date', input: DATE });
    const [due, done] = [adresseFixe(row, 5), adresseFixe(row, 7)];
    g.put(row, 8, {
      value: delaiOuvre(c.echeance, c.remplie_le) ?? '',
      formula: ouvresEntre(due, done, holidays),
      style: 'texte',
      format: 'entier',
    });
    g.put(row, 9, { value: null, style: 'texte', input: TEXTE });
  });
  const end = TOP + Math.max(1, rows.length) - 1;
  g.texte(end + 2, 2, 'Conditions remplies', 'total');
  g.put(end + 2, 6, {
    value: rows.filter(({ c }) => c.etat === 'remplie').length,
    formula: `COUNTIF(${plageFixe(TOP, 6, end, 6)},"${ETATS.remplie}")`,
    style: 'total',
    format: 'entier',
  });
  g.signaler([TOP, 8, end, 8], (cell) => `AND(ISNUMBER(${cell}),${cell}>0)`);
  signalerEtats(
    g,
    [TOP, 6, end, 6],
    [
      ['bloquante', 'alerte'],
      ['en-cours', 'attention'],
      ['remplie', 'bon'],
    ],
  );
  return g;
}

function risques({ mode }: ContexteMode): Grille {
  const g = grille('Suivi des risques', 'Risques : cote, survenue, conséquence', [44, 13, 11, 11, 13, 44, 44], 4);
  g.texte(
    2,
    1,
    'La cote est la probabilité multipliée par la gravité ; à partir de 12, elle est mise en évidence.',
    'note',
  );
  g.entetes(4, ['Risque', 'Probabilité (1 à 5)', 'Gravité (1 à 5)', 'Cote', 'Survenu le', 'Conséquence', 'Parade']);
  const rows = mode.risques ?? [];
  rows.forEach((r, i) => {
    const row = TOP + i;
    g.texte(row, 1, r.libelle);
    g.put(row, 2, { value: r.probabilite, style: 'texte', format: 'entier', input: NOTE5 });
    g.put(row, 3, { value: r.gravite, style: 'texte', format: 'entier', input: NOTE5 });
    g.put(row, 4, {
      value: r.probabilite * r.gravite,
      formula: `${adresseFixe(row, 2)}*${adresseFixe(row, 3)}`,
      style: 'texte',
      format: 'entier',
    });
    g.put(row, 5, { value: r.survenu_le ?? null, style: 'texte', format: 'date', input: DATE });
    g.put(row, 6, { value: r.consequence ?? null, style: 'texte', input: TEXTE });
    g.put(row, 7, { value: r.parade, style: 'texte', input: TEXTE });
  });
  g.signaler([TOP, 4, TOP + rows.length - 1, 4], (cell) => `${cell}>=12`);
  return g;
}

function jours({ etude, mode, charge, one, annee }: ContexteMode): Grille {
  const months = annee.mois.slice(0, 12).map(({ mois }) => mois);
  const g = grille(
    'Suivi des jours',
    'Jours faits par équipe et par mois',
    [30, 32, ...months.map(() => 9), 10, 10, 10],
    4,
  );
  const [from, to] = [3, 2 + months.length];
  g.texte(2, 1, `Écrivez les jours faits chaque mois ; le total et le reste se calculent. ${BASES_INEGALES}`, 'note');
  g.entetes(4, ['Équipe', 'Prévus par', ...months.map((month) => dateEnLettres(month)), 'Total', 'Prévus', 'Reste']);
  const teams = joursPrevus(one.chiffrage.scenario, mode.conventions ?? [], charge);
  const end = TOP + teams.length - 1;
  const somme = (row: number, column: number, zone: string, style: 'texte' | 'total'): void => {
    g.put(row, column, { value: 0, formula: `SUM(${zone})`, style, format: 'decimal' });
  };
  teams.forEach((team, i) => {
    const row = TOP + i;
    const prevu = Math.round(team.prevu);
    g.texte(row, 1, acteur(etude, team.acteur));
    g.texte(row, 2, BASES_JOURS[team.base]);
    for (let column = from; column <= to; column++)
      g.put(row, column, { value: null, style: 'texte', format: 'decimal', input: QUANTITE });
    somme(row, to + 1, plageFixe(row, from, row, to), 'texte');
    g.constante(row, to + 2, prevu, 'decimal');
    g.put(row, to + 3, {
      value: prevu,
      formula: `${adresseFixe(row, to + 2)}-${adresseFixe(row, to + 1)}`,
      style: 'texte',
      format: 'decimal',
    });
  });
  // What was foreseen is not of one kind, and makes no sum.
  g.texte(end + 1, 1, 'Ensemble', 'total');
  for (let column = from; column <= to + 1; column++)
    somme(end + 1, column, plageFixe(TOP, column, end, column), 'total');
  g.signaler([TOP, to + 3, end, to + 3], (cell) => `${cell}<0`);
  return g;
}

export const journaux = (contexte: ContexteMode): Grille[] => [
  demandes(contexte),
  ...(conditionsDuMode(contexte.mode.conditions).length > 0 ? [conditions(contexte)] : []),
  ...(contexte.mode.risques?.length ? [risques(contexte)] : []),
  jours(contexte),
];
