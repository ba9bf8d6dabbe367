/** What is put to the vote: a group of drafts a decision, lettered once, from what the study says. */
import { describe, expect, it } from 'vitest';
import { resolutionsDe } from '../../../src/analysis/copil/resolutions.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { etude } from '../small-study.js';

type Reunion = Study['reunions'][number];
const reunion = (...ordre_du_jour: Reunion['ordre_du_jour']): Reunion => ({
  id: 'r',
  type: 'copil',
  phase: 'Phase',
  date: '2018-05-01',
  ordre_du_jour,
});
const titres = (study: Study, one: Reunion) =>
  resolutionsDe(study, one, null).map(({ point, projets }) => [point, projets.map(({ titre }) => titre)]);

describe('draft resolutions', () => {
  it('are a group for each decision asked, in the order of the agenda; points on one deliverable are one decision', () => {
    const one = reunion(
      { point: 'Information' },
      { point: 'Fiches', livrable: 'fiches-projets', decision_attendue: 'Valider.' },
      { point: 'Suites', livrable: 'bilan', decision_attendue: 'Dire la suite.' },
      { point: 'Réserves', livrable: 'bilan', decision_attendue: 'Les entendre.' },
    );
    const groups = resolutionsDe(etude(), one, null);
    expect(groups.map(({ point }) => point)).toEqual(['Fiches', 'Suites et Réserves']);
    expect(groups.flatMap(({ projets }) => projets.map(({ lettre }) => lettre)).join('')).toBe('ABCDEF');
    expect(titres(etude(), reunion({ point: 'Information' }))).toEqual([]);
  });

  it('give each way on that the evaluation describes, the proposed one first, with its conditions and its cost', () => {
    const study: Study = {
      ...etude(),
      evaluation: {
        evaluateur: { designation: 'Bureau' },
        echelle: [{ note: 1, sens: 'Rien.' }],
        suites: [
          { option: 'arreter', resume: 'Fermer.', cout: 1200, financement: [{ libelle: 'Nous', montant: 1200 }] },
          { option: 'etendre', resume: 'ouvrir partout', conditions: ['Un poste.', 'Une aide'], cout: 9000 },
          {
            option: 'continuer',
            resume: 'Reconduire.',
            proposee: true,
            cout: { min: 4000, mode: 5000, max: 7000 },
            financement: [
              { libelle: 'Région', montant: 3000, statut: 'sollicite' },
              { libelle: 'Nous', montant: 2000 },
            ],
          },
        ],
      },
    };
    const [group] = resolutionsDe(
      study,
      reunion({ point: 'Bilan', livrable: 'bilan', decision_attendue: 'Dire.' }),
      null,
    );
    expect(group?.projets.map(({ titre }) => titre)).toEqual([
      'Continuer (suite proposée)',
      'Étendre',
      'Arrêter',
      'Valider avec des réserves',
      'Ajourner',
    ]);
    expect(group?.projets[0]?.texte).toMatch(
      /Coût estimé : 5\s000\s€ \(4\s000 à 7\s000\) par an, que paieraient : Région \(3\s000\s€, sollicité\) ; Nous \(2\s000\s€\)\.$/u,
    );
    expect(group?.projets[1]?.texte).toContain(
      'propose d’étendre le dispositif, à ces conditions : un poste ; une aide. Contenu : ouvrir partout.',
    );
    // The body that votes the means decides of it; a committee proposes.
    const vote = reunion({ point: 'Bilan', livrable: 'bilan', decision_attendue: 'Dire.' });
    expect(resolutionsDe(study, { ...vote, type: 'deliberation' }, null)[0]?.projets[1]?.texte).toContain(
      'décide d’étendre le dispositif',
    );
    expect(group?.projets[1]?.texte).toMatch(/Coût estimé : 9\s000\s€ par an, sans plan de financement\.$/u);
    expect(group?.projets[2]?.texte).toMatch(
      /Coût estimé : 1\s200\s€, une fois, que paierait : Nous \(1\s200\s€\)\.$/u,
    );
  });

  it('let the committee retain any of the scenarios, however many, and launch or not a phase', () => {
    const study = etudeAvecScenarios(['a', 'b', 'c', 'd'].map((id) => scenario(id)));
    const one = reunion(
      { point: 'Choix', livrable: 'scenarios', decision_attendue: 'Choisir.' },
      { point: 'Tranche 2', lance: 'Tranche 2', decision_attendue: 'Lancer ou non.' },
    );
    const [choice, launch] = resolutionsDe(study, one, analyserScenarios(study));
    expect(choice?.projets).toHaveLength(5);
    for (const id of ['a', 'b', 'c', 'd'])
      expect(choice?.projets.map(({ texte }) => texte).join()).toContain(`Scénario ${id}`);
    expect(launch?.projets.map(({ texte }) => texte).slice(0, 2)).toEqual([
      'Le comité de pilotage décide de lancer « Tranche 2 ».',
      'Le comité de pilotage décide de ne pas lancer « Tranche 2 ».',
    ]);
  });

  it('name the projects between which a point chooses', () => {
    const base = etude();
    const projets = [
      { id: 'mare', titre: 'Une mare' },
      { id: 'four', titre: 'Un four' },
      { id: 'autre', titre: 'Un autre' },
    ];
    const study = { ...base, projets } as unknown as Study;
    const one = reunion({ point: 'Choix', projets: ['mare', 'four'], decision_attendue: 'Choisir.' });
    const [group] = resolutionsDe(study, one, null);
    expect(group?.projets.map(({ titre }) => titre)).toEqual([
      'Retenir ces projets',
      'En retenir d’autres',
      'Ajourner',
    ]);
    expect(group?.projets[0]?.texte).toBe('Le comité de pilotage retient « Une mare » et « Un four ».');
  });

  it('put nothing off to a meeting that nobody has planned, and ask for a mode opératoire where the study owes one', () => {
    const base = etudeAvecScenarios(['a', 'b'].map((id) => scenario(id)));
    const one = reunion(
      { point: 'Diagnostic', livrable: 'diagnostic', decision_attendue: 'Valider.' },
      { point: 'Choix', livrable: 'scenarios', decision_attendue: 'Choisir.' },
    );
    const next: Reunion = { ...one, id: 'suivante', date: '2018-09-01' };
    const owed = [{ id: 'mode-operatoire', titre: 'Mode', date: '2018-09-01' }];
    const texts = (reunions: Reunion[], livrables: typeof owed = []): string => {
      const study = { ...base, reunions: [one, ...reunions], etude: { ...base.etude, livrables } };
      return resolutionsDe(study, one, analyserScenarios(study))
        .flatMap(({ projets }) => projets.map(({ texte }) => texte))
        .join('\n');
    };
    expect(texts([])).not.toMatch(/prochaine|mode opératoire/);
    expect(texts([])).toContain('sous les réserves énoncées en séance, que la version suivante lèvera.');
    expect(texts([{ ...next, etat: 'annulee' }])).not.toContain('prochaine');
    expect(texts([{ ...next, type: 'deliberation' }])).not.toContain('prochaine');
    expect(texts([], owed)).toContain('Son mode opératoire est demandé.');
    for (const type of ['copil', 'bilan'] as const)
      expect(texts([{ ...next, type }], owed)).toContain('Son mode opératoire est demandé pour la prochaine réunion.');
  });

  it('make the engagement of a partner that a scenario cannot do without a condition of retaining it', () => {
    const acteur = (engagement: 'contacte' | 'engage') => ({
      id: 'h',
      nom: 'Hospice',
      type: 'association' as const,
      domaines: [],
      fonctions: [],
      publics: [],
      engagement,
    });
    const texts = (engagement: 'contacte' | 'engage'): string => {
      const partenaires = [{ acteur: 'h', role: 'operateur', essentiel: true }];
      const base = etudeAvecScenarios([scenario('a', { partenaires } as never), scenario('b')]);
      const study = { ...base, acteurs: [...base.acteurs, acteur(engagement)] };
      const one = reunion({ point: 'Choix', livrable: 'scenarios', decision_attendue: 'Choisir.' });
      return resolutionsDe(study, one, analyserScenarios(study))
        .flatMap(({ projets }) => projets.map(({ texte }) => texte))
        .join('\n');
    };
    expect(texts('contacte')).toContain('l’engagement de « Hospice »');
    expect(texts('engage')).not.toContain('l’engagement de');
  });

  it('agree whatever the gender of the committee: no pronoun stands for it', () => {
    const base = etude();
    const study = { ...base, etude: { ...base.etude, comite: { nom: 'Commission', en_phrase: 'la commission' } } };
    const one = reunion({ point: 'Diagnostic', livrable: 'diagnostic', decision_attendue: 'Valider.' });
    const texts = resolutionsDe(study, one, null).flatMap(({ projets }) => projets.map(({ texte }) => texte));
    expect(texts).toHaveLength(3);
    for (const text of texts) {
      expect(text).toMatch(/^La commission /);
      expect(text).not.toMatch(/\b(il|elle|le comité)\b/i);
    }
  });
});
