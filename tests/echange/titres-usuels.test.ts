/** Headings that people write in their lists: each leads to the field that it means in that inventory, whatever it means in another. */
import { describe, expect, it } from 'vitest';
import { champsALire } from '../../src/echange/champs.js';
import { trouverEntete } from '../../src/echange/entete.js';
import { LISTES } from '../../src/echange/inventaire.js';
import { titresUsuels } from '../../src/echange/titres/titres-usuels.js';

const champDe = (collection: string, titre: string): string | undefined =>
  trouverEntete([{ numero: 1, cellules: [titre, 'Qqqwxz'], etalees: new Set() }], champsALire(collection, []), {})
    ?.colonnes[0]?.champ?.cle;

describe('usual headings', () => {
  it.each([
    ['acteurs', 'Qui', 'nom'],
    ['actions', 'Qui ?', 'porteur'],
    ['besoins', 'Pour qui ?', 'public'],
    ['outils', 'Qui', 'detenteur'],
    ['projets', 'Porteur', 'porteur.designation'],
    ['acteurs', 'Date RDV', 'engagement_date'],
    ['participation', 'Date RDV', 'date'],
    ['acteurs', 'Premier contact', 'contact_date'],
    ['acteurs', 'Tél. portable', 'contacts.1.telephone'],
    ['acteurs', 'Domaine d’intervention', 'domaines'],
    ['actions', 'Où ?', 'communes'],
    ['participation', 'Où', 'lieu'],
    ['participation', 'Nb participants', 'participants_total'],
    ['experiences', 'Nombre d’habitants', 'territoire.population'],
    ['outils', 'Prix d’achat (€)', 'cout.investissement'],
    ['actions', 'Difficultés rencontrées', 'freins'],
    ['sources', 'Éditeur', 'auteur'],
    ['actions', 'Statut de l’action', 'statut'],
    ['actions', 'Descriptif de l’action', 'description'],
    ['acteurs', 'Type structure', 'type'],
    ['participation', 'Date réunion', 'date'],
    ['acteurs', 'Nom / raison sociale', 'nom'],
    ['besoins', 'Besoins et attentes', 'libelle'],
    ['experiences', 'Enseignements', 'lecon'],
    ['outils', 'Faiblesses', 'inconvenients'],
  ])('%s, « %s » → %s', (collection, titre, cle) => expect(champDe(collection, titre)).toBe(cle));

  it.each([
    ['acteurs', 'N°'],
    ['acteurs', 'Code postal'],
    ['acteurs', 'Prénom'],
    ['besoins', 'Réponse existante'],
    ['actions', 'Résultats attendus'],
    ['actions', 'Nature de l’action'],
    ['actions', 'Objectifs de l’action'],
  ])('%s, « %s » is left to who knows', (collection, titre) => expect(champDe(collection, titre)).toBeUndefined());

  it('each leads to its own field', () => {
    const wrong = LISTES.flatMap((collection) =>
      champsALire(collection, []).flatMap(({ cle }) =>
        titresUsuels(collection, cle)
          .map((titre) => ({ collection, titre, cle, lu: champDe(collection, titre) }))
          .filter(({ lu }) => lu !== cle),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
