/** Actors: those that nothing names, and those whose contacts will not be published. */
import type { Rule } from './rule.js';
import { referencesTo } from './walk.js';

/** Beyond this number one warning lists them all. */
const DETAILLES = 5;

export const acteurIsole: Rule = (study, report) => {
  const named = new Set<string>();
  for (const { id, path } of referencesTo(study, 'acteurs')) if (!path.startsWith(`acteurs/${id}/`)) named.add(id);
  const isolated = study.acteurs.filter(
    ({ id, liens, cite_au_contrat }) => !named.has(id) && !liens?.length && !cite_au_contrat,
  );
  const aide = 'Ajoutez leurs liens (« liens »), nommez-les dans une action ou un outil, ou retirez les fiches.';
  if (isolated.length > DETAILLES) {
    const noms = isolated.map(({ sigle, nom }) => sigle ?? nom);
    const sens = 'ni lien, ni action, ni outil, ni scénario, ni réunion ne les nomme';
    report(
      'acteur-isole',
      'acteurs',
      `rien ne relie ${noms.length} acteurs au reste de l’étude (${sens}) : ${noms.join(', ')}.`,
      aide,
    );
    return;
  }
  for (const { id, nom } of isolated)
    report(
      'acteur-isole',
      `acteurs/${id}`,
      `rien ne relie « ${nom} » au reste de l’étude : ni lien, ni action, ni outil, ni scénario, ni réunion ne le nomme.`,
      'Ajoutez ses liens (« liens »), nommez-le dans une action ou un outil, ou retirez la fiche.',
    );
};

export const contactSansConsentement: Rule = ({ acteurs }, report) => {
  for (const { id, contacts } of acteurs)
    for (const [index, { consentement }] of (contacts ?? []).entries())
      if (!consentement)
        report(
          'contact-sans-consentement',
          `acteurs/${id}/contacts/${index + 1}/consentement`,
          'ce contact n’a pas donné son accord : ses coordonnées ne paraîtront dans aucun livrable.',
          'Recueillez son accord et écrivez « consentement: true », ou retirez ses coordonnées.',
        );
};
