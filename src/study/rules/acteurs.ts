/** Actors: those that nothing names, and those whose contacts will not be published. */
import { compte, enumererPremiers } from '../../texte/accords.js';
import { parOrdreFrancais } from '../../texte/ordre.js';
import type { Rule } from './rule.js';
import { referencesTo } from './walk.js';

/** Told one by one; beyond, together. */
const DETAILLES = 5;
/** Names that a message gives before it counts the others. */
const NOMMES = 20;

export const acteurIsole: Rule = (study, report) => {
  const named = new Set<string>();
  for (const { id, path } of referencesTo(study, 'acteurs')) if (!path.startsWith(`acteurs/${id}/`)) named.add(id);
  const isolated = study.acteurs.filter(
    ({ id, liens, cite_au_contrat }) => !named.has(id) && !liens?.length && !cite_au_contrat,
  );
  const aide = 'Ajoutez leurs liens (« liens »), nommez-les dans une action ou un outil, ou retirez les fiches.';
  if (isolated.length > DETAILLES) {
    const noms = isolated.map(({ sigle, nom }) => sigle ?? nom).sort(parOrdreFrancais);
    const sens = 'ni lien, ni action, ni outil, ni scénario, ni réunion ne les nomme';
    report(
      'acteur-isole',
      'acteurs',
      `rien ne relie ${compte(noms.length, 'acteur')} au reste de l’étude (${sens}) : ${enumererPremiers(noms, NOMMES)}.`,
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

/** Contacts told one by one; beyond, together. */
const CONTACTS_UN_A_UN = 3;

export const contactSansConsentement: Rule = ({ acteurs }, report) => {
  const silent = acteurs.flatMap(({ id, sigle, nom, contacts }) =>
    (contacts ?? []).flatMap(({ consentement }, index) =>
      consentement ? [] : [{ nom: sigle ?? nom, chemin: `acteurs/${id}/contacts/${index + 1}/consentement` }],
    ),
  );
  const holders = [...new Set(silent.map(({ nom }) => nom))];
  // A list taken from a spreadsheet has no consent at all: one message says it once.
  if (silent.length > CONTACTS_UN_A_UN) {
    report(
      'contact-sans-consentement',
      'acteurs',
      `${compte(silent.length, 'contact')} de ${compte(holders.length, 'acteur')} n’ont pas donné leur accord : leurs coordonnées ne paraîtront dans aucun livrable (${enumererPremiers(holders, 6)}).`,
      'Recueillez leur accord et écrivez « consentement: true », ou retirez leurs coordonnées.',
    );
    return;
  }
  for (const { chemin } of silent)
    report(
      'contact-sans-consentement',
      chemin,
      'ce contact n’a pas donné son accord : ses coordonnées ne paraîtront dans aucun livrable.',
      'Recueillez son accord et écrivez « consentement: true », ou retirez ses coordonnées.',
    );
};
