/** A formula as a reader is told it: « coût total ÷ 3 ans ». */
import { nombreFr, virgule } from '../../texte/nombres.js';
import type { Cle, Condition, Formule } from './formule.js';

const SIGNES = { '<=': '≤', '<': '<', '>=': '≥', '>': '>', '=': '=' } as const;
const LISTES = { somme: 'somme', min: 'le plus petit', max: 'le plus grand', moyenne: 'moyenne' } as const;

/** A long list is named, not told term by term. */
const ASSEZ_COURT = 4;

/** `nommer` gives the words of a cell. What only guards against a division by zero or an empty cell is left out. */
export function enFrancais(formule: Formule, nommer: (cle: Cle) => string): string {
  const inside = (f: Formule): string =>
    f.op === 'plus' || f.op === 'moins' || f.op === 'fois' || f.op === 'divise' ? `(${text(f)})` : text(f);
  const list = (items: readonly Formule[], nom: string): string =>
    nom || (items.length > ASSEZ_COURT ? `${items.length} valeurs` : items.map(text).join(' ; '));
  const test = (c: Condition): string => {
    if ('termes' in c) return c.termes.map(test).join(c.op === 'et' ? ' et ' : ' ou ');
    return c.op === 'vide' ? `${text(c.a)} absent` : `${text(c.a)} ${SIGNES[c.op]} ${text(c.b)}`;
  };
  function text(f: Formule): string {
    switch (f.op) {
      case 'nombre':
        return f.unite ? `${nombreFr(f.valeur)}\u00a0${f.unite}` : virgule(f.valeur).replace('-', '−');
      case 'texte':
        return `« ${f.valeur} »`;
      case 'cellule':
        return nommer(f.cle);
      case 'plus':
        return f.termes.map(text).join(' + ');
      case 'fois':
        return f.termes.map(inside).join(' × ');
      case 'joint':
        return f.termes.map(text).join(', ');
      case 'moins':
        return `${text(f.a)} − ${inside(f.b)}`;
      case 'puissance':
        return `${inside(f.a)} à la puissance ${inside(f.b)}`;
      case 'divise':
        return `${inside(f.a)} ÷ ${inside(f.b)}`;
      case 'somme':
      case 'min':
      case 'max':
      case 'moyenne':
        return `${LISTES[f.op]} (${list(f.liste, f.nom)})`;
      case 'sommeProduits':
        return f.nom ? `somme (${f.nom})` : f.a.map((a, i) => `${inside(a)} × ${inside(f.b[i] ?? a)}`).join(' + ');
      case 'si':
        // A text stands for a value that is not there: a guard.
        if (f.alors.op === 'texte' && f.sinon.op !== 'texte') return text(f.sinon);
        if (f.sinon.op === 'texte' && f.alors.op !== 'texte') return text(f.alors);
        return `${text(f.alors)} si ${test(f.condition)}, sinon ${text(f.sinon)}`;
      case 'indice':
        return `${f.nom || 'valeur'} de rang ${text(f.rang)}`;
      case 'entier':
        return `partie entière (${text(f.a)})`;
      case 'exp':
        return `exponentielle (${text(f.a)})`;
      case 'nombreOu':
        return text(f.a);
    }
  }
  return text(formule);
}
