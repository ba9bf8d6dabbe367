/** What changed in an entry, as a reader is told it. */
import { motsDeLaCle } from '../../study/schema/mots-des-cles.js';
import { compte } from '../../texte/accords.js';
import { dateCourte } from '../../texte/dates.js';
import { nombreFr } from '../../texte/nombres.js';
import type { Champs, ChangementChamp, Valeur } from './champs.js';

/** More changes of one entry than these are counted. */
const DITS = 4;

/** « résumé », « « Ateliers », coût annuel »: the last item of a list that the path goes through, and the fields below it. */
function nomDuChamp(chemin: string, noms: Champs['noms']): string {
  const steps = chemin.split('/');
  for (let n = steps.length; n > 0; n--) {
    const libelle = noms[steps.slice(0, n).join('/')];
    if (libelle === undefined) continue;
    const below = steps.slice(n).map(motsDeLaCle);
    const list = motsDeLaCle(steps[n - 2] ?? '');
    return [libelle === '' ? list : `${list} « ${libelle} »`, ...below].join(', ');
  }
  return steps.map(motsDeLaCle).join(', ');
}

/** Null for what only a print is kept of. */
function valeurDite(value: Valeur | null): string | null {
  if (value === null) return '—';
  if (typeof value === 'number') return nombreFr(value);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (value.startsWith('#')) return null;
  const [min, mode, max] = value.split('..').map(Number);
  return min === undefined || mode === undefined || max === undefined
    ? dateCourte(value)
    : `${nombreFr(mode)} (${nombreFr(min)} à ${nombreFr(max)})`;
}

function unChangement({ chemin, avant, apres, sorte }: ChangementChamp, noms: Champs['noms']): string {
  const nom = nomDuChamp(chemin, noms);
  if (avant === null && apres === null) return `${nom} : ${sorte === 'ajoute' ? 'ajout' : 'retrait'}`;
  const [was, is] = [valeurDite(avant), valeurDite(apres)];
  if (was !== null && is !== null) return `${nom} : ${was} → ${is}`;
  return sorte === 'modifie' ? nom : `${nom} (${sorte === 'ajoute' ? 'ajout' : 'retrait'})`;
}

/** « coût annuel : 3 600 → 9 600 ; résumé ; et 3 autres champs »; empty when nothing is known of the fields. */
export function changementsDits(changes: readonly ChangementChamp[], noms: Champs['noms']): string {
  const told = changes.length <= DITS + 1 ? changes.length : DITS;
  const rest = changes.length - told;
  return [
    ...changes.slice(0, told).map((one) => unChangement(one, noms)),
    ...(rest > 0 ? [`et ${compte(rest, 'autre champ', 'autres champs')}`] : []),
  ].join(' ; ');
}
