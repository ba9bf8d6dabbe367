/** The checks of one entry alone that a study sets aside: what they found is not told by a document; of what, and why it was set aside, is. */
import { CODES } from '../../study/codes/codes.js';
import { cheminDit } from '../../study/collections.js';
import { runRules } from '../../study/rules/index.js';
import type { Study } from '../../study/study.js';
import { enumererPremiers } from '../../texte/accords.js';
import { guillemetsInterieurs } from '../../texte/typographie.js';
import { rangDeLEcart } from './ecarts.js';
import type { LivrableConcerne } from './regle.js';

/** The deliverable that shows the entries of a collection; the diagnostic for the others. */
const MONTRE: Readonly<Record<string, LivrableConcerne>> = {
  scenarios: 'scenarios',
  criteres: 'scenarios',
  priorites: 'scenarios',
  'mode-operatoire': 'mode-operatoire',
  projets: 'fiches-projets',
  evaluation: 'bilan',
};

/** Names that a reserve gives before it counts the others. */
const NOMMES = 20;

/** What a path of the inventories is called (`acteurs/amap/contacts/1`): the name or the title of the entry; null for what is no entry of theirs. */
function nomDeLaFiche(study: Study, path: string): string | null {
  const [collection = '', id] = path.split('/');
  const list: unknown = study[collection as keyof Study];
  if (!Array.isArray(list)) return null;
  const entry = (list as readonly Readonly<Record<string, unknown>>[]).find((one) => one.id === id);
  const nom = entry?.sigle ?? entry?.nom ?? entry?.titre ?? entry?.libelle;
  return typeof nom === 'string' ? nom : null;
}

export interface FicheEcartee {
  titre: string;
  /** French sentences: the entries by their names, capped, or what is said of several at once. */
  messages: string[];
  motif: string;
}

/** In the order in which the study sets them aside. */
export function fichesEcartees(study: Study, livrable: string): FicheEcartee[] {
  const aside = (study.etude.regles_ecartees ?? []).flatMap((ecart) => {
    const info = CODES[ecart.regle];
    const shown = MONTRE[cheminDit(ecart.chemin ?? '').split('/')[0] ?? ''] ?? 'diagnostic';
    return info && shown === livrable ? [{ ecart, info }] : [];
  });
  if (aside.length === 0) return [];
  const found: { code: string; path: string; message: string }[] = [];
  runRules(study, (code, path, message) => found.push({ code, path, message }));
  return aside.map(({ ecart, info }) => {
    const own = found
      .filter(({ code, path }) => rangDeLEcart([ecart], code, [path]) === 0)
      .map(({ path, message }) => ({ nom: nomDeLaFiche(study, path), message }));
    const noms = [...new Set(own.flatMap(({ nom }) => nom ?? []))];
    return {
      titre: info.titre,
      messages: [
        ...(noms.length === 0
          ? []
          : [`${noms.length > 1 ? 'fiches concernées' : 'fiche concernée'} : ${enumererPremiers(noms, NOMMES)}.`]),
        ...own.flatMap(({ nom, message }) => (nom === null ? [guillemetsInterieurs(message)] : [])),
      ],
      motif: ecart.motif,
    };
  });
}
