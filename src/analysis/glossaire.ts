/** Acronyms: those of the study's actors, parties and own glossary, and those that the deliverable itself uses. */
import type { Study } from '../study/study.js';
import { parOrdreFrancais } from '../texte/ordre.js';

const DU_LIVRABLE: Readonly<Record<string, string>> = {
  AFOM: 'Atouts, faiblesses, opportunités, menaces',
  EPCI: 'Établissement public de coopération intercommunale',
  ETP: 'Équivalent temps plein',
};

export function analyserGlossaire(etude: Study): { sigle: string; signification: string }[] {
  const found = new Map(Object.entries(DU_LIVRABLE));
  const { sigle, nom } = etude.etude.maitre_ouvrage;
  if (sigle) found.set(sigle, nom);
  const { contrat } = etude;
  if (contrat?.sigle && contrat.nom) found.set(contrat.sigle, contrat.nom);
  const { comite } = etude.etude;
  if (comite?.sigle) found.set(comite.sigle, comite.nom);
  for (const acteur of etude.acteurs)
    if (acteur.sigle && acteur.sigle !== acteur.nom) found.set(acteur.sigle, acteur.nom);
  for (const { sigle: terme, definition } of etude.etude.glossaire ?? []) found.set(terme, definition);
  return [...found]
    .map(([key, signification]) => ({ sigle: key, signification }))
    .sort((a, b) => parOrdreFrancais(a.sigle, b.sigle));
}
