/** One fault is told by one rule: what a second one would say of it is its consequence, and asks the same of the author, or the contrary. */
import { expect, it } from 'vitest';
import { toldOf } from '../../../scripts/fuzz/told.js';
import { type Base, loadPatched, type Retouche } from '../../support/incoherence.js';

const codes = async (retouches: Retouche[], base: Base = 'autre-marche') =>
  toldOf(await loadPatched(base, retouches)).map(({ code, message }) => ({ code, message }));
const de = (told: { code: string }[]) => told.map(({ code }) => code);

const scenarios = (from: string, par: string): Retouche => ({ dans: 'scenarios.yaml', de: from, par });
const realise = (paiements: string): Retouche => ({
  dans: 'mode-operatoire.yaml',
  de: 'propriete_donnees:',
  par: `realise: { au: "2024-11-30", paiements: [${paiements}] }\npropriete_donnees:`,
});

it('a receipt booked to another than who promises it is one that its giver is lacking, not a partner without a receipt', async () => {
  const told = de(
    await codes([scenarios('financeur: vallee, nature: participation', 'financeur: region, nature: participation')]),
  );
  expect(told).toContain('donneur-oublie');
  expect(told).not.toContain('financeur-sans-recette');
});

it('a base that is all of the other section is no base without expenses too', async () => {
  const told = de(
    await codes([
      scenarios('assiette: [humain, prestation]', 'section: investissement, assiette: [humain, prestation]'),
    ]),
  );
  expect(told).toContain('assiette-hors-section');
  expect(told).not.toContain('aide-sans-assiette');
});

it('a meeting of the past that decided is told by its decisions, which ask what it became', async () => {
  const told = de(await codes([{ dans: 'reunions.yaml', de: 'etat: tenue', par: 'etat: prevue' }]));
  expect(told).toContain('decision-sans-reunion');
  expect(told).not.toContain('reunion-passee-prevue');
});

it('a convention paid twice without a signature is told once, for all that it was paid', async () => {
  const two = await codes([realise('{ convention: roue, montant: 1000 }, { convention: roue, montant: 500 }')]);
  expect(
    two.filter(({ code }) => code === 'paye-sans-signature').map(({ message }) => message.replace(/\s/g, ' ')),
  ).toEqual([
    'la convention « Ateliers » avec La Roue libre, au titre de laquelle 1 500 € ont été payés, n’est pas signée.',
  ]);
});

it('a test of which the contract gives the verdict has no threshold to change', async () => {
  const told = await codes([{ dans: 'contrat.yaml', de: 'nouvelle_entite: attendue', par: 'nouvelle_entite: exclue' }]);
  expect(de(told)).toContain('entite-non-conforme');
  expect(de(told)).not.toContain('test-sans-effet');
});

const limite = (texte: string): Retouche[] => [
  {
    dans: 'evaluation.yaml',
    par: `evaluateur: { designation: Le bureau }\nechelle: [{ note: 3, sens: Une part. }]\nlimites:\n  - "${texte}"\n`,
  },
];

it('a count of things by their state is told by that state, whatever their number', async () => {
  const told = de(await codes(limite('Les neuf projets terminés, et les autres.')));
  expect(told.filter((code) => /comptes?-|bilan-ecrit/.test(code))).toEqual(['compte-de-sorte']);
});

it('a meeting that retained another scenario is told by that scenario, not by its silence on this one', async () => {
  const told = de(
    await codes([
      { dans: 'mode-operatoire.yaml', de: 'scenario: scic\n', par: 'scenario: scic\ndecision: commission-b\n' },
      { dans: 'reunions.yaml', de: '      scenario: scic\n', par: '      scenario: gip\n' },
    ]),
  );
  expect(told).toContain('scenario-non-retenu');
  expect(told).not.toContain('decision-sans-choix');
});

it('projects that a decision counts are told by what it lists', async () => {
  const told = de(
    await codes([
      {
        dans: 'reunions.yaml',
        de: '    - { objet: Essais,',
        par: '    - { objet: Projets, texte: Les neuf projets sont retenus., projets: [gare], statut: valide }\n    - { objet: Essais,',
      },
    ]),
  );
  expect(told.filter((code) => /comptes-ecrits|texte-de-la-decision/.test(code))).toEqual(['texte-de-la-decision']);
});

it('things counted in a state, the tools and the cost of a scenario are told by that state and that scenario, whatever their number', async () => {
  const state = de(await codes(limite('Les neuf conventions ont été signées.')));
  expect(state.filter((code) => /comptes?-|phrase-chiffree/.test(code))).toEqual(['phrase-chiffree']);
  const tools = {
    dans: 'mode-operatoire.yaml',
    de: 'conventions:',
    par: 'missions: [Tenir les trois outils du scénario]\nconventions:',
  };
  const means = de(await codes([tools]));
  expect(means.filter((code) => /comptes?-|moyens-comptes/.test(code))).toEqual(['moyens-comptes']);
  const cost = de(await codes(limite('Le groupement coûte 12 345 € par an.')));
  expect(cost.filter((code) => /montant-|phrase-chiffree/.test(code))).toEqual(['phrase-chiffree']);
});

it('amounts without the tax and a fund that gives it back are told by the amounts, whatever the regime', async () => {
  const liable = scenarios(
    '  forme_juridique: scic\n',
    '  forme_juridique: scic\n  regime_tva: redevable\n  montants: ht\n  fctva_applicable: true\n',
  );
  const told = de(await codes([liable]));
  expect(told.filter((code) => /regime-et-montants|hors-taxes-et-fonds/.test(code))).toEqual(['hors-taxes-et-fonds']);
});
