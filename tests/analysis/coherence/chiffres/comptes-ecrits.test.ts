/** What a sentence counts of the study, at its limits: all of them, a part of them, what the contract asks. */
import { describe, expect, it } from 'vitest';
import { COMPTES_ECRITS, comptesFaux } from '../../../../src/analysis/coherence/regles/chiffres/comptes-ecrits.js';
import { duMode, tache, told } from '../told.js';

const [regle] = COMPTES_ECRITS;

describe('a count in a sentence', () => {
  it('cannot be more than there are, whatever follows', () => {
    expect(comptesFaux('Suivre les cinq projets en cours', 'projets', 4)).toEqual([5]);
    expect(comptesFaux('Suivre les 12 besoins', 'besoins', 4)).toEqual([12]);
    expect(comptesFaux('Acheter les vélos des cinq projets', 'projets', 2)).toEqual([5]);
    expect(comptesFaux('Suivre les cinq projets', 'projets', 5)).toEqual([]);
  });

  it('may be a part of them, unless it is all that is said of four or more', () => {
    expect(comptesFaux('Finir les deux projets en cours.', 'projets', 5)).toEqual([]);
    expect(comptesFaux('Finir les quatre projets en cours.', 'projets', 5)).toEqual([]);
    expect(comptesFaux('Finir les quatre projets.', 'projets', 5)).toEqual([4]);
    expect(comptesFaux('Finir les trois projets.', 'projets', 5)).toEqual([]);
    expect(comptesFaux('Fiches des quatre projets accompagnés', 'projets', 5)).toEqual([4]);
  });

  it('of those set aside, or of another study, is of none of them', () => {
    for (const texte of [
      'Les huit projets écartés ont reçu un avis.',
      'Les douze projets candidats ont été notés.',
      'Les dix projets de la suite étendue seraient choisis plus tard.',
      'Les six projets de départ ont été ramenés à trois.',
      'Les quarante projets de l’étude voisine.',
    ])
      expect(comptesFaux(texte, 'projets', 5), texte).toEqual([]);
    expect(comptesFaux('Les huit projets de l’étude.', 'projets', 5)).toEqual([8]);
    expect(comptesFaux('Les huit projets retenus.', 'projets', 5)).toEqual([8]);
  });

  it('is one of what is named, after an article', () => {
    expect(comptesFaux('Les porteurs des projets, cinq projets par an, les cinq communes', 'projets', 4)).toEqual([]);
    expect(comptesFaux('les vingt et un projets', 'projets', 4)).toEqual([]);
  });
});

describe('the rule', () => {
  const study = (label: string, rest: object = {}) => ({
    ...duMode({ taches: [{ ...tache('suivre', '2018-01-02', '2018-01-03'), libelle: label }] }),
    projets: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
    ...rest,
  });

  it('tells the sentence and what it counts', () => {
    expect(told(regle, study('Suivre les cinq projets'))).toEqual([
      'mode_operatoire/taches/suivre/libelle / projets/a',
    ]);
    expect(told(regle, study('Suivre les quatre projets'))).toEqual([]);
  });

  it('admits the number that the contract asks for, and says nothing where nothing is written yet', () => {
    const contrat = { exigences: [{ id: 'x', texte: 'T', regle: 'nombre-projets', attendu: { min: 4, max: 6 } }] };
    expect(told(regle, study('Suivre les cinq projets', { contrat }))).toEqual([]);
    expect(told(regle, study('Suivre les sept projets', { contrat }))).toHaveLength(1);
    expect(told(regle, study('Suivre les cinq projets', { projets: [] }))).toEqual([]);
  });

  it('is that of the experimentation where the mode opératoire says whom it accompanies', () => {
    const dit = (resume: string, nombre_projets: number | undefined = 3) =>
      told(
        regle,
        duMode(
          { resume, experimentation: { debut: '2018-09', fin: '2019-08', nombre_projets } },
          {},
          { projets: [{ id: 'p', titre: 'P', objectifs: [] }] },
        ),
      ).length;
    expect(dit('Le réseau accompagne trois projets.')).toBe(0);
    expect(dit('Le réseau accompagne huit projets.')).toBe(1);
    expect(dit('Le réseau accompagne huit projets par an.')).toBe(0);
    expect(dit('Le réseau accompagne un projet.')).toBe(0);
  });
});
