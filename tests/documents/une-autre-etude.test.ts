/** A study of another territory reads as its own: trials, publics, reserves and findings are those that it has, at the date at which a document speaks. */
import { expect, it } from 'vitest';
import { reserves } from '../../src/analysis/coherence/index.js';
import { connuAu } from '../../src/analysis/contexte.js';
import { loadDeliverable } from '../../src/documents/registry.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Study } from '../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';
import { textOf } from './tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');
const { mode_operatoire: mode, criteres } = study;
if (!mode || !criteres) throw new Error('a mode opératoire and criteria expected');

async function says(id: 'diagnostic' | 'scenarios' | 'mode-operatoire' | 'bilan', change: object): Promise<string> {
  const { compose } = await loadDeliverable(id);
  const { produced } = compose({ study: { ...study, ...change } as Study, theme, templates, options: {} });
  const [first] = produced;
  if (!first) throw new Error('a document expected');
  return textOf(first.tree).replace(/[\u00a0\u202f]/g, ' ');
}

it('names the trials that the study makes, and no other', async () => {
  const epreuves = [{ id: 'h', libelle: 'Les coûts montent', type: 'hausse-couts', valeur: 0.1 }];
  const text = await says('scenarios', { criteres: { ...criteres, viabilite: { ...criteres.viabilite, epreuves } } });
  expect(text).toContain('puis une épreuve : ce qui arrive si les coûts montent. Le');
  expect(text).not.toContain('une épreuve sur une');
  expect(text).toContain('la société coopérative est retenue. Motif : les usagers y siègent.');
});

it('says once what a diagnostic lacks: questions, experiences, people heard', async () => {
  const etude = { ...study.etude, questions: [] };
  const text = await says('diagnostic', { etude, experiences: [], participation: [] });
  expect(text).not.toContain('Questions pour la phase suivante');
  expect(text.split('la comparaison avec ce qui se fait ailleurs reste à faire')).toHaveLength(2);
  expect(text).not.toContain('Aucune expérience retenue');
  expect(text).not.toMatch(/Ce qui n’a pas été entendu, à connaître|public peu entendu/);
  expect(text).toMatch(/Réponse .+ : sur deux exigences, .+ réponse/);
  // Nothing is « other » than none, and one tool is not several.
  expect(text).toContain('n’est recensée ; deux actions, citées à part');
  expect(text).toContain('Un outil déjà en service');
});

it('speaks of those served first where a modality serves whoever comes, of one risk without a matrix, of tasks without lots', async () => {
  const scenarios = study.scenarios.map((one) => ({
    ...one,
    publics_prioritaires: ['aines'],
    modalites: one.modalites.map(({ publics: _, ...line }) => line),
  }));
  const [risque = { libelle: 'Le sol gèle', probabilite: 2, gravite: 2, parade: 'Attendre.' }] = mode.risques ?? [];
  const criteres_choix = ['Utilité pour tous', 'Maturité : prêt au printemps'];
  const text = await says('mode-operatoire', {
    scenarios,
    mode_operatoire: { ...mode, risques: [risque], experimentation: { ...mode.experimentation, criteres_choix } },
  });
  expect(text).toContain('Il s’adresse d’abord aux aînés.');
  expect(text).toContain('utilité pour tous ; maturité : prêt au printemps');
  expect(text).not.toContain('Où se placent les risques');
  expect(text).not.toContain('Toutes les tâches');
});

it('prints no reserve that rests on what happened after the date of a document', () => {
  const tache = { id: 't', libelle: 'Aménager', debut: '2024-05-02', fin: '2024-06-28', responsable: 'smb' };
  const condition = { libelle: 'Un atelier', etat: 'en-cours', tache: 't' };
  const found = (fin_reelle: string, date: string): string[] => {
    const told = {
      ...study,
      mode_operatoire: {
        ...mode,
        taches: [{ ...tache, fin_reelle }],
        conditions: { techniques: [condition], juridiques: [], financieres: [] },
      },
    } as unknown as Study;
    return reserves(told, 'mode-operatoire', connuAu(told, date)).flatMap(({ messages }) =>
      messages.filter((text) => text.includes('Un atelier')),
    );
  };
  expect(found('2024-07-12', '2024-06-15')).toEqual([]);
  expect(found('2024-06-10', '2024-06-15')).toHaveLength(1);
});

it('counts the findings that recommendations answer, and leaves the choice to who makes it', async () => {
  const evaluation = {
    evaluateur: { designation: 'Un bureau' },
    echelle: [{ note: 3, sens: 'Constaté' }],
    recommandations: [{ id: 'a', texte: 'Acheter des selles.', constats: ['projets-inacheves'] }],
    suites: [{ option: 'continuer', resume: 'Garder les vélos.', proposee: true }],
  };
  const bilan = (portee: string, type = 'bilan') =>
    says('bilan', {
      evaluation,
      reunions: [
        ...study.reunions,
        {
          id: 'fin',
          titre: 'Commission, bilan',
          type,
          phase: 'Lot C',
          date: '2024-12-15',
          etat: 'prevue',
          ordre_du_jour: [{ point: 'Suites', livrable: 'bilan', decision_attendue: 'Dire la suite.', portee }],
        },
      ],
    });
  const text = await bilan('propose');
  expect(text).toContain('La commission de suivi propose, et ne choisit pas.');
  expect(text).toContain('quelle suite proposer pour le dispositif');
  expect(text).toContain('Trois constats appellent une réponse, et une recommandation répond à un d’entre eux');
  expect(text).not.toContain('réalisé inconnu');
  // A committee proposes what follows, as its draft resolutions say; the body that votes the means chooses it.
  expect(await bilan('decide')).toContain('La commission de suivi propose, et ne choisit pas.');
  expect(await bilan('decide', 'deliberation')).toContain('Le choix est celui de ');
});
