/** Acronyms: those of the study's actors, parties and own glossary, and those that the deliverable itself uses. */
import type { Study } from '../study/study.js';
import { parOrdreFrancais } from '../texte/ordre.js';

const DU_LIVRABLE: Readonly<Record<string, string>> = {
  AFOM: 'Atouts, faiblesses, opportunités, menaces',
  EPCI: 'Établissement public de coopération intercommunale',
  ETP: 'Équivalent temps plein',
  PERT: 'Loi de probabilité donnée par trois montants, le plus bas, le plus probable et le plus haut',
  TVA: 'Taxe sur la valeur ajoutée',
};

/** An acronym has two capitals in one of its words at least; a short name (« Région ») is only a name. */
const estSigle = (text: string): boolean =>
  text.split(/[\s’'-]+/).some((word) => (word.match(/\p{Lu}/gu) ?? []).length > 1);

/** A name that holds its own acronym (« CIVAM du Haut-Pays ») does not develop it. */
const contient = (nom: string, sigle: string): boolean => nom.split(/[\s’'()-]+/).includes(sigle) || nom === sigle;

/** « DDT 99 » says nothing that the list does not when it holds « DDT ». */
function composeDe(text: string, list: ReadonlyMap<string, string>): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{Lu}/u.test(word));
  return text.includes(' ') && words.length > 0 && words.every((word) => list.has(word));
}

export function analyserGlossaire(etude: Study): { sigle: string; signification: string }[] {
  const found = new Map(Object.entries(DU_LIVRABLE));
  const { sigle, nom } = etude.etude.maitre_ouvrage;
  /** Written otherwise, it is the same acronym: the last says it. */
  const ajouter = (terme: string, sens: string): void => {
    if (!estSigle(terme)) return;
    for (const key of found.keys()) if (key.toLowerCase() === terme.toLowerCase()) found.delete(key);
    found.set(terme, sens);
  };
  if (sigle) ajouter(sigle, nom);
  const { contrat } = etude;
  if (contrat?.sigle && contrat.nom) ajouter(contrat.sigle, contrat.nom);
  const { comite } = etude.etude;
  if (comite?.sigle) ajouter(comite.sigle, comite.nom);
  for (const acteur of etude.acteurs)
    if (acteur.sigle && !contient(acteur.nom, acteur.sigle)) ajouter(acteur.sigle, acteur.nom);
  for (const { sigle: terme, definition } of etude.etude.glossaire ?? []) ajouter(terme, definition);
  return [...found]
    .filter(([key]) => !composeDe(key, found))
    .map(([key, signification]) => ({ sigle: key, signification }))
    .sort((a, b) => parOrdreFrancais(a.sigle, b.sigle));
}
