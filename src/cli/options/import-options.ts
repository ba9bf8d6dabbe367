/** What the command line says of an import: the field of a column, the values that new entries share. */
import { type Cibles, lireCellule } from '../../echange/cellules.js';
import { type Champ, champsDe } from '../../echange/champs.js';
import type { Colonne, Correspondance } from '../../echange/entete.js';
import type { Fiche } from '../../echange/fiche.js';
import { enId } from '../../study/valeurs/ecritures.js';
import { vouliezVousDire } from '../../texte/ordre.js';

/** A refusal of the command line itself, in French. */
export class Refus extends Error {}

/** The values that `--defaut` gives, read as cells are. */
export function defautsDe(
  collection: string,
  typed: ReadonlyMap<string, string>,
  cibles: (reference: string) => Cibles,
): Fiche {
  const champs = champsDe(collection, []);
  const fiche: Fiche = {};
  for (const [key, text] of typed) {
    const champ = champs.find(({ cle, chemin }) => cle === key && chemin.length === 1);
    if (!champ)
      throw new Refus(
        `--defaut ${key} : ce champ n'existe pas. ${
          vouliezVousDire(
            key,
            champs.map(({ cle }) => cle),
          ) ?? `« atelier explain ${collection} » les donne tous.`
        }`,
      );
    const read = lireCellule(text, champ, champ.shape.reference ? cibles(champ.shape.reference) : undefined);
    if ('faute' in read) throw new Refus(`--defaut ${key} : ${read.faute} ${read.aide ?? ''}`.trim());
    fiche[key] = read.valeur;
  }
  return fiche;
}

/** The mapping kept, under what the command line says of columns. A field that is given to two of them, or that there is not, is refused. */
export function correspondanceDe(
  collection: string,
  champs: readonly Champ[],
  kept: Correspondance,
  typed: ReadonlyMap<string, string>,
): Correspondance {
  const named = new Map<string, string>();
  for (const [titre, cle] of typed) {
    if (cle === '#' || cle === '-') continue;
    if (!champs.some((champ) => champ.cle === cle))
      throw new Refus(
        `--colonne "${titre}=${cle}" : le champ « ${cle} » n'existe pas. ${
          vouliezVousDire(
            cle,
            champs.map((champ) => champ.cle),
          ) ?? `« atelier explain ${collection} » les donne tous.`
        }`,
      );
    const twin = named.get(cle);
    if (twin !== undefined)
      throw new Refus(`--colonne : « ${twin} » et « ${titre} » ne peuvent pas remplir le même champ, « ${cle} ».`);
    named.set(cle, titre);
  }
  const others = Object.entries(kept).filter(
    ([titre, cle]) => !named.has(cle) && ![...typed.keys()].some((one) => enId(one) === enId(titre)),
  );
  return Object.fromEntries([...others, ...typed]);
}

/** A heading that the command line names and that the table has not would be left without a word. */
export function titresConnus(typed: ReadonlyMap<string, string>, colonnes: readonly Colonne[]): void {
  const titres = colonnes.map(({ titre }) => titre);
  for (const [titre] of typed)
    if (!titres.some((one) => enId(one) === enId(titre)))
      throw new Refus(
        `--colonne "${titre}=…" : aucune colonne n'a ce titre. ${vouliezVousDire(titre, titres) ?? ''} Colonnes : ${titres.map((one) => `« ${one} »`).join(', ')}.`,
      );
}
