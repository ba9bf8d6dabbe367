/** Two entries of a collection under the same name: most often the same one, entered twice. */
import { identifiant } from '../../texte/identifiant.js';
import type { Rule } from './rule.js';

export const nomEnDouble: Rule = (study, report) => {
  const named = (collection: string, key: string, entries: readonly { id: string; nom: string }[]): void => {
    const first = new Map<string, string>();
    for (const { id, nom } of entries) {
      const known = first.get(identifiant(nom));
      if (known === undefined) first.set(identifiant(nom), id);
      else
        report(
          'nom-en-double',
          `${collection}/${id}/${key}`,
          `« ${nom} » est déjà le nom de « ${known} » dans le même inventaire.`,
          'Réunissez les deux fiches, ou précisez le nom de l’une.',
        );
    }
  };
  for (const mots of ['publics', 'domaines', 'fonctions', 'modalites'] as const)
    named(
      `etude/${mots}`,
      'libelle',
      (study.etude[mots] ?? []).map(({ id, libelle }) => ({ id, nom: libelle })),
    );
  named('acteurs', 'nom', study.acteurs);
  named('outils', 'nom', study.outils);
  named('experiences', 'nom', study.experiences);
  named(
    'besoins',
    'libelle',
    study.besoins.map(({ id, libelle, public: p }) => ({ id, nom: `${libelle} (${p})` })),
  );
  named(
    'actions',
    'titre',
    study.actions.map(({ id, titre }) => ({ id, nom: titre })),
  );
  named(
    'projets',
    'titre',
    study.projets.map(({ id, titre }) => ({ id, nom: titre })),
  );
  named(
    'scenarios',
    'titre',
    study.scenarios.map(({ id, titre }) => ({ id, nom: titre })),
  );
};
