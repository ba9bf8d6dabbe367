/** What the conclusion of a comparison follows on, and what the annex of reserves says of those that the study sets aside. */
import { expect, it } from 'vitest';
import { scenarios } from '../../../src/documents/livrables/scenarios.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { textOf } from '../tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');
const says = (change: Partial<Study>): string => {
  const [first] = scenarios.compose({ study: { ...study, ...change }, theme, templates, options: {} }).produced;
  if (!first) throw new Error('a comparison expected');
  return textOf(first.tree).replace(/[\u00a0\u202f]/g, ' ');
};

/** Three employers, of which a sentence counts two. */
const contredits = study.scenarios.map((one, i) =>
  i > 0
    ? one
    : {
        ...one,
        inconvenients: ['Deux employeurs à accorder'],
        moyens: {
          ...one.moyens,
          humains: ['smb', 'vallee', 'roue'].flatMap((porteur, n) =>
            one.moyens.humains.slice(0, 1).map((poste) => ({ ...poste, id: `poste-${n}`, porteur })),
          ),
        },
      },
);
const ecartes = (regles: string[]): Partial<Study> => ({
  scenarios: contredits,
  etude: { ...study.etude, regles_ecartees: regles.map((regle) => ({ regle, motif: 'Les employeurs sont cités.' })) },
});

it('says first what would take the first place, then what would take it too; a reserve has a way out, or a reason', () => {
  const told = says(ecartes([]));
  const chapter = told.slice(told.lastIndexOf('Ce que les calculs permettent de dire'));
  expect(chapter.indexOf('perdrait sa place')).toBeGreaterThan(0);
  expect(chapter.indexOf('perdrait sa place')).toBeLessThan(chapter.indexOf('perdrait aussi'));
  expect(told).toContain('Ce qui s’y contredit est dit ici, avec ce qui le lèverait ; les chiffres');
  expect(told).toContain('Pour la lever : corriger la phrase');
});

it('does not promise a way to lift the reserves that the study sets aside', () => {
  const codes = ['employeurs-ecrits'];
  const told = says(ecartes(codes));
  expect(told).toMatch(/ la raison pour laquelle l’étude l’écarte ; les chiffres/);
  expect(told).toContain('Pourquoi l’étude l’écarte : les employeurs sont cités.');
  expect(told.includes('ce qui le lèverait')).toBe(told.includes('Pour la lever'));
});

it('says why a receipt that the law owes is not acquired, and nothing of one where there is none', () => {
  const avec = (first: 'de-droit' | 'pressenti') =>
    says({
      scenarios: study.scenarios.map((one) => ({
        ...one,
        financements: one.financements.map((source, i) => ({ ...source, statut: i === 0 ? first : 'pressenti' })),
      })),
    });
  const reason = 'celle qui est de droit ne le sera qu’une fois la dépense faite';
  expect(avec('de-droit')).toContain(`Aucune recette n’est acquise à ce jour, dans aucun des scénarios : ${reason}.`);
  expect(avec('pressenti')).toContain('Aucune recette n’est acquise à ce jour, dans aucun des scénarios.');
});

it('says what a plan that the test calls balanced leaves to be found', () => {
  const avec = (montant: number): string =>
    says({
      scenarios: study.scenarios.map((one, i) => ({
        ...one,
        financements: one.financements.map((source) =>
          i === 0 && source.id === 'propre' ? { ...source, montant } : source,
        ),
      })),
    });
  const left =
    /il reste à trouver, sur la durée du plan, .*[\d ]+ € pour « Coopérative » \([\d,]+ % des dépenses\).* ; le test admet jusqu’à 5 %/;
  expect(avec(9500)).toMatch(left);
  expect(avec(10600)).not.toMatch(left);
});

it('names the reference of the months that a form takes among those that it uses', () => {
  const forme = {
    id: 'forme',
    theme: 'juridique',
    titre: 'Statut des coopératives',
    regle: 'Ses statuts se déposent.',
    forme_juridique: 'scic',
    delai_mois: { min: 3, max: 6 },
    applicable_du: '2001-01-01',
  } as const;
  const given = { ...study, references: [...study.references, forme] };
  const [first] = scenarios.compose({ study: given, theme, templates, options: {} }).produced;
  const told = JSON.stringify(first?.tree);
  expect(told).toContain('cette forme en demande de 3 à 6');
  expect(told).toContain('Statut des coopératives');
});
