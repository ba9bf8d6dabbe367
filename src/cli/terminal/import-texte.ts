/** What `atelier import` says of a list: its columns, what it leaves, reads otherwise, refuses, and the sum of it. */

import { texteDe } from '../../echange/cellules.js';
import type { Colonne } from '../../echange/entete.js';
import type { Import } from '../../echange/importer.js';
import type { Ligne, Tableau } from '../../echange/tableau.js';
import { libelleDe } from '../../echange/titres/libelles.js';
import { lettres } from '../../lists/letters.js';
import { enId } from '../../study/valeurs/ecritures.js';
import { compte, enumerer } from '../../texte/accords.js';
import { couper } from '../../texte/couper.js';
import type { Paint } from './colour.js';

const HOW = { table: 'indiquée', nom: '', proche: 'au plus proche', contenu: 'à ce qu’elle contient' } as const;

export function mappingText(colonnes: readonly Colonne[], paint: Paint): string {
  const own = (titre: string): string => enId(titre.replace('*', ''));
  if (
    colonnes.every(
      ({ titre, champ }) => champ && [libelleDe(champ.chemin), champ.cle].some((name) => enId(name) === own(titre)),
    )
  )
    return `  ${compte(colonnes.length, 'colonne')}, toutes sous le nom de leur champ.\n`;
  const width = Math.max(...colonnes.map(({ titre }) => titre.length));
  return colonnes
    .map(({ titre, champ, ecartee, par }) => {
      const how = par === null ? '' : HOW[par];
      const where = champ
        ? `${champ.cle}${how === '' ? '' : paint.faint(` (${how})`)}`
        : ecartee
          ? 'laissée de côté'
          : 'aucun champ : gardée en commentaire des fiches nouvelles';
      return `  ${titre.padEnd(width)} → ${where}\n`;
    })
    .join('');
}

export function rejectsText({ rejets }: Import, fichier: string, paint: Paint): string {
  return rejets
    .map(({ ligne, colonne, faute, aide }) => {
      const where = `${fichier}, ligne ${ligne}${colonne ? `, « ${colonne} »` : ''}`;
      return `${paint.place(where)} : ${faute}${aide ? `\n  ${aide}` : ''}\n`;
    })
    .join('');
}

/** Visible sheets that hold rows and are not the one that is read, unless it was asked for. */
export function nonLues(tableaux: readonly Tableau[], read: Tableau, wanted: string | undefined): string[] {
  const left = tableaux.filter((one) => one !== read && one.lignes.length > 1).map(({ feuille }) => `« ${feuille} »`);
  if (left.length === 0 || wanted !== undefined) return [];
  return [
    `${left.length > 1 ? 'Feuilles non lues' : 'Feuille non lue'} : ${left.join(', ')} (« --feuille NOM » choisit la feuille à lire).`,
  ];
}

/** The rows of another table under the first one, which are left: never without a word. */
export function autreTableau(lignes: readonly Ligne[]): string {
  const [first] = lignes;
  const last = lignes.at(-1);
  if (!first || !last) return '';
  const heads = first.cellules.map(texteDe).filter((text) => text !== '');
  return `Un autre tableau commence à la ligne ${first.numero} (« ${heads.slice(0, 3).join(' », « ')} »…) : les lignes ${first.numero} à ${last.numero} ne sont pas lues. Copiez-le sur une feuille à lui pour l’importer.\n`;
}

/** Rows of which a message names the first ones. */
const NOMMEES = 6;

const lesLignes = (numeros: readonly number[]): string =>
  numeros.length > NOMMEES
    ? `lignes ${numeros.slice(0, NOMMEES).join(', ')}…`
    : `ligne${numeros.length > 1 ? 's' : ''} ${enumerer(numeros.map(String))}`;

/** The cells that stand under no heading, which are left: never without a word. */
export function sansTitreText(lignes: readonly Ligne[], colonnes: readonly Colonne[]): string {
  const titled = new Set(colonnes.map(({ index }) => index));
  const lost = lignes.flatMap(({ numero, cellules }) =>
    cellules.flatMap((cell, index) => (titled.has(index) || texteDe(cell) === '' ? [] : [{ numero, index }])),
  );
  if (lost.length === 0) return '';
  const columns = [...new Set(lost.map(({ index }) => index))].sort((a, b) => a - b).map((index) => lettres(index + 1));
  const rows = [...new Set(lost.map(({ numero }) => numero))];
  const [start, whose, to] = columns.length > 1 ? ['Colonnes', 'leurs', 'leur'] : ['Colonne', 'ses', 'lui'];
  return `${start} ${enumerer(columns)}, sans titre : ${whose} valeurs ne sont pas lues (${lesLignes(rows)}). Donnez-${to} un titre pour les importer.\n`;
}

