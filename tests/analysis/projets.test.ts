/** Projects: follow-up of each, what the set lacks, and an evaluation that says what was not measured. */
import { describe, expect, it } from 'vitest';
import { analyserBilan } from '../../src/analysis/projets/bilan.js';
import { analyserProjet, analyserProjets, suivre } from '../../src/analysis/projets/projets.js';
import type { Projet } from '../../src/study/types.gen.js';
import { etude, outil } from './small-study.js';

const projet = (id: string, rest: Partial<Projet> = {}): Projet => ({
  id,
  titre: `Projet ${id}`,
  porteur: { designation: 'Une commune', statut: 'public' },
  domaines: ['eau'],
  publics: ['ecoles'],
  contexte: 'Contexte.',
  objectifs: ['Objectif'],
  ...rest,
});
const note = (n: 1 | 2 | 3 | 4 | 5) => ({ note: n, commentaire: 'Parce que.' });

describe('a measure on its way to its target', () => {
  it('counts from its first value, or down from a ceiling, and keeps what was not measured apart', () => {
    const mesures = [
      { date: '2019-08', valeur: 15 },
      { date: '2019-02', valeur: 12 },
    ];
    expect(suivre({ libelle: 'x', unite: 'u', initial: 10, cible: 20, mesures })).toMatchObject({
      valeur: 15,
      date: '2019-08',
      part: 0.5,
      atteint: false,
    });
    expect(
      suivre({ libelle: 'x', unite: 'jours', sens: 'min', cible: 5, mesures: [{ date: '2019', valeur: 4 }] }),
    ).toMatchObject({
      part: 1.25,
      atteint: true,
    });
    expect(suivre({ libelle: 'x', unite: 'u', cible: 5 })).toMatchObject({ valeur: null, part: null, atteint: null });
  });
});

describe('a project', () => {
  it('sets what was foreseen beside what happened, and leaves the unknown unknown', () => {
    const found = analyserProjet(
      projet('a', {
        accompagnement: {
          jours_prevus: 10,
          jours_realises: 12,
          demande_recue: '2018-09-12',
          premiere_reponse: '2018-09-17',
        },
        partenaires: [{ acteur: 'm', apport: 'Conseil', jours_prevus: 3 }],
        budget: [
          { poste: 'A', prevu: { min: 1, mode: 100, max: 200 }, realise: 90 },
          { poste: 'B', prevu: 50 },
        ],
        calendrier: [
          { etape: 'x', debut: '2018-11', fin: '2019-01', fin_reelle: '2019-05' },
          { etape: 'y', debut: '2018-11', fin: '2019-01', fin_reelle: '2018-12' },
        ],
      }),
    );
    expect(found.jours).toEqual({ prevu: 10, realise: 12 });
    expect(found.joursPartenaires).toEqual({ prevu: 3, realise: null });
    expect(found.budget).toEqual({ prevu: 150, realise: 90 });
    expect(found.delaiReponse).toBe(5);
    expect(found.retardMois).toBe(4);
  });
});

describe('the set of projects', () => {
  const cinq = (statut: 'public' | 'prive') =>
    ['a', 'b', 'c', 'd', 'e'].map((id) => projet(id, { porteur: { designation: 'X', statut } }));

  it('says what it lacks: projects, bearers, domains, publics', () => {
    expect(analyserProjets(etude({ projets: [projet('a')] })).manques).toEqual([
      '4 projets manquent : 5 sont attendus.',
      'Aucun projet n’a de porteur privé.',
      'Aucun projet ne sert « Air ».',
      'Aucun projet ne touche « Familles ».',
    ]);
    expect(analyserProjets(etude({ projets: cinq('prive') })).manques).toContain('Aucun projet n’a de porteur public.');
  });

  it('lacks nothing when it meets the contract', () => {
    const projets = cinq('public').map((p, i) =>
      i === 0
        ? { ...p, porteur: { designation: 'Y', statut: 'prive' as const }, domaines: ['air'], publics: ['familles'] }
        : p,
    );
    expect(analyserProjets(etude({ projets })).manques).toEqual([]);
  });
});

describe('the evaluation report', () => {
  const study = etude({
    outils: [outil('malle')],
    projets: [
      projet('a', {
        accompagnement: { jours_prevus: 10, jours_realises: 13 },
        outils: [{ outil: 'malle', ajustement: 'Une seconde malle.' }],
        evaluation: { pertinence: note(4), efficience: note(2) },
        temoignages: [{ qualite: 'Élue', texte: 'Bien.' }],
      }),
      projet('b', {
        accompagnement: { jours_prevus: 10 },
        indicateurs: [{ libelle: 'Arbres', unite: 'arbres', cible: 10 }],
        evaluation: { pertinence: note(5), efficience: note(4) },
      }),
    ],
  });
  const found = analyserBilan(study);

  it('averages the notes of what was noted', () => {
    expect(found.criteres.find(({ id }) => id === 'pertinence')?.moyenne).toBe(4.5);
    expect(found.criteres.find(({ id }) => id === 'effets')?.moyenne).toBeNull();
  });

  it('compares only projects where what happened is known', () => {
    expect(found.ecarts[0]).toMatchObject({ prevu: 10, realise: 13, inconnus: 1 });
    expect(found.ecarts[0]?.ecart).toBeCloseTo(0.3, 10);
  });

  it('recommends on measures that cross a threshold, each with its figures', () => {
    const texts = found.recommandations.map(({ texte, appui }) => `${texte} ${appui}`);
    expect(texts).toEqual([
      expect.stringMatching(/« efficience ».*« Projet a ».*3 sur 5/),
      expect.stringMatching(/jours d’agent.*13 jours pour 10 prévus/),
      expect.stringMatching(/ajustements.*1 outil/),
    ]);
  });

  it('says what was not measured', () => {
    const text = found.manquesMesures.join(' ');
    expect(text).toContain('« Arbres » (Projet b)');
    expect(text).toContain('Critère « effets » non noté pour « Projet a » et « Projet b ».');
    expect(text).toContain('Jours d’agent : inconnu pour 1 projet.');
  });
});
