/** What a careful study may well write, and no rule of coherence holds against it: the money of a scenario. */
import { describe, expect, it } from 'vitest';
import { aideInegale, origineDuFinanceur } from '../../../src/analysis/coherence/regles/financement/financeurs.js';
import { RECETTES } from '../../../src/analysis/coherence/regles/financement/recettes.js';
import { amortissementHorsReference } from '../../../src/analysis/coherence/regles/financement/regles-d-aide.js';
import { partsDuGroupe } from '../../../src/analysis/coherence/regles/moyens/lignes.js';
import { categorieDifferente, quotiteEcrite } from '../../../src/analysis/coherence/regles/moyens/postes.js';
import { statutDuPorteur } from '../../../src/analysis/coherence/regles/realisation/porteurs.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { acteur, etude } from '../small-study.js';
import { aide, avec, duMode, poste, projet, reunion, tells } from './told.js';

describe('money of a scenario', () => {
  it('aids that their ceilings hold under what they pay for', () => {
    const twice = RECETTES.find(({ code }) => code === 'depense-aidee-deux-fois');
    if (!twice) throw new Error('a rule expected');
    const deux = (plafond: number) =>
      avec({ financements: ['x', 'y'].map((id) => ({ ...aide, id, libelle: id, taux: 0.8, plafond })) });
    // Half a post at 40 000 €: two aids of 5 000 € pay half of it.
    expect(tells(twice, [deux(5000), deux(16000)])).toEqual([0, 1]);
  });

  it('an aid has a rate for the communes and another for the associations, one for the posts and another for the works', () => {
    const sous = (...others: object[]) =>
      etudeAvecScenarios([
        scenario('a', { financements: [{ ...aide, reference: 'r', taux: 0.5 }] }),
        ...others.map((one, i) => scenario(`b${i}`, one)),
      ]);
    const autre = (rest: object) => [{ ...aide, reference: 'r', taux: 0.4, ...rest }];
    expect(
      tells(aideInegale, [
        sous({ porteur: 'mare', financements: autre({}) }),
        sous({ financements: autre({ assiette: ['materiel'] }) }),
        sous({ financements: autre({}) }),
      ]),
    ).toEqual([0, 0, 1]);
  });

  it('a semi-public company gives what may be called public, or private', () => {
    const projets = (origine: string, type: string) => ({
      ...etude(),
      acteurs: [acteur('x', { type } as object)],
      projets: [projet('p', { financements: [{ financeur: 'X', acteur: 'x', origine, prevu: 10 }] })],
    });
    expect(
      tells(origineDuFinanceur, [
        projets('public', 'sem'),
        projets('prive', 'sem'),
        projets('prive', 'fondation'),
        projets('public', 'entreprise'),
      ]),
    ).toEqual([0, 0, 0, 1]);
    const porteur = (type: string, statut: string) => ({
      ...etude(),
      acteurs: [acteur('x', { type } as object)],
      projets: [projet('p', { porteur: { acteur: 'x', designation: 'X', statut } })],
    });
    expect(
      tells(statutDuPorteur, [porteur('sem', 'public'), porteur('sem', 'prive'), porteur('scic', 'public')]),
    ).toEqual([0, 0, 1]);
  });

  it('two conventions of one member make its share together', () => {
    const source = { id: 'part', nature: 'participation', libelle: 'P', statut: 'pressenti', probabilite: 1 };
    const parts = (...montants: number[]) =>
      duMode(
        {
          conventions: montants.map((montant) => ({
            partenaire: 'mare',
            objet: 'O',
            sens: 'recu',
            financement: 'part',
            montant,
          })),
        },
        {
          financements: [
            {
              ...source,
              montant: 1000,
              groupe: [
                { acteur: 'mare', part: 0.6 },
                { acteur: 'region', part: 0.4 },
              ],
            },
          ],
        },
      );
    expect(tells(partsDuGroupe, [parts(600), parts(200, 400), parts(600, 400)])).toEqual([0, 0, 1]);
  });

  it('goods of little value are written off in a year, and durations are written with their unit', () => {
    const bien = (amortissement: number, valeurs: object) =>
      avec(
        {
          moyens: {
            humains: [poste],
            materiels: [{ id: 'm', libelle: 'M', porteur: 'cdc', cout: 100, annee: 1, amortissement, reference: 'r' }],
          },
        },
        { references: [{ id: 'r', theme: 'finances', titre: 'Durées d’amortissement', valeurs }] },
      );
    expect(
      tells(amortissementHorsReference, [
        bien(1, { bureau: '5-10' }),
        bien(3, { vehicule: 5, informatique: '3 ans' }),
        bien(4, { vehicule: '4 à 7 ans' }),
        bien(3, { bureau: '5-10' }),
      ]),
    ).toEqual([0, 0, 0, 1]);
  });

  it('categories of a grid are several, and a part that is financed is no quota', () => {
    const grille = (titre: string) =>
      avec(
        { moyens: { humains: [{ ...poste, categorie: 'C', reference: 'r' }] } },
        { references: [{ id: 'r', theme: 'couts', titre }] },
      );
    expect(
      tells(categorieDifferente, [
        grille('Coûts des catégories A, B et C'),
        grille('Coût d’un agent de catégorie B/C'),
        grille('Catégorie A'),
        grille('Coût d’un agent de catégorie A ou de catégorie C'),
        grille('Coûts des catégories A et B'),
      ]),
    ).toEqual([0, 0, 0, 0, 1]);
    const article = (text: string, rest: object = {}) => duMode({ deliberation: { articles: [text], ...rest } });
    expect(
      tells(quotiteEcrite, [
        article('Un poste est créé, financé à 80 % par la Région.'),
        article('Le poste créé est aidé à 60 %.'),
        article('Un emploi est créé à 50 %.'),
        article('Un emploi d’animateur est créé, à 80 % sur le budget annexe.'),
        article('L’emploi d’animateur créé est affecté à 80 % à la halte.'),
        article('Un emploi de batelier est créé, à 80 %.'),
        article('Un emploi d’animateur est créé, et la quotité de 80 % demandée par la règle est tenue.'),
        article('Un emploi d’animateur est créé, à 80 %.'),
        article('Un emploi d’animatrice est créé à une quotité de 80 %, ouvert aux contractuels.'),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
    // The field says what is created, and the sentence beside it creates no other.
    const emplois = (quotite: number, id = 'poste') => ({ emplois: [{ poste: id, quotite }] });
    expect(
      tells(quotiteEcrite, [
        article('Un emploi d’animateur est créé, à 80 %.', emplois(0.5)),
        article('Un emploi d’animateur est créé, à 50 %.', emplois(0.5)),
        article('Un emploi est créé.', emplois(0.505)),
        article('Un emploi est créé.', emplois(0.8, 'inconnu')),
        article('Un emploi est créé.', emplois(0.51)),
        {
          ...article('Rien.'),
          reunions: [
            reunion('r', '2024-01-01', { decisions: [{ texte: 'Il est créé.', ...emplois(0.8) }] }),
            reunion('s', '2024-02-01', { etat: 'prevue', decisions: [{ texte: 'Il est créé.', ...emplois(0.8) }] }),
          ],
        },
      ]),
    ).toEqual([1, 0, 0, 0, 1, 1]);
  });
});