/** Cells read as another word than the one written, alike ones together. */
export function traductionsText({ traductions }: Import): string {
  const groups = new Map<string, number[]>();
  for (const { ligne, colonne, ecrit, lu } of traductions) {
    const key = `« ${colonne} » : « ${ecrit} » est lu ${lu === null ? 'comme une cellule vide' : `« ${lu} »`}`;
    const rows = groups.get(key) ?? [];
    rows.push(ligne);
    groups.set(key, rows);
  }
  return [...groups].map(([key, rows]) => `${key} (${lesLignes(rows)}).\n`).join('');
}

const surUneLigne = (text: string): string => couper(text.replace(/\s+/g, ' '), 80);

/** Values of the study that a merged cell replaces below its own row: the patch alone does not tell where they come from. */
export const fusionsText = ({ fusions }: Import): string =>
  fusions
    .map(
      ({ cellule, couverte, id, colonne, avant, apres }) =>
        `Attention : la cellule ${cellule} est fusionnée jusqu’à ${couverte} au moins, et vaut pour chacune de ses lignes. « ${colonne} » de la fiche « ${id} » devient « ${surUneLigne(apres)} », au lieu de « ${surUneLigne(avant)} » : si elle n’est que pour la première ligne, défusionnez-la.\n`,
    )
    .join('');

/** What the list says, or no longer says, of entries that the study has, and that changes nothing: never without a word. */
export function resteText({ nonGardees, absentes }: Import, collection: string): string {
  const columns = [...new Set(nonGardees.map(({ colonne }) => colonne))].map((colonne) => {
    const rows = nonGardees.filter((one) => one.colonne === colonne).map(({ ligne }) => ligne);
    const kept = rows.length > 1 ? 'ses valeurs ne sont pas gardées' : 'sa valeur n’est pas gardée';
    return `« ${colonne} » n’est aucun champ : ${kept} pour les fiches que l’étude a déjà (${lesLignes(rows)}).\n`;
  });
  if (absentes.length === 0) return columns.join('');
  const names = absentes.slice(0, NOMMEES).map((id) => `« ${id} »`);
  const more = absentes.length > NOMMEES ? [`${absentes.length - NOMMEES} autres`] : [];
  const [stays, out] =
    absentes.length > 1
      ? ['ne sont pas dans la liste et restent dans l’étude', 'si elles n’ont plus lieu d’être, effacez-les']
      : ['n’est pas dans la liste et reste dans l’étude', 'si elle n’a plus lieu d’être, effacez-la'];
  return `${columns.join('')}${compte(absentes.length, 'fiche')} ${stays} (${enumerer([...names, ...more])}) ; ${out} de l’inventaire « ${collection} ».\n`;
}

/** What to do of refused rows, when they have been shown alone. */
export const apresRejets = (collection: string): string =>
  `« --rejets FICHIER.xlsx » écrit les lignes refusées dans un classeur, à corriger puis à importer. Un mot de votre liste se traduit une fois pour toutes dans .atelier/import/${collection}.yaml : « valeurs: { champ: { mot: valeur } } ».\n`;

export function summary(lu: Import): string {
  const refused = new Set(lu.rejets.map(({ ligne }) => ligne)).size;
  const parts = [
    compte(lu.nouvelles.length, 'fiche nouvelle', 'fiches nouvelles'),
    compte(lu.modifiees.length, 'modifiée'),
    compte(lu.identiques, 'inchangée'),
    compte(refused, 'ligne refusée', 'lignes refusées'),
  ];
  const left = lu.laissees.map(({ ligne, pourquoi }) => `ligne ${ligne} (${pourquoi})`).join(', ');
  return `${parts.join(', ')}.${left === '' ? '' : ` Laissé de côté : ${left}.`}\n`;
}
