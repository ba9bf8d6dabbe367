/** What sentences count and date of the participation, the need that they put first, the publics, the loans and the trial: those that are false are told, those that are true or of a part are not. */
import { describe, expect, it } from 'vitest';
import { besoinsCites } from '../../../../src/analysis/coherence/ecrits/diagnostic/besoins-cites.js';
import { groupesEcrits } from '../../../../src/analysis/coherence/ecrits/diagnostic/groupes.js';
import { tempsDuRecueil } from '../../../../src/analysis/coherence/ecrits/diagnostic/temps-du-recueil.js';
import { dureesEcrites } from '../../../../src/analysis/coherence/ecrits/durees.js';
import { mesuresEcrites } from '../../../../src/analysis/coherence/ecrits/mesures.js';
import { partsEcrites } from '../../../../src/analysis/coherence/ecrits/parts.js';
import type { Study } from '../../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { acteur, besoin, etude, rencontre } from '../../small-study.js';
import { juge } from './juge.js';

const study = etude({
  participation: [
    rencontre('un', { date: '2017-04-11', participants: { ecoles: 40 } }),
    rencontre('deux', { date: '2017-04-18', participants: { ecoles: 30, familles: 12 } }),
    rencontre('trois', { date: '2017-05-02' }),
    rencontre('annulee', { date: '2017-04-25', etat: 'annulee' }),
    rencontre('forum', { type: 'forum', date: '2017-05-23' }),
    rencontre('entretiens', { type: 'entretien', date: '2017-03', nombre: 9 }),
  ],
  besoins: [
    besoin('soins', { libelle: 'Aller chez le médecin et le spécialiste', mentions: { atelier: 30 } }),
    besoin('courses', { libelle: 'Faire ses courses et aller au marché', mentions: { atelier: 12 } }),
    besoin('seul', { libelle: 'Être relayé le soir', public: 'familles', mentions: { atelier: 3 } }),
  ],
  acteurs: [
    acteur('a', { engagement: 'engage' }),
    ...['b', 'c', 'd'].map((id) => acteur(id, { engagement: 'volontaire' })),
    acteur('e', { engagement: 'contacte' }),
  ],
});

describe('a sentence on the participation', () => {
  it('counts its times, in all or in a month', () => {
    juge(
      tempsDuRecueil(study),
      'diagnostic',
      [
        'Quatre ateliers se sont tenus.',
        'Les deux ateliers ont eu lieu.',
        'Trois ateliers se sont tenus en avril 2017.',
        'Un atelier a eu lieu ; dix entretiens ont été menés.',
      ],
      [
        'Trois ateliers se sont tenus.',
        'Deux ateliers se sont tenus en avril 2017.',
        'Deux ateliers se sont tenus dans le bourg.',
        'Deux ateliers ont été organisés.',
        'Neuf entretiens ont été menés.',
        'Trois visites ont eu lieu.',
        'Quatre ateliers se sont tenus ailleurs.',
      ],
    );
    expect(tempsDuRecueil(study)('Quatre ateliers se sont tenus.', 'diagnostic')[0]?.dit).toBe(
      'le journal compte trois ateliers',
    );
  });

  it('gives its day to the only one of its kind', () => {
    juge(
      tempsDuRecueil(study),
      'diagnostic',
      ['Le forum s’est tenu le 13 mai 2017.', 'Le forum des bénévoles a eu lieu le 23 juin.'],
      [
        'Le forum s’est tenu le 23 mai 2017.',
        'Le forum a eu lieu le 23 mai.',
        // Of three, the day of none is that of « the » workshop.
        'L’atelier s’est tenu le 1er juin 2017.',
        'Le forum s’est-il tenu le 13 mai 2017 ?',
      ],
    );
    expect(tempsDuRecueil(study)('Le forum s’est tenu le 13 mai 2017.', 'bilan')).toEqual([]);
  });
});

it('the need that comes first is so among those of its public at least', () => {
  juge(
    besoinsCites(study),
    'diagnostic',
    [
      'Faire ses courses est le besoin le plus cité.',
      '« Faire ses courses et aller au marché » est le besoin qui pèse le plus.',
      'Aller chez le médecin est le besoin le moins cité.',
    ],
    [
      'Aller chez le médecin est le besoin le plus cité.',
      'Être relayé le soir est le besoin le plus cité.',
      'Prendre le train est le besoin le plus cité.',
    ],
  );
});

it('a public is counted and ranked by what was heard of it', () => {
  juge(
    groupesEcrits(study),
    'diagnostic',
    ['Les écoles expriment trois besoins.', 'Les familles sont le public le plus entendu.'],
    [
      'Les écoles expriment deux besoins.',
      // One of them is told here, the other elsewhere.
      'Les écoles ont un besoin.',
      'Les écoles sont le public le plus entendu.',
      'Les familles sont le public le moins représenté.',
    ],
  );
  juge(
    partsEcrites(study),
    'diagnostic',
    ['Cinq acteurs sont volontaires ou engagés.', 'Tous les besoins des familles sont couverts.'],
    ['Quatre acteurs sont volontaires ou engagés.', 'Aucun besoin des familles n’est couvert.'],
  );
  expect(partsEcrites(study)('Cinq acteurs sont volontaires ou engagés.', 'diagnostic')[0]?.dit).toContain('4 sur 5');
});

it('a loan and a trial are those of the study', () => {
  const pret = (montant: number) => ({
    id: 'pret',
    nature: 'emprunt' as const,
    montant,
    statut: 'acquis' as const,
    remboursement: { taux: 0.03, duree_annees: 5 },
  });
  const own = etudeAvecScenarios([
    scenario('a', { titre: 'La régie', financements: [pret(20000)] }),
    scenario('b', { titre: 'Le relais', financements: [] }),
  ]);
  juge(
    mesuresEcrites(own),
    'scenarios',
    ['La régie emprunte 18 000 €.'],
    ['La régie emprunte 20 000 €.', 'Le relais emprunte 18 000 €.', 'La régie emprunte 18 000 € de moins.'],
  );
  const tried = {
    ...own,
    mode_operatoire: { scenario: 'a', parcours: [], experimentation: { debut: '2025-07-01', fin: '2026-03-31' } },
  } as unknown as Study;
  juge(
    dureesEcrites(tried),
    'mode-operatoire',
    ['L’essai dure douze mois.', 'L’expérimentation a duré un an.'],
    ['L’essai dure neuf mois.', 'L’essai dure six mois à Bozouls.', 'L’essai d’une voiture dure deux mois.'],
  );
});
