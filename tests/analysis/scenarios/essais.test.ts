/** A trial lighter than its scenario: put to work, never compared. */
import { describe, expect, it } from 'vitest';
import { nombreDeScenarios } from '../../../src/analysis/chiffres/scenarios.js';
import { contradictionsDe } from '../../../src/analysis/coherence/index.js';
import { analyserConformite } from '../../../src/analysis/conformite/index.js';
import { connuAu } from '../../../src/analysis/contexte.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import { LACKS } from '../../../src/documents/lacks.js';
import { scenariosComptes } from '../../../src/study/contrat.js';
import { referencePerimee } from '../../../src/study/rules/temps.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

const essai = scenario('essai', {
  titre: 'Un essai',
  essai_de: 'a',
  duree_annees: 1,
  moyens: { humains: [{ id: 'poste', profil: 'Animateur', porteur: 'cdc', etp: 0.1, cout_annuel: 40_000 }] },
});
const etude = (described: string, chosen: string): Study => ({
  ...etudeAvecScenarios([scenario('a'), scenario('b'), essai]),
  mode_operatoire: { scenario: described, decision: 'choix', parcours: [] },
  reunions: [
    {
      id: 'choix',
      type: 'copil',
      phase: 'Choix',
      date: '2018-01-10',
      etat: 'tenue',
      ordre_du_jour: [],
      decisions: [{ objet: 'Choix', texte: 'Le choix est fait.', scenario: chosen, statut: 'valide' }],
    },
  ],
});
const codes = (study: Study): string[] => contradictionsDe(study).map(({ regle }) => regle.code);

describe('a trial lighter than its scenario', () => {
  it('is costed apart from those that are compared', () => {
    const study = etude('essai', 'a');
    const { scenarios, essais } = analyserScenarios(study);
    expect(scenarios.map(({ chiffrage }) => chiffrage.scenario.id)).toEqual(['a', 'b']);
    expect(essais.map(({ chiffrage }) => [chiffrage.scenario.id, chiffrage.coutTotal])).toEqual([['essai', 4000]]);
    expect(scenariosComptes(study, undefined)).toBe(2);
    expect(connuAu(study, '2018-02-15').scenarios().essais).toHaveLength(1);
  });

  it('is what the mode opératoire describes once the scenario that it tries is retained, and no other', () => {
    const lack = LACKS['mode-operatoire'];
    expect(lack(etude('essai', 'a'), {})).toBeNull();
    expect(codes(etude('essai', 'a'))).not.toContain('scenario-non-retenu');
    expect(codes(etude('essai', 'a'))).not.toContain('decision-sans-choix');
    expect(lack(etude('essai', 'b'), {})?.code).toBe('decision-attendue');
    expect(codes(etude('essai', 'b'))).toContain('scenario-non-retenu');
  });

  it('is not counted where scenarios are', () => {
    const exigence = (regle: 'viabilite-mesuree' | 'partenaires-listes' | 'moyens-recenses') => ({
      id: regle,
      ref: 'art. 1',
      phase: 'Choix',
      texte: 'Chaque scénario',
      livrable: 'scenarios',
      regle,
    });
    const whole = etude('essai', 'a');
    const study: Study = {
      ...whole,
      contrat: {
        nom: 'Cahier des charges',
        exigences: [exigence('viabilite-mesuree'), exigence('partenaires-listes'), exigence('moyens-recenses')],
      },
    };
    const { etude: known, diagnostic } = connuAu(study, '2018-02-15');
    const motifs = analyserConformite(known, diagnostic(), 'scenarios').exigences.map(({ motif }) => motif);
    expect(motifs).toHaveLength(3);
    for (const motif of motifs) expect(motif).toMatch(/sur 2\b/);
    expect(nombreDeScenarios(study).map(({ valeur }) => valeur)).toEqual([2]);
  });

  it('is not set beside what is compared, and is told when it is chosen', () => {
    const study = etude('essai', 'a');
    const beside = contradictionsDe(study).filter(
      ({ chemin, contre }) =>
        [chemin, ...contre].some((path) => path.startsWith('scenarios/essai')) &&
        [chemin, ...contre].some((path) => /^scenarios\/[ab]\b/.test(path)),
    );
    expect(beside).toEqual([]);
    expect(codes(study)).not.toContain('essai-choisi');
    expect(codes(etude('essai', 'essai'))).toContain('essai-choisi');
  });

  it('speaks of rules at the day of the mode opératoire', () => {
    const [aide] = essai.financements;
    const study = (id: string): Study => ({
      ...etude('essai', 'a'),
      etude: {
        ...etude('essai', 'a').etude,
        livrables: [
          { id: 'scenarios', titre: 'S', date: '2018-01-10' },
          { id: 'mode-operatoire', titre: 'M', date: '2018-02-10' },
        ],
      },
      scenarios: [
        scenario('a'),
        {
          ...scenario(id),
          essai_de: id === 'essai' ? 'a' : undefined,
          financements: [{ ...aide, reference: 'regle' }],
        },
      ] as Study['scenarios'],
      references: [{ id: 'regle', theme: 'argent', titre: 'Barème', regle: 'Un barème.', applicable_du: '2018-02-01' }],
    });
    const told = (one: Study): string[] => {
      const found: string[] = [];
      referencePerimee(one, (_, path) => found.push(path));
      return found;
    };
    expect(told(study('essai'))).toEqual([]);
    expect(told(study('c'))).toEqual(['scenarios/c/financements/aide/reference']);
  });
});
