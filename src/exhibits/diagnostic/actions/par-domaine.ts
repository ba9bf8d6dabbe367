/** The actions of each domain, and the publics that they reach. */
import type { CoutConnu } from '../../../analysis/diagnostic/index.js';
import { cellAt, itemOf } from '../../../lists/at.js';
import { compte } from '../../../texte/accords.js';
import { type Contexte, enTete } from '../../cells.js';
import { type Colonne, cellules, col, comptes, rangeeDe, tableDe } from '../../colonnes.js';
import type { TableExhibit } from '../../types.js';
import { AUCUNE, source } from './communs.js';

export const COUTS: readonly Colonne<{ cout: CoutConnu }>[] = [
  col('cout', 'Coûts connus (€)', ({ cout }) => (cout.connus ? cout.total : null), 'euros', {
    width: 1,
    note: 'Somme des seuls coûts connus.',
  }),
  col('couts_inconnus', 'Coûts inconnus', ({ cout }) => cout.inconnus, 'entier', {
    width: 0.8,
    note: 'Nombre d’actions dont le coût n’est pas connu.',
  }),
];

/** Headers that a landscape page holds without cutting their words: so many columns, or letters so few. */
const COLONNES_DE_PUBLICS = 8;
const TETE_COURTE = 12;

export function parDomaine(contexte: Contexte): TableExhibit {
  const { actions } = contexte.analyse;
  const { valeurs } = actions.domainePublic;
  const tete = enTete(contexte.etude.etude.publics);
  const publics = actions.domainePublic.colonnes.map((one) => ({ ...one, libelle: tete(one) }));
  // Beyond what a page holds, those reached are named, and the counts are in the workbook.
  const enMots = publics.length > COLONNES_DE_PUBLICS && publics.some(({ libelle }) => libelle.length > TETE_COURTE);
  const atteints = (rang: number): string =>
    publics
      .flatMap(({ libelle }, i) =>
        cellAt(valeurs, rang, i) > 0 ? [`${libelle}\u00a0(${cellAt(valeurs, rang, i)})`] : [],
      )
      .join(' ; ');
  const sansDomaine = actions.liste.filter(({ domaines }) => domaines.length === 0).length;
  const duPublic = (id: string) => itemOf(actions.parPublic, id).nombre;
  return tableDe(actions.liste.length ? actions.parDomaine : [], {
    name: 'actions-par-domaine',
    title: 'Actions conduites par domaine et par public',
    sheet: 'Actions en nombres',
    columns: [
      col('domaine', 'Domaine', (d) => d.libelle, 'texte', 1.6),
      comptes('public', publics, (_, i) => valeurs[i] ?? [], enMots ? { width: 0.8, workbookOnly: true } : 0.8),
      enMots ? [col('atteints', 'Publics atteints (actions)', (_, rang) => atteints(rang) || '—', 'texte', 4)] : [],
      col('nombre', 'Actions', (d) => d.nombre, 'entier', 0.8),
      ...COUTS,
    ],
    totals: {
      domaine: 'Ensemble',
      ...cellules(
        'public',
        publics,
        publics.map((p) => duPublic(p.id)),
      ),
      nombre: actions.liste.length,
      ...rangeeDe(COUTS, actions),
    },
    source: `${source(contexte)}${sansDomaine > 0 ? ` Hors de ces domaines, et comptée dans l’ensemble seul : ${compte(sansDomaine, 'action', 'actions', '')}.` : ''}`,
    empty: AUCUNE,
  });
}
