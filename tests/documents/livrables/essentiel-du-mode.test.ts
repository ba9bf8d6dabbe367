/** The first page of the mode opératoire: the cash that is supposed at the start is told, with where it comes from. */
import { expect, it } from 'vitest';
import { modeOperatoire } from '../../../src/documents/livrables/mode-operatoire.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { textOf } from '../tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');
const { criteres } = study;
if (!criteres) throw new Error('criteria expected');

const says = (hypotheses: object, rest: Partial<Study> = {}): string => {
  const change = { criteres: { ...criteres, hypotheses: { ...criteres.hypotheses, ...hypotheses } } } as Partial<Study>;
  const { produced } = modeOperatoire.compose({
    study: { ...study, ...change, ...rest },
    theme,
    templates,
    options: {},
  });
  const [first] = produced;
  if (!first) throw new Error('a mode opératoire expected');
  return textOf(first.tree).replace(/[\u00a0\u202f]/g, ' ');
};

it('tells the cash at the start beside the lowest balance, and that nothing assures it', () => {
  const supposed = says({ tresorerie_initiale: 5000, motifs: undefined });
  expect(supposed).toMatch(/trésorerie au plus bas : .+, 5 000 € de départ compris/);
  expect(supposed).toContain('Trésorerie de départ, 5 000 € : hypothèse de l’étude, à confirmer.');
  expect(says({ tresorerie_initiale: 5000, motifs: { tresorerie_initiale: 'avance votée' } })).toContain(
    'Trésorerie de départ, 5 000 € : avance votée.',
  );
});

it('names the partners that are essential and have not signed', () => {
  expect(says({})).toContain('Un partenaire essentiel n’a pas encore signé : La Roue libre.');
});

it('says nothing of a start from nothing', () => {
  expect(says({ tresorerie_initiale: 0 })).not.toMatch(/de départ compris|Trésorerie de départ/);
});

it('tells what was due before the document and is not done', () => {
  expect(says({})).toContain('- « Ateliers » : convention à signer depuis le 20 mai 2024.');
  expect(says({})).not.toMatch(/condition à remplir depuis|tâche à finir depuis/);
});

it('tells a condition that is due once the experimentation has begun, and months that the budget counts beyond it or leaves out', () => {
  const { mode_operatoire: mode } = study;
  const of = (experimentation: object): string =>
    says({}, { mode_operatoire: { ...mode, experimentation } as Study['mode_operatoire'] });
  const late =
    'Une condition est due après le début de l’expérimentation, le 15 juin 2024 : « Statuts adoptés » (septembre 2024).';
  const beyond = 'L’expérimentation est plus courte : ce budget compte l’année entière.';
  expect(says({})).toContain(late);
  expect(says({})).toContain(beyond);
  const year = of({ debut: '2024-10', fin: '2025-09' });
  expect(year).not.toMatch(/due après le début/);
  expect(year).not.toContain(beyond);
  expect(year).not.toContain('L’expérimentation dure');
  expect(of({ debut: '2024-10', fin: '2026-03' })).toContain(
    'L’expérimentation dure 18 mois : ceux qui suivent la première année relèvent des années suivantes du scénario',
  );
});

it('says in a sentence that the budget pays what the conventions cost, and shows a table where it does not', () => {
  const { mode_operatoire: mode } = study;
  const of = (montant: number): string => {
    const conventions = (mode?.conventions ?? []).map((one) => (one.ligne ? { ...one, montant } : one));
    return says({}, { mode_operatoire: { ...mode, conventions } as Study['mode_operatoire'] });
  };
  expect(of(3600)).toContain(
    'Au budget, « Ateliers de l’association » (3 600 € par an) paie ce que ces conventions versent, sans écart.',
  );
  expect(of(3600)).not.toContain('conventions-budget>');
  expect(of(3601)).toContain('conventions-budget>');
  expect(of(3601)).not.toContain('sans écart');
});

it('tells the scenario that had been proposed, where the decision retained another, and why', () => {
  const propose = (scenario: string): Study['reunions'] => [
    {
      id: 'avis',
      type: 'copil',
      phase: 'Lot B',
      date: '2024-03-01',
      etat: 'tenue',
      ordre_du_jour: [{ point: 'Avis' }],
      decisions: [{ objet: 'Avis', texte: 'Un avis.', scenario, portee: 'propose', statut: 'valide' }],
    },
    ...study.reunions,
  ];
  expect(says({}, { reunions: propose('gip') })).toContain(
    'La commission de suivi avait proposé « Groupement », le 1er mars 2024 ; la décision s’en écarte : les usagers y siègent.',
  );
  expect(says({}, { reunions: propose('scic') })).not.toContain('avait proposé');
  expect(says({})).not.toContain('avait proposé');
});

it('tells a decision once where it names what it retains, whatever the article', () => {
  // « Une société coopérative » is what « La société coopérative est retenue » names.
  expect(says({})).toContain('La société coopérative est retenue (commission, choix de la société, le 15 mars 2024).');
  expect(says({})).not.toContain('Une société coopérative : la société');
});

it('says of two tasks out of three without a margin that a delay of theirs is one of the whole, not that any is', () => {
  expect(says({})).toContain(
    'Deux tâches sur trois n’ont aucune marge : un retard sur l’une d’elles se reporte sur la fin.',
  );
});

it('speaks of the trial where its means and its money are those of a lighter one than the scenario', () => {
  const { mode_operatoire: mode, scenarios } = study;
  const tried = scenarios.find(({ id }) => id === mode?.scenario);
  if (!mode || !tried) throw new Error('a scenario expected');
  const trial = says(
    {},
    {
      scenarios: [...scenarios, { ...tried, id: 'essai', titre: 'Un essai', essai_de: tried.id }],
      mode_operatoire: { ...mode, scenario: 'essai' },
    },
  );
  expect(says({})).toContain('Le budget est la première année du scénario,');
  expect(trial).toContain('Le budget est la première année de l’essai,');
  expect(trial).toContain('La trésorerie est celle de l’essai,');
  expect(trial).not.toMatch(/(?:année|plan de financement|et financement|volumes) du scénario/);
});
