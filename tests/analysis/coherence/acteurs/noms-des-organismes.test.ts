/** Names beside the actor to which a line refers, and decisions in words: what is left to the author. */
import { expect, it } from 'vitest';
import {
  financeEtPaye,
  nomDUnAutre,
  presentDeuxFois,
} from '../../../../src/analysis/coherence/regles/acteurs/noms-des-organismes.js';
import { texteDeLaDecision } from '../../../../src/analysis/coherence/regles/decisions/textes-des-decisions.js';
import { acteur, etude } from '../../small-study.js';
import { aide, avec, reunion, tells } from '../told.js';

const acteurs = [
  acteur('haut', { nom: 'Communauté de communes du Haut-Pays', sigle: 'CCHP' }),
  acteur('bas', { nom: 'Communauté de communes du Bas-Pays' }),
  acteur('dep', { nom: 'Conseil départemental du Nord-Ouest' }),
];
const presents = (...list: object[]) => ({
  ...etude(),
  acteurs,
  reunions: [reunion('r', '2018-01-10', { presents: list })],
});
const present = (organisme: string, id: string) => ({ organisme, acteur: id });

it('a line may name its actor in its own words, never by the name of another', () => {
  expect(
    tells(nomDUnAutre, [
      presents(present('Haut-Pays, élus', 'haut')),
      presents(present('CCHP', 'haut')),
      presents(present('Les élus', 'haut')),
      presents(present('Conseil départemental', 'dep')),
      presents(present('Conseil départemental', 'haut')),
      presents(present('CCHP', 'dep')),
      // Both share a word of their own: which is meant is not known.
      presents(present('Communauté du Pays', 'bas')),
    ]),
  ).toEqual([0, 0, 0, 0, 1, 1, 0]);
});

it('the elected and the staff of a body may be two lines', () => {
  expect(
    tells(presentDeuxFois, [
      presents(present('CCHP, élus', 'haut'), present('CCHP, techniciens', 'haut')),
      presents(present('CCHP', 'haut'), present('Communauté de communes du Haut-Pays', 'haut')),
      presents(present('CCHP', 'haut'), present('Bas-Pays', 'bas')),
    ]),
  ).toEqual([0, 1, 0]);
});

it('who pays may give days, and be paid for none', () => {
  const du = (share: number, rest: object = {}) =>
    avec({
      partenaires: [{ acteur: 'mare', role: 'operateur', jours_an: 10, jours_finances: share, ...rest }],
      financements: [{ ...aide, financeur: 'mare' }],
    });
  expect(tells(financeEtPaye, [du(0.5), du(0), du(0.5, { poste: 'p' })])).toEqual([1, 0, 0]);
});

it('a decision in words names what it retains, or nothing', () => {
  const dit = (texte: string, rest: object = {}) => ({
    ...etude(),
    scenarios: [
      { id: 'a', titre: 'Un réseau animé', titre_court: 'Réseau' },
      { id: 'b', titre: 'Le relais' },
    ],
    reunions: [
      reunion('r', '2018-01-10', { decisions: [{ objet: 'Choix', texte, statut: 'valide', scenario: 'a', ...rest }] }),
    ],
  });
  expect(
    tells(texteDeLaDecision, [
      dit('Le réseau animé est retenu.'),
      dit('Le réseau est retenu plutôt que le relais.'),
      dit('Le premier scénario est retenu.'),
      dit('Le relais est retenu.'),
      dit('La demande d’extension est rejetée.', { scenario: undefined }),
      dit('Les deux projets sont retenus, un troisième est refusé.', { scenario: undefined, projets: ['x', 'y'] }),
      dit('Cinq projets sont retenus.', { scenario: undefined, projets: ['x', 'y'] }),
    ]),
  ).toEqual([0, 0, 0, 1, 0, 0, 1]);
});
