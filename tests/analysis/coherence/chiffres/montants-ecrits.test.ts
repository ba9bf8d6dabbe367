import { describe, expect, it } from 'vitest';
import { montantSansOrigine } from '../../../../src/analysis/coherence/regles/chiffres/montants-ecrits.js';
import { avec, count, duMode, found, told } from '../told.js';

const ecrit = (texte: string, study: object = {}) =>
  told(montantSansOrigine, avec({ resume: texte }, study)).map((one) => one.split(' / ')[0]);
const ici = ['scenarios/a/resume'];

describe('an amount written in a sentence of the data', () => {
  it('that nothing gives is told, with its unit in letters too', () => {
    expect(ecrit('Un prêt de 123 457 €.')).toEqual(ici);
    expect(ecrit('Un prêt de 123 457 euros.')).toEqual(ici);
    expect(found(montantSansOrigine, avec({ resume: 'Un prêt de 123 457 €.' }))[0]?.message).toContain(
      'le plus proche',
    );
  });
  it('keeps its cents, and is near no number of days', () => {
    const outils = [{ id: 'o', cout: { investissement: 12, jours_an: 5.5 } }];
    const message = found(montantSansOrigine, avec({ resume: 'Le repas à 5,70 €.' }, { outils }))[0]?.message;
    expect(message?.replace(/\s/g, ' ')).toMatch(/« 5,70 € » est écrit .* ; le plus proche est 12 €/);
  });
  it.each([
    [123_457, '123 457', []],
    [123_457.2, '123 457', []],
    [123_457, '123 500', []],
    [123_457, '123 000', []],
    [123_499, '123 457', ici],
    [123_457, '123 460', ici],
  ])(
    'is one of the figures of the study, rounded to the unit, the hundred or the thousand: %d as %s',
    (nombre, dit, told) => {
      expect(ecrit(`Un prêt de ${dit} €.`, { outils: [{ id: 'o', cout: { investissement: nombre } }] })).toEqual(told);
    },
  );
  it('may be the sum of a list, or a number of a reference', () => {
    expect(
      ecrit('En tout, 123 457 €.', {
        projets: [
          {
            id: 'p',
            budget: [
              { poste: 'a', prevu: 100_000 },
              { poste: 'b', prevu: 23_457 },
            ],
          },
        ],
      }),
    ).toEqual([]);
    expect(
      ecrit('Le seuil de 123 457 €.', { references: [{ id: 't', texte: 'Au-dessous de 123 457 €, sans formalité.' }] }),
    ).toEqual([]);
  });
  it('may be how far a project went from its plan, line by line or in all', () => {
    const projets = [
      {
        id: 'p',
        titre: 'Un projet',
        budget: [
          { poste: 'a', prevu: 1800, realise: 2143 },
          { poste: 'b', prevu: { min: 1, mode: 900, max: 1000 }, realise: 611 },
        ],
      },
    ];
    for (const told of ['343 €', '289 €', '54 €']) expect(ecrit(`Budget dépassé de ${told}.`, { projets })).toEqual([]);
    expect(ecrit('Budget dépassé de 345 €.', { projets })).toEqual(ici);
  });
  it('of an entry that cites its sources, of a reference or of a witness is left to it; days and shares are not amounts', () => {
    expect(ecrit('Une dépense.', { outils: [{ id: 'o', commentaire: 'Loué 123 457 €.', sources: ['s'] }] })).toEqual(
      [],
    );
    expect(ecrit('Une dépense.', { outils: [{ id: 'o', commentaire: 'Loué 123 457 €.', sources: [] }] })).toEqual([
      'outils/o/commentaire',
    ]);
    expect(ecrit('Sur 123 457 jours, 98 765 % et 123 457 eurosceptiques.')).toEqual([]);
  });
  it('may be rounded by the word before it, within what the word allows', () => {
    const cout = (nombre: number) => ({ outils: [{ id: 'o', cout: { investissement: nombre } }] });
    for (const [mot, proches, loin] of [
      ['près de', [976_543, 1_023_456], 1_061_234],
      ['environ', [951_234, 1_048_765], 941_234],
      ['plus de', [1_001_234, 1_091_234], 991_234],
      ['moins de', [991_234, 911_234], 1_009_876],
    ] as const) {
      const phrase = `Un prêt de ${mot} 1 000 000 €.`;
      expect(
        proches.map((nombre) => ecrit(phrase, cout(nombre))),
        mot,
      ).toEqual([[], []]);
      expect(ecrit(phrase, cout(loin)), mot).toEqual(ici);
    }
    expect(ecrit('Un prêt de 1 000 000 €.', cout(976_543))).toEqual(ici);
  });
  it('may be rounded by a verb, by what follows it, by a range, or be a month of a year', () => {
    const cout = { outils: [{ id: 'o', cout: { investissement: 215_455 } }] };
    for (const phrase of [
      'Le coût annuel approche 216 000 €.',
      'Le coût annuel avoisine les 216 000 €.',
      'Le coût annuel est arrondi à 216 000 €.',
      'Il coûte 216 000 € par an environ.',
      'Soit 216 000 €, à peu de chose près.',
      'Il coûte entre 206 000 € et 225 000 € par an.',
      'Il va de 207 000 à 222 000 €.',
      'Comptez 17 900 € par mois.',
      'Le montant de 216 000 € est celui du poste, arrondi.',
    ])
      expect(ecrit(phrase, cout), phrase).toEqual([]);
    for (const phrase of [
      'Le coût annuel est de 216 000 €.',
      'Le coût annuel approche 236 000 €.',
      'Il coûte entre 106 000 € et 222 000 € par an.',
      'Comptez 20 000 € par mois.',
    ])
      expect(ecrit(phrase, cout), phrase).toEqual(ici);
  });
  it('that a sentence gives for another’s is no figure of the study', () => {
    for (const phrase of [
      'Selon la Cour des comptes, un tel poste coûte 57 300 €.',
      'Un dispositif voisin coûtait 83 400 € par an.',
      'Un tel poste coûte ailleurs 61 500 €.',
      'Le programme est doté de 2 345 678 € (source : convention).',
      'Le comité craignait un coût de 83 400 €.',
    ])
      expect(ecrit(phrase), phrase).toEqual([]);
    expect(ecrit('Selon le plan de financement, un prêt de 123 457 €.')).toEqual(ici);
    expect(ecrit('Un réseau voisin existe. Un prêt de 123 457 €.')).toEqual(ici);
  });
  it('of the cash plan is told by the rule that reads the plan', () => {
    const ligne = (seuil: object) =>
      duMode(
        { deliberation: { articles: ['Une ligne de trésorerie de 123 457 € est ouverte.'] } },
        {},
        { criteres: { criteres: [], viabilite: seuil } },
      );
    expect(count(montantSansOrigine, ligne({}))).toBe(1);
    expect(count(montantSansOrigine, ligne({ seuil_tresorerie: -50_000 }))).toBe(0);
  });
});

it('a word that rounds is read beside the amount, not at the other end of its sentence', () => {
  const outils = { outils: [{ id: 'o', cout: { investissement: 123_457 } }] };
  expect(ecrit('Un prêt d’environ 120 000 €.', outils)).toEqual([]);
  expect(
    ecrit('À environ dix kilomètres du bourg, sur la route du col et des hauts, un prêt de 120 000 €.', outils),
  ).toEqual(ici);
});

it.each(['le calcul', 'les critères', 'notre chiffrage'])('what is told « selon %s » is of the study', (qui) => {
  expect(ecrit(`Selon ${qui}, un prêt de 123 457 €.`)).toEqual(ici);
  expect(ecrit('Selon la Cour des comptes, un prêt de 123 457 €.')).toEqual([]);
});
